"""What changing has in common for all registers."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.naming import name_key
from workshops.domain.register_rules import problems
from workshops.errors import N_, Conflict, Invalid, NotFound, Problem
from workshops.models import Agency, Person, Project, Topic
from workshops.services.registers import refuse_viewers
from workshops.services.search import Kind
from workshops.services.spellings import meanings
from workshops.services.turns import NAMES, take_turn

Record = TypeVar("Record", Agency, Person, Project, Topic)


class StaleRecord(Conflict):
    """Somebody saved the record after the form was opened."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Somebody else changed this record while you had it open. Your text is kept below, with what stands "
                "in the record now. Save again to put yours in its place."
            )
        )


def check(details: object, *, by: Actor) -> None:
    """Raise `NotFound` for somebody who may only read, `Invalid` for details that break a rule."""
    refuse_viewers(by)
    found = problems(details)
    if found:
        raise Invalid(*found)


def to_change(session: Session, model: type[Record], *, record_id: int | None, version: int | None) -> Record:
    """The record to write to: a new one without an id, else the one of the id as it was when its form was opened.

    Raises `NotFound` where there is none, `StaleRecord` where it was changed since.
    """
    if record_id is None:
        return model()
    take_turn(session, f"{model.__tablename__} {record_id}")
    record = session.get(model, record_id)
    if record is None:
        raise NotFound
    if version is not None and record.version != version:
        raise StaleRecord
    return record


def refuse_known_name(
    session: Session,
    *,
    kind: Kind,
    field: str,
    name: str,
    record_id: int | None,
    may_share: Callable[[int], bool] = lambda _other: False,
) -> None:
    """Raise `Invalid` where another record of the register goes by this name, unless `may_share` says of its id."""
    take_turn(session, NAMES)
    found = meanings(session, kind=kind, keys=[name_key(name)]).get(name_key(name), [])
    if any(other != record_id and not may_share(other) for _rank, other in found):
        raise Invalid(Problem(field, N_("'%(name)s' is in the register already. Open that record."), {"name": name}))


def refuse_circle(record: Agency | Topic, message: str) -> None:
    """Raise `Invalid` with the message where a record would stand above itself."""
    above = record.parent
    while above is not None:
        if above is record:
            raise Invalid(Problem("parent", message))
        above = above.parent
