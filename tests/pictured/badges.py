"""Badges and name cards with names in every script."""

from functools import partial

from workshops.documents import fonts
from workshops.documents.badges import BadgeLine, BadgeRole, BadgesContext, BadgeSize, badges_page

NAMES = list(fonts.SCRIPTS.values())
ROLES = list(BadgeRole)


def line(number: int, **changes: object) -> BadgeLine:
    """Somebody with every part filled in for most numbers, whose name is in the script of that number."""
    values: dict[str, object] = {
        "name": f"Ana-María Núñez {number}" if number % 3 else f"{NAMES[number % 12]} {number}",
        "native_name": f"{NAMES[number % 12]} {number}" if number % 3 else "",
        "agency": "General Authority for Border Protection" if number % 4 else "",
        "post": "Senior officer, passport control" if number % 5 else "",
        "country": "Mongolia" if number % 2 else "",
        "role": ROLES[number % 3],
    }
    return BadgeLine(**{**values, **changes})  # type: ignore[arg-type]


def badges(people: int = 12, **changes: object) -> BadgesContext:
    """So many badges, in which single values can be changed."""
    values: dict[str, object] = {
        "title": "MNG-2024-003 Badges",
        "short_title": "Border management and the detection of fraudulent travel documents",
        "office": "Office in Mongolia",
        "people": [line(number + 1) for number in range(people)],
    }
    return BadgesContext(**{**values, **changes})  # type: ignore[arg-type]


def _pdf(people: int, size: BadgeSize, on_sheets: bool) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    return to_pdf(badges_page(badges(people, size=size, on_sheets=on_sheets), ("en",)))


PICTURES = {
    "badges-en": partial(_pdf, 3, BadgeSize.USUAL, False),
    "badges-sheet-en": partial(_pdf, 13, BadgeSize.CARD, True),
}
