"""What can be chosen of a document. Page, command, script and worker ask alike: a choice reads texts, gives a value.

A choice is drawn as its class says: `OneOf` as a list, `SomeOf` as boxes to tick, the others as they are.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from workshops.domain.partial_date import NO_DATE, NotADate, PartialDate, parse_typed
from workshops.domain.print_choices import How, Offered, Option, Value
from workshops.domain.rule_texts import is_too_long
from workshops.domain.texts import one_line
from workshops.errors import N_, Invalid, Problem
from workshops.translating import translator


@dataclass(frozen=True, kw_only=True)
class Choice(ABC):
    """`name` is its word in addresses and commands; `label` and `hint` are message ids."""

    name: str
    label: str
    hint: str = ""
    how: ClassVar[How]

    def options(self, subject: Any, language: str) -> tuple[Option, ...]:
        """What there is to choose from for this subject (its workshop), labelled in a language."""
        return ()

    @abstractmethod
    def read(self, texts: Sequence[str] | None, subject: Any) -> Value:
        """The value of what was chosen; None stands for nothing said. Raises `Invalid` with a problem for `name`."""

    def offered(self, subject: Any, language: str, usual: Sequence[str] | None = None) -> Offered:
        """The choice as it is offered for this subject in a language; `usual` is taken where nothing is chosen."""
        said = translator(language).gettext
        return Offered(
            name=self.name,
            label=said(self.label),
            hint=said(self.hint) if self.hint else "",
            how=self.how,
            usual=self.read(usual, subject),
            options=self.options(subject, language),
        )

    def refused(self, message: str, **params: object) -> Invalid:
        """The error for this choice."""
        return Invalid(Problem(self.name, message, params))


@dataclass(frozen=True, kw_only=True)
class _OfOptions(Choice):
    """Options are a fixed list, or come from the record: then they are labelled in the language already."""

    of: Sequence[Option] | Callable[[Any, str], Iterable[Option]]

    def options(self, subject: Any, language: str) -> tuple[Option, ...]:
        if callable(self.of):
            return tuple(self.of(subject, language))
        said = translator(language).gettext
        return tuple(Option(option.value, said(option.label), option.is_usual) for option in self.of)

    def fixed(self) -> list[str]:
        """The words of the options that are the same for every record."""
        return [] if callable(self.of) else [option.value for option in self.of]

    def _known(self, texts: Sequence[str], subject: Any) -> None:
        known = [option.value for option in self.options(subject, "en")]
        for text in texts:
            if text not in known:
                raise self.refused(N_("'%(given)s' is not one of the choices."), given=text[:50])


@dataclass(frozen=True, kw_only=True)
class OneOf(_OfOptions):
    """One of several; if nothing is said the usual one, which `usual` may tell from the record, or the first."""

    how = How.ONE

    usual: Callable[[Any], str] | None = None

    def options(self, subject: Any, language: str) -> tuple[Option, ...]:
        found = super().options(subject, language)
        if self.usual is None:
            return found
        value = self.usual(subject)
        return tuple(replace(option, is_usual=option.value == value) for option in found)

    def read(self, texts: Sequence[str] | None, subject: Any) -> str:
        if texts:
            self._known(texts[:1], subject)
            return texts[0]
        options = self.options(subject, "en")
        return next((option.value for option in options if option.is_usual), options[0].value if options else "")


@dataclass(frozen=True, kw_only=True)
class SomeOf(_OfOptions):
    """Some of several, or none; the usual ones if nothing is said."""

    how = How.SOME

    def read(self, texts: Sequence[str] | None, subject: Any) -> tuple[str, ...]:
        if texts is None:
            return tuple(option.value for option in self.options(subject, "en") if option.is_usual)
        self._known(texts, subject)
        return tuple(texts)


@dataclass(frozen=True, kw_only=True)
class Number(Choice):
    """A whole number from `least` to `most`; None if nothing is said."""

    how = How.NUMBER

    least: int
    most: int

    def read(self, texts: Sequence[str] | None, subject: Any) -> int | None:
        text = texts[0].strip() if texts else ""
        if not text:
            return None
        if not text.isascii() or not text.isdigit() or len(text) > 9:
            raise self.refused(N_("Enter a whole number, such as 25."))
        if not self.least <= int(text) <= self.most:
            message = N_("Enter a number between %(least)s and %(most)s, or nothing.")
            raise self.refused(message, least=self.least, most=self.most)
        return int(text)


@dataclass(frozen=True, kw_only=True)
class YesNo(Choice):
    """Yes or no; `is_usual` if nothing is said."""

    how = How.YES_NO

    is_usual: bool = False

    def read(self, texts: Sequence[str] | None, subject: Any) -> bool:
        return self.is_usual if texts is None else bool(texts) and texts[0] not in ("", "0", "no")


@dataclass(frozen=True, kw_only=True)
class Day(Choice):
    """A day, typed in any usual way; None if nothing is said."""

    how = How.DAY

    def read(self, texts: Sequence[str] | None, subject: Any) -> date | None:
        text = texts[0].strip() if texts else ""
        if not text:
            return None
        try:
            known = parse_typed(text, "en")  # names of months are understood in every language
        except NotADate as error:
            raise self.refused(NO_DATE, typed=text[:50], example=error.example) from None
        if known.day is None:
            raise self.refused(NO_DATE, typed=text[:50], example=PartialDate.of_day(known.earliest))
        return known.earliest


@dataclass(frozen=True, kw_only=True)
class Text(Choice):
    """A line of text; "" if nothing is said."""

    how = How.TEXT

    longest: int = 300

    def read(self, texts: Sequence[str] | None, subject: Any) -> str:
        text = one_line(texts[0]) if texts else ""
        if problems := list(is_too_long(self.name, self.label, text, self.longest)):
            raise Invalid(*problems)
        return text
