"""The list of topics, and the workshops about one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.register_filter import RegisterFilter
from workshops.errors import NotFound
from workshops.models import Topic
from workshops.models.workshop import workshop_topic
from workshops.services import register_lists
from workshops.services.paging import Page
from workshops.services.register_lists import Listed
from workshops.services.topics import KIND
from workshops.services.workshop_lines import SUBJECT, Involvement, involvement, part


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A topic with its workshops and the narrower topics below it."""

    topic: Topic
    workshops: Involvement
    children: Sequence[Topic]


def listed(session: Session, wanted: RegisterFilter, *, number: int, by: Actor) -> Page[Listed[Topic]]:
    """Page `number` of the topics with the number of workshops about each that are open to `by`."""
    took_part = select(workshop_topic.c.topic_id, workshop_topic.c.workshop_id)
    load = [joinedload(Topic.parent)]
    return register_lists.listed(
        session,
        Topic,
        wanted,
        kind=KIND,
        name=Topic.folded_label,
        took_part=[took_part],
        load=load,
        number=number,
        by=by,
    )


def find(session: Session, *, topic_id: int) -> Topic:
    """The topic with the wider one it belongs to. Raises `NotFound`."""
    topic = session.scalar(select(Topic).where(Topic.id == topic_id).options(joinedload(Topic.parent)))
    if topic is None:
        raise NotFound
    return topic


def page(session: Session, *, topic_id: int, number: int, by: Actor) -> TopicPage:
    """Everything the page of a topic shows; `number` is the page of its workshops. Raises `NotFound`."""
    topic = find(session, topic_id=topic_id)
    parts = [part(workshop_topic.c.workshop_id, SUBJECT, workshop_topic.c.topic_id == topic_id)]
    return TopicPage(
        topic=topic,
        workshops=involvement(session, (KIND, topic_id), parts, number=number, by=by),
        children=session.scalars(
            select(Topic).where(Topic.parent_id == topic_id).order_by(Topic.folded_label, Topic.id)
        ).all(),
    )
