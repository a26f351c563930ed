"""Which finding words belong to that a person gives to a field of the review's form, and how they come into it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from wtforms import BooleanField, Field

from workshops.domain.countries import find_country
from workshops.domain.enums import FindingStatus
from workshops.domain.press_draft import Read
from workshops.errors import NotFound
from workshops.forms.codes import ChoiceField
from workshops.forms.press_fields import LISTS, ROWS, SINGLES
from workshops.forms.press_review import Evidence, Places, assign, withdraw
from workshops.forms.workshop import WorkshopForm

PARTS: Final = {
    "quotes": {"text": "", "speaker_name": "speaker", "speaker_title": "title"},
    "contacts": {"name": "name", "organisation": "organisation", "email": "email", "phone": "phone"},
    "experts": {"person_name": "", "affiliation": "affiliation"},
    "agencies": {"agency_name": ""},
    "funders": {"agency_name": ""},
    "topics": {"topic_name": ""},
}
"""Of the rows of each list, the fields that hold a part of what was found; "" the name itself."""
_AT_ROW: Final = re.compile(r"([a-z]+)-([0-9]{1,4})-([a-z_]+)")
_NO_NAME: Final = ("expert_countries", "funding")
_APART: Final = frozenset({"project.acronym", "workshop_name"})  # stands in the field of another finding


@dataclass(frozen=True, slots=True)
class Place:
    """Where words go: a field of findings; a part of the item that a finding names; neither: only into the form."""

    field: str = ""
    finding_id: int = 0
    part: str = ""


def place_of(form: WorkshopForm, name: str, found: Iterable[Evidence]) -> Place:
    """What the words for a field of the form say, given what was found. Raises NotFound for none of its fields."""
    if form.at(name) is None:
        raise NotFound
    fields = {shown: field for field, shown in {**SINGLES, **LISTS}.items() if field not in _APART}
    if name in fields:
        return Place(field=fields[name])
    match = _AT_ROW.fullmatch(name)
    part = PARTS.get(match[1], {}).get(match[3]) if match else None
    if match is None or part is None:
        return Place()
    places = Places(form)
    for item in found:
        rows, _name = ROWS.get(item.read.field, ("", ""))
        is_open = item.status is not FindingStatus.REJECTED and item.read.field not in _NO_NAME
        if is_open and rows == match[1] and places.row(item.read) == int(match[2]):
            return Place(finding_id=item.id, part=part)
    return Place()


def put_in(form: WorkshopForm, name: str, words: str) -> None:
    """Put words into a field of the form as if they were typed; what cannot be read stands there with a sentence.

    Raises NotFound where the form has no such field.
    """
    field = form.at(name)
    if field is None or isinstance(field, BooleanField):
        raise NotFound
    try:
        field.process_formdata([_chosen(field, words) if isinstance(field, ChoiceField) else words])
    except ValueError as error:
        field.errors = [str(error)]
    record_id = form.at(re.sub(r"_name$", "_id", name)) if name.endswith("_name") else None
    if record_id is not None and record_id is not field:
        record_id.process_data(None)


def take_in(form: WorkshopForm, made: Iterable[Read], replaced: Sequence[Read], *, language: str) -> None:
    """Put values that a person took from the text into the form, in the place of what was read there before."""
    for read in replaced:
        if read.field not in SINGLES:
            withdraw(form, read)
    for read in made:
        assign(form, read, language=language)


def _chosen(field: Field, words: str) -> str:
    """The choice whose label stands in the words, the longest one; the words themselves where none does.

    A country is known by its name in any language.
    """
    if field.short_name.endswith("country_code") and (code := find_country(" ".join(words.split()))):
        return code
    labels = {str(label): value for value, label, *_more in field.iter_choices() if label}
    there = [label for label in labels if label.casefold() in words.casefold()]
    return labels[max(there, key=len)] if there else words
