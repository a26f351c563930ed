"""The report on the past trainings of a country, or on any others that a filter chooses."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from sqlalchemy.orm import Session

from workshops.documents.both import in_each
from workshops.documents.country_report import CountryReportContext, country_report_page
from workshops.documents.dot_map import DotMap, country_map, world_map
from workshops.domain.countries import countries
from workshops.domain.training import Training
from workshops.domain.training_filter import OrderKey, TrainingFilter, TrainingOrder
from workshops.errors import N_
from workshops.exports.training_sentence import training_sentence
from workshops.models import Office
from workshops.services import trainings
from workshops.services.prints.kinds import Kind, NothingToPrint, Scope, Wanted
from workshops.services.training_options import chosen_names
from workshops.translating import translator

LONG: Final = 150  # rows; laying out so many takes about two seconds
MOST: Final = 2_000


def country_report_context(session: Session, chosen: TrainingFilter, wanted: Wanted) -> CountryReportContext:
    """What the report says. Raises `NothingToPrint` if nothing, or more than can be laid out, was chosen."""
    found = trainings.past(
        session,
        chosen=chosen,
        order=TrainingOrder(OrderKey.STARTS_ON, is_descending=True),
        page=None,
        language=wanted.language,
        today=wanted.today,
        by=wanted.by,
    )
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
    code = chosen.country if chosen.country in countries() else ""
    office = session.get(Office, wanted.by.office_id) if wanted.by.office_id is not None else None
    by_country = Counter(row.country for row in rows).most_common()
    return CountryReportContext(
        sentence=in_each(wanted.languages, sentence),
        office=office.name if office else "",
        printed_on=wanted.today,
        country_code=code or "",
        paper=wanted.paper,
        totals=found.totals,
        by_country=by_country,
        by_year=found.by_year,
        map=_map(code or "", rows),
        rows=rows,
        letterhead=wanted.letterhead,
    )


def _map(code: str, rows: Sequence[Training]) -> DotMap | None:
    """Of the country, where one is chosen, else of the world."""
    if code:
        return country_map(code, Counter(row.city for row in rows))
    return world_map(Counter(row.country for row in rows))


COUNTRY_REPORT = Kind(
    name="country-report",
    title=N_("Report on trainings"),
    about=N_("Figures, a map and charts of past trainings, such as those of a country, and the list itself."),
    context=country_report_context,
    page=country_report_page,
    scope=Scope.TRAININGS,
    is_long=lambda context: len(context.rows) > LONG,
)
