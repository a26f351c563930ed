"""What a person says of a record of the registers: one frozen value for each form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workshops.domain.enums import AgencyType, Sex
from workshops.domain.workshop import AgencyRef, TopicRef


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDetails:
    """An agency. `translations` are names by language (ISO 639-1), `aliases` other spellings it is met under.

    `language` is "en", "fr" or "es", in which one writes to it, or "" for that of its country.
    """

    name: str
    acronym: str = ""
    translations: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    type: AgencyType = AgencyType.OTHER
    country_code: str = ""
    language: str = ""
    parent: AgencyRef | None = None
    website: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """A person of an office. `native_name` is the name in the person's own script, `nationality` an ISO 3166-1 code."""

    full_name: str
    native_name: str = ""
    sex: Sex = Sex.UNKNOWN
    nationality: str = ""
    agency: AgencyRef | None = None
    post_title: str = ""
    email: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDetails:
    """A project or programme. `duration_note` says what is known where the dates are not ("24 months")."""

    title: str
    acronym: str = ""
    code: str = ""
    translations: Mapping[str, str] = field(default_factory=dict)
    starts_on: date | None = None
    ends_on: date | None = None
    duration_note: str = ""
    description: str = ""
    funders: tuple[AgencyRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDetails:
    """A topic with its labels by language and the other words people use for it."""

    label: str
    code: str = ""
    translations: Mapping[str, str] = field(default_factory=dict)
    synonyms: tuple[str, ...] = ()
    parent: TopicRef | None = None
