"""What was deleted, merged or erased: the list for administrators, and what an old address has become."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.enums import ActKind, RecordKind, Role
from workshops.errors import NotFound
from workshops.models import Act, Document, Forwarding, User, Workshop
from workshops.models.base import now
from workshops.services.paging import Page, paged
from workshops.services.purging import to_type
from workshops.services.undoing import may_undo

MOST_STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class PastAct:
    """An act as pages show it. `can_undo` says whether the reader may, and it is not too late."""

    id: int
    kind: ActKind
    record_kind: RecordKind
    record_id: int
    reference: str
    title: str
    into: str
    reason: str
    who: str
    at: datetime
    final_at: datetime
    days_left: int
    can_undo: bool
    to_type: str


def listed(
    session: Session, *, kind: RecordKind | None = None, user_id: int | None = None, number: int = 1, by: Actor
) -> Page[PastAct]:
    """The acts that can still be undone, the latest first, of one kind of records or of one person. Administrators."""
    _for_administrators(by)
    wanted = _open().order_by(Act.id.desc())
    if kind:
        wanted = wanted.where(Act.record_kind == kind)
    if user_id:
        wanted = wanted.where(Act.user_id == user_id)
    found = paged(session, wanted, number=number)
    return Page([_past(row[0], by) for row in found.rows], found.number, found.total, found.size)


def actors(session: Session, *, by: Actor) -> Sequence[tuple[int, str]]:
    """(id, name) of all who did what the list holds."""
    _for_administrators(by)
    ids = _open().with_only_columns(Act.user_id)
    rows = session.execute(select(User.id, User.name).where(User.id.in_(ids)).order_by(User.name, User.id))
    return [(row[0], row[1]) for row in rows]


def find(session: Session, *, act_id: int, by: Actor) -> PastAct:
    """One act that can still be undone. Raises `NotFound`."""
    act = session.scalar(_open().where(Act.id == act_id))
    if act is None or not may_undo(act, by=by):
        raise NotFound
    return _past(act, by)


def of_address(
    session: Session, *, kind: RecordKind, record_id: int | None = None, reference: str = "", by: Actor
) -> PastAct | None:
    """The deletion that emptied an address, for those who could read the record; None where there was none."""
    asked = Act.reference == reference if reference else Act.record_id == record_id
    act = session.scalar(
        select(Act)
        .where(Act.kind == ActKind.DELETE, Act.record_kind == kind, asked, Act.undone_at.is_(None))
        .options(joinedload(Act.user))
        .order_by(Act.id.desc())
        .limit(1)
    )
    may = act is not None and (act.office_id is None or by.may_read(act.office_id))
    return _past(act, by) if act and may else None


def reference_of_document(session: Session, *, document_id: int) -> str:
    """The reference of the workshop to which a document is attached."""
    of = select(Workshop.reference).join(Document, Document.workshop_id == Workshop.id)
    return session.scalar(of.where(Document.id == document_id)) or ""


def merged_into(session: Session, *, kind: RecordKind, record_id: int) -> int | None:
    """The number of the record into which another was merged, over several merges; None where it was not."""
    found = None
    for _step in range(MOST_STEPS):
        step = session.scalar(
            select(Forwarding.new_id).where(Forwarding.record_kind == kind, Forwarding.old_id == (found or record_id))
        )
        if step is None:
            break
        found = step
    return found


def merges_into(session: Session, *, kind: RecordKind, record_id: int, by: Actor) -> list[PastAct]:
    """What was merged into a record, as far as it can still be undone, the latest first."""
    acts = session.scalars(
        _open()
        .where(Act.kind != ActKind.DELETE, Act.record_kind == kind, Act.record_id == record_id)
        .order_by(Act.id.desc())
    )
    return [_past(act, by) for act in acts]


def _open() -> Select[Act]:
    still = (Act.undone_at.is_(None), Act.purged_at.is_(None), Act.final_at > now())
    return select(Act).where(*still).options(joinedload(Act.user))


def _for_administrators(by: Actor) -> None:
    if by.role is not Role.ADMINISTRATOR:
        raise NotFound


def _past(act: Act, by: Actor) -> PastAct:
    is_open = act.undone_at is None and act.purged_at is None and act.final_at > now()
    return PastAct(
        id=act.id,
        kind=act.kind,
        record_kind=act.record_kind,
        record_id=act.record_id,
        reference=act.reference,
        title=act.title,
        into=act.into,
        reason=act.reason,
        who=act.user.name if act.user else "",
        at=act.at,
        final_at=act.final_at,
        days_left=max(0, -((now() - act.final_at) // timedelta(days=1))),
        can_undo=is_open and may_undo(act, by=by),
        to_type=to_type(act),
    )
