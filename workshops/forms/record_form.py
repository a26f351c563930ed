"""The root of the forms of the registers: rules from the domain, problems at their fields, rows without a script."""

import re
from collections.abc import Iterable
from typing import Any, Self

from flask_wtf import FlaskForm
from wtforms import Field

from workshops.domain.register_rules import problems
from workshops.errors import Problem
from workshops.forms.row_forms import IdField, RowsField
from workshops.forms.saying import said
from workshops.forms.typed import TypedField

_AT_ROW = re.compile(r"([a-z]+)-(\d+)-([a-z_]+)")


class RecordForm(FlaskForm):
    """What a person says of one record. `version` is that of the record when the form was opened."""

    version = IdField()

    def to_details(self) -> Any:
        """What was typed, as every door says it."""
        raise NotImplementedError

    @classmethod
    def of(cls, record: Any) -> Self:
        """The form as it shows a record. What has no column of the field's name is added by each form."""
        form = cls(formdata=None)
        for field in form:
            if hasattr(record, field.short_name) and not isinstance(field, RowsField):
                value = getattr(record, field.short_name)
                field.process_data(tuple(value) if isinstance(value, list) else value)
        return form

    @property
    def lists(self) -> list[RowsField]:
        """The lists of rows."""
        return [field for field in self if isinstance(field, RowsField)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether all can be read and no rule of the record is broken; each field carries its sentences."""
        for rows in self.lists:
            rows.drop_empty()
        super().validate(extra_validators)
        self.show(problems(self.to_details()))
        return not self.errors

    def show(self, found: Iterable[Problem]) -> None:
        """Put problems on their fields; what is wrong with a field already hides what follows from it."""
        for problem in found:
            field = self._at(problem.field)
            if field is None:
                self.form_errors.append(said(problem))
            elif isinstance(field, RowsField):
                field.own_errors.append(said(problem))
            elif not field.errors:
                field.errors = [said(problem)]

    def differences(self, record: Any) -> list[tuple[str, str]]:
        """The label of each typed field that says something else than the record, with what the record says."""
        other = type(self).of(record)
        typed = [field for field in self if isinstance(field, TypedField)]
        return [
            (str(field.label.text), other[field.short_name]._value())
            for field in typed
            if field.data != other[field.short_name].data
        ]

    def _at(self, path: str) -> Field | None:
        match = _AT_ROW.fullmatch(path)
        if match is None:
            return self._fields.get(path) or self._fields.get(f"{path}_name")
        rows = self._fields.get(match[1])
        if not isinstance(rows, RowsField) or int(match[2]) >= len(rows.rows):
            return None
        field: Field | None = rows.rows[int(match[2])]._fields.get(match[3])
        return field
