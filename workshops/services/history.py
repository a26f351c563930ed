"""What happened to a workshop, readable: who changed what from what to what, newest first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Date, DateTime, Enum, Numeric, String, Time, case, cast, func, select
from sqlalchemy.orm import Mapper, Session

from workshops.domain.access import Actor
from workshops.domain.enums import Origin
from workshops.errors import NotFound
from workshops.models import AuditEntry, Base, Office, User, Workshop
from workshops.models.base import UtcDateTime
from workshops.record_labels import FIELDS, HIDDEN, RECORDS
from workshops.services.audit import CHANGED
from workshops.services.paging import Page, paged
from workshops.services.scope import in_scope

STEPS: Final = 20
NAMED_BY: Final = {
    "agency": "name",
    "event": "title",
    "office": "name",
    "person": "full_name",
    "project": "title",
    "topic": "label",
    "user": "name",
    "workshop": "reference",
}
CODES: Final = {
    "country_code": "countries",
    "participant_countries": "countries",
    "language": "languages",
    "title_language": "languages",
}
_MAPPERS: Final = {mapper.class_.__tablename__: mapper for mapper in Base.registry.mappers}


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of countries (ISO 3166-1) or languages (ISO 639-1), to be shown by their names."""

    of: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A field (message of its name) with a value: text, number, date, value of a closed list, or names."""

    field: str
    value: object


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a step: a record created or deleted with what it said, or one field of it changed.

    Of a personal field `is_personal` says that it changed; its values are not kept.
    """

    action: str
    record: str
    field: str
    before: object
    after: object
    is_personal: bool
    content: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one person did at once. `who` is "" for a command and for an account that is gone."""

    at: datetime
    who: str
    origin: Origin
    changes: tuple[Change, ...]


class Names:
    """What the records are called today that the trail keeps as numbers; "" for one that is gone."""

    def __init__(self, found: dict[tuple[str, int], str]) -> None:
        self._found = found

    def of(self, table: str, number: int) -> str:
        """The name of one record."""
        return self._found.get((table, number), "")


def clocks_of(session: Session, reference: str) -> str:
    """The IANA time zone of the office of a workshop, "" where there is none."""
    zone = select(Office.time_zone).join(Workshop, Workshop.office_id == Office.id)
    return session.scalar(zone.where(Workshop.reference == reference)) or ""


def history_of_workshop(session: Session, *, reference: str, by: Actor, page: int = 1) -> Page[Step]:
    """The steps of a workshop's history, newest first. Raises `NotFound` for one of another office."""
    workshop_id = session.scalar(
        select(Workshop.id).where(Workshop.reference == reference, in_scope(Workshop.office_id, by))
    )
    if workshop_id is None:
        raise NotFound
    act = case((AuditEntry.request_id != "", AuditEntry.request_id), else_=cast(AuditEntry.at, String))
    acts = (
        select(act, func.min(AuditEntry.id))
        .where(AuditEntry.workshop_id == workshop_id)
        .group_by(act)
        .order_by(func.max(AuditEntry.id).desc())
    )
    found = paged(session, acts, number=page, size=STEPS)
    rows = session.execute(
        select(act, AuditEntry, User.name)
        .outerjoin(User, User.id == AuditEntry.user_id)
        .where(AuditEntry.workshop_id == workshop_id, act.in_([key for key, _first in found.rows]))
        .order_by(AuditEntry.id)
    ).all()
    names = _names(session, [entry for _act, entry, _user in rows])
    steps: dict[str, list[tuple[AuditEntry, str | None]]] = {key: [] for key, _first in found.rows}
    for key, entry, user in rows:
        steps[key].append((entry, user))
    return Page([_step(entries, names) for entries in steps.values()], found.number, found.total, STEPS)


def _step(entries: Sequence[tuple[AuditEntry, str | None]], names: Names) -> Step:
    first, who = entries[0]
    changes = tuple(_change(entry, names) for entry, _user in entries if entry.field not in HIDDEN)
    return Step(first.at, who or "", first.origin, changes)


def _change(entry: AuditEntry, names: Names) -> Change:
    mapper = _MAPPERS[entry.entity]
    content = {} if entry.action == CHANGED or entry.entity == "workshop" else entry.after or entry.before or {}
    return Change(
        action=entry.action,
        record=RECORDS[entry.entity],
        field=FIELDS[entry.field] if entry.field else "",
        before=_value(mapper, entry.field, entry.before, names) if entry.field else None,
        after=_value(mapper, entry.field, entry.after, names) if entry.field else None,
        is_personal=bool(entry.field) and _is_personal(mapper, entry.field),
        content=tuple(
            Said(FIELDS[name], _value(mapper, name, value, names))
            for name, value in content.items()
            if name not in HIDDEN
        ),
    )


def _is_personal(mapper: Mapper[Any], field: str) -> bool:
    return field in mapper.columns and bool(mapper.columns[field].info.get("personal"))


def _value(mapper: Mapper[Any], field: str, stored: Any, names: Names) -> object:
    """A value of the trail as what it was: JSON knows neither dates nor closed lists."""
    if stored is None:
        return None
    table = _target(mapper, field)
    if table:
        return tuple(names.of(table, number) for number in _numbers(stored))
    if field in CODES:
        return Codes(CODES[field], tuple(stored) if isinstance(stored, list) else (stored,))
    kind = mapper.columns[field].type
    if isinstance(kind, Enum) and kind.enum_class:
        return kind.enum_class(stored)
    for types, read in (
        ((UtcDateTime, DateTime), datetime.fromisoformat),
        ((Date,), date.fromisoformat),
        ((Time,), time.fromisoformat),
        ((Numeric,), Decimal),
    ):
        if isinstance(kind, types) and isinstance(stored, str):
            return read(stored)
    return stored


def _target(mapper: Mapper[Any], field: str) -> str:
    """The table whose rows a field names, "" for a field that holds a value itself."""
    if field in mapper.relationships:
        return str(mapper.relationships[field].mapper.class_.__tablename__)
    keys = list(mapper.columns[field].foreign_keys)
    return keys[0].column.table.name if keys else ""


def _numbers(stored: Any) -> list[int]:
    return stored if isinstance(stored, list) else [stored]


def _names(session: Session, entries: Iterable[AuditEntry]) -> Names:
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for entry in entries:
        mapper = _MAPPERS[entry.entity]
        sides = ({entry.field: side} if entry.field else side or {} for side in (entry.before, entry.after))
        for field, value in (pair for side in sides for pair in side.items()):
            table = _target(mapper, field) if value is not None else ""
            if table in NAMED_BY:
                wanted[table].update(_numbers(value))
    found = {}
    for table, ids in wanted.items():
        record = _MAPPERS[table].class_
        rows = session.execute(select(record.id, getattr(record, NAMED_BY[table])).where(record.id.in_(ids)))
        found.update({(table, number): name for number, name in rows})
    return Names(found)
