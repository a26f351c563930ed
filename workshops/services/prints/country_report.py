"""The report on the past trainings of a country, or on any others that a filter chooses."""

from collections import Counter
from typing import Final

from sqlalchemy.orm import Session

from workshops.documents.both import in_each
from workshops.documents.country_report import CountryReportContext, country_report_page
from workshops.domain.countries import countries, country_name
from workshops.domain.folding import fold
from workshops.domain.training import Trainings
from workshops.domain.training_filter import OrderKey, TrainingFilter, TrainingOrder
from workshops.errors import N_
from workshops.exports.training_sentence import training_sentence
from workshops.exports.trainings import training_table
from workshops.exports.writers import to_json
from workshops.maps.countries import countries_map
from workshops.maps.towns import country_map
from workshops.models import Office
from workshops.services import trainings
from workshops.services.prints.kinds import Kind, NothingToPrint, Scope, Wanted
from workshops.services.training_options import chosen_names
from workshops.translating import translator

LONG: Final = 150  # rows; laying out so many takes about two seconds
MOST: Final = 2_000


def country_report_context(session: Session, chosen: TrainingFilter, wanted: Wanted) -> CountryReportContext:
    """What the report says. Raises `NothingToPrint` if nothing, or more than can be laid out, was chosen."""
    found = _found(session, chosen, wanted)
    number = found.totals.trainings
    if not number:
        raise NothingToPrint(N_("No past training fits this choice."))
    if number > MOST:
        message = N_(
            "There are %(number)s trainings; a report lists %(most)s at most. Choose fewer, such as those of a year."
        )
        raise NothingToPrint(message, number=number, most=MOST)

    def sentence(language: str) -> str:
        names = chosen_names(session, chosen, language=language)
        return training_sentence(number, chosen, names, translator(language))

    rows = list(found.rows)
    only = {row.country for row in rows}
    code = only.pop() if len(only) == 1 else ""
    office = session.get(Office, wanted.by.office_id) if wanted.by.office_id is not None else None

    def name_of(country: str) -> str:
        return country_name(country, wanted.language) if country in countries() else country

    by_place = Counter(row.city if code else row.country for row in rows)
    return CountryReportContext(
        sentence=in_each(wanted.languages, sentence),
        office=office.name if office else "",
        printed_on=wanted.today,
        country_code=code,
        paper=wanted.paper,
        totals=found.totals,
        by_place=sorted(by_place.items(), key=lambda item: (-item[1], fold(item[0] if code else name_of(item[0])))),
        by_year=found.by_year,
        map=country_map(code, by_place) if code else countries_map(by_place, name_of),
        rows=rows,
        letterhead=wanted.letterhead,
    )


def trainings_json(session: Session, chosen: TrainingFilter, wanted: Wanted) -> bytes:
    """The list of the report as data, for its archive copy."""
    say = translator(wanted.language)
    table = training_table(_found(session, chosen, wanted), chosen, say=say, made_on=wanted.today)
    return b"".join(to_json(table))


def _found(session: Session, chosen: TrainingFilter, wanted: Wanted) -> Trainings:
    return trainings.past(
        session,
        chosen=chosen,
        order=TrainingOrder(OrderKey.STARTS_ON, is_descending=True),
        page=None,
        language=wanted.language,
        today=wanted.today,
        by=wanted.by,
    )


COUNTRY_REPORT = Kind(
    name="country-report",
    title=N_("Report on trainings"),
    about=N_("Figures, a map and charts of past trainings, such as those of a country, and the list itself."),
    context=country_report_context,
    page=country_report_page,
    scope=Scope.TRAININGS,
    is_long=lambda context: len(context.rows) > LONG,
)
