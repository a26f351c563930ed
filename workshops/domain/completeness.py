"""What a workshop still lacks before its record can be closed."""

from dataclasses import dataclass

from workshops.domain.enums import AgencyRole, DeliveryMode
from workshops.domain.reach import reach
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to add: the form field where it goes, and the sentence that asks for it."""

    field: str
    message: str


ORGANISING = frozenset({AgencyRole.ORGANISER, AgencyRole.CO_ORGANISER, AgencyRole.IMPLEMENTING})
"""Who counts as an organiser here."""


def missing(details: WorkshopDetails) -> tuple[Missing, ...]:
    """What is to be added before the workshop can be closed, in the order of the form; empty when nothing is."""
    return lacking(
        starts_on=details.starts_on,
        ends_on=details.ends_on,
        country_code=details.country_code,
        city=details.city,
        mode=details.mode,
        text=details.summary or details.objectives,
        has_organiser=any(row.role in ORGANISING for row in details.agencies),
        has_topic=bool(details.topics),
        has_numbers=reach(details.headcount, details.participants) is not None,
        has_funder=bool(details.funders),
    )


def lacking(
    *,
    starts_on: object,
    ends_on: object,
    country_code: str | None,
    city: str,
    mode: DeliveryMode,
    text: str,
    has_organiser: bool,
    has_topic: bool,
    has_numbers: bool,
    has_funder: bool,
) -> tuple[Missing, ...]:
    """The same for a list, which need not read whole records for it.

    What is asked for is what a donor report needs: when, where, who organised, who was trained, on what, with whose
    money.
    """
    is_online = mode is DeliveryMode.ONLINE
    checks = (
        ("starts_on", N_("Say when it began."), starts_on is not None),
        ("ends_on", N_("Say when it ended."), ends_on is not None),
        ("country_code", N_("Say in which country it was held."), bool(country_code) or is_online),
        ("city", N_("Say in which town it was held."), bool(city) or is_online),
        ("agencies", N_("Name the organiser."), has_organiser),
        ("topics", N_("Choose at least one topic."), has_topic),
        ("summary", N_("Describe the workshop in a few sentences."), bool(text)),
        ("headcount_women", N_("Enter how many women and men took part, or mark who attended."), has_numbers),
        ("funders", N_("Name who paid for it."), has_funder),
    )
    return tuple(Missing(field, message) for field, message, is_there in checks if not is_there)
