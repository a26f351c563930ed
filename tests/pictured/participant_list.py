"""A list of participants with names in every script."""

from dataclasses import fields
from functools import partial

from tests.pictured.attendee_sheet import NAMES, full_sheet
from workshops.documents.headed import Headed
from workshops.documents.participant_list import (
    Column,
    ListRow,
    ParticipantListContext,
    Who,
    participant_list_page,
)
from workshops.domain import enums as e

AGENCIES = ("General Authority for Border Protection", "وزارة الصحة", "国家统计局", "")


def full_list(people: int = 12, **changes: object) -> ParticipantListContext:
    """A list of so many people, in which single values can be changed."""
    like = vars(full_sheet(0))
    values = {field.name: like[field.name] for field in fields(Headed)}
    values["rows"] = [
        ListRow(
            name=f"{NAMES[number % len(NAMES)]} {number + 1}",
            native_name=NAMES[(number + 5) % len(NAMES)] if number % 3 == 0 else "",
            sex=list(e.Sex)[number % 4],
            agency=AGENCIES[number * 4 // people],
            position="Senior officer, passport control" if number % 2 else "",
            country="Mongolia" if number % 3 else "الأردن",
            email=f"officer.{number}@ministry.example.org",
            phone="+976 7014 3100",
            status="Registered",
        )
        for number in range(people)
    ]
    return ParticipantListContext(**{**values, **changes})


def _pdf(language: str, **changes: object) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    return to_pdf(participant_list_page(full_list(**changes), language))


PICTURES = {
    "participant-list-en": partial(_pdf, "en"),
    "participant-list-across-fr": partial(
        _pdf, "fr", people=24, columns=tuple(Column), who=Who.ATTENDED, under_agencies=True
    ),
}
