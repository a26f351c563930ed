"""Keeps `training_fact` in step with the record.

Like the audit trail it listens to the database session, so that no service can forget it. Rows written past the
session have to be followed by `refresh`.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, case, delete, event, func, insert, select
from sqlalchemy.orm import InstanceState, Session, UOWTransaction, sessionmaker

from workshops.domain.enums import ParticipationStatus, Sex, WorkshopStatus
from workshops.domain.folding import fold
from workshops.domain.partial_date import PartialDate
from workshops.domain.reach import Reach, counted, reach
from workshops.domain.workshop import Headcount
from workshops.models import Base, Participation, Person, Workshop
from workshops.models.training_fact import training_fact
from workshops.services.workshop_reading import known_date

_AT_A_TIME: Final = 5_000  # databases take some 32,000 values in one statement
_HELD: Final = (WorkshopStatus.COMPLETED, WorkshopStatus.CLOSED)
_READ: Final = (
    *(Workshop.id, Workshop.office_id, Workshop.country_code, Workshop.project_id, Workshop.reference),
    *(Workshop.status, Workshop.type, Workshop.title, Workshop.title_translations),
    *(Workshop.starts_on, Workshop.starts_precision, Workshop.ends_on, Workshop.ends_precision),
    *(Workshop.women, Workshop.men, Workshop.other, Workshop.unknown),
)


def watch(sessions: sessionmaker[Session]) -> None:
    """Keep the facts in step with whatever the sessions of this maker write."""
    event.listen(sessions, "after_flush", _after_flush)


def over_since(status: WorkshopStatus, starts_on: PartialDate | None, ends_on: PartialDate | None) -> date | None:
    """The first day on which a workshop counts as over: always, where its status says that it was held.

    Otherwise it is over once it must be by its dates, as far as they are known; None where they do not tell.
    """
    if status in _HELD:
        return date.min
    last = ends_on or starts_on
    return last.latest + timedelta(days=1) if last and last.latest < date.max else None


def refresh(session: Session, workshop_ids: Collection[int]) -> None:
    """Derive the facts of these workshops anew from what the database holds."""
    connection, ids = session.connection(), sorted(workshop_ids)
    for start in range(0, len(ids), _AT_A_TIME):
        some = ids[start : start + _AT_A_TIME]
        listed = _listed(connection, some)
        rows = connection.execute(select(*_READ).where(Workshop.id.in_(some)))
        facts = [_fact(row, listed.get(row.id)) for row in rows]
        connection.execute(delete(training_fact).where(training_fact.c.workshop_id.in_(some)))
        if facts:
            connection.execute(insert(training_fact), facts)


def _after_flush(session: Session, context: UOWTransaction) -> None:
    ids: set[int] = set()
    people: set[int] = set()
    for state, (is_deleted, is_listed_only) in context.states.items():
        if is_listed_only:
            continue
        if issubclass(state.class_, Workshop) and not is_deleted:
            ids.add(state.dict["id"])
        elif issubclass(state.class_, Participation):
            ids.update(_workshops_of(state))
        elif issubclass(state.class_, Person) and state.attrs.sex.history.has_changes():
            people.add(state.dict["id"])
    if people:
        took_part = select(Participation.workshop_id).where(Participation.person_id.in_(people))
        ids.update(session.connection().scalars(took_part))
    if ids:
        refresh(session, ids)


def _workshops_of(state: InstanceState[Base]) -> Iterator[int]:
    """The workshop of a participation, and the one it was taken from."""
    if (now := state.dict.get("workshop_id")) is not None:
        yield now
    yield from (before for before in state.attrs.workshop_id.history.deleted or () if before is not None)


def _listed(connection: Connection, ids: Collection[int]) -> dict[int, Reach]:
    """People marked as having attended, by workshop: the rule of `domain.reach.listed` for many at once."""
    by_sex = [func.sum(case((Person.sex == sex, 1), else_=0)) for sex in (Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.UNKNOWN)]
    rows = connection.execute(
        select(Participation.workshop_id, *by_sex)
        .join(Person, Person.id == Participation.person_id)
        .where(Participation.status == ParticipationStatus.ATTENDED, Participation.workshop_id.in_(ids))
        .group_by(Participation.workshop_id)
    )
    return {key: counted(*by_sex) for key, *by_sex in rows}


def _fact(row: Row[*tuple[Any, ...]], listed: Reach | None) -> dict[str, Any]:
    starts_on, ends_on = known_date(row.starts_on, row.starts_precision), known_date(row.ends_on, row.ends_precision)
    earliest, latest = (starts_on.earliest, starts_on.latest) if starts_on else (row.ends_on, row.ends_on)
    entered = Headcount(women=row.women, men=row.men, other=row.other, unknown=row.unknown)
    reached = reach(entered, ()) or listed
    return {
        "workshop_id": row.id,
        "office_id": row.office_id,
        "country_code": row.country_code or "",
        "year": earliest.year if earliest else 0,
        "starts_on": earliest,
        "starts_by": latest,
        "begins_on": earliest if starts_on and starts_on.precision == "day" else None,
        "over_since": over_since(row.status, starts_on, ends_on),
        "status": row.status,
        "type": row.type,
        "project_id": row.project_id,
        "reference": row.reference,
        "women": reached and reached.women,
        "men": reached and reached.men,
        "other": reached and reached.other,
        "unknown": reached and reached.unknown,
        "total": reached and reached.total,
        "is_from_list": bool(reached and reached.is_from_list),
        **{f"title_{code}": fold(row.title_translations.get(code) or row.title) for code in ("en", "fr", "es")},
    }
