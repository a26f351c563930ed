"""Writes down every change of a record with who made it, whichever service made it: rows are only ever added.

It listens to the database session, so nothing can be forgotten; a change without somebody who makes it is refused.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, FromClause, event, insert, inspect, literal, null, select
from sqlalchemy.orm import InstanceState, Mapper, ORMExecuteState, Session, UOWTransaction, sessionmaker

from workshops.domain.access import Actor
from workshops.models import (
    Act,
    Attendance,
    AuditEntry,
    Base,
    Finding,
    FormSubmission,
    Forwarding,
    Job,
    JobItem,
    JobWorker,
    KeptRow,
    NotSame,
    Participation,
    ReferenceCounter,
    SignIn,
    SignInTry,
    UnfinishedForm,
    Workshop,
)
from workshops.models.base import now

NOT_RECORDS: Final = (
    *(AuditEntry, FormSubmission, ReferenceCounter, SignIn, SignInTry, UnfinishedForm, Finding),
    *(Job, JobItem, JobWorker),
    *(Act, KeptRow, Forwarding, NotSame),
)
"""What is no record of its own: traces of the machinery, findings, which name their reviewer themselves, and acts on
whole records, whose services write them down with `note`."""

NOT_TOLD: Final = frozenset(
    {"id", "created_at", "updated_at", "version", "position", "signed_in_at", "tour_ended_at", "accept_from"}
)
"""Columns that say nothing a person has changed; those that begin with `folded_` follow from others."""

Describe = Callable[[InstanceState[Base]], Iterator[dict[str, Any]]]
CREATED, CHANGED, DELETED = "created", "changed", "deleted"
RESTORED, MERGED, UNMERGED, ERASED = "restored", "merged", "unmerged", "erased"
"""Acts on whole records, which are done past the session."""


def act_as(session: Session, actor: Actor) -> None:
    """Say who makes all changes of this session from now on."""
    session.info["actor"] = actor


def watch(sessions: sessionmaker[Session]) -> None:
    """Write the audit trail for all sessions of this maker."""
    event.listen(sessions, "after_flush", _after_flush)
    event.listen(sessions, "do_orm_execute", _refuse_bulk_changes)


def note(session: Session, record: Base, action: str, *, after: Any = None) -> None:
    """Write down an act on a whole record, with what it says; `after` is what is not personal of the outcome."""
    state: InstanceState[Base] = inspect(record)
    _write(session, [_entry(state, action, before=_content(state), after=after)])


def note_changes(session: Session, entries: Iterable[dict[str, Any]]) -> None:
    """Write down changes made past the session, each with the columns from `entity` to `after` of the trail."""
    _write(session, [{"action": CHANGED, **entry} for entry in entries])


def is_told(table: FromClause) -> bool:
    """Whether the history tells of rows of a table: those that are records, not mere links."""
    return any(mapper.local_table is table for mapper in Base.registry.mappers)


def note_moved(
    session: Session, column: Column[Any], *, before: int, after: int, where: Sequence[ColumnElement[bool]] = ()
) -> None:
    """Write down that all rows pointing to `before` are about to point to `after`, by one statement however many."""
    table, told = column.table, AuditEntry.__table__.c
    says = {
        **_who(session),
        **{"action": CHANGED, "entity": table.name, "field": column.name, "before": before, "after": after},
    }
    said = (literal(value, told[name].type) for name, value in says.items())
    workshop_id = table.c.workshop_id if "workshop_id" in table.c else null()
    rows = select(table.c.id, workshop_id, *said).where(column == before, *where).order_by(table.c.id)
    session.connection().execute(insert(AuditEntry).from_select(["entity_id", "workshop_id", *says], rows))


def _after_flush(session: Session, context: UOWTransaction) -> None:
    _write(session, [entry for describe, state in _flushed(session, context) for entry in describe(state)])


def _write(session: Session, entries: Sequence[dict[str, Any]]) -> None:
    if not entries:
        return
    who = _who(session)
    session.connection().execute(insert(AuditEntry), [who | entry for entry in entries])


def _who(session: Session) -> dict[str, Any]:
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise RuntimeError("a record was changed, but nobody is named who did it: call audit.act_as first")
    return {"at": now(), "user_id": actor.user_id, "origin": actor.origin, "request_id": actor.request_id}


def _flushed(session: Session, context: UOWTransaction) -> Iterator[tuple[Describe, InstanceState[Base]]]:
    """The records of a flush in a fixed order: new ones as they were added, then the changed, then the deleted.

    A row taken out of its list is deleted without being in `session.deleted`: only the flush itself knows.
    """
    deleted = {
        state for state, (is_delete, is_listed_only) in context.states.items() if is_delete and not is_listed_only
    }
    changed = {inspect(record) for record in session.dirty} - deleted
    new = [inspect(record) for record in session.new]
    for describe, states in (
        (_created, new),
        (_changed, sorted(changed, key=_place)),
        (_deleted, sorted(deleted, key=_place)),
    ):
        yield from ((describe, state) for state in states if not issubclass(state.class_, NOT_RECORDS))


def _place(state: InstanceState[Base]) -> tuple[str, int]:
    return state.class_.__tablename__, state.dict["id"]


def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    if not (state.is_update or state.is_delete) or state.bind_mapper is None:
        return
    if not issubclass(state.bind_mapper.class_, NOT_RECORDS):
        raise RuntimeError(f"change {state.bind_mapper.class_.__name__} as records, so that the audit trail sees it")


def _created(state: InstanceState[Base]) -> Iterator[dict[str, Any]]:
    yield _entry(state, CREATED, after=_content(state))


def _deleted(state: InstanceState[Base]) -> Iterator[dict[str, Any]]:
    yield _entry(state, DELETED, before=_content(state))


def _changed(state: InstanceState[Base]) -> Iterator[dict[str, Any]]:
    for column in told_columns(state.mapper):
        history = state.attrs[column].history
        if history.has_changes():
            before, after = _one(history.deleted), _one(history.added)
            if is_personal(state.mapper, column):
                yield _entry(state, CHANGED, column)
            elif before != after:
                yield _entry(state, CHANGED, column, _stored(before), _stored(after))
    for name in told_lists(state.mapper):
        history = state.attrs[name].history
        if history.has_changes():
            kept = list(history.unchanged or ())
            before, after = kept + list(history.deleted or ()), kept + list(history.added or ())
            yield _entry(state, CHANGED, name, _ids(before), _ids(after))


def told_columns(mapper: Mapper[Any]) -> list[str]:
    """The columns of a table whose changes are written down, personal ones included."""
    names = (attribute.key for attribute in mapper.column_attrs)
    return [name for name in names if name not in NOT_TOLD and not name.startswith("folded_")]


def is_personal(mapper: Mapper[Any], column: str) -> bool:
    """Whether the values of a column stay out of the trail."""
    return bool(mapper.columns[column].info.get("personal"))


def told_lists(mapper: Mapper[Any]) -> list[str]:
    """The lists of other records that a record keeps through a table between the two."""
    return [relation.key for relation in mapper.relationships if relation.secondary is not None]


def _content(state: InstanceState[Base]) -> dict[str, Any]:
    """What a record says that is not personal, as far as it says something."""
    columns = {
        name: _stored(state.dict.get(name))
        for name in told_columns(state.mapper)
        if not is_personal(state.mapper, name)
    }
    lists = {name: _ids(state.dict.get(name) or ()) for name in told_lists(state.mapper)}
    return {name: value for name, value in (columns | lists).items() if value not in (None, "", [], {})}


def _entry(
    state: InstanceState[Base], action: str, field: str = "", before: Any = None, after: Any = None
) -> dict[str, Any]:
    record = state.obj()
    return {
        "action": action,
        "entity": state.class_.__tablename__,
        "entity_id": state.dict["id"],
        "workshop_id": _workshop_id(state, record),
        "field": field,
        "before": before,
        "after": after,
    }


def _workshop_id(state: InstanceState[Base], record: Base | None) -> int | None:
    if isinstance(record, Workshop):
        return record.id
    if isinstance(record, Attendance) and state.session is not None:
        participation = state.session.get(Participation, record.participation_id)
        return participation.workshop_id if participation else None
    return state.dict.get("workshop_id")


def _one(values: Any) -> Any:
    return values[0] if values else None


def _ids(records: Any) -> list[int]:
    return [record.id for record in records]


def _stored(value: Any) -> Any:
    """A value as JSON keeps it: dates and times in ISO 8601, amounts as text."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value
