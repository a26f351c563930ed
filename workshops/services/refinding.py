"""Workshops are found by the names of their agencies: where agencies were merged, their words are made anew.

A few follow at once. Very many would keep everybody else from writing for as long as their texts are read, so a job
does these in turns: until it has, they are found by the names that they were found by before.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from workshops.domain.jobs import JobKind
from workshops.models import Agency, Funding, WorkshopAgency
from workshops.services import derived
from workshops.services.jobs import Order

AT_ONCE: Final = 200
"""The workshops of a turn; more than that are left to the job."""


def follow(session: Session, agencies: Collection[int]) -> None:
    """Index the workshops that name one of these agencies, if they are few."""
    workshops = _naming(session, agencies)
    if len(workshops) <= AT_ONCE:
        derived.make_findable(session, workshops)


def order(session: Session, agencies: Collection[int], *, language: str) -> Order | None:
    """What a job has to do where `follow` left it to one; None where it did not."""
    if len(_naming(session, agencies)) <= AT_ONCE:
        return None
    names = session.scalars(select(Agency.name).where(Agency.id.in_(agencies)).order_by(Agency.id))
    params = {"agencies": sorted(agencies)}
    return Order(JobKind.REFINDING, params, subject=", ".join(names)[:300], language=language)


def turns(session: Session, agencies: Collection[int]) -> Iterator[Sequence[int]]:
    """The workshops that name one of these agencies, as many at a time as may be indexed in one turn."""
    workshops = _naming(session, agencies)
    return (workshops[start : start + AT_ONCE] for start in range(0, len(workshops), AT_ONCE))


def _naming(session: Session, agencies: Collection[int]) -> list[int]:
    parts = (select(row.workshop_id).where(row.agency_id.in_(agencies)) for row in (WorkshopAgency, Funding))
    return sorted(session.scalars(union(*parts)))
