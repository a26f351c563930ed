"""Findings of a press release beside the fields of the workshop form that show them."""

from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from wtforms import Field

from workshops.domain.enums import FindingStatus
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.press_draft import Read, draft_of
from workshops.domain.press_further import adds_institution
from workshops.domain.press_review import first_that_says, outcome
from workshops.domain.workshop import WorkshopDetails
from workshops.forms.press_fields import GROUP_OF, LISTS, ROWS, SINGLES, TITLES
from workshops.forms.press_rules import is_computed, why
from workshops.forms.row_forms import RowsField
from workshops.forms.workshop import WorkshopForm


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding as the page shows it: `confidence` from 0 to 1, `spans` are ranges of characters of the text."""

    id: int
    read: Read
    confidence: float
    status: FindingStatus
    spans: tuple[tuple[int, int], ...] = ()
    rule: str = ""
    is_other: bool = False
    """Whether it is offered to be taken instead of what stands in its field."""

    @property
    def group(self) -> str:
        """The group of its colour, "" where the text is not marked."""
        return GROUP_OF.get(self.read.field, "")

    @property
    def words(self) -> str:
        """The words of the text, or a value that stands nowhere in it, as the subject of a letter."""
        return self.read.words or (self.read.value if isinstance(self.read.value, str) else "")

    @property
    def why(self) -> str:
        """The rule that made it, in words; "" for none."""
        return why(self.rule)

    @property
    def is_computed(self) -> bool:
        """Whether its words do not say its value, which was reckoned from them."""
        return is_computed(self.rule)


class Places:
    """Where in a form the values of findings stand, as long as no row comes or goes."""

    def __init__(self, form: WorkshopForm) -> None:
        self._form = form
        self._rows: dict[str, Callable[[Read], int | None]] = {}

    def field(self, read: Read) -> Field | None:
        """The field that shows the value of a finding, None where none does. One typed over still is its field's."""
        if read.field in ROWS:
            index = self.row(read)
            rows, name = ROWS[read.field]
            return None if index is None else self._form[rows].rows[index][name]
        name = LISTS.get(read.field) or SINGLES.get(read.field, "")
        return self._form[name] if name else None

    def row(self, read: Read) -> int | None:
        """The number of the row in which the item of a finding stands, None where it is in none."""
        if read.field not in self._rows:
            rows: RowsField = self._form[ROWS[read.field][0]]
            self._rows[read.field] = first_that_says(read.field, [_only(rows.name, row) for row in rows.to_rows()])
        return self._rows[read.field](read)


def marks_of(evidence: Iterable[Evidence], by_hand: Container[int]) -> list[tuple[int, int, int]]:
    """The marks of the text. Of fields with the same words those assigned by hand come first, what dates imply last."""
    last = ("end_date", "duration_days", "date_text")
    ordered = sorted(evidence, key=lambda item: (item.id not in by_hand, item.read.field in last))
    return [(*span, item.id) for item in ordered for span in item.spans]


