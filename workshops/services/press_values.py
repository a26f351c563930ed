"""What words that a person selects in a press release say for a field of findings: one value, or several."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from workshops.domain.countries import find_country
from workshops.domain.demonyms import demonym_forms
from workshops.domain.enums import CountQualifier, DeliveryMode, WorkshopType
from workshops.domain.folding import fold
from workshops.domain.languages import INTERFACE_LANGUAGES, find_language
from workshops.domain.partial_date import NotADate, parse_typed
from workshops.domain.press_draft import AGENCY_ROLES, email_address
from workshops.errors import N_, Invalid, Problem
from workshops.labels import label
from workshops.press import selected
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.numbers import find_numbers
from workshops.translating import translator

LONGEST: Final = 2_000
START_OF_QUOTE: Final = 80
_SHORTEST_LANGUAGE: Final = 4  # letters of a name: "en" and "et" are words of a sentence before they are codes


@dataclass(frozen=True, slots=True)
class Given:
    """A value that words give a field (of `press.facts`). `span` is where they say it, None for all of them."""

    field: str
    value: Any
    span: Span | None = None


class _NotUnderstood(ValueError):
    """Why words cannot stand in a field: a message id."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What was selected for a field: as it stands in the text, in one line, and as it is read."""

    field: str
    raw: str
    line: str
    language: str
    near: date | None

    @property
    def marks(self) -> Marks:
        return selected.marks_of(self.raw, self.language)


def values_of(field: str, words: str, *, language: str, near: date | None = None) -> tuple[Given, ...]:
    """What words give a field, by its kind: a range both days, a list of countries each of them.

    `language` (ISO 639-1) is that of the text; a day without a year is the one next to `near`, the day of the release.
    Raises Invalid.
    """
    line = " ".join(words.split())
    said = _Words(field, words, line, language if language in INTERFACE_LANGUAGES else "en", near)
    try:
        if not line or len(line) > LONGEST:
            raise _NotUnderstood(N_("“%(words)s” is too long or too short for a value."))
        return tuple(_KINDS.get(field, _text)(said))
    except _NotUnderstood as error:
        raise Invalid(Problem("assign_words", str(error), {"words": shown(line)})) from None


def part_of(key: str, words: str, language: str) -> str:
    """What words say as a part of an item: of a contact its name, organisation, phone or e-mail, else the words."""
    line = " ".join(words.split())
    marks = selected.marks_of(words, language if language in INTERFACE_LANGUAGES else "en")
    found = selected.contacts(marks) if key in ("phone", "email") else ()
    said = next((value for card in found if (value := card[key])), line)
    return email_address(said) if key == "email" else said


def shown(words: str) -> str:
    """Words as a sentence quotes them."""
    return words if len(words) <= START_OF_QUOTE else f"{words[:START_OF_QUOTE]}…"


def _text(said: _Words) -> Iterable[Given]:
    yield Given(said.field, said.line)


def _days(said: _Words) -> Iterable[Given]:
    found = selected.days(said.marks, said.near)
    if found is None:
        try:
            typed = parse_typed(said.line, said.language)
            found = (date(typed.year, typed.month or 0, typed.day or 0),) * 2
        except (NotADate, ValueError):
            message = N_(
                "“%(words)s” is no day with its month and year. Select those words, or type the date into its field."
            )
            raise _NotUnderstood(message) from None
    first, last = found
    if first == last:
        return (Given(said.field, first.isoformat()),)
    return Given("start_date", first.isoformat()), Given("end_date", last.isoformat())


def _number(said: _Words) -> Iterable[Given]:
    found = find_numbers(fold(said.line), said.language)
    if not found:
        raise _NotUnderstood(N_("“%(words)s” holds no whole number."))
    yield Given(said.field, found[0].value)
    if said.field == "participants_count" and found[0].qualifier != CountQualifier.EXACT:
        yield Given("participants_qualifier", found[0].qualifier)


