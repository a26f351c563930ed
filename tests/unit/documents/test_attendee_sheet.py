import re
from datetime import date
from itertools import combinations

import pytest

from workshops.documents.attendee_sheet import (
    BOX_WIDTHS,
    PRINTED_WIDTH,
    AttendeeSheetContext,
    Column,
    SheetEvent,
    SheetRow,
    attendee_sheet_page,
    layout,
)
from workshops.domain.offices import Paper

CHOICES = [chosen for size in range(5) for chosen in combinations(Column, size)]


def sheet(events: int = 0, columns: tuple[Column, ...] = tuple(Column), paper: Paper = "A4") -> AttendeeSheetContext:
    return AttendeeSheetContext(
        reference="MNG-2024-003",
        sheet_id="MNG-2024-003/7K3F9QXA",
        title="Border management",
        office="Office in Mongolia",
        printed_on=date(2024, 5, 3),
        paper=paper,
        columns=columns,
        events=[SheetEvent(title=f"Session {number}") for number in range(1, events + 1)],
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("columns", CHOICES, ids="+".join)
def test_the_columns_always_fit_the_paper_with_boxes_wide_enough_to_sign(
    columns: tuple[Column, ...], paper: Paper
) -> None:
    for events in range(30):
        made = layout(sheet(events, columns, paper))
        assert [event for group in made.groups for event in group] == (
            list(sheet(events).events) or [SheetEvent(title="")]
        )
        assert made.box_width >= BOX_WIDTHS[-1]
        others = 61 + sum({"sex": 10, "agency": 48, "phone": 30, "email": 40}[column] for column in columns)
        assert others + made.box_width * max(map(len, made.groups)) <= PRINTED_WIDTH[paper]


def test_many_events_are_shared_evenly_among_tables() -> None:
    assert [len(group) for group in layout(sheet(12, (Column.SEX, Column.AGENCY))).groups] == [4, 4, 4]


def test_columns_stand_in_one_order_however_they_were_chosen() -> None:
    assert layout(sheet(1, (Column.PHONE, Column.SEX))).columns == [Column.SEX, Column.PHONE]


def test_there_are_at_least_five_blank_rows() -> None:
    html = attendee_sheet_page(sheet(), "en")
    assert html.count('<tr class="blank">') == 5


def test_phone_and_email_are_printed_only_if_chosen() -> None:
    row = SheetRow(name="Kieran Best", phone="+976 7014 3100", email="kieran@example.org")
    context = sheet(1, (Column.AGENCY,))
    html = attendee_sheet_page(AttendeeSheetContext(**{**vars(context), "rows": [row]}), "en")
    assert "Kieran Best" in html
    assert re.search("7014|kieran@", html) is None
