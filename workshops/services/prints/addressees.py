"""To whom letters go, in which language each of them is written to, and what is to be chosen for one letter alone."""

from collections.abc import Iterator
from typing import Final

from workshops.domain.countries import country_name
from workshops.domain.enums import AgencyRole, ParticipationStatus
from workshops.domain.languages import INTERFACE_LANGUAGES, language_of_country
from workshops.domain.naming import NAMELESS
from workshops.domain.print_choices import Given, Option
from workshops.errors import N_
from workshops.labels import label
from workshops.models import Agency, Participation, Workshop
from workshops.services.prints.kinds import Wanted
from workshops.services.prints.words import agency_name
from workshops.translating import translator

NOMINATING: Final = (AgencyRole.NOMINATING, AgencyRole.PARTICIPATING)
INVITED: Final = (
    *(ParticipationStatus.INVITED, ParticipationStatus.NOMINATED, ParticipationStatus.REGISTERED),
    *(ParticipationStatus.SELECTED, ParticipationStatus.CONFIRMED),
)


def agencies(workshop: Workshop, language: str) -> Iterator[Option]:
    """The agencies of a workshop; usual are those that send people."""
    roles: dict[Agency, set[AgencyRole]] = {}
    for row in workshop.agencies:
        roles.setdefault(row.agency, set()).add(row.role)
    for agency, held in roles.items():
        yield Option(str(agency.id), agency_name(agency, language), bool(held & set(NOMINATING)))


def statuses(workshop: Workshop, language: str) -> Iterator[Option]:
    """How far the people of a workshop have come; usual is whoever may still come."""
    found = {row.status for row in workshop.participations}
    said = translator(language).gettext
    yield from (Option(each.value, said(label(each)), each in INVITED) for each in ParticipationStatus if each in found)


def people(workshop: Workshop, language: str) -> Iterator[Option]:
    """The people of a workshop one by one, after all of them."""
    yield Option("", translator(language).gettext(N_("Everybody with the status ticked")), True)
    yield from (Option(str(row.id), row.person.full_name) for row in workshop.participations)


def chosen_agencies(workshop: Workshop, wanted: Wanted) -> list[Agency]:
    """Each once, in the order of the record."""
    ids = wanted.chosen["to"]
    return list(dict.fromkeys(row.agency for row in workshop.agencies if str(row.agency_id) in ids))


def chosen_people(workshop: Workshop, wanted: Wanted) -> list[Participation]:
    """One person, or all with the chosen status; nobody whose name was erased."""
    only, ticked = wanted.chosen["person"], wanted.chosen["statuses"]
    rows = (row for row in workshop.participations if row.person.full_name != NAMELESS)
    return [row for row in rows if (str(row.id) == only if only else row.status in ticked)]


def each_agency(workshop: Workshop, wanted: Wanted) -> Iterator[tuple[str, Given]]:
    """The name of each agency chosen, and what to choose for a letter to it alone."""
    for agency in chosen_agencies(workshop, wanted):
        yield agency_name(agency, wanted.language), {"to": [str(agency.id)]}


def each_person(workshop: Workshop, wanted: Wanted) -> Iterator[tuple[str, Given]]:
    """The name of each person chosen, and what to choose for a letter to them alone."""
    for row in chosen_people(workshop, wanted):
        yield row.person.full_name, {"person": [str(row.id)]}


def languages_of_agency(agency: Agency, wanted: Wanted) -> tuple[str, ...]:
    """Those of a letter to it: first that in which one writes to it, else that of its country, else the one chosen."""
    return _beginning_with(agency.language or language_of_country(agency.country_code or ""), wanted)


def languages_of_person(row: Participation, wanted: Wanted) -> tuple[str, ...]:
    """First that of the person's languages that is one of ours, else that of the agency, else of the country."""
    spoken = next((code for code in row.person.languages if code in INTERFACE_LANGUAGES), "")
    if row.agency and not spoken:
        return languages_of_agency(row.agency, wanted)
    return _beginning_with(spoken or language_of_country(row.person.nationality or ""), wanted)


def _beginning_with(own: str, wanted: Wanted) -> tuple[str, ...]:
    """As many languages as are wanted: the addressee's own, then the second or, where that is the same, the first."""
    first = own if own and wanted.chosen["own_language"] else wanted.language
    return tuple(dict.fromkeys((first, *reversed(wanted.languages))))[: len(wanted.languages)]


def country_line(agency: Agency, workshop: Workshop, language: str) -> tuple[str, ...]:
    """The country, in capitals as the Universal Postal Union asks for, where the letter goes abroad."""
    code = agency.country_code
    return (country_name(code, language).upper(),) if code and code != workshop.office.country_code else ()
