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


_ORGANISING = frozenset({AgencyRole.ORGANISER, AgencyRole.CO_ORGANISER, AgencyRole.IMPLEMENTING})


def missing(details: WorkshopDetails) -> tuple[Missing, ...]:
    """What is to be added before the workshop can be closed, in the order of the form; empty when nothing is.

    The list is what a donor report needs: when, where, who organised, who was trained, on what, with whose money.
    """
    checks = (
        ("starts_on", N_("Say when it began."), details.starts_on is not None),
        ("ends_on", N_("Say when it ended."), details.ends_on is not None),
        (
            "country_code",
            N_("Say in which country it was held."),
            bool(details.country_code) or details.mode is DeliveryMode.ONLINE,
        ),
        ("city", N_("Say in which town it was held."), bool(details.city) or details.mode is DeliveryMode.ONLINE),
        ("agencies", N_("Name the organiser."), any(row.role in _ORGANISING for row in details.agencies)),
        ("topics", N_("Choose at least one topic."), bool(details.topics)),
        ("summary", N_("Describe the workshop in a few sentences."), bool(details.summary or details.objectives)),
        (
            "headcount_women",
            N_("Enter how many women and men took part, or mark who attended."),
            reach(details.headcount, details.participants) is not None,
        ),
        ("funders", N_("Name who paid for it."), bool(details.funders)),
    )
    return tuple(Missing(field, message) for field, message, is_there in checks if not is_there)
