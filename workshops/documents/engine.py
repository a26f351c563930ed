"""HTML to PDF. The only module that imports WeasyPrint, which costs seconds and megabytes: import it where needed only.

Whatever a record says, nothing is opened but the assets beside this file: every other address stops the print.
"""

import binascii
import logging
import re
from base64 import b64decode
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from PIL import ImageFile
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from workshops.documents.actual_text import keep_characters
from workshops.documents.inside_weasyprint.claims import claim_accessibility
from workshops.documents.inside_weasyprint.headings import tell_headings
from workshops.documents.inside_weasyprint.languages import keep_languages
from workshops.documents.inside_weasyprint.marking import mark
from workshops.documents.inside_weasyprint.writing import file_of
from workshops.documents.pages import MOST_PAGES, SETTING
from workshops.documents.problems import MissingAsset, MissingGlyph, PrintFailed
from workshops.documents.stamped_pages import Stamper, Values
from workshops.documents.stamped_slots import Filled, SlotStamper
from workshops.documents.template import Template, template

SCHEME = "asset:"
STYLE_LINK = re.compile(rf'<link rel="stylesheet" href="{SCHEME}([^"]+)">')
PICTURE = re.compile(r"data:(image/(?:png|jpeg));base64,([A-Za-z0-9+/]+={0,2})")
BEGINNINGS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
VARIANT = "pdf/ua-1"
ARCHIVED = "pdf/a-3a"
MEDIA_TYPES = {".css": "text/css; charset=utf-8"}
ASSETS = {
    asset.name: asset.read_bytes()
    for asset in files("workshops.documents").joinpath("assets").iterdir()
    if asset.name.endswith(tuple(MEDIA_TYPES))
}
TEMPLATES_KEPT = 20
_FONTS = FontConfiguration()
ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint allows it for the whole process: half a picture would pass
keep_characters()
keep_languages()


class NotOurs(FatalURLFetchingError):  # type: ignore[misc]
    """Something asked for an address that is not one of our assets."""


class OwnAssets(URLFetcher):  # type: ignore[misc]
    """Serves `asset:NAME` from memory, and pictures that stand in their address, as `letterhead.picture` makes it.

    Has no handler for any protocol, so that nothing else can be opened.
    """

    def __init__(self) -> None:
        super().__init__()
        self.handlers: list[object] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Gives the asset that the address names, or the picture in it. Raises `NotOurs` for any other address."""
        if inside := PICTURE.fullmatch(url):
            return URLFetcherResponse(url, _picture(inside[1], inside[2]), {"Content-Type": inside[1]})
        name = url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or name not in ASSETS:
            raise NotOurs(url)
        return URLFetcherResponse(url, ASSETS[name], {"Content-Type": MEDIA_TYPES["." + name.rpartition(".")[2]]})


def _picture(media_type: str, encoded: str) -> bytes:
    try:
        body = b64decode(encoded, validate=True)
    except binascii.Error:
        raise NotOurs("a broken picture") from None
    if not body.startswith(BEGINNINGS[media_type]):
        raise NotOurs("a picture of another kind")
    return body


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint only warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def to_pdf(page: str) -> bytes:
    """Gives the tagged PDF (PDF/UA-1) of an HTML page made by `pages.page`.

    Raises `MissingGlyph`, `MissingAsset`, `TooManyPages`, or `PrintFailed` for anything else that WeasyPrint found
    wrong.
    """

    def write() -> tuple[bytes, Any]:
        document = mark(_laid_out(page))
        return file_of(document, VARIANT, tell_headings), document.fonts

    return _flawless(write)


def to_archive(page: str, name: str, data: str, day: str) -> bytes:
    """Gives the same document for archives (PDF/A-3a, ISO 19005-3, and PDF/UA-1), with the data it was made from.

    `data` becomes a file called `name`, of the ISO date `day`. Raises what `to_pdf` raises.
    """

    def write() -> tuple[bytes, Any]:
        document = mark(_laid_out(page, ARCHIVED))
        made = datetime.combine(date.fromisoformat(day), time(), UTC)
        source = Attachment(string=data, name=name, created=made, modified=made, relationship="Source")
        document.metadata.attachments = [source]
        claim_accessibility(document.metadata)
        return file_of(document, ARCHIVED, tell_headings), document.fonts

    return _flawless(write)


def stamped(specimen: str, rows: Sequence[Values]) -> bytes:
    """Gives the same PDF as `to_pdf` of the whole page would, from its specimen and the values of its rows.

    Raises what `to_pdf` raises, and `CannotStamp` if the whole page has to be laid out.
    """

    def write() -> tuple[bytes, Any]:
        stamper = Stamper(_template(specimen))
        return stamper.to_pdf(rows, VARIANT), stamper.document.fonts

    return _flawless(write)


def stamped_slots(specimen: str, pieces: Sequence[Filled], places: int) -> bytes:
    """Gives the same PDF as `to_pdf` of the whole page would, from its specimen and the values of its pieces.

    Raises what `stamped` raises.
    """

    def write() -> tuple[bytes, Any]:
        stamper = SlotStamper(_specimen(specimen), places)
        return stamper.to_pdf(pieces, VARIANT), stamper.document.fonts

    return _flawless(write)


@lru_cache(maxsize=TEMPLATES_KEPT)
def _specimen(specimen: str) -> Any:
    return _laid_out(specimen)


@lru_cache(maxsize=TEMPLATES_KEPT)
def _template(specimen: str) -> Template:
    return template(_laid_out(specimen))


def _laid_out(page: str, variant: str = VARIANT) -> Any:
    """The page in the first of its settings that takes `MOST_PAGES` at most, else in the last; found by halving."""
    *settings, tightest = page.split(SETTING)
    tried = {}

    def fits(number: int) -> bool:
        tried[number] = _in_style(settings[number], variant)
        return len(tried[number].pages) <= MOST_PAGES

    first = bisect_left(range(len(settings)), True, key=fits)
    return tried[first] if first < len(settings) else _in_style(tightest, variant)


def _in_style(page: str, variant: str) -> Any:
    """A page with the styles it links to, which are read once for all documents."""
    styles = [_style(name) for name in STYLE_LINK.findall(page)]
    html = HTML(string=STYLE_LINK.sub("", page), base_url=SCHEME, url_fetcher=OwnAssets())
    return html.render(font_config=_FONTS, pdf_variant=variant, stylesheets=styles)


@cache
def _style(name: str) -> CSS:
    return CSS(url=f"{SCHEME}{name}", url_fetcher=OwnAssets(), font_config=_FONTS)


def _flawless(write: Callable[[], tuple[bytes, Any]]) -> bytes:
    """Gives what is written, with the fonts used, if nothing was missing or complained of."""
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        pdf, fonts = write()
    except NotOurs as error:
        raise MissingAsset(str(error)) from None
    finally:
        logger.removeHandler(complaints)
    missing = {chr(code) for font in fonts.values() for code in font.missing}
    if missing:
        raise MissingGlyph(missing)
    if complaints.lines:
        raise PrintFailed("; ".join(complaints.lines))
    return pdf
