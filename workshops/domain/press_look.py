"""What a person who reviews a press release should look at: what is still empty, and what contradicts itself."""

from collections.abc import Iterable
from typing import Final

from workshops.domain.completeness import ORGANISING
from workshops.domain.enums import DeliveryMode, FindingStatus
from workshops.domain.press_conflicts import conflicts
from workshops.domain.press_draft import Read
from workshops.domain.press_review import now_said, outcome
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import Problem

DOUBTFUL_BELOW: Final = 75
"""Per cent of confidence below which a finding wants a look, and is asked about before it enters the record."""
ASKED_BELOW: Final = {"participants_description": 0, "topics": 65}
"""Another share for what is shown as doubtful and yet holds nobody up: a description, of which a word more or less is
what is wrong (right in 9 of 10 known texts, in 7 of 10 others), and topics, of which 9 in 10 are right from here on.
"""
_STATED_APART: Final = "participants_count"
"""The form holds women, men and others, so a total that contradicts them stands nowhere in it."""


def empty_fields(details: WorkshopDetails) -> tuple[str, ...]:
    """The fields of the form that matter to every record and are still empty, in the order of the form."""
    is_online = details.mode is DeliveryMode.ONLINE
    there = {
        "title": details.title,
        "starts_on": details.starts_on,
        "ends_on": details.ends_on,
        "country_code": details.country_code or is_online,
        "city": details.city or is_online,
        "agencies": any(row.role in ORGANISING for row in details.agencies),
        "headcount_unknown": details.headcount.total is not None or details.participants,
        "funders": details.funders,
    }
    return tuple(name for name, value in there.items() if not value)


def open_conflicts(reads: Iterable[Read], details: WorkshopDetails, text: str) -> list[Problem]:
    """The contradictions between findings whose values still stand in the form; `reads` are those not rejected."""
    standing = [read for read in reads if _stands(read, details)]
    place = [Read(field=name, value=now_said(name, details)) for name in ("city", "country")]  # typed ones count too
    return conflicts([*place, *standing], text)


def _stands(read: Read, details: WorkshopDetails) -> bool:
    return read.field == _STATED_APART or outcome(read, details)[0] is FindingStatus.ACCEPTED
