"""What the names in the form of a review are taken for, shown beside them; a record that is offered can be taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from workshops.domain.town_ties import town_tie
from workshops.domain.workshop import AgencyRef
from workshops.forms.workshop import WorkshopForm

_RECORDS: Final = {"agencies": "/agencies/", "funders": "/agencies/", "experts": "/people/", "project": "/projects/"}


class Tie(Protocol):
    """As `services.press_ties.Tie`."""

    @property
    def is_known(self) -> bool:
        """Whether the name means this record."""

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to say if it means this record."""

    @property
    def id(self) -> int | None:
        """The id of the record."""

    @property
    def label(self) -> str:
        """The name of the record."""


class Ties(Protocol):
    """As `services.press_ties.Ties`."""

    @property
    def agencies(self) -> Mapping[AgencyRef, Tie]:
        """By the agency as it stands in a row."""

    @property
    def people(self) -> Mapping[str, Tie]:
        """By full name."""

    @property
    def project(self) -> Tie | None:
        """None where no project is named."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A tie beside its field: the address of the record, and the value of the button that takes it."""

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
    for index, row in enumerate(form.experts.rows):
        row.person_name.tie = _shown(ties.people.get(row.person_name.data), "experts", index)
    form.project_name.tie = _shown(ties.project, "project", 0)


def take(form: WorkshopForm, ties: Ties, action: str) -> None:
    """Take the record that a button offers in the place of a name; nothing where it is not offered any more."""
    show_ties(form, ties)
    rows = [(row.agency_name, row.agency_id) for kind in ("agencies", "funders") for row in form[kind].rows]
    rows += [(row.person_name, row.person_id) for row in form.experts.rows]
    for name, record_id in [*rows, (form.project_name, form.project_id)]:
        shown = getattr(name, "tie", None)
        if shown is not None and shown.take == action:
            name.data, record_id.data = shown.tie.label, shown.tie.id


def _shown(tie: Tie | None, kind: str, index: int) -> Shown | None:
    return Shown(tie, f"{_RECORDS[kind]}{tie.id}", f"take:{kind}:{index}:{tie.id}") if tie is not None else None
