"""Fields for countries, languages, currencies and the closed lists of the record."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Final

from wtforms import SelectField
from wtforms.fields import SelectChoice
from wtforms.fields.choices import Choice
from wtforms.validators import ValidationError
from wtforms.widgets import TextArea

from workshops.domain.countries import countries, country_name, find_country
from workshops.domain.currencies import currencies
from workshops.domain.languages import OWN_NAMES, find_language, language_names
from workshops.domain.texts import one_line, several_lines
from workshops.domain.typed_values import parse_list
from workshops.errors import N_
from workshops.forms.saying import page_language, say
from workshops.forms.typed import TextField, TypedField
from workshops.labels import label as label_of

LANGUAGES: Final = [SelectChoice(code, name) for code, name in OWN_NAMES.items()]
"""The languages of the product to choose from, each by its own name."""


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
        return tuple(dict.fromkeys(_language(name) for name in parse_list(text)))

    def written(self, value: tuple[str, ...]) -> str:
        """Their names."""
        names = language_names(page_language())
        return ", ".join(names.get(code, code) for code in value)


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

    def iter_choices(self) -> Iterator[Any]:
        """The choices; before them an empty one while none is chosen, so that no browser chooses the first."""
        if self.data is None and not self.optional:
            yield Choice("", "", selected=True, render_kw={})
        yield from super().iter_choices()

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


class CurrencyField(TextField):
    """A currency by its ISO 4217 code, typed or chosen; former ones count too."""

    def read(self, text: str) -> str:
        """The code typed, in any case."""
        if text.upper() not in currencies():
            raise ValueError(say(N_("Choose a currency from the list.")))
        return text.upper()


class LanguageField(TextField):
    """A language, found by any of its names; the value is its ISO 639-1 code."""

    def read(self, text: str) -> str:
        """The code of the language named."""
        return _language(text)

    def written(self, value: str) -> str:
        """Its name."""
        return language_names(page_language()).get(value, value)


def _language(name: str) -> str:
    code = find_language(name)
    if code is None:
        raise ValueError(say(N_("'%(typed)s' is not a language of the list."), {"typed": name}))
    return code


def _country(name: str) -> str:
    code = find_country(name)
    if code is None:
        raise ValueError(say(N_("'%(typed)s' is not a country of the list."), {"typed": name}))
    return code


def _country_written(code: str) -> str:
    return country_name(code, page_language()) if code in countries() else code
