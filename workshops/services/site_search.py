"""One search over everything that has a page: workshops, agencies, people, projects and topics."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import nulls_last, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.models import Agency, Person, Project, Topic, Workshop
from workshops.services import agencies, people, projects, topics
from workshops.services.scope import in_scope
from workshops.services.search import matching_ids
from workshops.services.workshop_lines import WorkshopLine, line

MOST: Final = 8
"""How many of a kind are given; one more is asked for, to know whether there are more."""


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

    A query without a letter or figure finds nothing. One statement a kind.
    """
    newest = (
        select(Workshop)
        .where(in_scope(Workshop.office_id, by), Workshop.id.in_(matching_ids(kind="workshop", query=query)))
        .order_by(nulls_last(Workshop.starts_on.desc()), Workshop.id.desc())
        .limit(MOST + 1)
    )
    return Found(
        workshops=[line(workshop) for workshop in session.scalars(newest)],
        agencies=agencies.suggest(session, query, by=by, limit=MOST + 1),
        people=people.suggest(session, query, by=by, limit=MOST + 1),
        projects=projects.suggest(session, query, by=by, limit=MOST + 1),
        topics=topics.suggest(session, query, by=by, limit=MOST + 1),
    )
