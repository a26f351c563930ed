"""Past trainings as lists show them: plain values, texts in the language that was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from workshops.domain.enums import WorkshopStatus, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.domain.reach import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One row of the list. `country` is an ISO 3166-1 alpha-2 code or ""; names of agencies carry their acronyms."""

    reference: str
    title: str
    type: WorkshopType
    status: WorkshopStatus
    starts_on: PartialDate | None
    ends_on: PartialDate | None
    country: str
    city: str
    languages: tuple[str, ...]
    organisers: tuple[str, ...]
    partners: tuple[str, ...]
    funders: tuple[str, ...]
    project: str
    topics: tuple[str, ...]
    reach: Reach | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """People reached by several trainings; of `without_numbers` of these nothing is known."""

    trainings: int
    women: int
    men: int
    other: int
    unknown: int
    without_numbers: int

    @property
    def people(self) -> int:
        """All people reached."""
        return self.women + self.men + self.other + self.unknown

    @classmethod
    def sum_of(cls, parts: Iterable["Totals"]) -> "Totals":
        """What several groups of trainings come to together."""
        known = list(parts)
        return cls(**{field.name: sum(getattr(part, field.name) for part in known) for field in fields(cls)})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenNames:
    """What the ids in a filter stand for, None where nothing was asked for."""

    topic: str | None = None
    agency: str | None = None
    funder: str | None = None
    project: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trainings:
    """One page of the trainings that were asked for, and figures over all of them.

    `by_country` counts the trainings of each country ("" for none) as if no country had been asked for, the most
    first; `by_year` sums up each year of start (None where it is not known), the latest first. Where all are asked
    for, `rows` can be gone through once, while the database is open: some hundred are in memory at a time.
    """

    rows: Iterable[Training]
    page: int
    pages: int
    names: ChosenNames
    totals: Totals
    by_country: tuple[tuple[str, int], ...]
    by_year: tuple[tuple[int | None, Totals], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingOptions:
    """What the filter can offer: codes of countries, years, ids with names, codes of languages, as in the records."""

    countries: tuple[str, ...]
    years: tuple[int, ...]
    topics: tuple[tuple[int, str], ...]
    agencies: tuple[tuple[int, str], ...]
    funders: tuple[tuple[int, str], ...]
    projects: tuple[tuple[int, str], ...]
    languages: tuple[str, ...]