def _country(said: _Words) -> Iterable[Given]:
    codes = {code for code, _span in _named_countries(said)}
    if len(codes) != 1:
        raise _NotUnderstood(N_("“%(words)s” names no single country that is known here."))
    yield Given(said.field, codes.pop())


def _countries(said: _Words) -> Iterable[Given]:
    found = _named_countries(said)
    if not found:
        raise _NotUnderstood(N_("“%(words)s” names no single country that is known here."))
    return [Given(said.field, code, span) for code, span in found]


def _named_countries(said: _Words) -> list[tuple[str, Span | None]]:
    """By the whole words, which may be a short or rare name; else those that the reader finds among them."""
    alone = demonym_forms().get(fold(said.line), frozenset())
    code = find_country(said.line) or (next(iter(alone)) if len(alone) == 1 else None)
    return [(code, None)] if code else [*selected.country_codes(said.marks)]


def _agencies(said: _Words) -> Iterable[Given]:
    """Each name of a list, else the words as one name."""
    spans = selected.agencies(said.marks)
    return [Given(said.field, " ".join(said.raw[slice(*span)].split()), span) for span in spans] or _text(said)


def _experts(said: _Words) -> Iterable[Given]:
    found = [Given(said.field, value, span) for value, span in selected.persons(said.marks)]
    return found or [Given(said.field, {"name": said.line, "affiliation": None})]


def _quote(said: _Words) -> Iterable[Given]:
    yield Given(said.field, {"text_start": said.line[:START_OF_QUOTE], "speaker": None, "title": None})


def _contacts(said: _Words) -> Iterable[Given]:
    marks = said.marks
    found = [Given(said.field, card) for card in selected.contacts(marks)]
    if found:
        return found
    kind = "organisation" if marks.agencies else "name"
    empty = dict.fromkeys(("name", "organisation", "phone", "email"))
    return [Given(said.field, empty | {kind: said.line})]


def _type(said: _Words) -> Iterable[Given]:
    events = said.marks.scope.events
    yield Given(said.field, events[0].event_type if events else _labelled(said, WorkshopType))


def _mode(said: _Words) -> Iterable[Given]:
    is_online = said.marks.words.pattern("online").search(said.marks.article.low)
    yield Given(said.field, DeliveryMode.ONLINE.value if is_online else _labelled(said, DeliveryMode))


def _labelled(said: _Words, closed_list: type[StrEnum]) -> str:
    """The value of a list whose label in any of the languages stands in the words, the longest of them."""
    choices = {
        fold(translator(language).gettext(label(value))): value.value
        for language in INTERFACE_LANGUAGES
        for value in closed_list
    }
    there = [choice for choice in choices if re.search(rf"\b{re.escape(choice)}\b", fold(said.line))]
    if not there:
        raise _NotUnderstood(N_("“%(words)s” names none of the choices of this field."))
    return choices[max(there, key=len)]


def _languages(said: _Words) -> Iterable[Given]:
    named = [(word, word.group()) for word in re.finditer(r"\w+", said.raw) if len(word.group()) >= _SHORTEST_LANGUAGE]
    found = [Given(said.field, code, word.span()) for word, name in named if (code := find_language(name))]
    if not found:
        raise _NotUnderstood(N_("“%(words)s” names none of the choices of this field."))
    return found


_KINDS: Final[Mapping[str, Callable[[_Words], Iterable[Given]]]] = {
    **dict.fromkeys(("start_date", "end_date"), _days),
    **dict.fromkeys(("participants_count", "women_count", "men_count", "duration_days"), _number),
    **dict.fromkeys(("expert_countries", "participant_countries"), _countries),
    **dict.fromkeys((*AGENCY_ROLES, "funders"), _agencies),
    "country": _country,
    "event_type": _type,
    "mode": _mode,
    "languages": _languages,
    "experts": _experts,
    "quotes": _quote,
    "contacts": _contacts,
}
