"""What the names in the form of a review are taken for, shown beside them; a record that is offered can be taken."""

from dataclasses import dataclass, replace
from typing import Any, Final

from workshops.domain.naming import with_acronym
from workshops.domain.press_draft import Read
from workshops.domain.register_ties import Tie, Ties
from workshops.domain.town_ties import town_tie
from workshops.forms.press_review import Places
from workshops.forms.workshop import WorkshopForm

_PEOPLE: Final = {"experts": "person_name", "participants": "person_name", "contacts": "name"}
"""The rows that name people, and the field of the name. Contacts are kept as they are given: they lead to no record."""
_RECORDS: Final = {
    **dict.fromkeys(("agencies", "funders"), "/agencies/"),
    **dict.fromkeys(_PEOPLE, "/people/"),
    "project": "/projects/",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A tie beside its field: the address of the record, and the value of the button that takes it, "" for none."""

    tie: Tie
    href: str
    take: str


def show_ties(form: WorkshopForm, ties: Ties) -> None:
    """Put each tie on the field whose name it is about, as `field.tie`; that of the town as `field.town`."""
    form.city.town = town_tie(form.city.data or "", form.country_code.data or "")
    for kind in ("agencies", "funders"):
        for index, row in enumerate(form[kind].rows):
            if row.agency_name.data:
                row.agency_name.tie = _shown(ties.agencies.get(row.to_row().agency), kind, index)
    for kind, name in _PEOPLE.items():
        for index, row in enumerate(form[kind].rows):
            tie = ties.people.get(row.to_row())
            if tie and (tie.id or kind == "experts"):  # of the many others it goes without saying that they are new
                row[name].tie = _shown(tie, kind, index)
                if kind == "contacts" and tie.label == row[name].data:
                    row[name].tie = replace(row[name].tie, take="")
    form.project_name.tie = _shown(ties.project, "project", 0)


def take(form: WorkshopForm, ties: Ties, action: str) -> Any:
    """Take the record that a button offers in the place of a name; None where it is not offered any more.

    Gives the field of the name.
    """
    show_ties(form, ties)
    for name, record_id in _names(form):
        shown = getattr(name, "tie", None)
        if shown is not None and shown.take == action:
            name.data = shown.tie.label
            if record_id is not None:
                record_id.data = shown.tie.id
            return name
    return None


def give_back(form: WorkshopForm, taken: Read, read: Read) -> None:
    """Put the name that a text gives in the place of that of the record it was taken for."""
    field = Places(form).field(taken)
    for name, record_id in _names(form):
        if field is not None and name is field:
            value = read.value
            name.data = value if isinstance(value, str) else with_acronym(value["name"], value.get("acronym") or "")
            if record_id is not None:
                record_id.data = None


def _names(form: WorkshopForm) -> list[tuple[Any, Any]]:
    """The fields of names, each with that of the id of its record."""
    rows = [(row.agency_name, row.agency_id) for kind in ("agencies", "funders") for row in form[kind].rows]
    rows += [(row.person_name, row.person_id) for kind in ("experts", "participants") for row in form[kind].rows]
    rows += [(row.name, None) for row in form.contacts.rows]
    return [*rows, (form.project_name, form.project_id)]


def _shown(tie: Tie | None, kind: str, index: int) -> Shown | None:
    return Shown(tie, f"{_RECORDS[kind]}{tie.id}", f"take:{kind}:{index}:{tie.id}") if tie is not None else None
