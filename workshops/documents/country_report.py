"""The report on past trainings, of a country or of any other choice: figures, a map, charts, and the list itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from workshops.documents.both import Languages
from workshops.documents.letterhead import Letterhead
from workshops.documents.pages import page
from workshops.domain.offices import Paper
from workshops.domain.training import Totals, Training
from workshops.maps.drawing import Map


@dataclass(frozen=True, kw_only=True)
class CountryReportContext:
    """What the report says. `sentence` says what was chosen; `country_code` is "" where that is no single country.

    `by_place` counts the trainings chosen, the most first: by town in a report on one country, else by code of country
    ("" where it is not known); `by_year` sums up each year of start (None where it is not known), the latest first.
    """

    sentence: str
    office: str
    printed_on: date
    country_code: str = ""
    paper: Paper = "A4"
    totals: Totals
    by_place: Sequence[tuple[str, int]] = ()
    by_year: Sequence[tuple[int | None, Totals]] = ()
    map: Map | None = None
    rows: Sequence[Training] = ()
    letterhead: Letterhead = field(default_factory=Letterhead)


def country_report_page(context: CountryReportContext, languages: Languages) -> str:
    """Gives the HTML of the report, to be rendered."""
    return page("country_report.html", languages, workshop=context)
