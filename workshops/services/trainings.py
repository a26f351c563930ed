"""Past trainings: chosen by a filter, counted by country and year, summed up, sorted, a page at a time."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.countries import country_name
from workshops.domain.enums import WorkshopStatus, WorkshopType
from workshops.domain.folding import fold
from workshops.domain.reach import Reach
from workshops.domain.training import Totals, Trainings
from workshops.domain.training_filter import OrderKey, TrainingFilter, TrainingOrder
from workshops.services.training_options import chosen_names
from workshops.services.training_rows import training_rows
from workshops.services.training_selection import Selected, selected

ROWS_ON_A_PAGE: Final = 50

_SortKey = Callable[[Selected], Any]
_TYPES: Final = {value: place for place, value in enumerate(WorkshopType)}
_STATUSES: Final = {value: place for place, value in enumerate(WorkshopStatus)}


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

    `page` counts from 1 and is brought into the range there is; None gives all rows. Names and titles are in
    `language` ("en", "fr", "es") where the records have them. The number of statements is always the same.
    """
    everywhere = selected(session, chosen, order=order.key, language=language, today=today, by=by)
    found = [training for training in everywhere if training.is_in(chosen.country)]
    found.sort(key=_sort_key(order.key, language), reverse=order.is_descending)
    pages = max(1, -(-len(found) // ROWS_ON_A_PAGE))
    number = min(max(1, page or 1), pages)
    first = (number - 1) * ROWS_ON_A_PAGE
    shown = found if page is None else found[first : first + ROWS_ON_A_PAGE]
    return Trainings(
        rows=tuple(training_rows(session, shown, language=language)),
        page=number,
        pages=pages,
        names=chosen_names(session, chosen, language=language),
        totals=Totals.of([training.reach for training in found]),
        by_country=_by_country(everywhere, language),
        by_year=_by_year(found),
    )


def _by_country(trainings: Iterable[Selected], language: str) -> tuple[tuple[str, int], ...]:
    counts = Counter(training.country for training in trainings)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], _country_key(item[0], language))))


def _by_year(trainings: Iterable[Selected]) -> tuple[tuple[int | None, Totals], ...]:
    years: Mapping[int, list[Reach | None]] = defaultdict(list)
    for training in trainings:
        years[training.starts_on.year if training.starts_on else 0].append(training.reach)
    return tuple((year or None, Totals.of(years[year])) for year in sorted(years, reverse=True))


@cache
def _country_key(code: str, language: str) -> str:
    return fold(country_name(code, language)) if code else ""


def _sort_key(key: OrderKey, language: str) -> _SortKey:
    """What trainings are compared by; the id decides between equals, so that pages never overlap."""
    keys: Mapping[OrderKey, _SortKey] = {
        OrderKey.STARTS_ON: lambda training: training.starts_on or date.min,
        OrderKey.REFERENCE: lambda training: training.sorts_by,
        OrderKey.TITLE: lambda training: fold(training.sorts_by),
        OrderKey.TYPE: lambda training: _TYPES[training.sorts_by],
        OrderKey.STATUS: lambda training: _STATUSES[training.sorts_by],
        OrderKey.COUNTRY: lambda training: _country_key(training.country, language),
        OrderKey.WOMEN: lambda training: training.reach.women if training.reach else -1,
        OrderKey.MEN: lambda training: training.reach.men if training.reach else -1,
        OrderKey.TOTAL: lambda training: training.reach.total if training.reach else -1,
    }
    return lambda training: (keys[key](training), training.id)
