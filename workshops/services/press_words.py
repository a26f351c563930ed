"""Words of a press release that a person gives to a field: a finding made by hand, marked as those that were read."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.countries import find_country
from workshops.domain.demonyms import demonym_forms
from workshops.domain.enums import FindingStatus
from workshops.domain.folding import fold
from workshops.domain.partial_date import NotADate, parse_typed
from workshops.domain.press_draft import same_value
from workshops.errors import N_, Invalid, Problem
from workshops.models import Finding
from workshops.models.base import now
from workshops.press.facts import LIST_FIELDS
from workshops.press.numbers import find_numbers
from workshops.services import press

BY_HAND: Final = "by hand"
_LONGEST: Final = 2_000
_START_OF_QUOTE: Final = 80


class _NotUnderstood(ValueError):
    """Why words cannot stand in a field: a message id."""


def assign(
    session: Session,
    *,
    press_release_id: int,
    field: str,
    words: str = "",
    span: tuple[int, int] | None = None,
    by: Actor,
) -> Finding:
    """Take words of the text as the value of a field (of findings): those of the span, else the first place of `words`.

    A single value that was found before is rejected. Raises NotFound, Conflict as `press.decide`; Invalid for words
    that the text does not have or that make no value of the field.
    """
    press_release = press.open_for_review(session, press_release_id, by)
    start, end = span if span and words == press_release.text[slice(*span)] else place_of(press_release.text, words)
    said = press_release.text[start:end]
    value = value_of(field, said, press_release.language or "en")
    at = now()
    same_field = [finding for finding in press_release.findings if finding.field == field]
    for finding in same_field:
        if field in LIST_FIELDS and same_value(finding.value, value):
            press.note_review(finding, FindingStatus.ACCEPTED, None, by, at)
            return finding
        if field not in LIST_FIELDS and finding.status is not FindingStatus.REJECTED:
            press.note_review(finding, FindingStatus.REJECTED, None, by, at)
    made = Finding(
        field=field,
        position=max((finding.position for finding in same_field), default=-1) + 1,
        value=value,
        spans=[[start, end]],
        confidence=1.0,
        rule=BY_HAND,
    )
    press_release.findings.append(made)
    press.note_review(made, FindingStatus.ACCEPTED, None, by, at)
    session.flush()
    return made


def place_of(text: str, words: str) -> tuple[int, int]:
    """Where the words stand first in the text, in characters; blanks and line ends count alike. Raises Invalid."""
    wanted = words.split()
    if not wanted:
        raise Invalid(Problem("assign_words", N_("Select words of the text, or type them.")))
    found = re.search(r"\s+".join(map(re.escape, wanted)), text) if len(words) <= _LONGEST else None
    if found:
        return found.span()
    raise Invalid(Problem("assign_words", N_("“%(words)s” does not stand in the text."), {"words": _shown(words)}))


def value_of(field: str, words: str, language: str) -> Any:
    """The value that words give a field, by its kind; `language` (ISO 639-1) is that of the text. Raises Invalid."""
    said = " ".join(words.split())
    try:
        if not said or len(said) > _LONGEST:
            raise _NotUnderstood(N_("“%(words)s” is too long or too short for a value."))
        return _KINDS.get(field, _text)(said, language)
    except _NotUnderstood as error:
        raise Invalid(Problem("assign_words", str(error), {"words": _shown(said)})) from None


def _shown(words: str) -> str:
    return words if len(words) <= _START_OF_QUOTE else f"{words[:_START_OF_QUOTE]}…"


def _text(said: str, _language: str) -> str:
    return said


def _day(said: str, language: str) -> str:
    try:
        found = parse_typed(said, language)
        return date(found.year, found.month or 0, found.day or 0).isoformat()
    except (NotADate, ValueError):
        raise _NotUnderstood(
            N_("“%(words)s” is no day with its month and year. Select those words, or type the date into its field.")
        ) from None


def _number(said: str, language: str) -> int:
    found = find_numbers(fold(said), language if language in ("en", "fr", "es") else "en")
    if not found:
        raise _NotUnderstood(N_("“%(words)s” holds no whole number."))
    return found[0].value


def _country(said: str, _language: str) -> str:
    codes = demonym_forms().get(fold(said), frozenset())
    code = find_country(said) or (next(iter(codes)) if len(codes) == 1 else None)
    if code is None:
        raise _NotUnderstood(N_("“%(words)s” names no single country that is known here."))
    return code


def _expert(said: str, _language: str) -> dict[str, Any]:
    return {"name": said, "affiliation": None}


def _quote(said: str, _language: str) -> dict[str, Any]:
    return {"text_start": said[:_START_OF_QUOTE], "speaker": None, "title": None}


def _contact(said: str, _language: str) -> dict[str, Any]:
    is_phone = sum(letter.isdecimal() for letter in said) > len(said) / 2
    kind = "email" if "@" in said else "phone" if is_phone else "name"
    return {name: said if name == kind else None for name in ("name", "organisation", "phone", "email")}


_KINDS: Final[Mapping[str, Callable[[str, str], Any]]] = {
    **dict.fromkeys(("start_date", "end_date"), _day),
    **dict.fromkeys(("participants_count", "women_count", "men_count", "duration_days"), _number),
    **dict.fromkeys(("country", "expert_countries", "participant_countries"), _country),
    "experts": _expert,
    "quotes": _quote,
    "contacts": _contact,
}
