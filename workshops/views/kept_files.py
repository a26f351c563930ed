"""Files that are kept, as downloads."""

from flask import Response, current_app, send_file

from workshops.errors import NotFound
from workshops.files import Files


def kept_files() -> Files:
    """Where this installation keeps its files."""
    files: Files = current_app.extensions["files"]
    return files


def kept_file(name: str, download_name: str, media_type: str) -> Response:
    """A file to be saved under the name by which people know it. Raises NotFound where it is gone."""
    files = kept_files()
    try:
        content, size = files.open(name), files.size(name)
    except FileNotFoundError:
        raise NotFound from None
    answer = send_file(content, mimetype=media_type, as_attachment=True, download_name=download_name)
    answer.content_length = size
    answer.headers["Cache-Control"] = "no-store"
    return answer
