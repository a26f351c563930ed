"""The root of our fields: each keeps what was typed when it cannot be taken, and says why in a sentence.

The lengths of texts and all other rules of the record are checked once for every door, in `domain/workshop_rules.py`.
"""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from wtforms import Field
from wtforms.widgets import EmailInput, TelInput, TextArea, TextInput

from workshops.domain.texts import one_line, several_lines
from workshops.forms import phones
from workshops.forms.saying import say

V = TypeVar("V")


class TypedField(Field, Generic[V]):
    """A field of one typed text. `data` is the value it says, the empty value where it says none or cannot be read."""

    widget = TextInput()
    typed: str | None = None
    errors: list[str]

    def __init__(self, label: Any = None, *, hint: Any = "", **options: Any) -> None:
        super().__init__(label, description=hint, **options)

    def process_data(self, value: V | None) -> None:
        """Take the value of a record."""
        self.data = self.empty() if value is None else value

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read what was typed; what cannot be read stays in the field with a sentence beside it."""
        if not valuelist:
            return
        self.data = self.empty()
        self.typed = valuelist[0]
        text = self.kept(valuelist[0])
        if text:
            self.data = self.read(text)
        self.typed = None

    def kept(self, typed: str) -> str:
        """The text as it is kept."""
        return one_line(typed)

    def empty(self) -> V:
        """The value of an empty field."""
        raise NotImplementedError

    def read(self, text: str) -> V:
        """The value that a text says. Raises ValueError with the sentence to show."""
        raise NotImplementedError

    def written(self, value: V) -> str:
        """The value as text, for a person to correct."""
        return str(value)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not self._value()

    def _value(self) -> str:
        """What stands in the field: the text that could not be read, else the value."""
        if self.typed is not None:
            return self.typed
        return "" if self.data in (None, "", ()) else self.written(self.data)


class OptionalField(TypedField[V | None], Generic[V]):
    """A field without a value where it is empty."""

    def empty(self) -> V | None:
        """Nothing is known."""
        return None


class TextField(TypedField[str]):
    """One line of text: NFC, stripped, without marks that turn its direction; unseen characters alone are nothing."""

    def empty(self) -> str:
        """No text."""
        return ""

    def read(self, text: str) -> str:
        """The text itself."""
        return text


class LongTextField(TextField):
    """Several lines of text."""

    widget = TextArea()

    def kept(self, typed: str) -> str:
        """The text with its lines."""
        return several_lines(typed)


class EmailField(TextField):
    """An e-mail address; its form is a rule of the record."""

    widget = EmailInput()


class PhoneField(TextField):
    """A telephone number, kept as it was given.

    The form that holds it says in which country a number without country code lies: `check(region)`.
    """

    widget = TelInput()

    def check(self, region: str) -> None:
        """Add the sentence where no number of that country (ISO 3166-1, or "") or with a country code is given."""
        if not self.errors and (problem := self.problem(region)):
            self.errors = [problem]

    def problem(self, region: str) -> str:
        """That sentence, "" where there is nothing to say."""
        problem = phones.problem(self.data, region) if self.data else None
        return say(*problem) if problem else ""
