import re
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser, make_office
from workshops.domain.enums import AttendanceStatus as Mark
from workshops.domain.workshop import EventRow, ParticipantRow, PersonRef, WorkshopDetails
from workshops.models import Attendance, Office, Workshop
from workshops.services import workshops


def register(session: Session, office: Office, *events: EventRow, more: int = 0) -> Workshop:
    people = ("Bat Erdene", "<b>Ana</b> Sousa", "عمر حسن", *(f"Person {number}" for number in range(more)))
    participants = tuple(ParticipantRow(person=PersonRef(full_name=name)) for name in people)
    details = WorkshopDetails(title="Document fraud", events=events, participants=participants)
    made = workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))
    session.commit()
    return made


@pytest.fixture
def workshop(session: Session, office: Office) -> Workshop:
    days = (date(2024, 5, 14), date(2024, 5, 15))
    return register(session, office, *(EventRow(title=f"Day {n}", day=day) for n, day in enumerate(days, 1)))


@pytest.fixture
def path(workshop: Workshop) -> str:
    return f"/workshops/{workshop.reference}/attendance"


def marks(session: Session) -> list[Mark]:
    return list(session.scalars(select(Attendance.status).order_by(Attendance.participation_id, Attendance.event_id)))


def test_the_grid_is_saved_in_one_go(
    session: Session, workshop: Workshop, path: str, organiser_client: Browser
) -> None:
    page = organiser_client.get(path).text
    names = re.findall(r'name="(mark-\d+-\d+)"', page)
    assert len(names) == 6
    assert "&lt;b&gt;Ana&lt;/b&gt; Sousa" in page
    sent = organiser_client.post(path, data=dict(zip(names, ["present", "late", "", "absent", "", ""], strict=True)))
    assert sent.status_code == 303
    assert marks(session) == [Mark.PRESENT, Mark.LATE, Mark.ABSENT]
    again = organiser_client.get(sent.location).text
    assert again.count(" selected>") == 3
    assert session.scalars(select(Attendance.recorded_by_id)).all() == [organiser_client.user.id] * 3


def test_one_event_has_buttons_for_the_thumb(
    session: Session, workshop: Workshop, path: str, organiser_client: Browser
) -> None:
    event = workshop.events[1].id
    page = organiser_client.get(f"{path}?event={event}").text
    assert page.count('type="radio"') == 3 * 6
    assert "Wed 15 May" in page
    first = re.findall(r'name="(mark-\d+-\d+)"', page)[0]
    sent = organiser_client.post(f"{path}?event={event}", data={first: "excused", "all_present": str(event)})
    assert sent.location.endswith(f"?event={event}")
    assert marks(session) == [Mark.EXCUSED, Mark.PRESENT, Mark.PRESENT]
    assert "2 of 3 were there" in organiser_client.get(sent.location).text


def test_many_participants_are_marked_page_by_page(session: Session, office: Office, organiser_client: Browser) -> None:
    workshop = register(session, office, EventRow(title="Day 1"), more=50)
    event = workshop.events[0].id
    first, second = (f"/workshops/{workshop.reference}/attendance?event={event}&page={page}" for page in (1, 2))
    fields = [
        sorted(set(re.findall(r'name="(mark-\d+-\d+)"', organiser_client.get(page).text))) for page in (first, second)
    ]
    assert [len(names) for names in fields] == [50, 3]
    assert organiser_client.post(first, data={fields[0][0]: "absent"}).location.endswith(f"?event={event}&page=1")
    sent = organiser_client.post(second, data={"shown": "", fields[1][0]: "late"})
    page = organiser_client.get(sent.location).text
    assert "1 of 53 were there" in page
    assert f'value="{fields[1][0].removeprefix("mark-")}-late"' in page, "what the other page shows is not sent along"
    organiser_client.post(second, data={"all_present": str(event)})
    assert sorted(marks(session)) == [Mark.ABSENT, Mark.LATE, *[Mark.PRESENT] * 51]


def test_what_another_marked_meanwhile_stays(
    session: Session, workshop: Workshop, path: str, organiser_client: Browser
) -> None:
    opened = organiser_client.get(path).text
    names = re.findall(r'name="(mark-\d+-\d+)"', opened)
    organiser_client.post(path, data={"shown": "", names[0]: "absent"})
    organiser_client.post(path, data={"shown": "", names[0]: "", names[2]: "present"})
    assert marks(session) == [Mark.ABSENT, Mark.PRESENT]


@pytest.mark.parametrize("event", ["all", "0", "999999", "x", "9" * 30])
def test_an_event_that_is_not_shows_all(path: str, organiser_client: Browser, event: str) -> None:
    page = organiser_client.get(path, query_string={"event": event})
    assert page.text.count("<select") == 6


def test_a_viewer_sees_and_marks_nothing(session: Session, path: str, viewer_client: Browser) -> None:
    page = viewer_client.get(path)
    assert page.status_code == 200
    assert "<select" not in page.text
    assert viewer_client.post(path, data={}).status_code == 404


def test_another_office_is_not_found(session: Session, organiser_client: Browser) -> None:
    other = register(session, make_office(session), EventRow(title="Day 1"))
    path = f"/workshops/{other.reference}/attendance"
    assert organiser_client.get(path).status_code == 404
    assert organiser_client.post(path, data={}).status_code == 404
    assert organiser_client.get("/workshops/ABC-2020-001/attendance").status_code == 404


def test_without_an_event_it_says_what_to_do(session: Session, office: Office, organiser_client: Browser) -> None:
    made = register(session, office)
    page = organiser_client.get(f"/workshops/{made.reference}/attendance").text
    assert "no entry at which attendance is taken" in page
