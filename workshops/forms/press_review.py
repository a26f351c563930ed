"""Findings of a press release beside the fields of the workshop form that show them."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from wtforms import Field

from workshops.domain.enums import FindingStatus
from workshops.domain.folding import fold
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.press_draft import Read, draft_of
from workshops.domain.press_further import adds_institution
from workshops.domain.press_review import first_that_says, now_listed, outcome
from workshops.domain.workshop import WorkshopDetails
from workshops.forms.press_fields import GROUP_OF, LISTS, ROWS, SINGLES, TITLES
from workshops.forms.press_rules import is_computed, why
from workshops.forms.row_forms import RowsField
from workshops.forms.workshop import WorkshopForm

PARTS: Final = {"funding": ("amount", "currency"), "expert_countries": ("country_code",)}
"""What a finding says of a row that is about something else: of a funder, of an expert."""


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


def put_back(form: WorkshopForm, read: Read, *, language: str, told: WorkshopDetails | None = None) -> None:
    """Put the value of an accepted finding into the form, where it does not stand yet and nothing else does.

    An item of a list comes as it stands in `told`, the draft of the whole text, and where it stands there; without it,
    at the end.
    """
    name = read.field
    funder = [Read(field="funders", value=read.value["funder"])] if name == "funding" else []
    alone = draft_of([*funder, read], language=language)
    told = told or alone
    if name in ROWS:
        field: RowsField = form[ROWS[name][0]]
        if Places(form).row(read) is None:
            _put_row(field, read, getattr(told, field.name), getattr(alone, field.name)[0])
    elif name in LISTS:
        field = form[LISTS[name]]
        rest = [value for value in field.data if value != read.value]
        rest.insert(_place(read.value, getattr(told, LISTS[name]), rest), read.value)
        field.data = tuple(rest)
    elif name in SINGLES and not form[SINGLES[name]].data:
        form[SINGLES[name]].process_data(WorkshopForm.from_details(alone)[SINGLES[name]].data)


def _put_row(field: RowsField, read: Read, told: Sequence[Any], alone: Any) -> None:
    """Put the row of a finding in its place; a part of a row into that row, where it stands without one."""
    at = first_that_says(read.field, [_only(field.name, row) for row in told])(read)
    row, part = alone if at is None else told[at], PARTS.get(read.field, ())
    rows, own = field.to_rows(), _subject(field.name, row)
    there = [_subject(field.name, one) for one in rows]
    if part and own in there:
        index = there.index(own)
        if getattr(rows[index], part[0]) in (None, ""):
            field.replace(index, (replace(rows[index], **{name: getattr(row, name) for name in part}),))
    else:
        field.insert(_place(own, [_subject(field.name, one) for one in told], there), (alone if part else row,))


def _place(own: str, told: Sequence[str], there: Sequence[str]) -> int:
    """Where an item comes in: behind the nearest before it in the text that is there, else before the next one."""
    at = told.index(own) if own in told else 0
    before = (there.index(one) + 1 for one in reversed(told[:at]) if one in there)
    following = (there.index(one) for one in told[at + 1 :] if one in there and own in told)
    return next(chain(before, following), len(there))


def _subject(kind: str, row: Any) -> str:
    """What a row is about, by which it is told again: a name, or the country of an expert without one."""
    said = _only(kind, row)
    first = next(name for name, (rows, _field) in ROWS.items() if rows == kind)
    return fold(" ".join(now_listed(first, said) or now_listed("expert_countries", said)))


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
