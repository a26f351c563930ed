"""A brief takes two pages at most, whatever the record holds, and never loses what a funder looks for first."""

import io

import pypdfium2
import pytest

from tests.pictured.brief import full_brief, very_full_brief
from workshops.documents.both import Languages
from workshops.documents.brief import brief_page
from workshops.documents.engine import to_pdf
from workshops.documents.fonts import SCRIPTS

STOPS = {"Han": "。", "Devanagari": "। "}
LANGUAGES: list[Languages] = ["en", ("fr", "en")]


def printed(page: str) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(to_pdf(page))) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize(("number", "script"), list(enumerate(SCRIPTS)))
def test_a_very_full_brief_takes_two_pages(number: int, script: str) -> None:
    context = very_full_brief(SCRIPTS[script], STOPS.get(script, ". "), times=4)
    languages = LANGUAGES[number % 2]
    page = brief_page(context, languages)
    assert page == brief_page(context, languages)
    pages = printed(page)
    assert len(pages) == 2
    said = " ".join(pages)
    for kept in ("MNG-2024-003", "Immigration Agency, training hall", "Ulaanbaatar", "17", "23", "45"):
        assert kept in said
    assert said.count("Fund ") == 8
    for funder in range(8):
        amount = f"125,00{funder}" if languages == "en" else f"125 00{funder} USD"
        assert amount in said
    assert ("more (see the completion report)" if languages == "en" else "autres (voir le rapport") in said
    assert "…" in page


def test_what_nearly_fits_is_set_in_smaller_type_before_anything_is_left_out() -> None:
    context = full_brief(summary=full_brief().summary * 11)
    page = brief_page(context, "en")
    pages = printed(page)
    assert "dense" in page
    assert len(pages) == 2
    assert " ".join(pages).count("Officials of both agencies") == 55
