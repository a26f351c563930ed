"""HTML to PDF. The only module that imports WeasyPrint, which costs seconds and megabytes: import it where needed only.

Whatever a record says, nothing is opened but the assets beside this file: every other address stops the print.
"""

import logging
from importlib.resources import files
from io import BytesIO

from PIL import ImageFile
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from workshops.documents.actual_text import keep_characters
from workshops.documents.problems import MissingAsset, MissingGlyph, PrintFailed

SCHEME = "asset:"
VARIANT = "pdf/ua-1"
MEDIA_TYPES = {".css": "text/css; charset=utf-8"}
ASSETS = {
    asset.name: asset.read_bytes()
    for asset in files("workshops.documents").joinpath("assets").iterdir()
    if asset.name.endswith(tuple(MEDIA_TYPES))
}
_FONTS = FontConfiguration()
ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint allows it for the whole process: half a picture would pass
keep_characters()


class NotOurs(FatalURLFetchingError):  # type: ignore[misc]
    """Something asked for an address that is not one of our assets."""


class OwnAssets(URLFetcher):  # type: ignore[misc]
    """Serves `asset:NAME` from memory. Has no handler for any protocol, so that nothing else can be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.handlers: list[object] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Gives the asset that the address names. Raises `NotOurs` for any other address."""
        name = url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or name not in ASSETS:
            raise NotOurs(url)
        return URLFetcherResponse(url, ASSETS[name], {"Content-Type": MEDIA_TYPES["." + name.rpartition(".")[2]]})


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint only warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def to_pdf(page: str) -> bytes:
    """Gives the tagged PDF (PDF/UA-1) of an HTML page made by `pages.page`.

    Raises `MissingGlyph`, `MissingAsset`, or `PrintFailed` for anything else that WeasyPrint found wrong.
    """
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        document = HTML(string=page, base_url=SCHEME, url_fetcher=OwnAssets()).render(
            font_config=_FONTS, pdf_variant=VARIANT
        )
        target = BytesIO()
        document.write_pdf(target, pdf_variant=VARIANT)
    except NotOurs as error:
        raise MissingAsset(str(error)) from None
    finally:
        logger.removeHandler(complaints)
    missing = {chr(code) for font in document.fonts.values() for code in font.missing}
    if missing:
        raise MissingGlyph(missing)
    if complaints.lines:
        raise PrintFailed("; ".join(complaints.lines))
    return target.getvalue()
