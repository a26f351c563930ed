"""Name cards with names in every script."""

from functools import partial

from tests.pictured.badges import line
from workshops.documents.name_cards import NameCardsContext, name_cards_page


def name_cards(people: int = 12, **changes: object) -> NameCardsContext:
    """So many cards, in which single values can be changed."""
    values: dict[str, object] = {
        "title": "MNG-2024-003 Name cards",
        "short_title": "Border management and the detection of fraudulent travel documents",
        "office": "Office in Mongolia",
        "people": [line(number + 1) for number in range(people)],
    }
    return NameCardsContext(**{**values, **changes})  # type: ignore[arg-type]


def _pdf(people: int) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    return to_pdf(name_cards_page(name_cards(people), ("en",)))


PICTURES = {"name-cards": partial(_pdf, 3)}