def show_evidence(form: WorkshopForm, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Put each piece of evidence on the field that shows its value; gives back those that no field shows."""
    apart, details, places = [], form.to_details(), Places(form)
    for item in evidence:
        if item.read.field in TITLES and outcome(item.read, details)[0] is FindingStatus.CHANGED:
            item = replace(item, is_other=True)
        field = places.field(item.read)
        if field is None:
            apart.append(item)
        else:
            field.evidence = [*getattr(field, "evidence", ()), item]
    return apart


def withdraw(form: WorkshopForm, read: Read) -> None:
    """Take the value of a rejected finding out of the form, where it still stands there."""
    name = read.field
    if name in ROWS:
        field: RowsField = form[ROWS[name][0]]
        index = Places(form).row(read)
        if index is not None:
            row = field.to_rows()[index]
            rest = (replace(row, amount=None, currency=""),) if name == "funding" else ()
            if name == "expert_countries" and row.person:
                rest = (replace(row, country_code=""),)
            field.replace(index, rest)
    elif name in LISTS:
        field = form[LISTS[name]]
        field.data = tuple(value for value in field.data if not _says(_only(LISTS[name], value), read))
    elif name in SINGLES and _says(form.to_details(), read):
        form[SINGLES[name]].process_data(None)


def put_back(form: WorkshopForm, read: Read, *, language: str, told: Iterable[Read] = ()) -> None:
    """Put the value of an accepted finding into the form, where it does not stand yet and nothing else does.

    An item of a list stands before those that follow it in `told`, all that the text tells; else at the end.
    """
    name = read.field
    funder = [Read(field="funders", value=read.value["funder"])] if name == "funding" else []
    details = draft_of([*funder, read], language=language)
    if name in ROWS:
        places = Places(form)
        if places.row(read) is None:
            field: RowsField = form[ROWS[name][0]]
            _put_row(places, field, read, getattr(details, field.name), _following(read, told))
    elif name in LISTS:
        field = form[LISTS[name]]
        rest = [value for value in field.data if value != read.value]
        place = min((rest.index(one.value) for one in _following(read, told) if one.value in rest), default=len(rest))
        field.data = (*rest[:place], read.value, *rest[place:])
    elif name in SINGLES and not form[SINGLES[name]].data:
        form[SINGLES[name]].process_data(WorkshopForm.from_details(details)[SINGLES[name]].data)


def _following(read: Read, told: Iterable[Read]) -> list[Read]:
    """What a draft has after an item in the same list."""
    rows = [name for name, (kind, _name) in ROWS.items() if kind == ROWS.get(read.field, ("",))[0]] or [read.field]
    listed = sorted((one for one in told if one.field in rows), key=lambda one: rows.index(one.field))
    return listed[listed.index(read) + 1 :] if read in listed else []


def _put_row(places: Places, field: RowsField, read: Read, rows: tuple[Any, ...], following: Iterable[Read]) -> None:
    """Put the rows of a finding in their place; an amount into the row of its funder, where that names none yet."""
    if read.field == "funding":
        given = rows[0]
        index = places.row(Read(field="funders", value=read.value["funder"]))
        if index is not None:
            row = field.to_rows()[index]
            if row.amount is None:
                field.replace(index, (replace(row, amount=given.amount, currency=given.currency),))
            return
    there = (places.row(one) for one in following)
    field.insert(min((place for place in there if place is not None), default=len(field.rows)), rows)


def assign(form: WorkshopForm, read: Read, *, language: str) -> None:
    """Put a value that a person took from the text into the form, over what stands in a single field."""
    if read.field not in SINGLES:
        put_back(form, read, language=language)
        if adds_institution(read, form.to_details()):
            _give_institution(form, read, read.value["affiliation"])
        return
    if read.field == "title" and (translated := translation_field(form, language)) is not None:
        translated.process_data(read.value)
        return
    name, details = SINGLES[read.field], draft_of([read], language=language)
    form[name].process_data(WorkshopForm.from_details(details)[name].data)
    if read.field == "participants_count":  # women and men are told apart from the rest
        apart = (form.headcount_women, form.headcount_men, form.headcount_other)
        rest = read.value - sum(field.data or 0 for field in apart)
        form[name].process_data(rest if rest > 0 else None)


def _give_institution(form: WorkshopForm, read: Read, institution: str) -> None:
    """Say in the row of an expert where that person is from."""
    index = Places(form).row(read)
    if index is not None:
        form.experts.replace(index, (replace(form.experts.to_rows()[index], affiliation=institution),))


@contextmanager
def keeping_total(form: WorkshopForm, told: Iterable[Evidence]) -> Iterator[None]:
    """While women or men leave the form or come back: the number of people that the text tells and the form says stays.

    Those of whom it is not said any more whether they are women or men are counted as not stated.
    """
    details = form.to_details()
    totals = [
        item.read
        for item in told
        if item.read.field == "participants_count" and item.status is not FindingStatus.REJECTED
        if _says(details, item.read)
    ]
    yield
    for total in totals:
        assign(form, total, language="")


def restore(form: WorkshopForm, before: Iterable[tuple[Read, Any]], *, language: str) -> None:
    """Take values that were assigned out of the form again, and put back what it said in their place before."""
    for read, was in before:
        if read.field == "experts" and was:
            _give_institution(form, read, was["affiliation"])
        elif read.field not in SINGLES:
            withdraw(form, read)
        elif read.field == "title" and (translated := translation_field(form, language)) is not None:
            translated.process_data(None)
        elif was in (None, ""):
            form[SINGLES[read.field]].process_data(None)
        else:
            assign(form, Read(field=read.field, value=was), language=language)


def translation_field(form: WorkshopForm, language: str) -> Field | None:
    """The field for a title in a language that is not that of the form's title; None for its own, or none offered."""
    is_offered = language in INTERFACE_LANGUAGES and form.title_language.data != language
    return form[f"title_{language}"] if is_offered and form.title.data else None


def _only(name: str, item: Any) -> WorkshopDetails:
    """Details that say one thing."""
    said: dict[str, Any] = {name: (item,)}
    return WorkshopDetails(title="", **said)


def _says(details: WorkshopDetails, read: Read) -> bool:
    return outcome(read, details)[0] is FindingStatus.ACCEPTED
