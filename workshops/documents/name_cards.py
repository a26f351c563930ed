"""Table name cards: a sheet folded in the middle, on which the name is read from both sides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshops.documents.badges import BadgeLine, in_both
from workshops.documents.letterhead import Letterhead
from workshops.documents.pages import page
from workshops.documents.slots import Piece, Sheets, SlotStamps, Value, sheets_of, slot_stamps
from workshops.documents.text_width import BOLD, Step, fitting
from workshops.domain.offices import Paper

WIDTHS: Final = {"A4": 720.0, "Letter": 670.0}  # points between the sides of the text
NAME_STEPS: Final = (Step(72), Step(60), Step(48), Step(40, 2), Step(32, 2), Step(24, 3))
SECOND_STEPS: Final = (Step(32), Step(26), Step(20, 2))
AGENCY_STEPS: Final = (Step(22), Step(18), Step(14, 2))
SIDES: Final = ("front", "back")


@dataclass(frozen=True, kw_only=True)
class NameCardsContext:
    """The name cards of a workshop. `title` is that of the file, `short_title` stands small on each card."""

    title: str
    short_title: str
    office: str
    people: Sequence[BadgeLine]
    paper: Paper = "A4"
    letterhead: Letterhead = field(default_factory=Letterhead)


def name_cards_page(context: NameCardsContext, languages: tuple[str, ...]) -> str:
    """Gives the HTML of the cards, to be rendered."""
    return _page(context, languages)(sheets_of(_pieces(context)))


def name_cards_stamps(context: NameCardsContext, languages: tuple[str, ...]) -> SlotStamps:
    """Gives the cards as values to be set into specimens; these say nothing of the people."""
    return slot_stamps(_pieces(context), _page(context, languages))


def _page(context: NameCardsContext, languages: tuple[str, ...]) -> Callable[[Sheets], str]:
    return lambda sheets: page("name_cards.html", languages, workshop=context, sheets=sheets, sides=SIDES)


def _pieces(context: NameCardsContext) -> list[Piece]:
    width = WIDTHS[context.paper]
    return [
        Piece({name: value for side in SIDES for name, value in _values(one, width, side)}) for one in context.people
    ]


def _values(one: BadgeLine, width: float, side: str) -> Iterator[tuple[str, Value]]:
    """What stands in the slots of one side, in reading order."""
    yield f"name-{side}", Value(one.name, fitting(one.name, width / BOLD, NAME_STEPS))
    if one.native_name:
        yield f"second-{side}", Value(one.native_name, fitting(one.native_name, width, SECOND_STEPS))
    if texts := [text for text in (one.agency, one.country) if text]:
        yield from in_both(f"agency-{side}", texts, width, AGENCY_STEPS)
