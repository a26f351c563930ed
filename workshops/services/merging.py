"""Merging records that are one and the same, field by field: what pointed to the others points to the one that stays.

Agencies are shared by all offices, so administrators and organisers of headquarters merge them; people belong to an
office, whose organisers merge them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete as delete_from
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import ActKind, AgencyType, RecordKind, Role, Sex
from workshops.domain.naming import name_key
from workshops.errors import N_, Conflict, Invalid, NotFound, Problem
from workshops.models import Act, Forwarding
from workshops.services import audit, derived, merged_rows
from workshops.services.belongings import referring, table_of, title_of
from workshops.services.deleting import begin
from workshops.services.kept_rows import change_rows, keep_changed, keep_removed, rows_of_ids
from workshops.services.register_writing import StaleRecord

Row = Mapping[str, Any]
FIELDS: Final = {
    RecordKind.AGENCY: ("name", "acronym", "type", "country_code", "language", "parent_id", "website", "notes"),
    RecordKind.PERSON: (
        *("full_name", "native_name", "sex", "nationality", "agency_id"),
        *("post_title", "email", "phone"),
    ),
}
"""What is chosen, field by field."""
UNITED: Final = {RecordKind.AGENCY: ("aliases", "translations"), RecordKind.PERSON: ("languages",)}
"""Lists, of which all is kept."""
SAYS_NOTHING: Final = frozenset({None, "", AgencyType.OTHER, Sex.UNKNOWN})
MOST_AT_ONCE: Final = 10


@dataclass(frozen=True, slots=True)
class Side:
    """One of the records: its values by field, and how many records of each kind point to it."""

    id: int
    title: str
    version: int
    values: Mapping[str, Any]
    pointing: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Records beside each other, first the one that stays. `choices` says where each differing field says most."""

    kind: RecordKind
    sides: Sequence[Side]
    choices: Mapping[str, int]
    names: Mapping[int, str]


def is_merged(kind: RecordKind) -> bool:
    """Whether records of this kind can be merged."""
    return kind in FIELDS


def may_merge(kind: RecordKind, *, by: Actor) -> bool:
    """Whether somebody may merge records of this kind at all."""
    if kind is RecordKind.AGENCY:
        return by.role is Role.ADMINISTRATOR or (by.role is Role.ORGANISER and by.office_id is None)
    return by.role is not Role.VIEWER


def title(session: Session, *, kind: RecordKind, record_id: int, by: Actor) -> str:
    """What a record is called that `by` may merge with another. Raises `NotFound`."""
    rows = rows_of_ids(session, table_of(kind), [record_id])
    if not rows or not may_merge(kind, by=by) or not (kind is RecordKind.AGENCY or by.may_write(rows[0]["office_id"])):
        raise NotFound
    return title_of(kind, rows[0])


def compare(session: Session, *, kind: RecordKind, ids: Collection[int], by: Actor) -> Comparison:
    """Records side by side. The one to which most points stays, of equals the oldest. Raises `NotFound`, `Invalid`."""
    rows = {row["id"]: row for row in _to_merge(session, kind, ids, by, lock=False)}
    pointing = {
        record_id: {each.kind.value: each.total for each in referring(session, kind, record_id, by=by)}
        for record_id in rows
    }
    order = sorted(rows, key=lambda record_id: (-sum(pointing[record_id].values()), record_id))
    sides = [
        Side(each, title_of(kind, rows[each]), rows[each]["version"], rows[each], pointing[each]) for each in order
    ]
    differing = [name for name in FIELDS[kind] if len({rows[each][name] for each in order}) > 1]
    choices = {name: _fullest(name, sides) for name in differing}
    agency_column = "parent_id" if kind is RecordKind.AGENCY else "agency_id"
    agencies = rows_of_ids(session, table_of(RecordKind.AGENCY), {row[agency_column] or 0 for row in rows.values()})
    return Comparison(kind, sides, choices, {row["id"]: row["name"] for row in agencies})


