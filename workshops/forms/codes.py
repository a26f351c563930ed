"""Fields for countries, languages, currencies and the closed lists of the record."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from wtforms import SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError
from wtforms.widgets import TextArea

from workshops.domain.countries import countries, country_name, find_country
from workshops.domain.currencies import currency_names
from workshops.domain.languages import INTERFACE_LANGUAGES, find_language, language_names
from workshops.domain.texts import one_line, several_lines
from workshops.domain.typed_values import parse_list
from workshops.errors import N_
from workshops.forms.saying import page_language, say
from workshops.forms.typed import TextField, TypedField
from workshops.labels import label as label_of


class CountryField(TextField):
    """A country, found by any of its names in three languages; the value is its ISO 3166-1 code."""

    def read(self, text: str) -> str:
        """The code of the country named."""
        return _country(text)

    def written(self, value: str) -> str:
        """Its name."""
        return _country_written(value)


class _ListField(TypedField[tuple[str, ...]]):
    """Several names in one field, with commas between them."""

    def empty(self) -> tuple[str, ...]:
        """None at all."""
        return ()

    def kept(self, typed: str) -> str:
        """The text with its lines, which part names too."""
        return several_lines(typed)


class CountriesField(_ListField):
    """Countries, with commas between them."""

    def read(self, text: str) -> tuple[str, ...]:
        """Their codes."""
        return tuple(dict.fromkeys(_country(name) for name in parse_list(text)))

    def written(self, value: tuple[str, ...]) -> str:
        """Their names."""
        return ", ".join(_country_written(code) for code in value)


class LanguagesField(_ListField):
    """Languages, with commas between them; the values are their ISO 639-1 codes."""

    def read(self, text: str) -> tuple[str, ...]:
        """Their codes."""
        return tuple(dict.fromkeys(self._code(name) for name in parse_list(text)))

    def written(self, value: tuple[str, ...]) -> str:
        """Their names."""
        names = language_names(page_language())
        return ", ".join(names.get(code, code) for code in value)

    @staticmethod
    def _code(name: str) -> str:
        code = find_language(name)
        if code is None:
            raise ValueError(say(N_("'%(typed)s' is not a language of the list."), {"typed": name}))
        return code


class LinesField(_ListField):
    """Several texts, one on each line."""

    widget = TextArea()

    def read(self, text: str) -> tuple[str, ...]:
        """The lines that say something."""
        return tuple(dict.fromkeys(line for line in map(one_line, text.split("\n")) if line))

    def written(self, value: tuple[str, ...]) -> str:
        """One under the other."""
        return "\n".join(value)


class ChoiceField(SelectField):
    """One value of a closed list, shown by its label; `optional` puts an empty choice before the others.

    A value that is not offered is refused, whatever was posted; `offered` may be narrowed for one form.
    """

    def __init__(
        self, label: Any, closed_list: type[StrEnum], *, optional: bool = False, hint: Any = "", **options: Any
    ) -> None:
        self.closed_list = closed_list
        self.optional = optional
        self.offered: Iterable[StrEnum] = closed_list
        super().__init__(label, coerce=self._value_of, choices=self._choices, description=hint, **options)

    def _value_of(self, posted: str | None) -> StrEnum | None:
        return self.closed_list(posted) if posted else None

    def _choices(self) -> list[SelectChoice]:
        blank = [SelectChoice("", "")] if self.optional else []
        return blank + [SelectChoice(value.value, say(label_of(value))) for value in self.offered]

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take the posted value; an unknown one is refused in words."""
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(say(N_("Choose one from the list."))) from None

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not offered."""
        if not self.errors and not (self.data is None and self.optional) and self.data not in tuple(self.offered):
            raise ValidationError(say(N_("Choose one from the list.")))


class CurrencyField(SelectField):
    """A currency by its ISO 4217 code, shown with its name; a former one is offered where it is already chosen."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, choices=self._choices, validate_choice=False, default="", **options)

    def _choices(self) -> list[SelectChoice]:
        offered = dict(currency_names(page_language()))
        chosen = [SelectChoice(self.data, self.data)] if self.data and self.data not in offered else []
        return [SelectChoice("", ""), *chosen, *(SelectChoice(c, f"{c} – {name}") for c, name in offered.items())]


class LanguageField(SelectField):
    """A language by its ISO 639-1 code, those of the interface first."""

    def __init__(self, label: Any, *, optional: bool = False, **options: Any) -> None:
        self.optional = optional
        super().__init__(label, choices=self._choices, validate_choice=False, **options)

    def _choices(self) -> list[SelectChoice]:
        names = language_names(page_language())
        codes = dict.fromkeys((*INTERFACE_LANGUAGES, *names))
        return ([SelectChoice("", "")] if self.optional else []) + [SelectChoice(code, names[code]) for code in codes]


def _country(name: str) -> str:
    code = find_country(name)
    if code is None:
        raise ValueError(say(N_("'%(typed)s' is not a country of the list."), {"typed": name}))
    return code


def _country_written(code: str) -> str:
    return country_name(code, page_language()) if code in countries() else code
