"""Style sheets, scripts and pictures: read and packed once a process, kept by browsers for a year.

All of them are served under an address that holds a hash of their content, so that an upgrade is seen at once.
Bootstrap's style sheet comes out of the Bootstrap-Flask wheel.
"""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from flask import Blueprint, Response, abort, request

from workshops.views.access import Access, access

pages = Blueprint("assets", __name__)

OWN_FILES = Path(__file__).resolve().parent.parent / "static"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".webp": "image/webp",
}
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: where it lies, and what is sent to nearly everybody, packed with gzip; None for pictures.

    What few ask for, or each browser once, is read when it is: all files together take a megabyte.
    """

    media_type: str
    path: Path
    packed: bytes | None

    @property
    def body(self) -> bytes:
        """The file as it is."""
        return self.path.read_bytes()


@cache
def assets() -> dict[str, Asset]:
    """All files by their name in addresses, such as "css/frame.css"."""
    files = {path.relative_to(OWN_FILES).as_posix(): path for path in sorted(OWN_FILES.rglob("*.*"))}
    files["css/bootstrap.css"] = _bootstrap() / "css" / "bootstrap.min.css"
    return {name: _read(path) for name, path in files.items()}


def _bootstrap() -> Path:
    """Bootstrap's folder in the wheel, found without running the extension."""
    spec = find_spec("flask_bootstrap")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("Bootstrap-Flask is not installed", name="flask_bootstrap")
    return Path(spec.submodule_search_locations[0]) / "static" / "bootstrap5"


def _read(path: Path) -> Asset:
    packed = None if path.suffix == ".webp" else gzip.compress(path.read_bytes(), mtime=0)
    return Asset(MEDIA_TYPES[path.suffix], path, packed)


@cache
def content_hash() -> str:
    """A short hash over the names and contents of all files."""
    digest = hashlib.sha256()
    for name, asset in sorted(assets().items()):
        body = asset.body
        digest.update(f"{name}\0{len(body)}\0".encode() + body)
    return digest.hexdigest()[:12]


def asset(name: str) -> str:
    """The address of a file for templates; raises `KeyError` for one that is not there."""
    assets()[name]
    return f"{request.script_root}/static/{content_hash()}/{name}"  # a dozen a page: the routing takes its time


@pages.get("/static/<version>/<path:name>")
@access(Access.PUBLIC)
def static(version: str, name: str) -> Response:
    """One file. Under an old address (a page opened before an upgrade) today's file is sent, but not kept."""
    found = assets().get(name) or abort(404)
    packed = found.packed if request.accept_encodings["gzip"] > 0 else None
    response = Response(packed or found.body, content_type=found.media_type)
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    is_current = version == content_hash()
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if is_current else "no-cache"
    response.set_etag(content_hash() + ("-gzip" if packed else ""))
    response.make_conditional(request)
    return response


@pages.get("/favicon.ico")
@access(Access.PUBLIC)
def favicon() -> Response:
    """The icon for those who ask without reading the page."""
    return static("", "icon.svg")
