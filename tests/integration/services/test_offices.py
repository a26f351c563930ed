from dataclasses import replace

from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office
from workshops.domain.enums import Role
from workshops.services import offices


def test_everybody_is_offered_the_active_offices_whose_records_they_keep(session: Session) -> None:
    lima, rabat = make_office(session, name="Lima"), make_office(session, name="Rabat")
    make_office(session, name="Quito", is_active=False)
    organiser = an_organiser(session, rabat)
    assert offices.choices(session, by=organiser) == [(rabat.id, "Rabat")]
    assert offices.choices(session, by=replace(organiser, role=Role.VIEWER)) == []
    everywhere = offices.choices(session, by=replace(organiser, office_id=None))
    assert (lima.id, "Lima") in everywhere
    assert "Quito" not in [name for _id, name in everywhere]
