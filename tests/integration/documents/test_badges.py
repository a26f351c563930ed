"""Badges and name cards: stamped or laid out they are the same, of every size; no name is ever cut."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from tests.integration.documents import comparing
from tests.pictured.badges import NAMES, badges, line
from tests.pictured.name_cards import name_cards
from workshops.documents import engine
from workshops.documents.badges import BadgeLine, BadgesContext, BadgeSize, badges_page, badges_stamps
from workshops.documents.both import Both
from workshops.documents.name_cards import NameCardsContext, name_cards_page, name_cards_stamps
from workshops.documents.problems import CannotStamp
from workshops.documents.slots import SlotStamps

LONG = "Wolfeschlegelsteinhausenbergerdorff Maximiliane Wilhelmine von Schwarzburg Rudolstadt Sondershausen"


def stamped(stamps: SlotStamps) -> bytes:
    return engine.stamped_slots(stamps.specimen, stamps.pieces, stamps.places)


def assert_same(context: BadgesContext, languages: tuple[str, ...] = ("en",)) -> int:
    return comparing.assert_same(
        engine.to_pdf(badges_page(context, languages)), stamped(badges_stamps(context, languages))
    )


BOTH = ("fr", "en")


def bilingual() -> list[BadgeLine]:
    """People whose agency and country have another name, one written from right to left, in the second language."""
    agency = Both({"fr": "Ministère du travail", "en": "وزارة العمل"})
    country, post = Both({"fr": "Mongolie", "en": "Mongolia"}), Both({"fr": "Formatrice", "en": "Trainer"})
    return [line(number, **given) for number in (1, 2, 4) for given in ({}, {"agency": agency, "country": country})] + [
        line(5, agency=agency, country=country, post=post)
    ]


@pytest.mark.parametrize("size", BadgeSize)
def test_one_badge_on_each_page_of_its_size(size: BadgeSize) -> None:
    context = badges(13, size=size)
    assert assert_same(context) == 13
    assert assert_same(replace(context, people=bilingual()), BOTH) == 7
    width, height = (int(side) * 72 / 25.4 for side in size.value.split("x"))
    with pikepdf.open(io.BytesIO(stamped(badges_stamps(context, ("en",))))) as document:
        for page in document.pages:
            assert [float(edge) for edge in page.mediabox[2:]] == pytest.approx([width, height], abs=0.01)


@pytest.mark.parametrize(("size", "pages"), [("86x54", 3), ("90x60", 3), ("105x74", 8), ("148x105", 12)])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_sheets_of_badges_the_last_of_them_not_full(size: str, pages: int, paper: str) -> None:
    assert assert_same(badges(23, size=BadgeSize(size), on_sheets=True, paper=paper)) == pages


@pytest.mark.parametrize("size", BadgeSize)
def test_long_names_get_smaller_and_are_never_cut(size: BadgeSize) -> None:
    names = [LONG, "M" * 40, NAMES[9] * 4, NAMES[10] * 6, NAMES[3] * 6, " ".join(NAMES[:3])]
    people = [line(1, name=name, native_name=name, agency=name, post=name) for name in names]
    context = replace(badges(), size=size, people=people)
    try:
        made = stamped(badges_stamps(context, ("en",)))
    except CannotStamp:
        made = engine.to_pdf(badges_page(context, ("en",)))
    words = re.sub(r"\s", "", "".join(words for words, _picture in comparing.pages(made)))
    assert words.count(LONG.replace(" ", "")) == words.count("M" * 40) == 4
    with pikepdf.open(io.BytesIO(made)) as document:
        assert len(document.pages) == len(names)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_name_cards_are_the_same_laid_out_or_stamped(paper: str) -> None:
    context = name_cards(13, paper=paper)
    quick = stamped(name_cards_stamps(context, ("en",)))
    assert comparing.assert_same(engine.to_pdf(name_cards_page(context, ("en",))), quick) == 13
    context = replace(context, people=bilingual())
    quick = stamped(name_cards_stamps(context, BOTH))
    assert comparing.assert_same(engine.to_pdf(name_cards_page(context, BOTH)), quick) == 7


def test_a_name_card_says_the_name_on_both_sides_and_is_found_by_it_once() -> None:
    context: NameCardsContext = name_cards(12)
    made = stamped(name_cards_stamps(context, ("en",)))
    for (words, _picture), one in zip(comparing.pages(made), context.people, strict=True):
        if one.name.isascii():
            assert words.count(one.name) == 2
    with pikepdf.open(io.BytesIO(made)) as document, document.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [one.name for one in context.people]


def test_a_badge_tells_the_role_in_words() -> None:
    words = " ".join(words for words, _picture in comparing.pages(stamped(badges_stamps(badges(3), ("fr",)))))
    assert [role in words for role in ("PARTICIPANT", "EXPERT", "ORGANISATEUR")] == [True] * 3
