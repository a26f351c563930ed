"""The first pages of an evidence pack: what is in it, where, and the checksum of each file; and pages made for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workshops.documents.both import Languages
from workshops.documents.headed import Headed
from workshops.documents.pages import page
from workshops.domain.offices import Paper


@dataclass(frozen=True, kw_only=True)
class EvidenceLine:
    """One file: `size` in bytes, `pages` in the joined document (0: it is in the archive only), SHA-256 in hex."""

    group: str
    title: str
    file_name: str
    size: int
    sha256: str
    pages: int


@dataclass(frozen=True)
class MissingLine:
    """Something that could not be put in, and why."""

    title: str
    why: str


@dataclass(frozen=True, kw_only=True)
class EvidenceContext(Headed):
    """What the contents say. `lines` are in the order of the pack, groups together.

    `missing` is what the record has and the pack has not, `not_recorded` what the record has not.
    """

    lines: Sequence[EvidenceLine] = ()
    missing: Sequence[MissingLine] = ()
    not_recorded: Sequence[str] = ()


@dataclass(frozen=True)
class TablePart:
    """Columns that fit beside each other; the first cell of each row says of whom it is. `total` is a last row."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class EvidenceTable(Headed):
    """A table of the record, under a heading; its parts stand below one another."""

    heading: str
    parts: Sequence[TablePart]


@dataclass(frozen=True, kw_only=True)
class PrintedRelease:
    """A press release as pages: its text, and where it came from."""

    headline: str
    text: str
    language: str
    paper: Paper
    office: str
    publisher: str = ""
    published_on: date | None = None
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class PrintedPicture:
    """A picture as a page; `picture` as `letterhead.picture` gives it."""

    title: str
    picture: str
    paper: Paper
    office: str


def contents_page(context: EvidenceContext, languages: Languages, first: int) -> str:
    """Gives the HTML of the contents; `first` is the number of the page on which the first file begins."""
    places, at = [], first
    for line in context.lines:
        places.append((at, at + line.pages - 1) if line.pages else None)
        at += line.pages
    return page("evidence_pack.html", languages, workshop=context, places=places)


def table_page(table: EvidenceTable, languages: Languages) -> str:
    """Gives the HTML of a table of the record, on paper across."""
    return page("evidence_table.html", languages, workshop=table, heading=table.heading)


def release_page(release: PrintedRelease, languages: Languages) -> str:
    """Gives the HTML of a press release; the few words around it are in `languages`."""
    return page("evidence_release.html", languages, workshop=release)


def picture_page(picture: PrintedPicture, languages: Languages) -> str:
    """Gives the HTML of a page that is a picture."""
    return page("evidence_picture.html", languages, workshop=picture)
