"""The first pages of an evidence pack: what is in it, where, and the checksum of each file; and pages made for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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


@dataclass(frozen=True, kw_only=True)
class EvidenceContext(Headed):
    """What the contents say. `lines` are in the order of the pack, groups together."""

    lines: Sequence[EvidenceLine] = ()
    missing: Sequence[str] = ()


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


def contents_page(context: EvidenceContext, language: str, first: int) -> str:
    """Gives the HTML of the contents; `first` is the number of the page on which the first file begins."""
    places, at = [], first
    for line in context.lines:
        places.append((at, at + line.pages - 1) if line.pages else None)
        at += line.pages
    return page("evidence_pack.html", language, workshop=context, places=places)


def release_page(release: PrintedRelease, language: str) -> str:
    """Gives the HTML of a press release; the few words around it are in `language`."""
    return page("evidence_release.html", language, workshop=release)


def picture_page(picture: PrintedPicture, language: str) -> str:
    """Gives the HTML of a page that is a picture."""
    return page("evidence_picture.html", language, workshop=picture)
