from sqlalchemy.orm import Session

from tests.browsing import Browser
from workshops.domain.access import command_actor
from workshops.domain.completeness import missing
from workshops.domain.enums import WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import WorkshopDetails
from workshops.services import workshops


def test_an_empty_page_says_what_belongs_there(organiser_client: Browser) -> None:
    page = organiser_client.get("/").text
    assert "No workshop is being held today." in page
    assert "Every workshop that is over has a complete record." in page
    assert 'href="/workshops/new"' in page


def test_what_is_missing_leads_to_its_field(session: Session, organiser_client: Browser) -> None:
    details = WorkshopDetails(title="Über <b>", starts_on=PartialDate(2019), status=WorkshopStatus.COMPLETED)
    office_id = organiser_client.user.office_id
    assert office_id is not None
    reference = workshops.register(session, details=details, office_id=office_id, by=command_actor()).reference
    session.commit()
    page = organiser_client.get("/").text
    assert "Über &lt;b&gt;" in page
    assert f'href="/workshops/{reference}/edit#ends_on"' in page
    assert "and 5 more things" in page


def test_a_viewer_is_shown_the_work_but_no_way_to_do_it(session: Session, viewer_client: Browser) -> None:
    details = WorkshopDetails(title="Past", starts_on=PartialDate(2019), status=WorkshopStatus.COMPLETED)
    office_id = viewer_client.user.office_id
    assert office_id is not None
    workshops.register(session, details=details, office_id=office_id, by=command_actor())
    session.commit()
    page = viewer_client.get("/").text
    assert "Say when it ended." in page
    assert "/edit" not in page
    assert "/workshops/new" not in page


def test_each_thing_that_is_missing_has_its_place_in_the_form(session: Session, organiser_client: Browser) -> None:
    details = WorkshopDetails(title="Bare", status=WorkshopStatus.COMPLETED)
    office_id = organiser_client.user.office_id
    assert office_id is not None
    reference = workshops.register(session, details=details, office_id=office_id, by=command_actor()).reference
    session.commit()
    form = organiser_client.get(f"/workshops/{reference}/edit").text
    lacking = missing(details)
    assert len(lacking) == 9
    assert [lack.field for lack in lacking if f'id="{lack.field}"' not in form] == []
