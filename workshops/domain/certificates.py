"""What is asked for when certificates are issued, who gets one and why not, and the rules of both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from workshops.domain.attended_hours import LONGEST_DAY, USUAL_DAY
from workshops.domain.enums import CertificateKind, CertificateStatus, ExpertRole
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.rule_texts import is_too_long
from workshops.errors import N_, Problem

USUAL_SHARE: Final = 80
"""Percent of the programme that a participant has attended at least, unless somebody says otherwise."""
TRAINING: Final = (
    ExpertRole.LEAD_TRAINER,
    ExpertRole.CO_TRAINER,
    ExpertRole.FACILITATOR,
    ExpertRole.RESOURCE_PERSON,
)
"""The roles of those who get a certificate for trainers, the foremost first."""
LONGEST_NAME: Final = 120
_MOST_LANGUAGES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs: the name, and the title that stands below it."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Which kind is issued, and what a participant needs for it.

    `minimum_share` is in percent of the programme. `hours_of_a_day` is how long a day without times lasts.
    """

    kind: CertificateKind = CertificateKind.ATTENDANCE
    minimum_share: int = USUAL_SHARE
    hours_of_a_day: int = USUAL_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a certificate is made out in and by whom: one or two of en, fr, es, and one or two who sign."""

    languages: tuple[str, ...] = ("en",)
    signatories: tuple[Signatory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody of a workshop who gets a certificate, or why not.

    `minutes` attended and the `share` of the programme are None where no attendance was marked, and for trainers.
    `holds` is the number of the one they have already.
    """

    person_id: int
    full_name: str
    native_name: str = ""
    role: ExpertRole | None = None
    minutes: int | None = None
    share: Fraction | None = None
    why_not: Problem | None = None
    holds: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLine:
    """A certificate in the register: what it says, who gave it out when, and what became of it.

    `in_place_of` is the number of the one it corrects. The code of its check page is for those who print it.
    """

    number: str
    kind: CertificateKind
    status: CertificateStatus
    full_name: str
    native_name: str
    minutes: int | None
    reference: str
    title: str
    starts_on: date
    ends_on: date
    country_code: str
    office: str
    issued_on: date
    issued_by: str
    in_place_of: str


def problems(terms: Terms) -> Iterator[Problem]:
    """What is wrong with the terms."""
    if not 0 <= terms.minimum_share <= 100:
        yield Problem("minimum_share", N_("Enter a whole number from 0 to 100."))
    if not 1 <= terms.hours_of_a_day <= LONGEST_DAY:
        yield Problem("hours_of_a_day", N_("Enter a whole number from 1 to 24."))


def look_problems(look: Look) -> Iterator[Problem]:
    """What is wrong with languages and signatories; those of fields are named `first_name`, `second_title`."""
    known = [code for code in look.languages if code in INTERFACE_LANGUAGES]
    if not 1 <= len(set(known)) == len(look.languages) <= _MOST_LANGUAGES:
        yield Problem("language", N_("Choose one language or two different ones."))
    if not look.signatories:
        yield Problem("first_name", N_("Say who signs."))
    for field, signatory in zip(("first", "second"), look.signatories, strict=False):
        if signatory.title and not signatory.name:
            yield Problem(f"{field}_name", N_("Enter the name that belongs to this title."))
        yield from is_too_long(f"{field}_name", N_("The name"), signatory.name, LONGEST_NAME)
        yield from is_too_long(f"{field}_title", N_("The title"), signatory.title, LONGEST_NAME)


def below_minimum(share: Fraction, minimum: int) -> Problem | None:
    """Why somebody who attended this share gets none; None where it is enough. Nobody gets one without being there."""
    if share == 0:
        return Problem("", N_("Was not marked as there at any entry of the programme."))
    if share * 100 >= minimum:
        return None
    # rounded down, so that nobody reads that they attended what was asked for
    params: Mapping[str, object] = {"share": int(share * 100), "minimum": minimum}
    return Problem("", N_("Attended %(share)s %% of the programme; %(minimum)s %% are asked for."), params)


def entitled(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those who get a certificate."""
    return [one for one in candidates if one.why_not is None]
