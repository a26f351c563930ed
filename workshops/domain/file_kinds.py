"""The kinds of files that can be handed over, told by their content; the ending of a name only says what is meant."""

from dataclasses import dataclass
from enum import StrEnum

from workshops.errors import N_


class FileKind(StrEnum):
    """A kind of file, by the ending of its name."""

    TEXT = "txt"
    CSV = "csv"
    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    SLIDES = "pptx"
    PNG = "png"
    JPEG = "jpg"
    HTML = "html"
    OPEN_TEXT = "odt"
    EMAIL = "eml"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class KindFacts:
    """How a kind is sent to browsers and named to people (with its article)."""

    media_type: str
    name: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
FACTS = {
    FileKind.TEXT: KindFacts("text/plain", N_("a text file")),
    FileKind.CSV: KindFacts("text/csv", N_("a CSV file")),
    FileKind.PDF: KindFacts("application/pdf", N_("a PDF file")),
    FileKind.WORD: KindFacts(_OFFICE + "wordprocessingml.document", N_("a Word file")),
    FileKind.EXCEL: KindFacts(_OFFICE + "spreadsheetml.sheet", N_("an Excel file")),
    FileKind.SLIDES: KindFacts(_OFFICE + "presentationml.presentation", N_("a PowerPoint file")),
    FileKind.PNG: KindFacts("image/png", N_("a PNG picture")),
    FileKind.JPEG: KindFacts("image/jpeg", N_("a JPEG picture")),
    FileKind.HTML: KindFacts("text/html", N_("a web page")),
    FileKind.OPEN_TEXT: KindFacts("application/vnd.oasis.opendocument.text", N_("an OpenDocument text")),
    FileKind.EMAIL: KindFacts("message/rfc822", N_("an e-mail message")),
    FileKind.ZIP: KindFacts("application/zip", N_("a ZIP archive")),
}
TEXTS = (FileKind.TEXT, FileKind.HTML, FileKind.WORD, FileKind.OPEN_TEXT, FileKind.PDF, FileKind.EMAIL)
"""Kinds that hold a text which can be read."""
OLD_OR_MACROS = frozenset(
    ("doc", "dot", "docm", "dotm")
    + ("xls", "xlt", "xlm", "xlsm", "xltm", "xlsb", "xlam")
    + ("ppt", "pot", "pps", "pptm", "potm", "ppam", "ppsm")
)
"""Endings of Office files that may run something when they are opened."""


def ending(file_name: str) -> str:
    """The ending of a name in small letters without its point, "" for none; "jpeg" counts as "jpg", "htm" as "html"."""
    _stem, point, last = file_name.rpartition(".")
    last = last.lower() if point else ""
    return {"jpeg": "jpg", "htm": "html"}.get(last, last)
