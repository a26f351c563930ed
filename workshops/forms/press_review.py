"""Findings of a press release beside the fields of the workshop form that show them."""

from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from wtforms import Field

from workshops.domain.enums import FindingStatus
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.press_draft import Read, draft_of
from workshops.domain.press_further import adds_institution
from workshops.domain.press_review import outcome
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
    def why(self) -> str:
        """The rule that made it, in words; "" for none."""
        return why(self.rule)

    @property
    def is_computed(self) -> bool:
        """Whether its words do not say its value, which was reckoned from them."""
        return is_computed(self.rule)


def marks_of(evidence: Iterable[Evidence], by_hand: Container[int]) -> list[tuple[int, int, int]]:
    """The marks of the text. Of fields with the same words those assigned by hand come first, what dates imply last."""
    last = ("end_date", "duration_days", "date_text")
    ordered = sorted(evidence, key=lambda item: (item.id not in by_hand, item.read.field in last))
    return [(*span, item.id) for item in ordered for span in item.spans]


def show_evidence(form: WorkshopForm, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Put each piece of evidence on the field that shows its value; gives back those that no field shows."""
    apart, details = [], form.to_details()
    for item in evidence:
        if item.read.field in TITLES and outcome(item.read, details)[0] is FindingStatus.CHANGED:
            item = replace(item, is_other=True)
        field = field_of(form, item.read)
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
        index = row_that_says(field, read)
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


def put_back(form: WorkshopForm, read: Read, *, language: str) -> None:
    """Put the value of an accepted finding into the form, where it does not stand yet and nothing else does."""
    name = read.field
    funder = [Read(field="funders", value=read.value["funder"])] if name == "funding" else []
    details = draft_of([*funder, read], language=language)
    if name in ROWS:
        field: RowsField = form[ROWS[name][0]]
        if row_that_says(field, read) is None:
            _put_row(field, read, getattr(details, field.name))
    elif name in LISTS:
        field = form[LISTS[name]]
        field.data = tuple(dict.fromkeys((*field.data, read.value)))
    elif name in SINGLES and not form[SINGLES[name]].data:
        form[SINGLES[name]].process_data(WorkshopForm.from_details(details)[SINGLES[name]].data)


def _put_row(field: RowsField, read: Read, rows: tuple[Any, ...]) -> None:
    """Put the rows of a finding at the end; an amount into the row of its funder, where that names none yet."""
    if read.field == "funding":
        given = rows[0]
        index = row_that_says(field, Read(field="funders", value=read.value["funder"]))
        if index is not None:
            row = field.to_rows()[index]
            if row.amount is None:
                field.replace(index, (replace(row, amount=given.amount, currency=given.currency),))
            return
    field.fill(rows)


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
    index = row_that_says(form.experts, read)
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


def field_of(form: WorkshopForm, read: Read) -> Field | None:
    """The field that shows the value of a finding, None where none does. A value typed over still is its field's."""
    if read.field in ROWS:
        rows, name = ROWS[read.field]
        index = row_that_says(form[rows], read)
        return None if index is None else form[rows].rows[index][name]
    name = LISTS.get(read.field) or SINGLES.get(read.field, "")
    return form[name] if name else None


def row_that_says(field: RowsField, read: Read) -> int | None:
    """The number of the row in which the item of a finding stands, None where it is in none."""
    rows = field.to_rows()
    return next((index for index, row in enumerate(rows) if _says(_only(field.name, row), read)), None)


def _says(details: WorkshopDetails, read: Read) -> bool:
    return outcome(read, details)[0] is FindingStatus.ACCEPTED
