"""Which trainings are asked for: read from a query string, written back to one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final, Self, TypeVar

from workshops.domain.countries import countries
from workshops.domain.enums import AgencyRole, WorkshopStatus, WorkshopType
from workshops.domain.languages import LANGUAGES
from workshops.domain.partial_date import NO_DATE, NotADate, PartialDate, parse_typed
from workshops.domain.texts import one_line, visible
from workshops.errors import N_, Problem

NO_COUNTRY: Final = "none"  # held online, or where is not known
LONGEST_TEXT: Final = 200

Listed = TypeVar("Listed", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingFilter:
    """What is asked for; None or "" asks for everything.

    `country` is an ISO 3166-1 alpha-2 code or NO_COUNTRY. `year`, `since` and `until` look at the start; a start known
    in part is taken if it may lie there. `topic`, `agency`, `funder` and `project` are ids of the registers; `role`
    is what the agency did and counts with an agency only. `language` is an ISO 639-1 code. Without a `status`, what was
    cancelled or postponed is left out.
    """

    country: str | None = None
    year: int | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    type: WorkshopType | None = None
    topic: int | None = None
    agency: int | None = None
    role: AgencyRole | None = None
    funder: int | None = None
    project: int | None = None
    language: str | None = None
    status: WorkshopStatus | None = None
    text: str = ""

    @classmethod
    def from_args(cls, args: Mapping[str, str], language: str) -> tuple[Self, tuple[Problem, ...]]:
        """The filter a query string asks for, and what it says that cannot be understood.

        Dates are read as typed on a page in `language`. Names that are no filter are passed over.
        """
        args = {name: args[name] for name in args}  # that of a request takes long to say what is not in it
        problems: list[Problem] = []
        country = args.get("country", "")
        agency = _id(args.get("agency", ""))
        chosen = cls(
            country=country if country in countries() or country == NO_COUNTRY else None,
            year=_year(args.get("year", "")),
            since=_date("since", args, language, problems),
            until=_date("until", args, language, problems),
            type=_one_of(WorkshopType, args.get("type", "")),
            topic=_id(args.get("topic", "")),
            agency=agency,
            role=_one_of(AgencyRole, args.get("role", "")) if agency is not None else None,
            funder=_id(args.get("funder", "")),
            project=_id(args.get("project", "")),
            language=args["language"] if args.get("language") in LANGUAGES else None,
            status=_one_of(WorkshopStatus, args.get("status", "")),
            text=one_line(visible(args.get("text", "")))[:LONGEST_TEXT],
        )
        return chosen, (*problems, *_not_offered(chosen, args), *_crossed(chosen))

    def to_args(self) -> dict[str, str]:
        """The query string that asks for the same, as names and values; what is not asked for is left out."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in values.items() if value not in (None, "")}


@dataclass(frozen=True, slots=True)
class TrainingOrder:
    """By which column, and from which end. The newest come first unless something else is asked for."""

    key: "OrderKey"
    is_descending: bool

    @classmethod
    def from_args(cls, args: Mapping[str, str]) -> Self:
        """The order that `sort` asks for: 'title', or '-title' from the end. Anything unknown is newest first."""
        typed = args.get("sort", "")
        key = _one_of(OrderKey, typed.removeprefix("-"))
        return cls(OrderKey.STARTS_ON, True) if key is None else cls(key, typed.startswith("-"))

    def __str__(self) -> str:
        return f"-{self.key}" if self.is_descending else str(self.key)


class OrderKey(StrEnum):
    """What trainings can be sorted by."""

    STARTS_ON = "starts_on"
    REFERENCE = "reference"
    TITLE = "title"
    TYPE = "type"
    STATUS = "status"
    COUNTRY = "country"
    WOMEN = "women"
    MEN = "men"
    TOTAL = "total"


CHOSEN: Final = ("country", "year", "type", "topic", "agency", "role", "funder", "project", "language", "status")


def _not_offered(chosen: TrainingFilter, args: Mapping[str, str]) -> Iterator[Problem]:
    """What only a changed or mistyped address asks for: nobody must take the answer for what was asked."""
    for name in CHOSEN:
        typed = one_line(visible(args.get(name, "")))[:LONGEST_TEXT]
        is_role = name == "role" and _one_of(AgencyRole, typed) is not None  # counts with an agency only
        if typed and getattr(chosen, name) is None and not is_role:
            yield Problem(name, N_("“%(typed)s” cannot be chosen here."), {"typed": typed})


def _crossed(chosen: TrainingFilter) -> Iterator[Problem]:
    if chosen.since and chosen.until and chosen.until.latest < chosen.since.earliest:
        message = N_("The end date (%(end)s) is before the start date (%(start)s). Change one of them.")
        yield Problem("until", message, {"start": chosen.since, "end": chosen.until})


def _one_of(values: type[Listed], typed: str) -> Listed | None:
    return next((value for value in values if value == typed), None)


def _id(typed: str) -> int | None:
    return int(typed) if re.fullmatch(r"[1-9]\d{0,8}", typed, re.ASCII) else None


def _year(typed: str) -> int | None:
    return int(typed) if re.fullmatch(r"[1-9]\d{3}", typed, re.ASCII) else None


def _date(name: str, args: Mapping[str, str], language: str, problems: list[Problem]) -> PartialDate | None:
    typed = one_line(visible(args.get(name, "")))[:LONGEST_TEXT]
    if not typed:
        return None
    try:
        return parse_typed(typed, language)
    except NotADate as error:
        problems.append(Problem(name, NO_DATE, {"typed": error.typed, "example": error.example}))
        return None
