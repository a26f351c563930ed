"""Rows of the details as small forms: an agency, an expert, an entry of the programme."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, ClassVar

from wtforms import Form, FormField, HiddenField

from workshops.domain.naming import split_acronym, with_acronym
from workshops.domain.workshop import AgencyRef, PersonRef
from workshops.domain.workshop_row_rules import MOST_ROWS
from workshops.errors import N_, WorkshopsError
from workshops.forms.rows import RowList
from workshops.forms.typed import TypedField


class IdField(HiddenField):
    """The id of a record, None where none is known. What is no number counts as none."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the id."""
        typed = valuelist[0] if valuelist else ""
        self.data = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 16 else None


class Row(Form):
    """One row of the details: its fields are named as those of `details`, an agency or person by id and name.

    `may_lack` names the references that are None where nothing was typed.
    """

    details: ClassVar[type[Any]]
    may_lack: ClassVar[frozenset[str]] = frozenset()

    row_id = IdField()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into a row that is not stored yet."""
        return self.row_id.data is None and all(field.is_blank for field in self.typed_fields())

    def typed_fields(self) -> Iterator[TypedField[Any]]:
        """The fields in which something is typed rather than chosen."""
        return (field for field in self if isinstance(field, TypedField))

    def to_row(self) -> Any:
        """The row as a value."""
        values = dict(self.data)
        if "agency_name" in values:
            name, record_id = values.pop("agency_name"), values.pop("agency_id")
            named = name or "agency" not in self.may_lack
            name, acronym = split_acronym(name)
            values["agency"] = AgencyRef(name=name, acronym=acronym, id=record_id if name else None) if named else None
        if "person_name" in values:
            name, record_id = values.pop("person_name"), values.pop("person_id")
            named = name or "person" not in self.may_lack
            values["person"] = PersonRef(full_name=name, id=record_id if name else None) if named else None
        return self.details(**values)

    @classmethod
    def shown(cls, row: Any) -> dict[str, Any]:
        """What the fields show of a row."""
        values = {field.name: getattr(row, field.name) for field in fields(row)}
        agency: AgencyRef | None = values.pop("agency", None)
        person: PersonRef | None = values.pop("person", None)
        if agency is not None:
            values |= {"agency_id": agency.id, "agency_name": with_acronym(agency.name, agency.acronym)}
        if person is not None:
            values |= {"person_id": person.id, "person_name": person.full_name}
        return values


class TooManyRows(WorkshopsError):
    """More rows were sent than a list can have; nobody types so many, so nothing of them is shown again (413)."""

    status = 413

    def __init__(self) -> None:
        super().__init__(N_("At most %(limit)s rows fit here."), limit=MOST_ROWS)


class RowsField(RowList):
    """A list of rows of one kind. Raises `TooManyRows` before it reads them."""

    def __init__(self, row_form: type[Row], label: Any, *, hint: Any = "", **options: Any) -> None:
        super().__init__(FormField(row_form), label, description=hint, **options)
        self.row_form = row_form
        self.own_errors: list[str] = []

    @property
    def errors(self) -> list[Any]:
        """What is wrong with the list as a whole, then with each of its rows."""
        in_rows = [entry.errors for entry in self.entries]
        return [*self.own_errors, *(in_rows if any(in_rows) else ())]

    def validate(self, form: Any, extra_validators: Any = ()) -> bool:
        """Check each row by itself."""
        self.own_errors = []
        return all([entry.validate(form) for entry in self.entries])

    def _extract_indices(self, prefix: str, formdata: Any) -> Iterator[int]:
        """The numbers of the posted rows, in order; what only looks like a number is passed over."""
        numbered = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,6}})-")
        indices = {int(match[1]) for match in map(numbered.match, formdata) if match}
        if len(indices) > MOST_ROWS:
            raise TooManyRows
        yield from sorted(indices)

    @property
    def rows(self) -> list[Any]:
        """The small forms themselves."""
        return [entry.form for entry in self.entries]

    def drop_empty(self) -> None:
        """Forget new rows into which nothing was typed."""
        self.entries: list[FormField] = [entry for entry in self.entries if not entry.form.is_empty]
        self._compact_indices()

    def fill(self, rows: Iterable[Any]) -> None:
        """Put rows of details at the end."""
        for row in rows:
            self.append_entry(self.row_form.shown(row))

    def insert(self, index: int, rows: Iterable[Any]) -> None:
        """Put rows of details before the row of that number."""
        for place, row in enumerate(rows, start=index):
            self.insert_entry(place, self.row_form.shown(row))

    def replace(self, index: int, rows: Iterable[Any]) -> None:
        """Put rows of details in the place of one row."""
        self.pop_entry(index)
        self.insert(index, rows)

    def to_rows(self) -> tuple[Any, ...]:
        """The rows as values."""
        return tuple(row.to_row() for row in self.rows)
