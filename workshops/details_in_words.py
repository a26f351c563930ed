"""What the details of a workshop say, field by field in words: for comparing two versions side by side."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from workshops.domain import workshop as w
from workshops.domain.countries import countries, country_name
from workshops.domain.languages import language_names
from workshops.domain.naming import with_acronym
from workshops.domain.partial_date import PartialDate
from workshops.errors import N_
from workshops.formatting import (
    format_money,
    format_number,
    format_partial_date,
    format_time_range,
)
from workshops.labels import label

FIELDS: Final = {
    "title": N_("Title"),
    "title_language": N_("Language of the title"),
    "title_translations": N_("Title in other languages"),
    "type": N_("Type"),
    "mode": N_("Held"),
    "status": N_("Status"),
    "topics": N_("Topics"),
    "languages": N_("Languages of work"),
    "objectives": N_("Objectives"),
    "summary": N_("Summary"),
    "methodology": N_("Methodology"),
    "results": N_("Results"),
    "follow_up": N_("Follow-up"),
    "legal_references": N_("Legal references"),
    "starts_on": N_("First day"),
    "ends_on": N_("Last day"),
    "duration_days": N_("Days of training"),
    "date_note": N_("Note on the dates"),
    "country_code": N_("Country"),
    "city": N_("Town"),
    "venue": N_("Venue"),
    "time_zone": N_("Time zone"),
    "events": N_("Programme"),
    "agencies": N_("Agencies"),
    "project": N_("Project"),
    "target_audience": N_("Target audience"),
    "planned_seats": N_("Planned places"),
    "headcount": N_("Head-count"),
    "participant_countries": N_("Countries of the participants"),
    "participants": N_("Participants"),
    "experts": N_("Experts"),
    "funders": N_("Funders"),
    "contacts": N_("Contacts"),
    "quotes": N_("Quotes"),
}
"""The fields of `WorkshopDetails` in the order of the form, with the messages that name them."""


def details_in_words(details: w.WorkshopDetails, language: str, translate: Callable[[str], str]) -> dict[str, str]:
    """The text of each of `FIELDS` in `language`, "" where nothing is known; rows of a list are lines.

    `translate` gives a message in that language.
    """
    say = _Words(language, translate)
    count = details.headcount
    project = details.project
    return {
        "title": details.title,
        "title_language": say.language_name(details.title_language),
        "title_translations": say.lines(
            [say.language_name(code), title] for code, title in sorted(details.title_translations.items())
        ),
        "type": say.label(details.type),
        "mode": say.label(details.mode),
        "status": say.label(details.status),
        "topics": say.lines([topic.label] for topic in details.topics),
        "languages": ", ".join(say.language_name(code) for code in details.languages),
        "objectives": details.objectives,
        "summary": details.summary,
        "methodology": details.methodology,
        "results": details.results,
        "follow_up": details.follow_up,
        "legal_references": "\n".join(details.legal_references),
        "starts_on": say.date(details.starts_on),
        "ends_on": say.date(details.ends_on),
        "duration_days": say.number(details.duration_days),
        "date_note": details.date_note,
        "country_code": say.country(details.country_code),
        "city": details.city,
        "venue": details.venue,
        "time_zone": details.time_zone,
        "events": say.lines(map(say.event, details.events)),
        "agencies": say.lines(
            [say.agency(row.agency), say.label(row.role), say.seats(row.seats)] for row in details.agencies
        ),
        "project": with_acronym(project.title, project.acronym) if project else "",
        "target_audience": details.target_audience,
        "planned_seats": say.number(details.planned_seats),
        "headcount": say.lines(say.headcount(count)),
        "participant_countries": ", ".join(say.country(code) for code in details.participant_countries),
        "participants": say.lines(map(say.participant, details.participants)),
        "experts": say.lines(map(say.expert, details.experts)),
        "funders": say.lines(map(say.funder, details.funders)),
        "contacts": say.lines(
            [row.name, row.organisation, row.email, row.phone, say.label(row.purpose)] for row in details.contacts
        ),
        "quotes": say.lines(
            [row.text, row.speaker_name, row.speaker_title, say.language_name(row.language)] for row in details.quotes
        ),
    }


@dataclass(frozen=True)
class _Words:
    """How one language writes the values; the parts of a row stand on one line."""

    language: str
    translate: Callable[[str], str]

    def lines(self, rows: Iterable[Iterable[str]]) -> str:
        return "\n".join(" – ".join(part for part in row if part) for row in rows)

    def label(self, value: StrEnum | None) -> str:
        return self.translate(label(value)) if value is not None else ""

    def language_name(self, code: str) -> str:
        return language_names(self.language).get(code, code)

    def country(self, code: str) -> str:
        return country_name(code, self.language) if code in countries() else code

    def date(self, known: PartialDate | date | None) -> str:
        return format_partial_date(known, self.language) if known is not None else ""

    def number(self, value: int | None) -> str:
        return format_number(value, self.language) if value is not None else ""

    def agency(self, agency: w.AgencyRef | None) -> str:
        return with_acronym(agency.name, agency.acronym) if agency else ""

    def seats(self, seats: int | None) -> str:
        return self.translate(N_("Places: %(number)s")) % {"number": self.number(seats)} if seats else ""

    def headcount(self, count: w.Headcount) -> Iterator[list[str]]:
        for message, number in (
            (N_("Women"), count.women),
            (N_("Men"), count.men),
            (N_("Another gender"), count.other),
            (N_("Not stated"), count.unknown),
        ):
            if number is not None:
                yield [self.translate(message), self.number(number)]
        if count.total is not None or count.source is not None:
            yield [self.label(count.qualifier), self.label(count.source)]

    def event(self, row: w.EventRow) -> list[str]:
        taken = self.translate(N_("attendance is taken") if row.takes_attendance else N_("no attendance is taken"))
        times = format_time_range(row.start_time, row.end_time, self.language)
        return [self.date(row.day), times, row.title, row.room, row.led_by, taken]

    def participant(self, row: w.ParticipantRow) -> list[str]:
        who = [row.person.full_name, self.label(row.sex), self.agency(row.agency), row.post_title]
        return [*who, row.email, row.phone, self.label(row.status)]

    def expert(self, row: w.ExpertRow) -> list[str]:
        name = row.person.full_name if row.person else ""
        return [name, self.label(row.role), self.country(row.country_code), row.affiliation]

    def funder(self, row: w.FunderRow) -> list[str]:
        money = format_money(row.amount, row.currency, self.language) if row.amount is not None else ""
        return [self.agency(row.agency), money, row.grant_reference, row.visibility_statement]
