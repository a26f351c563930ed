"""The trainings a filter chooses: counted and summed up as a whole, and read a page at a time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.countries import countries, country_name
from workshops.domain.enums import WorkshopStatus, WorkshopType
from workshops.domain.folding import fold
from workshops.domain.reach import Reach
from workshops.domain.training import Totals
from workshops.domain.training_filter import NO_COUNTRY, OrderKey, TrainingFilter, TrainingOrder
from workshops.models.training_fact import training_fact
from workshops.services.answers import kept
from workshops.services.scope import in_scope, scope_of
from workshops.services.training_conditions import conditions, is_past

_AnySelect = Select[*tuple[Any, ...]]
_fact = training_fact.c
_NUMBERS: Final = ("women", "men", "other", "unknown")
_COUNTED: Final = (
    func.count(),
    *(func.coalesce(func.sum(_fact[name]), 0) for name in _NUMBERS),
    func.count() - func.count(_fact.total),
)


@dataclass(frozen=True, slots=True)
class Selected:
    """A chosen training, as much of it as the facts tell."""

    id: int
    country: str
    reach: Reach | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What is said of all chosen trainings; `by_country` as if no country had been asked for (see `Trainings`)."""

    totals: Totals
    by_country: Mapping[str, int]
    by_year: tuple[tuple[int | None, Totals], ...]


def figures(session: Session, chosen: TrainingFilter, *, today: date, by: Actor) -> Figures:
    """Counts and sums over the past trainings open to `by` that the filter chooses. One statement, or none."""

    def count() -> Figures:
        keys = (_fact.country_code, _fact.year)
        query: _AnySelect = select(*keys, *_COUNTED).where(*_wanted(chosen, today, by)).group_by(*keys)
        by_country: dict[str, int] = defaultdict(int)
        by_year: dict[int, list[Totals]] = defaultdict(list)
        for country, year, *sums in session.execute(query):
            totals = Totals(**dict(zip(("trainings", *_NUMBERS, "without_numbers"), sums, strict=True)))
            by_country[country] += totals.trainings
            if chosen.country is None or country == _code(chosen.country):
                by_year[year].append(totals)
        years = tuple((year or None, Totals.sum_of(by_year[year])) for year in sorted(by_year, reverse=True))
        return Figures(Totals.sum_of([totals for _year, totals in years]), dict(by_country), years)

    return kept(session, ("figures", chosen, today, scope_of(by)), count)


def in_order(
    session: Session,
    chosen: TrainingFilter,
    order: TrainingOrder,
    found: Figures,
    *,
    first: int = 0,
    count: int | None = None,
    language: str,
    today: date,
    by: Actor,
) -> list[Selected]:
    """The trainings chosen, which `found` counts: all of them, or `count` from the place `first`, counted from 0.

    Titles and countries are sorted as they are called in `language`; the id decides between equals. One statement.
    """
    wanted = [*_wanted(chosen, today, by)]
    if chosen.country is not None:
        wanted.append(_fact.country_code == _code(chosen.country))
    count = found.totals.trainings - first if count is None else count
    keys = _sorted_by(order.key, language)
    if order.key is OrderKey.COUNTRY and chosen.country is None:
        places, before = _countries_at(found, first, count, language, order.is_descending)
        first -= before
        wanted.append(_fact.country_code.in_(places))
        keys = (_place_in(places[::-1] if order.is_descending else places, _fact.country_code),)
    query: _AnySelect = select(
        _fact.workshop_id, _fact.country_code, *(_fact[name] for name in _NUMBERS), _fact.is_from_list
    )
    ends = [key.desc() if order.is_descending else key for key in (*keys, _fact.workshop_id)]
    rows = session.execute(query.where(*wanted).order_by(*ends).limit(count).offset(first))
    names = (*_NUMBERS, "is_from_list")
    return [
        Selected(key, country, None if set(reached[:-1]) == {None} else Reach(**dict(zip(names, reached, strict=True))))
        for key, country, *reached in rows
    ]


def country_key(code: str, language: str) -> str:
    """What countries are sorted by: their folded names in `language`, no country first."""
    return _country_keys(language).get(code, "")


@cache
def _country_keys(language: str) -> Mapping[str, str]:
    return {code: fold(country_name(code, language)) for code in countries()}


def _wanted(chosen: TrainingFilter, today: date, by: Actor) -> Iterator[ColumnElement[bool]]:
    """The conditions for all countries."""
    yield is_past(today, chosen.status)
    yield in_scope(_fact.office_id, by)
    yield from conditions(chosen, office_id=scope_of(by))


def _code(country: str) -> str:
    return "" if country == NO_COUNTRY else country


def _sorted_by(key: OrderKey, language: str) -> tuple[ColumnElement[Any], ...]:
    """The columns that sort, the id left out; countries are sorted apart."""
    keys: Mapping[OrderKey, tuple[ColumnElement[Any], ...]] = {
        OrderKey.STARTS_ON: (_fact.year, _fact.starts_on),
        OrderKey.REFERENCE: (_fact.reference,),
        OrderKey.TITLE: (_fact[f"title_{language}"],),
        OrderKey.TYPE: (_place_in(list(WorkshopType), _fact.type),),
        OrderKey.STATUS: (_place_in(list(WorkshopStatus), _fact.status),),
        OrderKey.WOMEN: (func.coalesce(_fact.women, -1),),
        OrderKey.MEN: (func.coalesce(_fact.men, -1),),
        OrderKey.TOTAL: (func.coalesce(_fact.total, -1),),
    }
    return keys.get(key, ())


def _place_in(values: Sequence[str], column: ColumnElement[Any]) -> ColumnElement[int]:
    return case({value: place for place, value in enumerate(values)}, value=column, else_=len(values))


def _countries_at(found: Figures, first: int, count: int, language: str, is_descending: bool) -> tuple[list[str], int]:
    """The countries whose trainings stand at these places, in order, and how many trainings stand before theirs.

    So that only theirs are sorted, not those of the whole world.
    """
    before, at = 0, list[str]()
    names = sorted(found.by_country, key=lambda code: country_key(code, language), reverse=is_descending)
    for code in names:
        if at or before + found.by_country[code] > first:
            at.append(code)
        else:
            before += found.by_country[code]
        if before + sum(found.by_country[code] for code in at) >= first + count:
            break
    return at, before
