"""E-mail and phone in documents: whole for those who keep the records of the office, masked for all others."""

from dataclasses import replace
from typing import TypedDict

from workshops.domain.access import Actor
from workshops.domain.masking import mask_email, mask_phone
from workshops.domain.workshop import WorkshopDetails
from workshops.models import Person


class ContactData(TypedDict):
    """What a row of a document says of it."""

    email: str
    phone: str


def contact_data(person: Person | None, by: Actor) -> ContactData:
    """That of a person, as the page of the person shows it to whoever has the document made; "" of nobody."""
    if person is None:
        return ContactData(email="", phone="")
    return _shown(person.email, person.phone, may_see=by.may_write(person.office_id))


def details_for(details: WorkshopDetails, office_id: int, by: Actor) -> WorkshopDetails:
    """The record of a workshop of that office, as whoever has it made may read it of its participants."""
    may_see = by.may_write(office_id)
    rows = (replace(row, **_shown(row.email, row.phone, may_see=may_see)) for row in details.participants)
    return replace(details, participants=tuple(rows))


def _shown(email: str, phone: str, *, may_see: bool) -> ContactData:
    if may_see:
        return ContactData(email=email, phone=phone)
    return ContactData(email=mask_email(email), phone=mask_phone(phone))
