"""What every new installation begins with: the controlled list of topics, and an office to register workshops for."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.data_files import read_rows
from workshops.domain.naming import name_key
from workshops.models import Office, Topic
from workshops.services import registers, topics


def is_empty(session: Session) -> bool:
    """Whether the installation has no office yet, so that nothing can have been registered."""
    return session.scalar(select(Office.id).limit(1)) is None


def add_office(session: Session) -> None:
    """Add a first office where there is none."""
    if is_empty(session):
        session.add(Office(code="HQ", name="Headquarters"))
        session.flush()


def add_topics(session: Session) -> None:
    """Add the topics of `data/topics.tsv` to an empty list."""
    if session.scalar(select(Topic.id).limit(1)) is not None:
        return
    added = [
        Topic(
            code=row["code"],
            label=row["en"],
            folded_label=name_key(row["en"]),
            translations={"fr": row["fr"], "es": row["es"]},
            synonyms=row["synonyms"].split("; "),
        )
        for row in read_rows("topics.tsv")
    ]
    session.add_all(added)
    session.flush()
    for topic in added:
        registers.index(session, topics.REGISTER, topic)
