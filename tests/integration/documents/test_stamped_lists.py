"""Stamped lists of participants are the lists that the layout of the whole page gives."""

import pytest

from tests.integration.documents import comparing
from tests.pictured.participant_list import full_list
from workshops.documents.engine import stamped, to_pdf
from workshops.documents.participant_list import (
    Column,
    ParticipantListContext,
    is_across,
    participant_list_page,
    participant_stamps,
)
from workshops.documents.problems import CannotStamp
from workshops.domain.offices import Paper


def assert_same(context: ParticipantListContext, language: str = "en") -> int:
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


def test_a_list_of_nobody_is_laid_out_as_a_whole() -> None:
    stamps = participant_stamps(full_list(rows=()), "en")
    with pytest.raises(CannotStamp):
        stamped(stamps.specimen, stamps.rows)
