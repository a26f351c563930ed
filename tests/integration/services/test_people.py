"""People are told apart by more than their name, and stay within their office."""

import pytest
from sqlalchemy.orm import Session

from tests.conftest import counted_statements
from workshops.domain.access import Actor
from workshops.domain.enums import Role, Sex
from workshops.domain.workshop import AgencyRef, ExpertRow, ParticipantRow, PersonRef, WorkshopDetails
from workshops.errors import Invalid, NotFound
from workshops.extensions import db
from workshops.models import Office, Person
from workshops.services import people, workshops
from workshops.services.person_matching import Row

BORDER_GUARD = AgencyRef(name="Border Guard")


@pytest.fixture
def offices(session: Session) -> tuple[Office, Office]:
    both = (Office(code="MNG", name="Mongolia"), Office(code="KHM", name="Cambodia"))
    session.add_all(both)
    session.flush()
    return both


def organiser(office: Office) -> Actor:
    return Actor(user_id=None, name="Anna Keller", role=Role.ORGANISER, office_id=office.id)


def participant(name: str = "Bat Erdene", person_id: int | None = None, **more: object) -> ParticipantRow:
    return ParticipantRow(person=PersonRef(full_name=name, id=person_id), **more)  # type: ignore[arg-type]


def resolved(session: Session, office: Office, *rows: Row) -> list[Person]:
    found = people.resolve_all(session, rows, office_id=office.id, by=organiser(office))
    assert all(found)
    return [person for person in found if person]


def test_a_name_alone_is_a_new_person_each_time(session: Session, offices: tuple[Office, Office]) -> None:
    a, b = resolved(session, offices[0], participant(), participant())
    assert a is not b
    assert resolved(session, offices[0], participant()) not in ([a], [b])


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"email": "Bat@example.org"}, {"email": "bat@example.org"}, True),
        ({"agency": BORDER_GUARD}, {"agency": BORDER_GUARD}, True),
        ({"agency": BORDER_GUARD}, {"agency": AgencyRef(name="Customs")}, False),
        ({"agency": BORDER_GUARD, "email": "a@example.org"}, {"agency": BORDER_GUARD, "email": "b@example.org"}, False),
        ({"agency": BORDER_GUARD}, {"agency": BORDER_GUARD, "email": "b@example.org"}, True),
        ({"email": "bat@example.org"}, {}, False),
    ],
)
def test_the_same_name_is_the_same_person_with_the_same_email_or_agency(
    session: Session, offices: tuple[Office, Office], first: dict[str, object], second: dict[str, object], same: bool
) -> None:
    [known] = resolved(session, offices[0], participant("Bat Erdene", **first))
    [found] = resolved(session, offices[0], participant("BÁT  ERDENE", **second))
    assert (found is known) == same


def test_rows_fill_what_is_not_known_and_change_nothing_else(session: Session, offices: tuple[Office, Office]) -> None:
    [person] = resolved(session, offices[0], participant(email="bat@example.org", post_title="Captain"))
    row = participant(email="bat@example.org", post_title="Major", sex=Sex.MALE, phone="+976 11 1", agency=BORDER_GUARD)
    resolved(session, offices[0], row)
    assert (person.post_title, person.sex, person.phone) == ("Captain", Sex.MALE, "+976 11 1")
    assert person.agency is not None
    assert person.agency.name == "Border Guard"


def test_an_expert_is_known_by_a_registered_affiliation(session: Session, offices: tuple[Office, Office]) -> None:
    [known] = resolved(session, offices[0], participant("Ana Sousa", agency=BORDER_GUARD))
    expert = ExpertRow(person=PersonRef(full_name="Ana Sousa"), affiliation="border guard")
    stranger = ExpertRow(person=PersonRef(full_name="Ana Sousa"), affiliation="University of Porto")
    found = resolved(session, offices[0], expert, stranger)
    assert found[0] is known
    assert found[1] is not known


def test_an_expert_is_known_by_the_institution_of_an_earlier_workshop(
    session: Session, offices: tuple[Office, Office]
) -> None:
    expert = ExpertRow(person=PersonRef(full_name="Ana Sousa"), affiliation="University of Porto")
    details = WorkshopDetails(title="Document fraud", experts=(expert,))
    first = workshops.register(session, details=details, office_id=offices[0].id, by=organiser(offices[0]))
    known = first.engagements[0].person
    elsewhere = ExpertRow(person=PersonRef(full_name="Ana Sousa"), affiliation="University of Braga")
    nowhere = ExpertRow(person=PersonRef(full_name="Ana Sousa"))
    found = resolved(session, offices[0], expert, elsewhere, nowhere)
    assert found[0] is known
    assert known not in found[1:]


def test_an_expert_of_whom_only_a_country_is_known_is_nobody(session: Session, offices: tuple[Office, Office]) -> None:
    rows = [ExpertRow(country_code="PT")]
    assert people.resolve_all(session, rows, office_id=offices[0].id, by=organiser(offices[0])) == [None]


def test_the_chosen_id_decides_until_another_name_is_typed_over_it(
    session: Session, offices: tuple[Office, Office]
) -> None:
    _, second = resolved(session, offices[0], participant(), participant())
    chosen, other = resolved(
        session, offices[0], participant(person_id=second.id), participant("Ana Sousa", person_id=second.id)
    )
    assert chosen is second
    assert other.full_name == "Ana Sousa"


def test_people_of_another_office_are_neither_found_nor_suggested(
    session: Session, offices: tuple[Office, Office]
) -> None:
    here, there = offices
    [known] = resolved(session, here, participant(email="bat@example.org"))
    assert resolved(session, there, participant(email="bat@example.org")) != [known]
    with pytest.raises(Invalid):
        resolved(session, there, participant(person_id=known.id))
    assert known not in people.suggest(session, "bat", by=organiser(there))
    assert list(people.suggest(session, "erd b", by=organiser(here))) == [known]


def test_headquarters_is_offered_the_people_of_the_office_it_writes_for(
    session: Session, offices: tuple[Office, Office]
) -> None:
    [known] = resolved(session, offices[0], participant())
    headquarters = Actor(user_id=None, name="Maria Silva", role=Role.ORGANISER, office_id=None)
    assert list(people.suggest(session, "bat", by=headquarters)) == [known]
    assert list(people.suggest(session, "bat", by=headquarters, office_id=offices[1].id)) == []


@pytest.mark.parametrize("typed", ["%", "_", "***", "", " ", "' OR 1=1 --"])
def test_hostile_queries_suggest_nobody(session: Session, offices: tuple[Office, Office], typed: str) -> None:
    resolved(session, offices[0], participant())
    assert list(people.suggest(session, typed, by=organiser(offices[0]))) == []


def test_a_viewer_adds_nobody(session: Session, offices: tuple[Office, Office]) -> None:
    viewer = Actor(user_id=None, name="Maria Silva", role=Role.VIEWER, office_id=offices[0].id)
    with pytest.raises(NotFound):
        people.resolve_all(session, [participant()], office_id=offices[0].id, by=viewer)


def test_many_rows_cost_no_more_statements_than_few(session: Session, offices: tuple[Office, Office]) -> None:
    rows = [participant(f"Person {n}", email=f"p{n}@example.org", agency=BORDER_GUARD) for n in range(40)]
    resolved(session, offices[0], *rows)
    office_id, by = offices[0].id, organiser(offices[0])
    counts = []
    for many in (2, 40):
        session.expire_all()
        with counted_statements(db.engine) as statements:
            people.resolve_all(session, rows[:many], office_id=office_id, by=by)
        counts.append(len(statements))
    assert counts == [2, 2]
