from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office, make_user
from workshops.domain.access import Actor
from workshops.domain.enums import Role, WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import WorkshopDetails
from workshops.extensions import db
from workshops.models import Office, PressRelease
from workshops.services import audit, workshop_acts, workshops
from workshops.services.today import SHOWN, TO_COMPLETE_SHOWN, Today, today

DAY = date(2026, 5, 6)


@pytest.fixture
def actor(session: Session, office: Office) -> Actor:
    actor = an_organiser(session, office)
    audit.act_as(session, actor)
    return actor


def add(
    session: Session,
    actor: Actor,
    title: str,
    starts_on: str = "",
    ends_on: str = "",
    status: WorkshopStatus = WorkshopStatus.CONFIRMED,
) -> str:
    """Registers a workshop in the actor's office and gives its reference."""
    details = WorkshopDetails(
        title=title,
        status=status,
        starts_on=PartialDate.parse(starts_on) if starts_on else None,
        ends_on=PartialDate.parse(ends_on) if ends_on else None,
    )
    assert actor.office_id is not None
    return workshops.register(session, details=details, office_id=actor.office_id, by=actor).reference


def shown(session: Session, actor: Actor) -> Today:
    session.flush()
    session.expunge_all()
    return today(session, day=DAY, by=actor)


def test_what_is_held_today_runs(session: Session, actor: Actor) -> None:
    add(session, actor, "Ends today", "2026-05-04", "2026-05-06")
    add(session, actor, "Only today", "2026-05-06")
    add(session, actor, "Goes on", "2026-05-06", "2026-05-20", WorkshopStatus.ONGOING)
    add(session, actor, "Ended yesterday", "2026-05-04", "2026-05-05")
    add(session, actor, "Begins tomorrow", "2026-05-07", "2026-05-08")
    add(session, actor, "Some time in May", "2026-05", "2026-05")
    add(session, actor, "No date yet")
    workshop_acts.cancel(session, reference=add(session, actor, "Called off", "2026-05-06"), reason="War", by=actor)
    found = shown(session, actor)
    assert [line.title for line in found.running] == ["Ends today", "Goes on", "Only today"]
    assert [line.title for line in found.coming] == ["Begins tomorrow"]


def test_the_next_ones_come_soonest_first(session: Session, actor: Actor) -> None:
    for number in range(SHOWN + 2, 0, -1):
        add(session, actor, f"In {number} months", f"2026-{5 + number:02}-10")
    assert [line.title for line in shown(session, actor).coming] == [f"In {n} months" for n in range(1, SHOWN + 1)]


def test_what_is_over_is_to_be_completed_oldest_first(session: Session, actor: Actor) -> None:
    add(session, actor, "Newer", "2026-05-04", "2026-05-05")
    add(session, actor, "Older", "2024")
    add(session, actor, "A draft", "2020", status=WorkshopStatus.DRAFT)
    add(session, actor, "Runs", "2026-05-06")
    found = shown(session, actor)
    assert [entry.workshop.title for entry in found.to_complete] == ["Older", "Newer"]
    assert found.to_complete_count == 2
    assert [lack.field for lack in found.to_complete[1].missing][:2] == ["country_code", "city"]


def test_nothing_of_another_office_is_shown(session: Session, actor: Actor) -> None:
    other = an_organiser(session, make_office(session))
    add(session, other, "Theirs", "2026-05-06")
    add(session, other, "Theirs too", "2020")
    session.add(PressRelease(office_id=other.office_id, sha256="a", text="Theirs"))
    found = shown(session, actor)
    assert found == Today((), (), (), 0, (), 0, ())
    headquarters = Actor(user_id=None, name="HQ", role=Role.VIEWER, office_id=None)
    assert len(shown(session, headquarters).running) == 1


def test_press_releases_wait_oldest_first_with_a_title(session: Session, actor: Actor) -> None:
    for number in range(SHOWN + 1):
        headline = "" if number == 0 else f"Release {number}"
        release = PressRelease(
            office_id=actor.office_id, sha256=str(number), text="…", headline=headline, file_name="a.txt"
        )
        session.add(release)
        session.flush()
    found = shown(session, actor)
    assert [release.title for release in found.to_review][:2] == ["a.txt", "Release 1"]
    assert (len(found.to_review), found.to_review_count) == (SHOWN, SHOWN + 1)


def test_the_number_of_statements_does_not_grow(session: Session, actor: Actor) -> None:
    counts = []
    for _ in range(2):
        for number in range(TO_COMPLETE_SHOWN + 2):
            add(session, actor, f"Over {number}", "2024-05-01", "2024-05-02")
            add(session, actor, f"Coming {number}", "2027-05-01", "2027-05-02")
        session.flush()
        session.expunge_all()
        with counted_statements(db.engine) as statements:
            today(session, day=DAY, by=actor)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 16


def test_recent_work_is_ones_own_the_last_first(session: Session, office: Office) -> None:
    me, colleague = (
        Actor(user_id=make_user(session, office=office).id, name="A", role=Role.ORGANISER, office_id=office.id)
        for _ in range(2)
    )
    references = []
    for who, title in ((me, "First"), (me, "Second"), (colleague, "Not mine")):
        audit.act_as(session, who)
        references.append(add(session, who, title))
    audit.act_as(session, me)
    workshop_acts.postpone(session, reference=references[0], reason="Rain", by=me)
    assert [entry.workshop.title for entry in shown(session, me).recent] == ["First", "Second"]
