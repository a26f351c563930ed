import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from workshops.documents.attendee_sheet import (
    BOX_WIDTHS,
    PRINTED_WIDTH,
    AttendeeSheetContext,
    Column,
    Per,
    SheetEvent,
    SheetRow,
    attendee_sheet_page,
    groups,
    layout,
    sheets,
)
from workshops.domain.enums import WorkshopStatus, WorkshopType
from workshops.domain.offices import Paper

CHOICES = [chosen for size in range(5) for chosen in combinations(Column, size)]


def sheet(events: int = 0, columns: tuple[Column, ...] = tuple(Column), paper: Paper = "A4") -> AttendeeSheetContext:
    return AttendeeSheetContext(
        reference="MNG-2024-003",
        sheet_id="MNG-2024-003/7K3F9QXA",
        title="Border management",
        type=WorkshopType.WORKSHOP,
        status=WorkshopStatus.COMPLETED,
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
        context = sheet(events, columns, paper)
        made = layout(context, context.events)
        assert [event for group in made.groups for event in group] == (
            list(sheet(events).events) or [SheetEvent(title="")]
        )
        assert made.box_width >= BOX_WIDTHS[-1]
        others = 61 + sum({"sex": 10, "agency": 48, "phone": 30, "email": 40}[column] for column in columns)
        assert others + made.box_width * max(map(len, made.groups)) <= PRINTED_WIDTH[paper]


def test_many_events_are_shared_evenly_among_tables() -> None:
    context = sheet(12, (Column.SEX, Column.AGENCY))
    assert [len(group) for group in layout(context, context.events).groups] == [4, 4, 4]


def test_columns_stand_in_one_order_however_they_were_chosen() -> None:
    assert layout(sheet(columns=(Column.PHONE, Column.SEX)), []).columns == [Column.SEX, Column.PHONE]


def test_there_are_five_blank_rows_unless_another_number_is_said() -> None:
    assert [number for group in groups(sheet(), "en") for number, _row in group.rows] == [1, 2, 3, 4, 5]


def test_phone_and_email_are_printed_only_if_chosen() -> None:
    row = SheetRow(name="Kieran Best", phone="+976 7014 3100", email="kieran@example.org")
    context = sheet(1, (Column.AGENCY,))
    html = attendee_sheet_page(AttendeeSheetContext(**{**vars(context), "rows": [row]}), "en")
    assert "Kieran Best" in html
    assert re.search("7014|kieran@", html) is None


DAYS = [SheetEvent(title=title, day=date(2024, 5, day)) for title, day in (("Opening", 6), ("Visit", 6), ("Exam", 7))]


def programme(per: Per, **changes: Any) -> AttendeeSheetContext:
    return replace(sheet(), events=DAYS, per=per, **changes)


def test_one_sheet_for_all_events() -> None:
    (made,) = sheets(programme(Per.WORKSHOP, columns=()))
    assert made.sheet_id == "MNG-2024-003/7K3F9QXA"
    assert made.layout.groups == [DAYS]


def test_one_sheet_for_each_day() -> None:
    made = sheets(programme(Per.DAY))
    assert [(each.sheet_id[-2:], each.day, each.layout.groups) for each in made] == [
        ("-1", date(2024, 5, 6), [DAYS[:2]]),
        ("-2", date(2024, 5, 7), [DAYS[2:]]),
    ]


def test_one_sheet_for_each_event_says_which() -> None:
    assert [each.event for each in sheets(programme(Per.EVENT))] == DAYS
    html = attendee_sheet_page(programme(Per.EVENT), "fr")
    assert re.findall(r"<strong>\s*(.*?)\s*</strong>", html, re.S)[:1] == ['6 mai 2024 · <bdi dir="ltr">Opening</bdi>']


def test_without_a_programme_there_is_one_sheet_whatever_is_asked_for() -> None:
    assert len(sheets(replace(sheet(), per=Per.DAY))) == 1


def test_people_stand_under_their_agencies_and_are_numbered_through() -> None:
    rows = [SheetRow(name=name, agency=agency) for name, agency in (("A", "X"), ("B", "X"), ("C", "Y"), ("D", ""))]
    made = groups(replace(sheet(), rows=rows, under_agencies=True), "fr")
    assert [(group.heading, [number for number, _row in group.rows]) for group in made] == [
        ("X", [1, 2]),
        ("Y", [3]),
        ("Sans organisme indiqué", [4]),
        ("Autres personnes présentes", [5, 6, 7, 8, 9]),
    ]
