"""What the forms of the registers do alike: rules from the domain, names in several languages, what another saved."""

from typing import Any, Self

from flask_babel import lazy_gettext as _l

from workshops.domain.register_rules import problems
from workshops.errors import N_
from workshops.forms.codes import LanguageField
from workshops.forms.record_form import RecordForm
from workshops.forms.row_forms import Row, RowsField
from workshops.forms.saying import say
from workshops.forms.typed import TextField, TypedField


class RegisterForm(RecordForm):
    """A record of a register."""

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

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether all can be read and no rule of the register is broken; each field carries its sentences."""
        for rows in self.lists:
            rows.drop_empty()
        super().validate(extra_validators)
        self.show(problems(self.to_details()))
        return not self.errors

    def differences(self, record: Any) -> list[tuple[str, str]]:
        """The label of each typed field that says something else than the record, with what the record says."""
        other = type(self).of(record)
        typed = [field for field in self if isinstance(field, TypedField)]
        return [
            (str(field.label.text), other[field.short_name]._value())
            for field in typed
            if field.data != other[field.short_name].data
        ]


class TranslationForm(Row):
    """A name in another language."""

    language = LanguageField(_l("Language"))
    name = TextField(_l("Name"), render_kw={"required": True})

    def to_row(self) -> tuple[str, str]:
        """The code of the language and the name."""
        return self.language.data, self.name.data

    @classmethod
    def shown(cls, row: tuple[str, str]) -> dict[str, Any]:
        """What the fields show of a name."""
        return {"language": row[0], "name": row[1]}


class NamedForm(RegisterForm):
    """A record with names in several languages."""

    translations = RowsField(
        TranslationForm, _l("Names in other languages"), hint=_l("Documents in that language print them.")
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """The rules of the record, and one name for each language."""
        super().validate(extra_validators)
        languages = [row.language.data for row in self.translations.rows]
        for index, row in enumerate(self.translations.rows):
            if row.language.data in languages[:index]:
                row.language.errors = [say(N_("This language stands twice. Remove one of the two rows."))]
            if not row.language.data and not row.language.errors:
                row.language.errors = [say(N_("Choose a language from the list."))]
            if not row.name.data and not row.name.errors:
                row.name.errors = [say(N_("Enter the name."))]
        return not self.errors

    @classmethod
    def of(cls, record: Any) -> Self:
        """The form as it shows a record, with its names."""
        form = super().of(record)
        form.translations.fill(record.translations.items())
        return form

    @property
    def names(self) -> dict[str, str]:
        """The names by language."""
        return dict(self.translations.to_rows())
