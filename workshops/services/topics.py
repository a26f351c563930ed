"""The controlled list of topics: shared by all offices, found by label, translation or synonym."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.naming import name_key
from workshops.domain.register_details import TopicDetails
from workshops.domain.workshop import TopicRef
from workshops.errors import N_
from workshops.models import Topic
from workshops.models.spelling import SpellingRank
from workshops.services import registers
from workshops.services.register_lists import most_likely
from workshops.services.register_writing import check, refuse_circle, refuse_known_name, to_change
from workshops.services.registers import Named, Register
from workshops.services.search import Kind
from workshops.services.spellings import meanings

KIND: Kind = "topic"


def resolve_all(session: Session, refs: Iterable[TopicRef], *, by: Actor) -> dict[TopicRef, Topic]:
    """The topic of each ref, added to the list where it is new (see `registers.resolve_all`)."""
    wanted = {ref: registers.named(ref.label, "", ref.id) for ref in refs}
    found = registers.resolve_all(session, REGISTER, wanted.values(), by=by)
    return {ref: found[name] for ref, name in wanted.items()}


def known(session: Session, labels: Iterable[str]) -> set[str]:
    """Those of the labels that the list knows under some spelling."""
    return set(meant(session, labels))


def meant(session: Session, labels: Iterable[str]) -> dict[str, int]:
    """The id of the topic that each label means; those that the list knows under no spelling are left out."""
    wanted = set(labels)
    found = meanings(session, kind=KIND, keys=map(name_key, wanted))
    return {label: found[name_key(label)][0][1] for label in wanted if name_key(label) in found}


def suggest(session: Session, query: str, *, by: Actor, limit: int = 8) -> Sequence[Topic]:
    """The topics that somebody typing `query` may mean, best first: the same spelling, then its start, then use."""
    return most_likely(session, Topic, query, kind=KIND, name=Topic.folded_label, by=by, limit=limit)


def save(
    session: Session, *, details: TopicDetails, by: Actor, topic_id: int | None = None, version: int | None = None
) -> Topic:
    """Add a topic, or change the one of `topic_id` as it was at `version`.

    Raises `Invalid`, `NotFound` and `StaleRecord`.
    """
    check(details, by=by)
    topic = to_change(session, Topic, record_id=topic_id, version=version)
    for field, name in (("label", details.label), ("code", details.code)):
        if name:
            refuse_known_name(session, kind=KIND, field=field, name=name, record_id=topic_id)
    topic.label, topic.code, topic.folded_label = details.label, details.code or None, name_key(details.label)
    topic.translations, topic.synonyms = dict(details.translations), list(details.synonyms)
    topic.parent = resolve_all(session, [details.parent], by=by)[details.parent] if details.parent else None
    refuse_circle(topic, N_("A topic cannot belong to itself or to a topic below it."))
    session.add(topic)
    session.flush()
    registers.index(session, REGISTER, topic)
    return topic


def _make(name: Named) -> Topic:
    return Topic(label=name.name, translations={}, synonyms=[], folded_label=name_key(name.name))


def _spelled(topic: Topic) -> list[tuple[SpellingRank, str]]:
    return [
        (SpellingRank.NAME, topic.label),
        *((SpellingRank.TRANSLATION, text) for text in topic.translations.values()),
        (SpellingRank.ACRONYM, topic.code or ""),
        *((SpellingRank.ALIAS, text) for text in topic.synonyms),
    ]


REGISTER = Register(kind=KIND, model=Topic, spelled=_spelled, make=_make)