def merge(
    session: Session,
    *,
    kind: RecordKind,
    into_id: int,
    versions: Mapping[int, int],
    choices: Mapping[str, int],
    by: Actor,
) -> Act:
    """Make one record of several, whose `versions` are those that were shown.

    `choices` say of which record each field is taken; without one, of the record that stays. Raises `NotFound`,
    `StaleRecord` where one of them was changed since, `Invalid` for records that cannot be one.
    """
    rows = {row["id"]: row for row in _to_merge(session, kind, versions, by, lock=True)}
    if into_id not in rows:
        raise NotFound
    if any(row["version"] != versions[record_id] for record_id, row in rows.items()):
        raise StaleRecord
    table, others = table_of(kind), sorted(set(rows) - {into_id})
    gone = [session.get_one(derived.MODELS[kind], each) for each in others]
    stays = session.get_one(derived.MODELS[kind], into_id)
    act = begin(session, ActKind.MERGE, kind, gone, record_id=into_id, by=by, into=title_of(kind, stays))
    audit.note(session, stays, audit.MERGED, after={"ids": others})
    for record in gone:
        derived.forget(session, kind, record.id)
        session.expunge(record)
    touched = merged_rows.move(session, act_id=act.id, kind=kind, into_id=into_id, others=others)
    after = _outcome(kind, rows, into_id, choices)
    changed = {name: value for name, value in after.items() if value != rows[into_id][name]}
    if changed:
        keep_changed(session, act_id=act.id, table=table, rows=[rows[into_id]], after=changed)
    change_rows(session, table, [into_id], changed or {"updated_at": act.at})
    keep_removed(session, act_id=act.id, rows={table: [rows[each] for each in others]})
    session.connection().execute(delete_from(table).where(table.c.id.in_(others)))
    forwardings = [{"record_kind": kind, "old_id": each, "new_id": into_id, "act_id": act.id} for each in others]
    session.connection().execute(insert(Forwarding), forwardings)
    _refuse_circle(session, kind, into_id)
    derived.make_anew(session, kind, [into_id])
    merged_rows.follow(session, kind=kind, into_id=into_id, touched=touched)
    return act


def _to_merge(session: Session, kind: RecordKind, ids: Collection[int], by: Actor, *, lock: bool) -> list[Row]:
    """The rows of the records, locked in the order of their numbers, so that two merges never wait for each other."""
    wanted = sorted(set(ids))
    if not may_merge(kind, by=by) or kind not in FIELDS:
        raise NotFound
    if not 2 <= len(wanted) <= MOST_AT_ONCE:
        raise Invalid(Problem("", N_("Choose two records or more, at most 10.")))
    if lock:
        model = derived.MODELS[kind]
        session.scalars(select(model).where(model.id.in_(wanted)).order_by(model.id).with_for_update()).all()
    rows = rows_of_ids(session, table_of(kind), wanted)
    if len(rows) < len(wanted):
        raise NotFound
    offices = {row.get("office_id") for row in rows}
    if kind is RecordKind.PERSON and (len(offices) > 1 or not all(by.may_write(each or 0) for each in offices)):
        raise NotFound
    return list(rows)


def _fullest(name: str, sides: Sequence[Side]) -> int:
    """The record of the value that says most; of equals the one that stays.

    A name says more than that of the record that stays only if it has all its words: a longer translation does not.
    """
    first = sides[0].values[name]

    def fullness(side: Side) -> int:
        value = side.values[name]
        if name == "name" and not set(name_key(first).split()) <= set(name_key(value).split()):
            return 0
        return 0 if value in SAYS_NOTHING else len(value) if isinstance(value, str) else 1

    return max(sides, key=fullness).id


def _outcome(kind: RecordKind, rows: Mapping[int, Row], into_id: int, choices: Mapping[str, int]) -> dict[str, Any]:
    """All columns of the record that stays, as they are to be."""
    order = [into_id, *(each for each in sorted(rows) if each != into_id)]
    after = {
        name: rows[choices.get(name, into_id)][name] for name in FIELDS[kind] if choices.get(name, into_id) in rows
    }
    lists = [list(rows[each][UNITED[kind][0]]) for each in order]
    after[UNITED[kind][0]] = list(dict.fromkeys(value for values in lists for value in values))
    if kind is RecordKind.PERSON:
        after["folded_name"] = name_key(after["full_name"])
        return after
    after["translations"] = {
        code: text for each in reversed(order) for code, text in rows[each]["translations"].items()
    }
    if after["parent_id"] in rows:
        after["parent_id"] = None
    names = [text for each in order for text in (rows[each]["name"], rows[each]["acronym"])]
    names += [text for each in order for text in rows[each]["translations"].values()]
    known = {name_key(text) for text in (after["name"], after["acronym"], *after["translations"].values())}
    aliases: dict[str, str] = {}
    for text in (*after["aliases"], *names):
        if text and name_key(text) not in known:
            aliases.setdefault(name_key(text), text)
    after["aliases"] = list(aliases.values())
    after["folded_name"], after["folded_acronym"] = name_key(after["name"]), name_key(after["acronym"])[:40]
    return after


def _refuse_circle(session: Session, kind: RecordKind, into_id: int) -> None:
    if kind is not RecordKind.AGENCY:
        return
    table, seen, step = table_of(kind), {into_id}, into_id
    while step := session.scalar(select(table.c.parent_id).where(table.c.id == step)) or 0:
        if step in seen:
            raise Conflict(N_("An agency cannot belong to itself or to a body below it."))
        seen.add(step)
