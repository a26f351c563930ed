"""A record as JSON: all that is known, under the names of the domain, without our numbers."""

import json
from datetime import date, time
from decimal import Decimal

from workshops.domain.enums import AgencyRole
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import AgencyRef, AgencyRow, EventRow, FunderRow, Headcount, WorkshopDetails
from workshops.exports.record import record_json


def test_everything_is_said_in_iso_forms() -> None:
    details = WorkshopDetails(
        title="Границы",
        title_translations={"en": "Borders"},
        starts_on=PartialDate(2013, 5),
        headcount=Headcount(women=3),
        agencies=(AgencyRow(agency=AgencyRef(name="Customs", id=7), role=AgencyRole.HOST, row_id=9),),
        funders=(FunderRow(agency=AgencyRef(name="EU"), amount=Decimal("12000.50"), currency="EUR"),),
        events=(EventRow(title="Opening", day=date(2013, 5, 14), start_time=time(9, 30)),),
    )
    said = json.loads(record_json("MNG-2013-001", details))
    assert said["reference"] == "MNG-2013-001"
    assert (said["title"], said["title_translations"], said["starts_on"]) == ("Границы", {"en": "Borders"}, "2013-05")
    assert said["agencies"] == [{"agency": {"name": "Customs", "acronym": ""}, "role": "host", "seats": None}]
    assert (said["funders"][0]["amount"], said["funders"][0]["currency"]) == ("12000.50", "EUR")
    assert (said["events"][0]["day"], said["events"][0]["start_time"]) == ("2013-05-14", "09:30:00")
    assert said["headcount"]["women"] == 3
