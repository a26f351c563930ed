"""Characters that no font of this server has: which of a text's they are, and where in the record they stand."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import chain
from typing import Final

from sqlalchemy import inspect

from workshops.documents import renderer
from workshops.documents.problems import MissingGlyph
from workshops.documents.texts_with import texts_with
from workshops.errors import WorkshopsError
from workshops.models import Base, Workshop

ALWAYS_THERE: Final = "\u0530"
"""Latin, Greek and Cyrillic letters stand before it: every font that sets our documents has them."""
_PAGE: Final = "<!DOCTYPE html><html lang=en><title>.</title><p>"
_NOT_PRINTED: Final = frozenset(("folded_name", "folded_label", "folded_title"))


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the record and where it is changed: the table of its row, the id of that, and the column."""

    table: str
    row_id: int
    column: str
    text: str


def refusal(texts: Collection[str]) -> MissingGlyph | None:
    """The error with which a document of these texts would be refused.

    None where all of them can be printed, and where the server cannot print at all: that is said elsewhere.
    """
    characters = sorted({each for each in chain.from_iterable(texts) if each >= ALWAYS_THERE})
    try:
        missing = _without_font(" ".join(characters)) if characters else ()
    except WorkshopsError:
        return None
    return MissingGlyph(missing, texts_with(texts, missing)) if missing else None


@lru_cache(maxsize=50)
def _without_font(characters: str) -> frozenset[str]:
    """Only the print itself can tell."""
    try:
        renderer.shared().render(_PAGE + escape(characters))
    except MissingGlyph as missing:
        return frozenset(missing.characters)
    return frozenset()


def places(record: object, missing: MissingGlyph) -> list[Place]:
    """Where in the record of a workshop stand the texts that a document of it could not print, one for each row."""
    if not isinstance(record, Workshop):
        return []
    found: dict[tuple[str, int], Place] = {}
    for row in _rows(record):
        for attribute in inspect(type(row)).column_attrs:
            text = getattr(row, attribute.key)
            if attribute.key not in _NOT_PRINTED and isinstance(text, str) and _is_in(text, missing):
                table = row.__tablename__
                found.setdefault((table, row.id), Place(table, row.id, attribute.key, text))
    return list(found.values())


def _is_in(text: str, missing: MissingGlyph) -> bool:
    """Whether a text of the record is what is printed, or a part of it."""
    return missing.is_in(text) and any(text in printed or printed in text for printed in missing.texts)


def _rows(workshop: Workshop) -> Iterator[Base]:
    """All that a document of a workshop is made from, as `workshops.find` has loaded it."""
    yield workshop
    rows = (workshop.agencies, workshop.engagements, workshop.fundings, workshop.participations)
    for row in chain(*rows):
        yield row
        yield from filter(None, (getattr(row, "person", None), getattr(row, "agency", None)))
    yield from chain(workshop.events, workshop.contacts, workshop.quotes, workshop.topics)
    yield from filter(None, [workshop.project])
