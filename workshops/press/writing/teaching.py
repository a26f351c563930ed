"""The sentences of a draft on who taught."""

from typing import Final

from workshops.domain.countries import country_forms, country_name
from workshops.domain.demonyms import demonym_forms
from workshops.domain.enums import ExpertRole
from workshops.domain.folding import fold
from workshops.domain.workshop import ExpertRow
from workshops.errors import N_
from workshops.press.writing.grammar import from_countries, in_running_text
from workshops.press.writing.telling import Telling

NOT_TEACHING: Final = (ExpertRole.INTERPRETER, ExpertRole.OBSERVER)


def experts(telling: Telling) -> str:
    """Who taught: by name with institution and country, and the countries of those whom the record does not name.

    A country without a person may be that of somebody named, so it is said of the teaching as a whole.
    """
    rows = [row for row in telling.details.experts if row.role not in NOT_TEACHING]
    leading = [row for row in rows if row.person and row.role is not ExpertRole.RESOURCE_PERSON]
    helping = [row for row in rows if row.person and row.role is ExpertRole.RESOURCE_PERSON]
    codes = dict.fromkeys(row.country_code for row in rows if row.country_code and not row.person)
    origins = from_countries(codes, telling.language)
    if not leading:
        leading, helping = helping, []
    if not leading:
        message = telling.tensed(
            N_("Experts %(origins)s led the sessions."),
            N_("Experts %(origins)s lead the sessions."),
            N_("Experts %(origins)s will lead the sessions."),
        )
        return telling.say(message, origins=origins) if codes else ""
    people = _named(telling, leading)
    if codes:
        message = telling.tensed(
            N_("The sessions were facilitated by %(experts)s, drawing on experience %(origins)s."),
            N_("The sessions are facilitated by %(experts)s, drawing on experience %(origins)s."),
            N_("The sessions will be facilitated by %(experts)s, drawing on experience %(origins)s."),
        )
    else:
        message = telling.tensed(
            N_("The sessions were facilitated by %(experts)s."),
            N_("The sessions are facilitated by %(experts)s."),
            N_("The sessions will be facilitated by %(experts)s."),
        )
    said = [telling.say(message, experts=people, origins=origins)]
    if helping:
        others = _named(telling, helping)
        said.append(
            telling.words.ngettext(
                "Resource person: %(experts)s.", "Resource persons: %(experts)s.", len(helping), experts=others
            )
        )
    return " ".join(said)


def _named(telling: Telling, rows: list[ExpertRow]) -> str:
    return telling.listed([_called(telling, row) for row in rows])


def _called(telling: Telling, row: ExpertRow) -> str:
    """Such as "Ana Reis (Border Service, Portugal)"; an institution that names its country is enough."""
    name = row.person.full_name if row.person else ""
    country = "" if _names_country(row) else in_running_text(country_name(row.country_code, telling.language))
    about = ", ".join(filter(None, (row.affiliation, country)))
    return f"{name} ({about})" if about else name


def _names_country(row: ExpertRow) -> bool:
    """Whether the institution's name tells the country, in whatever language; there may be none to tell."""
    said = fold(row.affiliation)
    names = (form for form, code in country_forms().items() if code == row.country_code)
    told_by_word = any(row.country_code in demonym_forms().get(word, ()) for word in said.split())
    return not row.country_code or told_by_word or any(f" {name} " in f" {said} " for name in names)
