"""Which records look alike, and what was decided about them."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office
from workshops.domain.access import Actor
from workshops.domain.enums import RecordKind
from workshops.domain.register_details import AgencyDetails, PersonDetails
from workshops.errors import NotFound
from workshops.services import agencies, duplicates, people

AGENCY, PERSON = RecordKind.AGENCY, RecordKind.PERSON


@pytest.fixture
def chief(session: Session) -> Actor:
    return replace(an_organiser(session, make_office(session)), office_id=None)


def reasons(session: Session, kind: RecordKind, by: Actor) -> dict[frozenset[str], str]:
    return {frozenset((pair.first, pair.second)): pair.reason for pair in duplicates.pairs(session, kind, by=by)}


def test_agencies_that_look_alike_are_named_with_the_reason(session: Session, chief: Actor) -> None:
    for name, acronym, country in (
        ("International Organization for Migration", "IOM", ""),
        ("International Organisation for Migration", "", ""),
        ("Ministry of Health", "", "MN"),
        ("Ministry of Health", "", "KZ"),
        ("Ministry of Justice", "", "MN"),
        ("Mongolian Immigration Agency", "MIA", "MN"),
        ("Immigration Service of Mongolia", "MIA", "MN"),
        ("Border College", "", "MN"),
    ):
        agencies.save(session, details=AgencyDetails(name=name, acronym=acronym, country_code=country), by=chief)
    assert reasons(session, AGENCY, chief) == {
        frozenset(
            ("International Organization for Migration", "International Organisation for Migration")
        ): duplicates.NEARLY,
        frozenset(("Mongolian Immigration Agency", "Immigration Service of Mongolia")): duplicates.SAME_ACRONYM,
    }


def test_people_are_compared_within_their_office(session: Session, chief: Actor) -> None:
    here, there = make_office(session), make_office(session)
    for office, name, email, phone in (
        (here, "Bat Erdene", "bat@example.org", ""),
        (here, "B. Erdene", "BAT@example.org", ""),
        (there, "Bat", "bat@example.org", ""),
        (here, "Anna Keller", "", "+976 70 12-34"),
        (here, "Keller", "", "976701234"),
        (here, "Oyun", "", ""),
        (here, "OYUN", "oyun@example.org", ""),
    ):
        details = PersonDetails(full_name=name, email=email, phone=phone)
        people.save(session, details=details, office_id=office.id, by=an_organiser(session, office))
    assert reasons(session, PERSON, chief) == {
        frozenset(("Bat Erdene", "B. Erdene")): duplicates.SAME_EMAIL,
        frozenset(("Anna Keller", "Keller")): duplicates.SAME_PHONE,
        frozenset(("Oyun", "OYUN")): duplicates.SAME_NAME,
    }
    assert reasons(session, PERSON, an_organiser(session, there)) == {}


def test_what_is_not_the_same_is_not_asked_again(session: Session, chief: Actor) -> None:
    office = make_office(session)
    by = an_organiser(session, office)
    ids = [
        people.save(session, details=PersonDetails(full_name="Oyun"), office_id=office.id, by=by).id
        for _one in range(2)
    ]
    assert len(duplicates.pairs(session, PERSON, by=by, of=ids[0])) == 1
    with pytest.raises(NotFound):
        duplicates.note_not_same(session, PERSON, ids=ids, by=an_organiser(session, make_office(session)))
    duplicates.note_not_same(session, PERSON, ids=ids, by=by)
    duplicates.note_not_same(session, PERSON, ids=reversed(ids), by=by)
    assert duplicates.pairs(session, PERSON, by=by) == []
