from workshops.domain.enums import AttendanceStatus as Mark
from workshops.forms.attendance import SHOWN, changes, field_name, shown


def test_only_what_was_changed_is_sent_on() -> None:
    opened = {(1, 7): Mark.PRESENT, (2, 7): Mark.LATE, (3, 7): Mark.ABSENT}
    sent = {
        SHOWN: shown(opened),
        field_name(1, 7): "present",
        field_name(2, 7): "excused",
        field_name(3, 7): "",
        field_name(4, 7): "present",
        field_name(5, 7): "",
    }
    assert changes(sent) == {(2, 7): Mark.EXCUSED, (3, 7): None, (4, 7): Mark.PRESENT}


def test_what_no_page_of_ours_sends_is_passed_over() -> None:
    sent = {
        SHOWN: "1-1-asleep x-y-present 0-1-late",
        "mark-1-1": "asleep",
        "mark-0-1": "late",
        "mark-1": "late",
        "mark-99999999999-1": "late",
        "mark-1-1-1": "late",
        "office_id": "late",
    }
    assert changes(sent) == {}
