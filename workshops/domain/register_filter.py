"""Which records of a register are asked for: read from a query string, written back to one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from workshops.domain.countries import countries
from workshops.domain.enums import AgencyType
from workshops.domain.texts import one_line, visible

LONGEST_TEXT: Final = 200
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


class RegisterSort(StrEnum):
    """What a register can be sorted by."""

    NAME = "name"
    USED = "used"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """What is asked for; "" and None ask for everything.

    Each register looks at what it has: agencies at type and country, people at the id of their agency.
    """

    text: str = ""
    agency_type: AgencyType | None = None
    country_code: str = ""
    agency_id: int | None = None
    sort: RegisterSort = RegisterSort.NAME

    @classmethod
    def from_args(cls, args: Mapping[str, str]) -> Self:
        """The filter of a query string. What only a changed address can hold is left out without a word."""
        country = args.get("country", "")
        return cls(
            text=one_line(visible(args.get("q", "")))[:LONGEST_TEXT],
            agency_type=next((kind for kind in AgencyType if kind == args.get("type")), None),
            country_code=country if country in countries() else "",
            agency_id=record_id(args.get("agency", "")),
            sort=next((sort for sort in RegisterSort if sort == args.get("sort")), RegisterSort.NAME),
        )

    def to_args(self) -> dict[str, str]:
        """The query string that asks for the same; what is not asked for is left out."""
        given = {
            "q": self.text,
            "type": self.agency_type or "",
            "country": self.country_code,
            "agency": str(self.agency_id or ""),
            "sort": "" if self.sort is RegisterSort.NAME else self.sort,
        }
        return {name: str(value) for name, value in given.items() if value}

    @property
    def is_narrow(self) -> bool:
        """Whether something is left out, so that an empty list says nothing about the register."""
        return bool(replace(self, sort=RegisterSort.NAME).to_args())


def record_id(typed: str) -> int | None:
    """The id that an address names, None for what can be no id."""
    return int(typed) if _NUMBER.fullmatch(typed) else None
