"""Badges of several sizes, one on each page or many on a sheet to be cut."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from workshops.documents.both import Both, alone, in_language
from workshops.documents.letterhead import Letterhead
from workshops.documents.pages import page
from workshops.documents.slots import Piece, Sheets, SlotStamps, Value, sheets_of, slot_stamps
from workshops.documents.text_width import BOLD, Step, fitting, lines_needed
from workshops.domain.offices import Paper

COUNTRY: Final = 0.55  # of the width of the text, as in badges.css


class BadgeSize(StrEnum):
    """Width and height in mm."""

    CARD = "86x54"
    USUAL = "90x60"
    LARGE = "105x74"
    A6 = "148x105"


class BadgeRole(StrEnum):
    """What somebody is at a workshop, told by a word and by a line of its own kind."""

    PARTICIPANT = "participant"
    EXPERT = "expert"
    ORGANISER = "organiser"


class Types(NamedTuple):
    """The sizes of type on a badge, for a width of text in points."""

    width: float
    name: tuple[Step, ...]
    second: tuple[Step, ...]
    agency: tuple[Step, ...]
    post: tuple[Step, ...]
    country: tuple[Step, ...]


TYPES: Final = {
    BadgeSize.CARD: Types(
        220,
        (Step(22), Step(18), Step(14, 2), Step(11, 2), Step(9, 3)),
        (Step(11), Step(9), Step(7, 2)),
        (Step(9), Step(8, 2), Step(7, 2)),
        (Step(8), Step(7, 2), Step(6, 2)),
        (Step(8), Step(7, 2)),
    ),
    BadgeSize.USUAL: Types(
        231,
        (Step(24), Step(20), Step(16, 2), Step(12, 2), Step(10, 3)),
        (Step(12), Step(10), Step(8, 2)),
        (Step(10), Step(9, 2), Step(8, 2)),
        (Step(9), Step(8, 2), Step(7, 2)),
        (Step(8.5), Step(7, 2)),
    ),
    BadgeSize.LARGE: Types(
        274,
        (Step(28), Step(24), Step(20, 2), Step(16, 2), Step(12, 3)),
        (Step(14), Step(12), Step(10, 2)),
        (Step(12), Step(11, 2), Step(9, 2)),
        (Step(11), Step(10, 2), Step(8, 2)),
        (Step(10), Step(8, 2)),
    ),
    BadgeSize.A6: Types(
        390,
        (Step(40), Step(32), Step(28, 2), Step(22, 2), Step(16, 3)),
        (Step(20), Step(16), Step(13, 2)),
        (Step(18), Step(16, 2), Step(13, 2)),
        (Step(16), Step(14, 2), Step(11, 2)),
        (Step(14), Step(11, 2)),
    ),
}
ON_A_SHEET: Final = {BadgeSize.CARD: 10, BadgeSize.USUAL: 8, BadgeSize.LARGE: 3, BadgeSize.A6: 2}
"""As many as both A4 and Letter hold beside the marks to cut by."""


@dataclass(frozen=True, kw_only=True)
class BadgeLine:
    """Somebody who gets a badge or a name card. `native_name` is the name in its own script where that is another.

    Agency, post and country stand in both languages of the document where both find room.
    """

    name: str
    native_name: str = ""
    agency: str = ""
    post: str = ""
    country: str = ""
    role: BadgeRole = BadgeRole.PARTICIPANT


@dataclass(frozen=True, kw_only=True)
class BadgesContext:
    """The badges of a workshop. `title` is that of the file, `short_title` stands on each badge."""

    title: str
    short_title: str
    office: str
    people: Sequence[BadgeLine]
    size: BadgeSize = BadgeSize.USUAL
    on_sheets: bool = False
    paper: Paper = "A4"
    letterhead: Letterhead = field(default_factory=Letterhead)

    @property
    def places(self) -> int:
        """How many stand on a page."""
        return ON_A_SHEET[self.size] if self.on_sheets else 1


def badges_page(context: BadgesContext, languages: tuple[str, ...]) -> str:
    """Gives the HTML of the badges, to be rendered."""
    return _page(context, languages)(sheets_of(_pieces(context), context.places))


def badges_stamps(context: BadgesContext, languages: tuple[str, ...]) -> SlotStamps:
    """Gives the badges as values to be set into specimens; these say nothing of the people."""
    return slot_stamps(_pieces(context), _page(context, languages), context.places)


def in_both(name: str, texts: Sequence[str], width: float, steps: Sequence[Step]) -> Iterator[tuple[str, Value]]:
    """The texts after each other for a slot: in both languages of the document where there is room for both, one under
    the other, else in its own. The width is in points.
    """
    languages = dict.fromkeys(code for text in texts if isinstance(text, Both) for code in text.parts)
    said = {"": ", ".join(map(alone, texts))}
    said |= {code: ", ".join(in_language(text, code) for text in texts) for code in list(languages)[1:]}
    if lines_needed("\n".join(said.values()), width / steps[-1].size) > steps[-1].lines:
        said = {"": said[""]}
    size = fitting("\n".join(said.values()), width, steps)
    for number, (language, text) in enumerate(said.items()):
        yield f"{name}-{number}", Value(text, size, language)


def _page(context: BadgesContext, languages: tuple[str, ...]) -> Callable[[Sheets], str]:
    return lambda sheets: page("badges.html", languages, workshop=context, sheets=sheets)


def _pieces(context: BadgesContext) -> list[Piece]:
    types = TYPES[context.size]
    return [Piece(dict(_values(one, types)), look=one.role.value) for one in context.people]


def _values(one: BadgeLine, types: Types) -> Iterator[tuple[str, Value]]:
    """What stands in the slots, in reading order."""
    yield "name", Value(one.name, fitting(one.name, types.width / BOLD, types.name))
    texts = (
        ("second", one.native_name, types.second),
        ("agency", one.agency, types.agency),
        ("post", one.post, types.post),
    )
    for name, text, steps in texts:
        if text:
            yield from in_both(name, [text], types.width, steps)
    if one.country:
        yield from in_both("country", [one.country], types.width * COUNTRY, types.country)
