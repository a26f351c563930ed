"""Past trainings: chosen by a filter, counted by country and year, summed up, sorted, a page at a time."""

from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.training import Trainings
from workshops.domain.training_filter import TrainingFilter, TrainingOrder
from workshops.services.training_options import chosen_names
from workshops.services.training_rows import training_rows
from workshops.services.training_selection import country_key, figures, in_order

ROWS_ON_A_PAGE: Final = 50


def past(
    session: Session,
    *,
    chosen: TrainingFilter,
    order: TrainingOrder,
    page: int | None,
    language: str,
    today: date,
    by: Actor,
) -> Trainings:
    """The trainings before `today` that the filter chooses, as far as they are open to `by`.

    `page` counts from 1 and is brought into the range there is; None gives all rows, read while they are gone through.
    Names and titles are in `language` ("en", "fr", "es") where the records have them. The number of statements of a
    page is always the same.
    """
    found = figures(session, chosen, today=today, by=by)
    pages = max(1, -(-found.totals.trainings // ROWS_ON_A_PAGE))
    number = min(max(1, page or 1), pages)
    at = {} if page is None else {"first": (number - 1) * ROWS_ON_A_PAGE, "count": ROWS_ON_A_PAGE}
    shown = in_order(session, chosen, order, found, **at, language=language, today=today, by=by)
    rows = training_rows(session, shown, language=language)
    countries = found.by_country.items()
    return Trainings(
        rows=rows if page is None else tuple(rows),
        page=number,
        pages=pages,
        names=chosen_names(session, chosen, language=language),
        totals=found.totals,
        by_country=tuple(sorted(countries, key=lambda item: (-item[1], country_key(item[0], language)))),
        by_year=found.by_year,
    )
