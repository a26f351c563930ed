"""The page of a workshop and the list of all: what they show, to whom, at what cost; and what is done there."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from workshops.domain import workshop as w
from workshops.domain.enums import AgencyRole, WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.extensions import db
from workshops.models import AuditEntry, Office, PressRelease, Workshop
from workshops.services import workshops

TODAY = datetime.now(UTC).date()


def registered(session: Session, office: Office, **details: object) -> Workshop:
    """A stored workshop that says this and nothing else."""
    said = w.WorkshopDetails(**{"title": "Visas", **details})  # type: ignore[arg-type]
    workshop = workshops.register(session, details=said, office_id=office.id, by=an_organiser(session, office))
    session.commit()
    return workshop


def complete(count: int) -> dict[str, object]:
    """Details that lack nothing, with that many rows of each kind."""
    return {
        "status": WorkshopStatus.COMPLETED,
        "starts_on": PartialDate(2024, 5, 6),
        "ends_on": PartialDate(2024, 5, 10),
        "country_code": "MN",
        "city": "Darkhan",
        "summary": "Five days.",
        "languages": ("mn", "en"),
        "headcount": w.Headcount(women=5, men=6),
        "project": w.ProjectRef(title="Borders for All"),
        "topics": tuple(w.TopicRef(label=f"Topic {n}") for n in range(count)),
        "agencies": tuple(
            w.AgencyRow(agency=w.AgencyRef(name=f"Agency {n}"), role=AgencyRole.ORGANISER) for n in range(count)
        ),
        "experts": tuple(w.ExpertRow(person=w.PersonRef(full_name=f"Expert {n}")) for n in range(count)),
        "funders": tuple(w.FunderRow(agency=w.AgencyRef(name=f"Fund {n}")) for n in range(count)),
        "events": tuple(w.EventRow(title=f"Day {n}") for n in range(count)),
        "participants": tuple(
            w.ParticipantRow(person=w.PersonRef(full_name=f"Person {n}"), agency=w.AgencyRef(name=f"Sender {n}"))
            for n in range(count)
        ),
        "contacts": tuple(w.ContactRow(name=f"Contact {n}") for n in range(count)),
        "quotes": tuple(w.QuoteRow(text=f"Quote {n}") for n in range(count)),
    }


def test_the_page_shows_the_whole_record(viewer_client: Browser, session: Session, office: Office) -> None:
    workshop = registered(session, office, **complete(2))
    session.add(PressRelease(office_id=office.id, workshop_id=workshop.id, sha256="0", text="…", headline="Headline"))
    office.time_zone = "Asia/Bangkok"
    workshop.created_at = datetime(2024, 5, 6, tzinfo=UTC)
    session.execute(update(AuditEntry).values(at=workshop.created_at))
    workshop.objectives = "To learn:\n- reading\n- writing"
    workshop.agencies[0].agency.translations = {"en": "First Agency"}
    session.commit()
    page = viewer_client.get(f"/workshops/{workshop.reference}").text
    assert '<li dir="ltr">reading</li>' in page
    assert "First Agency</a>" in page
    assert "Registered 6 May 2024, 07:00" in page
    assert "6 May 2024, 07:00" in viewer_client.get(f"/workshops/{workshop.reference}/history").text
    shown = ["Visas", workshop.reference, "6–10 May 2024", "Darkhan, Mongolia", "Five days.", "Mongolian", "English"]
    shown += ["Borders for All", "Headline", "Reached: 11", "Completed", "Nothing is missing."]
    shown += [
        "Agency 1",
        *(f"{kind} {n}" for n in range(2) for kind in ("Topic", "Expert", "Fund", "Day", "Person", "Quote")),
    ]
    assert [text for text in shown if text not in page] == []
    for section in ("overview", "programme", "people", "documents", "money", "sources", "history"):
        assert f'id="{section}"' in page
        assert f'href="#{section}"' in page


def test_the_page_costs_the_same_for_a_short_and_a_long_record(
    viewer_client: Browser, session: Session, office: Office
) -> None:
    short, long = (registered(session, office, **complete(rows)) for rows in (1, 30))
    counts = []
    for workshop in (short, long):
        with counted_statements(db.engine) as statements:
            assert viewer_client.get(f"/workshops/{workshop.reference}").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12


def test_an_empty_record_says_what_belongs_where(organiser_client: Browser, session: Session, office: Office) -> None:
    workshop = registered(session, office)
    page = organiser_client.get(f"/workshops/{workshop.reference}").text
    edit = f"/workshops/{workshop.reference}/edit"
    for field in ("starts_on", "ends_on", "city", "agencies", "topics", "summary", "headcount_women", "funders"):
        assert f'href="{edit}#{field}"' in page
        assert f'id="{field}"' in organiser_client.get(edit).text
    for step in ("Plan the programme", "Name the organiser", "Name a funder", "Attach a document"):
        assert step in page


def test_a_viewer_is_offered_nothing_that_writes(viewer_client: Browser, session: Session, office: Office) -> None:
    workshop = registered(session, office)
    page = viewer_client.get(f"/workshops/{workshop.reference}").text
    assert f"/workshops/{workshop.reference}/edit" not in page
    for word in ("Edit", "Clone", "Attach a document", "Plan the programme", "Cancel the workshop"):
        assert f">{word}<" not in page
        assert f" {word}</a>" not in page
    assert "Register a workshop" not in viewer_client.get("/workshops").text


@pytest.mark.parametrize(
    ("state", "status", "begins", "ends"),
    [
        ("drafts", "draft", -400, -400),
        ("planned", "planned", 5, 9),
        ("planned", "confirmed", None, None),
        ("planned", "postponed", -30, -29),
        ("running", "confirmed", -1, 1),
        ("running", "planned", 0, None),
        ("running", "ongoing", None, None),
        ("to_close", "planned", -9, -5),
        ("to_close", "ongoing", -9, -5),
        ("to_close", "completed", 5, 9),
        ("closed", "closed", -9, -5),
        ("closed", "cancelled", 5, 9),
    ],
)
def test_the_list_knows_what_is_to_be_done(
    viewer_client: Browser,
    session: Session,
    office: Office,
    state: str,
    status: str,
    begins: int | None,
    ends: int | None,
) -> None:
    start, end = (None if days is None else PartialDate.of_day(TODAY + timedelta(days=days)) for days in (begins, ends))
    workshop = registered(session, office, starts_on=start, ends_on=end)
    workshop.status = WorkshopStatus(status)
    session.commit()
    for asked in ("drafts", "planned", "running", "to_close", "closed"):
        page = viewer_client.get(f"/workshops?state={asked}").text
        assert (f"/workshops/{workshop.reference}" in page) == (asked == state), asked
    assert f"/workshops/{workshop.reference}" in viewer_client.get("/workshops").text


def test_the_list_is_searched_and_says_when_nothing_is_found(
    viewer_client: Browser, session: Session, office: Office
) -> None:
    there = registered(session, office, title="Contrôle aux frontières", city="Darkhan")
    registered(session, office, title="Analyse de risques")
    page = viewer_client.get("/workshops?q=controle dark").text
    assert there.reference in page
    assert "Analyse de risques" not in page
    assert "Nothing found for '***'." in viewer_client.get("/workshops?q=***").text
    assert "Nothing found for '&lt;b&gt;nobody'." in viewer_client.get("/workshops?q=<b>nobody").text
    assert viewer_client.get("/workshops?state=nowhere&page=999").status_code == 200


def test_the_list_holds_the_workshops_of_ones_own_office(
    viewer_client: Browser, administrator_client: Browser, session: Session
) -> None:
    elsewhere = make_office(session, name="Elsewhere")
    foreign = registered(session, elsewhere)
    assert foreign.reference not in viewer_client.get("/workshops").text
    page = administrator_client.get("/workshops").text
    assert foreign.reference in page
    assert "Elsewhere" in page


def test_the_list_costs_the_same_however_long(viewer_client: Browser, session: Session, office: Office) -> None:
    counts = []
    for _time in range(2):
        registered(session, office)
        with counted_statements(db.engine) as statements:
            viewer_client.get("/workshops")
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 6


def status_of(session: Session, reference: str) -> tuple[str, str]:
    session.expire_all()
    workshop = session.scalars(select(Workshop).where(Workshop.reference == reference)).one()
    return workshop.status.value, workshop.status_reason


@pytest.mark.parametrize(("act", "status"), [("postpone", "postponed"), ("cancel", "cancelled")])
def test_a_workshop_is_put_off_or_called_off_with_a_reason_and_taken_up_again(
    organiser_client: Browser, session: Session, office: Office, act: str, status: str
) -> None:
    address = f"/workshops/{registered(session, office).reference}"
    reference = address.rpartition("/")[2]
    assert f"{address}/{act}" in organiser_client.get(address).text
    assert "Visas" in organiser_client.get(f"{address}/{act}").text
    refused = organiser_client.post(f"{address}/{act}", data={"reason": " \u200b"})
    assert refused.status_code == 422
    assert "Say why, in a few words." in refused.text
    assert organiser_client.post(f"{address}/{act}", data={"reason": "x" * 501}).status_code == 422
    assert organiser_client.post(f"{address}/{act}", data={"reason": "The road is closed"}).status_code == 303
    assert status_of(session, reference) == (status, "The road is closed")
    page = organiser_client.get(address).text
    assert "The road is closed" in page
    assert f"{address}/reopen" in page
    assert organiser_client.post(f"{address}/reopen").status_code == 303
    assert status_of(session, reference)[0] == "planned"


def test_a_complete_workshop_is_closed(organiser_client: Browser, session: Session, office: Office) -> None:
    reference = registered(session, office, **complete(1)).reference
    assert organiser_client.post(f"/workshops/{reference}/close").status_code == 303
    assert status_of(session, reference)[0] == "closed"
    page = organiser_client.get(f"/workshops/{reference}").text
    assert "The record is complete and closed." in page
    assert f"/workshops/{reference}/edit" not in page


def test_an_incomplete_workshop_stays_open_and_says_why(
    organiser_client: Browser, session: Session, office: Office
) -> None:
    reference = registered(session, office, status=WorkshopStatus.COMPLETED).reference
    answer = organiser_client.post(f"/workshops/{reference}/close")
    assert answer.status_code == 303
    assert "It cannot be closed yet" in organiser_client.get(answer.location).text
    assert status_of(session, reference)[0] == "completed"


def test_a_clone_is_a_draft_to_be_dated(organiser_client: Browser, session: Session, office: Office) -> None:
    original = registered(session, office, **complete(1))
    answer = organiser_client.post(f"/workshops/{original.reference}/clone")
    assert answer.status_code == 303
    reference = answer.location.split("/")[2]
    assert reference != original.reference
    page = organiser_client.get(answer.location).text
    assert f"{reference} is a new draft like {original.reference}. Give it its dates." in page
    assert status_of(session, reference)[0] == "draft"


def test_what_makes_no_sense_is_refused(organiser_client: Browser, session: Session, office: Office) -> None:
    reference = registered(session, office).reference
    assert organiser_client.post(f"/workshops/{reference}/reopen").status_code == 409
    assert status_of(session, reference)[0] == "draft"
