"""One search over everything that has a page: workshops, agencies, people, projects and topics."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.models import Agency, Person, Project, Topic, Workshop, training_fact
from workshops.services import agencies, people, projects, topics
from workshops.services.scope import in_scope, scope_of
from workshops.services.search import matching_ids
from workshops.services.workshop_lines import WorkshopLine, line

MOST: Final = 8
"""How many of a kind are given; one more is asked for, to know whether there are more."""
LOOKED_AT: Final = 1000
"""Of how many the newest are chosen where more are found: those that were registered last."""
_fact = training_fact.c


@dataclass(frozen=True, slots=True)
class Found:
    """The best of each kind, `MOST` + 1 at the most."""

    workshops: Sequence[WorkshopLine]
    agencies: Sequence[Agency]
    people: Sequence[Person]
    projects: Sequence[Project]
    topics: Sequence[Topic]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.workshops or self.agencies or self.people or self.projects or self.topics)


def find_everywhere(session: Session, *, query: str, by: Actor) -> Found:
    """What `by` may read and in whose words each word of the query begins one; workshops the newest first.

    A query without a letter or figure finds nothing. A fixed number of statements.
    """
    most = MOST + 1
    return Found(
        workshops=_newest(session, query, by, scope_of(by)),
        agencies=agencies.suggest(session, query, by=by, limit=most),
        people=people.suggest(session, query, by=by, limit=most),
        projects=projects.suggest(session, query, by=by, limit=most),
        topics=topics.suggest(session, query, by=by, limit=most),
    )


def find_workshops(session: Session, *, query: str, office_id: int, by: Actor) -> Sequence[WorkshopLine]:
    """The newest workshops of one office in whose words each word of the query begins one."""
    return _newest(session, query, by, office_id)


def _newest(session: Session, query: str, by: Actor, office_id: int | None) -> list[WorkshopLine]:
    ids = matching_ids(kind="workshop", query=query, most=LOOKED_AT, office_id=office_id)
    newest = (
        select(_fact.workshop_id, _fact.year, _fact.starts_on)
        .where(in_scope(_fact.office_id, by), _fact.workshop_id.in_(ids))
        .order_by(_fact.year.desc(), _fact.starts_on.desc(), _fact.workshop_id.desc())
        .limit(MOST + 1)
        .subquery()
    )  # found by their facts: to sort whole workshops, all of them would be read
    shown = (
        select(Workshop)
        .join(newest, newest.c.workshop_id == Workshop.id)
        .order_by(newest.c.year.desc(), newest.c.starts_on.desc(), newest.c.workshop_id.desc())
    )
    return [line(workshop) for workshop in session.scalars(shown)]
