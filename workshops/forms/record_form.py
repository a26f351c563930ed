"""What the forms of all records do alike: lists of rows, problems shown at their fields, names offered while typing."""

import re
from collections.abc import Iterable, Iterator, Mapping

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, FieldList, FormField
from wtforms.csrf.core import CSRFTokenField
from wtforms.form import BaseForm

from workshops.domain.countries import country_names
from workshops.domain.languages import language_names
from workshops.errors import Problem
from workshops.forms.row_forms import IdField, RowsField
from workshops.forms.saying import page_language, said

_AT_ROW = re.compile(r"([a-z]+)-(\d+)-([a-z_]+)")


class RecordForm(FlaskForm):
    """What a person says of one record. `version` is that of the record when the form was opened."""

    version = IdField()

    @property
    def lists(self) -> list[RowsField]:
        """The lists of rows."""
        return [field for field in self if isinstance(field, RowsField)]

    @property
    def offered(self) -> dict[str, list[tuple[str, str]]]:
        """What is offered while a code is typed: (value, label) by the id of the list on the page."""
        language = page_language()
        return {
            "country-names": [(name, "") for _code, name in country_names(language)],
            "language-names": [(name, "") for name in language_names(language).values()],
        }

    def as_sent(self) -> Mapping[str, list[str]]:
        """The fields with what stands in them, as a browser would send them now; without the token."""
        return dict(_sent(self))

    def show(self, found: Iterable[Problem]) -> None:
        """Put problems on their fields; what is wrong with a field already hides what follows from it."""
        already = {name for name, field in self._fields.items() if field.errors and not isinstance(field, RowsField)}
        for problem in found:
            field = self.at(problem.field)
            if field is None:
                self.form_errors.append(said(problem))
            elif isinstance(field, RowsField):
                field.own_errors.append(said(problem))
            elif problem.field not in already and not field.errors:
                field.errors = [said(problem)]

    def at(self, path: str) -> Field | None:
        """The field at a path such as "title", "parent" (chosen by name) or "agencies-2-agency_name"."""
        match = _AT_ROW.fullmatch(path)
        if match is None:
            return self._fields.get(path) or self._fields.get(f"{path}_name")
        rows = self._fields.get(match[1])
        if not isinstance(rows, RowsField) or int(match[2]) >= len(rows.rows):
            return None
        field: Field | None = rows.rows[int(match[2])]._fields.get(match[3])
        return field


def _sent(fields: BaseForm | FieldList | FormField) -> Iterator[tuple[str, list[str]]]:
    for field in fields:
        if isinstance(field, FieldList | FormField):
            yield from _sent(field)
        elif isinstance(field, BooleanField):
            yield from [(field.name, ["y"])] if field.data else []
        elif hasattr(field, "iter_choices"):
            yield field.name, [value for value, _label, is_chosen, *_more in field.iter_choices() if is_chosen]
        elif not isinstance(field, CSRFTokenField):
            yield field.name, [field._value()]
