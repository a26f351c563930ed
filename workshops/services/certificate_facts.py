"""What a certificate says, as it stands in the record at the moment it is issued."""

from dataclasses import dataclass
from datetime import date

from workshops.domain.certificates import Candidate
from workshops.domain.enums import ExpertRole
from workshops.models import Certificate, Workshop
from workshops.services.certificate_entitlement import days_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one certificate: the columns of its row that are copied from the record."""

    full_name: str
    native_name: str
    role: ExpertRole | None
    minutes: int | None
    title: str
    title_translations: dict[str, str]
    city: str
    country_code: str | None
    starts_on: date
    ends_on: date


def facts_now(workshop: Workshop, one: Candidate) -> Facts:
    """The facts of a workshop and of one of its people, as the record says them now.

    Raises ValueError where a day of the workshop is not known: nobody is entitled to a certificate of such a one.
    """
    days = days_of(workshop)
    if days is None:
        raise ValueError(f"the days of {workshop.reference} are not known")
    return Facts(
        full_name=one.full_name,
        native_name=one.native_name,
        role=one.role,
        minutes=one.minutes,
        title=workshop.title,
        title_translations=dict(workshop.title_translations),
        city=workshop.city,
        country_code=workshop.country_code,
        starts_on=days[0],
        ends_on=days[1],
    )


def facts_of(certificate: Certificate) -> Facts:
    """The facts that a certificate was given out with."""
    return Facts(**{name: getattr(certificate, name) for name in Facts.__dataclass_fields__})


def changed(before: Facts, after: Facts) -> tuple[str, ...]:
    """The names of the facts that differ."""
    return tuple(name for name in Facts.__dataclass_fields__ if getattr(before, name) != getattr(after, name))
