from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser
from workshops.domain.enums import WorkshopStatus, WorkState
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import WorkshopDetails
from workshops.models import Office
from workshops.services import workshop_acts, workshops
from workshops.services.workshop_lists import workshops_in_state

TODAY = date(2026, 5, 6)


@pytest.mark.parametrize(
    ("status", "starts_on", "ends_on", "state"),
    [
        ("draft", "2020", "", WorkState.DRAFTS),
        ("planned", "", "", WorkState.PLANNED),
        ("planned", "2026-05-07", "", WorkState.PLANNED),
        ("planned", "2026", "", WorkState.PLANNED),
        ("confirmed", "2026-05", "", WorkState.PLANNED),
        ("confirmed", "2026-05-06", "", WorkState.RUNNING),
        ("confirmed", "2026-05-01", "2026-05-06", WorkState.RUNNING),
        ("ongoing", "", "", WorkState.RUNNING),
        ("ongoing", "2026-05-04", "2026-05-05", WorkState.TO_CLOSE),
        ("confirmed", "2026-05-05", "", WorkState.TO_CLOSE),
        ("confirmed", "2026-04", "", WorkState.TO_CLOSE),
        ("planned", "2025", "", WorkState.TO_CLOSE),
        ("completed", "", "", WorkState.TO_CLOSE),
        ("completed", "2026-05-20", "", WorkState.TO_CLOSE),
    ],
)
def test_what_is_to_be_done_is_told_by_status_and_dates(
    session: Session, office: Office, status: str, starts_on: str, ends_on: str, state: WorkState
) -> None:
    by = an_organiser(session, office)
    details = WorkshopDetails(
        title="One",
        status=WorkshopStatus(status),
        starts_on=PartialDate.parse(starts_on) if starts_on else None,
        ends_on=PartialDate.parse(ends_on) if ends_on else None,
    )
    workshops.register(session, details=details, office_id=office.id, by=by)
    counts = workshops_in_state(session, state=None, today=TODAY, by=by).counts
    assert [state for state, count in counts.items() if count] == [state]
    assert len(workshops_in_state(session, state=state, today=TODAY, by=by).page.rows) == 1


def test_an_act_ends_or_puts_off_the_work(session: Session, office: Office) -> None:
    by = an_organiser(session, office)
    details = WorkshopDetails(title="One", status=WorkshopStatus.CONFIRMED, starts_on=PartialDate(2020))
    references = [workshops.register(session, details=details, office_id=office.id, by=by).reference for _ in range(2)]
    workshop_acts.postpone(session, reference=references[0], reason="Rain", by=by)
    workshop_acts.cancel(session, reference=references[1], reason="War", by=by)
    counts = workshops_in_state(session, state=None, today=TODAY, by=by).counts
    assert (counts[WorkState.PLANNED], counts[WorkState.CLOSED]) == (1, 1)
