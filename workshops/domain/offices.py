"""What an administrator says of an office, and what the office settles for its documents."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from workshops.domain.enums import AgencyRole

Paper = Literal["A4", "Letter"]
PAPERS: Final[tuple[Paper, ...]] = ("A4", "Letter")

FUNDER: Final = "funder"
AGENCY_ORDER: Final = (*(role.value for role in AgencyRole), FUNDER)
"""The roles in which agencies are named on documents, in their usual order."""

LOGO_HEIGHT: Final = 14
LOGO_HEIGHTS: Final = (10, LOGO_HEIGHT, 18)
"""Of all logos on a document, in mm; they stand in a band of one height."""

TEXT_LIMITS: Final = {"issuer": 200, "footer": 120, "consent": 500, "contact": 300}
"""The uses of texts on documents, and the most characters of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSettings:
    """What an office settles for its documents; all as usual where it has settled nothing.

    An empty `language` is that of the reader. `texts` are named by use and language, such as "footer_fr";
    `agency_order` holds each of `AGENCY_ORDER` once. Without a `logo_name` the office has no logo; behind its own stand
    those of the agencies in `logo_roles`, in the order of agencies, all as high as `logo_height` says in mm.
    """

    paper: Paper = "A4"
    language: str = ""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    agency_order: tuple[str, ...] = AGENCY_ORDER
    sorts_agencies: bool = False
    logo_name: str = ""
    logo_type: str = ""
    logo_alt: str = ""
    logo_roles: tuple[str, ...] = (FUNDER,)
    logo_height: int = LOGO_HEIGHT
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDetails:
    """A country office: its code in capital letters, its name, its country (ISO 3166-1 or ""), its IANA time zone."""

    code: str
    name: str
    country_code: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    is_active: bool = True
    documents: DocumentSettings = field(default_factory=DocumentSettings)


def complete_order(roles: Collection[str]) -> tuple[str, ...]:
    """Each role once: first those named, in their order, then the others in the usual one."""
    named = [role for role in dict.fromkeys(roles) if role in AGENCY_ORDER]
    return (*named, *(role for role in AGENCY_ORDER if role not in named))
