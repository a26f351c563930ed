"""The draft of a press release as a file: for Word, or plain text."""

from datetime import datetime
from io import BytesIO

from flask import Blueprint, Response, request, send_file
from flask.typing import ResponseReturnValue
from flask_babel import get_timezone

from workshops.domain.file_kinds import FACTS, FileKind
from workshops.extensions import db
from workshops.forms.printing import release_form
from workshops.services import press_writing
from workshops.views.access import Access, access, current_actor
from workshops.views.printing import desk

pages = Blueprint("press_writing", __name__, url_prefix="/workshops/<reference>")


@pages.get("/press-release.docx")
@access(Access.SIGNED_IN)
def word(reference: str) -> ResponseReturnValue:
    """The draft as a Word file, in the language `lang` of the query string."""
    return _file(reference, FileKind.WORD)


@pages.get("/press-release.txt")
@access(Access.SIGNED_IN)
def plain(reference: str) -> ResponseReturnValue:
    """The draft as plain text (UTF-8)."""
    return _file(reference, FileKind.TEXT)


def _file(reference: str, kind: FileKind) -> ResponseReturnValue:
    form = release_form(request.args)
    if not form.validate():
        return desk(reference).page(), 422
    today = datetime.now(get_timezone()).date()
    name, release = press_writing.draft(
        db.session, reference=reference, language=form.lang.data, by=current_actor(), today=today
    )
    return _sent(f"{name}.{kind.value}", press_writing.file_of(release, kind), FACTS[kind].media_type)


def _sent(name: str, body: bytes, media_type: str) -> Response:
    answer = send_file(BytesIO(body), mimetype=media_type, as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer
