"""A brief takes two pages at most, whatever the record holds, and never loses what a funder looks for first."""

import io

import pypdfium2
import pytest
from PIL import Image

from tests.pictured.brief import full_brief, unbroken_brief, very_full_brief
from workshops.documents.both import Languages
from workshops.documents.brief import brief_page
from workshops.documents.engine import to_pdf
from workshops.documents.fonts import SCRIPTS
from workshops.documents.letterhead import Logo, picture

STOPS = {"Han": "。", "Devanagari": "। "}
LANGUAGES: list[Languages] = ["en", ("fr", "en")]


FOOT, MARGINS, MARGIN = 57, 108, 49
"""Points: the foot of a page of A4, that with its head, and what is free at its side, but for a point or two."""


def printed(page: str) -> tuple[list[str], float]:
    """What its pages say, and the share of the last one that is filled."""
    with pypdfium2.PdfDocument(io.BytesIO(to_pdf(page))) as document:
        pages = [page.get_textpage() for page in document]
        bottoms = (pages[-1].get_rect(number)[1] for number in range(pages[-1].count_rects()))
        height = document[0].get_height() - MARGINS
        filled = 1 - (min(bottom for bottom in bottoms if bottom > FOOT) - FOOT) / height
        return [" ".join(page.get_text_range().split()) for page in pages], filled


@pytest.mark.parametrize(("number", "script"), list(enumerate(SCRIPTS)))
def test_a_very_full_brief_takes_two_pages(number: int, script: str) -> None:
    context = very_full_brief(SCRIPTS[script], STOPS.get(script, ". "), times=4)
    languages = LANGUAGES[number % 2]
    page = brief_page(context, languages)
    assert page == brief_page(context, languages)
    pages, filled = printed(page)
    assert len(pages) == 2
    assert filled > 0.67
    said = " ".join(pages)
    for kept in ("MNG-2024-003", "Immigration Agency, training hall", "Ulaanbaatar", "17", "23", "45"):
        assert kept in said
    assert said.count("Fund ") == 8
    for funder in range(8):
        amount = f"125,00{funder}" if languages == "en" else f"125 00{funder} USD"
        assert amount in said
    assert ("more (see the completion report)" if languages == "en" else "autres (voir le rapport") in said
    assert "…" in page
    whole = "The whole text is in the completion report." if languages == "en" else "Le texte complet se trouve dans le"
    assert said.count(whole) == 2  # below purpose and summary


@pytest.mark.parametrize("letters", ["Wm", "".join(SCRIPTS["Thai"].split())])
def test_names_without_a_space_take_two_pages_too(letters: str) -> None:
    png = io.BytesIO()
    Image.new("RGB", (60, 30), "navy").save(png, "PNG")
    logos = tuple(Logo(picture(png.getvalue(), "image/png"), f"Funder {number}") for number in range(12))
    page = brief_page(unbroken_brief(letters, logos), ("es", "fr"))
    with pypdfium2.PdfDocument(io.BytesIO(to_pdf(page))) as document:
        assert len(document) == 2
        for page in document:
            words = page.get_textpage()
            edges = [words.get_rect(number)[2] for number in range(words.count_rects())]
            assert max(edges) <= page.get_width() - MARGIN


def test_what_nearly_fits_is_set_in_smaller_type_before_anything_is_left_out() -> None:
    context = full_brief(summary=full_brief().summary * 11)
    page = brief_page(context, "en")
    pages, _filled = printed(page)
    assert "dense" in page
    assert len(pages) == 2
    assert " ".join(pages).count("Officials of both agencies") == 55
