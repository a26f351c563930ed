"""What to look at in the review of a press release, each with its place in the form."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from wtforms import Field

from workshops.domain.enums import FindingStatus
from workshops.domain.press_look import ASKED_BELOW, DOUBTFUL_BELOW, empty_fields, open_conflicts
from workshops.domain.press_review import outcome
from workshops.domain.workshop import WorkshopDetails
from workshops.forms.press_fields import FIELD_TITLES, LISTS, ROWS, SINGLES
from workshops.forms.press_review import Evidence, Places, keeping_total, withdraw
from workshops.forms.saying import said
from workshops.forms.workshop import WorkshopForm


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to look at: the id of its place on the page, and what is said of it."""

    place: str
    label: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A finding that may well be wrong, and the label of its field."""

    label: str
    item: Evidence


@dataclass(frozen=True, slots=True)
class Look:
    """Everything to look at, and how many of the findings are decided. `undecided` are fields with doubtful ties."""

    empty: Sequence[Point]
    undecided: Sequence[Field]
    doubtful: Sequence[Doubtful]
    conflicts: Sequence[Point]
    decided: int
    shown: int


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is asked about before a press release is registered."""

    findings: Sequence[Doubtful] = ()
    conflicts: Sequence[Point] = ()

    @property
    def marks(self) -> list[str]:
        """What tells each of them apart, for the form to say which were seen."""
        return [str(doubt.item.id) for doubt in self.findings] + [point.place for point in self.conflicts]


def _undecided(form: WorkshopForm) -> list[Field]:
    """The fields with names that may mean a record: see `press_ties.show_ties`."""
    names = [row.agency_name for rows in (form.agencies, form.funders) for row in rows.rows]
    names += [row.person_name for rows in (form.experts, form.participants) for row in rows.rows]
    names += [row.name for row in form.contacts.rows]
    return [name for name in names if (shown := getattr(name, "tie", None)) and shown.tie.is_doubtful and shown.take]


def look_at(form: WorkshopForm, found: Sequence[Evidence], text: str) -> Look:
    """What to look at, given what stands in the form now and what was found in the text."""
    details, places = form.to_details(), Places(form)
    shown = [item for item in found if item.group]
    return Look(
        empty=[Point(name, _label(form, name)) for name in empty_fields(details)],
        undecided=_undecided(form),
        doubtful=[
            Doubtful(_called(field, item), item)
            for item in shown
            if _is_doubtful(item, DOUBTFUL_BELOW)
            if (field := places.field(item.read)) is not None
        ],
        conflicts=[*_conflicts(found, details, text), *_phones(form)],
        decided=sum(item.status is not FindingStatus.PROPOSED for item in shown),
        shown=len(shown),
    )


def doubts_taken(form: WorkshopForm, found: Sequence[Evidence], text: str, *, sure_from: int) -> Doubts:
    """What is doubtful, not decided and would stand in the record as it was read, and what contradicts itself.

    Nothing at or above `sure_from` per cent is doubtful to whoever trusts that much.
    """
    details, places = form.to_details(), Places(form)
    findings = [
        Doubtful(_called(field, item), item)
        for item in found
        if item.group
        if _is_doubtful(item, min(sure_from, ASKED_BELOW.get(item.read.field, DOUBTFUL_BELOW)))
        if (field := places.field(item.read)) is not None
        if outcome(item.read, details)[0] is FindingStatus.ACCEPTED
    ]
    return Doubts(findings, _conflicts(found, details, text))


def leave_out(form: WorkshopForm, doubts: Doubts, found: Sequence[Evidence]) -> None:
    """Take what is doubtful out of the form, and that only."""
    left = [doubt.item for doubt in doubts.findings]
    with keeping_total(form, [item for item in found if item not in left]):
        for item in left:
            withdraw(form, item.read)


def _called(field: Field, item: Evidence) -> str:
    """What a finding is a value of: of one in a row what the row is, since "Name" and "Country" may be anybody's."""
    name = item.read.field
    return _(FIELD_TITLES[name]) if name in ROWS and name in FIELD_TITLES else str(field.label.text)


def _is_doubtful(item: Evidence, below: int) -> bool:
    return item.status is FindingStatus.PROPOSED and round(item.confidence * 100) < below


def _conflicts(found: Sequence[Evidence], details: WorkshopDetails, text: str) -> list[Point]:
    reads = [item.read for item in found if item.status is not FindingStatus.REJECTED]
    return [Point(_place(one.field), said(one)) for one in open_conflicts(reads, details, text)]


def _phones(form: WorkshopForm) -> list[Point]:
    """Numbers that cannot be called as they stand."""
    return [Point(phone.id, problem) for phone in form.phones if (problem := phone.problem(form.country_code.data))]


def _label(form: WorkshopForm, name: str) -> str:
    special = {"agencies": _("Organisers"), "headcount_unknown": _("Number of participants")}
    return special.get(name) or str(form[name].label.text)


def _place(field: str) -> str:
    """The field of the form in which the values of a field of findings stand."""
    return SINGLES.get(field) or LISTS.get(field) or ROWS[field][0]
