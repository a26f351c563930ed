"""Stamped lists of participants are the lists that the layout of the whole page gives."""

import io

import pikepdf
import pytest

from tests.integration.documents import comparing
from tests.pictured.participant_list import full_list
from workshops.documents.both import Both, Languages
from workshops.documents.engine import stamped, to_pdf
from workshops.documents.participant_list import (
    Column,
    ListRow,
    ParticipantListContext,
    is_across,
    participant_list_page,
    participant_stamps,
)
from workshops.documents.problems import CannotStamp
from workshops.domain.offices import Paper


def assert_same(context: ParticipantListContext, language: Languages = "en") -> int:
    stamps = participant_stamps(context, language)
    return comparing.assert_same(
        to_pdf(participant_list_page(context, language)), stamped(stamps.specimen, stamps.rows)
    )


@pytest.mark.parametrize("people", [1, 12, 30, 31, 32, 33, 34, 90])
def test_however_many_people(people: int) -> None:
    """Among these are lists whose total just fits the last page and just does not."""
    assert_same(full_list(people))


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("columns", [(), (Column.EMAIL, Column.STATUS), tuple(Column)], ids="+".join)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_whatever_columns_and_paper(columns: tuple[Column, ...], paper: Paper, language: str) -> None:
    context = full_list(40, columns=columns, paper=paper, under_agencies=True)
    assert is_across(context) == (len(columns) > 2)
    assert_same(context, language)


def bilingual(number: int) -> ListRow:
    """One of people whose agencies have a long, a right-to-left, a single or no second name."""
    long = "Autorité générale de la protection des frontières et du contrôle des documents de voyage"
    agencies = [
        Both({"fr": long, "en": "General Authority for Border Protection"}),
        Both({"fr": "Ministère de la santé", "en": "وزارة الصحة"}),
        *("Interpol", ""),
    ]
    country = Both({"fr": "Mongolie", "en": "Mongolia"}) if number % 3 else "Iran"
    return ListRow(
        name=f"Ana {number}",
        agency=agencies[number // 2 % 4],
        position="" if number % 5 else "Cheffe",
        country=country,
        status=Both({"fr": "Confirmé", "en": "Confirmed"}),
    )


@pytest.mark.parametrize("under_agencies", [False, True])
def test_rows_in_two_languages_tell_which_words_are_of_which(under_agencies: bool) -> None:
    rows = [bilingual(number) for number in range(30)]
    columns = (Column.AGENCY, Column.COUNTRY, Column.STATUS)
    context = full_list(rows=rows, columns=columns, under_agencies=under_agencies)
    assert assert_same(context, ("fr", "en")) > 1
    stamps = participant_stamps(context, ("fr", "en"))
    with pikepdf.open(io.BytesIO(stamped(stamps.specimen, stamps.rows))) as pdf:
        spans = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Span"]
        inside = [str(span.Lang) for span in spans if "/Lang" in span and span.P.S in ("/TD", "/TH")]
        assert inside.count("en") == inside.count("fr") >= 30 + 20


def test_a_list_of_nobody_is_laid_out_as_a_whole() -> None:
    stamps = participant_stamps(full_list(rows=()), "en")
    with pytest.raises(CannotStamp):
        stamped(stamps.specimen, stamps.rows)
