"""What was typed into a form whose file is too large: the fields before the file are read, the file is not."""

from flask import current_app, request
from flask_wtf.csrf import validate_csrf
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.sansio.multipart import Data, Epilogue, Field, File, MultipartDecoder, NeedData
from wtforms import ValidationError

PIECE = 16 * 1024  # bytes
MOST = 512 * 1024  # bytes read at most: a press release fits


def typed_before_file() -> dict[str, list[str]]:
    """The fields before the first file of a form that is refused for its size; {} where it is no form of our page."""
    boundary = request.mimetype_params.get("boundary", "")
    if request.mimetype != "multipart/form-data" or not boundary:
        return {}
    try:
        fields = _read(MultipartDecoder(boundary.encode(), max_form_memory_size=MOST))
        if current_app.config.get("WTF_CSRF_ENABLED", True):
            validate_csrf(fields.get("csrf_token", [""])[0])
    except (ValueError, ValidationError, OSError, RequestEntityTooLarge):
        return {}
    return fields


def _read(decoder: MultipartDecoder) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    name, text, taken = "", b"", 0
    stream = request.environ["wsgi.input"]
    while taken < MOST:
        event = decoder.next_event()
        if isinstance(event, NeedData):
            piece = stream.read(PIECE)
            taken += len(piece)
            decoder.receive_data(piece or None)
        elif isinstance(event, Field):
            name, text = event.name or "", b""
        elif isinstance(event, Data):
            text += event.data
            if not event.more_data:
                fields.setdefault(name, []).append(text.decode(errors="replace"))
        elif isinstance(event, File | Epilogue):
            break
    return fields
