"""The end of what was deleted: once an act is final, nothing in the record says any more what it took away."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import ColumnElement, delete, null, or_, select, update
from sqlalchemy.orm import Session

from workshops import sqlite
from workshops.domain.access import Actor
from workshops.domain.enums import ActKind, RecordKind, Role
from workshops.errors import N_, Conflict, Invalid, NotFound, Problem
from workshops.files import Files
from workshops.models import Act, AgencyLogo, AuditEntry, Document, FormSubmission, KeptRow, Person, UnfinishedForm
from workshops.models.base import now
from workshops.services import after_commit, blackening, job_upkeep, kept_prints, search, unfinished_forms
from workshops.services.kept_rows import AT_A_TIME
from workshops.services.logos import stored_as as logo_stored_as
from workshops.services.workshop_documents import stored_as as document_stored_as


def purge(session: Session, files: Files, *, at: datetime) -> int:
    """Make all acts final whose time was over at that moment; gives their number."""
    over = select(Act).where(Act.final_at <= at, Act.purged_at.is_(None), Act.undone_at.is_(None)).order_by(Act.id)
    return finish(session, files, session.scalars(over).all(), at)


def purge_now(session: Session, files: Files, *, act_id: int, typed: str, by: Actor) -> None:
    """Make one act final before its time, for somebody who asks to be forgotten. For administrators.

    `typed` is the reference or name as `to_type` gives it, typed to confirm. Raises `NotFound`, `Invalid`, `Conflict`.
    """
    act = session.get(Act, act_id, with_for_update=True)
    if act is None or by.role is not Role.ADMINISTRATOR:
        raise NotFound
    if act.purged_at is not None or act.undone_at is not None:
        raise Conflict(N_("This is final already, or was undone."))
    if typed.strip() != to_type(act):
        raise Invalid(Problem("typed", N_("Type it exactly as it stands above.")))
    finish(session, files, [act], now())


def to_type(act: Act) -> str:
    """What has to be typed before an act is made final: the reference, else the name."""
    return act.reference or act.title


def finish(session: Session, files: Files, acts: Sequence[Act], at: datetime) -> int:
    """Make these acts final; gives their number."""
    for act in acts:
        for name in _stored_files(session, act):
            after_commit.do(session, partial(files.delete, name))
        if act.kind is ActKind.DELETE:
            _forget_history(session, act)
            unfinished_forms.forget_record(
                session, kind=act.record_kind, record_id=act.record_id, reference=act.reference
            )
        words = _words(session, act)
        session.execute(delete(KeptRow).where(KeptRow.act_id == act.id))
        if act.office_id is not None:
            blackening.black_out(session, office_id=act.office_id, words=words)
        act.title = act.into = act.reason = ""
        act.purged_at = at
    if acts:
        _forget_undone(session)
        _forget_prints(session, files, acts, at)
    session.flush()
    engine = session.get_bind().engine
    if acts and engine.dialect.name == "sqlite":
        search.let_go_of_removed(session)
        after_commit.do(session, lambda: sqlite.empty_log(engine))
    return len(acts)


def _forget_prints(session: Session, files: Files, acts: Sequence[Act], at: datetime) -> None:
    """Documents that were made while the record still said it; texts name an erased person until just now."""
    before = max(at if act.kind is ActKind.ERASE else act.at for act in acts)
    job_upkeep.throw_away_prints(session, files, before=before)
    after_commit.do(session, partial(kept_prints.throw_away_all, files))


def _words(session: Session, act: Act) -> list[str]:
    """By what an erased person was known."""
    if act.kind is not ActKind.ERASE:
        return []
    kept = (KeptRow.act_id == act.id, KeptRow.table_name == Person.__tablename__)
    return [word for row in session.scalars(select(KeptRow.before).where(*kept)) for word in blackening.words_of(row)]


def _forget_undone(session: Session) -> None:
    """What was undone names nobody any more: a merge into another record, too, names the one that is gone now."""
    undone = (Act.undone_at.is_not(None), or_(Act.title != "", Act.into != "", Act.reason != ""))
    session.execute(update(Act).where(*undone).values(title="", into="", reason=""))


def _stored_files(session: Session, act: Act) -> list[str]:
    """The files that went with the act: documents, and the logos of agencies."""
    gone = []
    for column, stored_as in ((Document.storage_name, document_stored_as), (AgencyLogo.name, logo_stored_as)):
        names = session.scalars(
            select(KeptRow.before[column.key].as_string()).where(
                KeptRow.act_id == act.id, KeptRow.table_name == column.class_.__tablename__, KeptRow.after.is_(None)
            )
        ).all()
        used = set(session.scalars(select(column).where(column.in_(names))))
        gone += [stored_as(name) for name in names if name not in used]
    return gone


def _forget_history(session: Session, act: Act) -> None:
    """Who did what and when stays in the trail; what the rows said that are gone for good does not."""
    gone: dict[str, list[int]] = {}
    rows = select(KeptRow.table_name, KeptRow.row_id).where(KeptRow.act_id == act.id, KeptRow.row_id.is_not(None))
    for table, row_id in session.execute(rows):
        gone.setdefault(table, []).append(row_id or 0)
    conditions: list[ColumnElement[bool]] = [
        (AuditEntry.entity == table) & AuditEntry.entity_id.in_(ids[start : start + AT_A_TIME])
        for table, ids in gone.items()
        for start in range(0, len(ids), AT_A_TIME)
    ]
    record = f"{act.record_kind}:{act.reference or act.record_id}"  # as `unfinished_forms.record_name` says it
    session.execute(delete(UnfinishedForm).where(UnfinishedForm.record == record))
    if act.record_kind is RecordKind.WORKSHOP:
        conditions.append(AuditEntry.workshop_id == act.record_id)
        session.execute(delete(FormSubmission).where(FormSubmission.location == f"/workshops/{act.reference}"))
    for condition in conditions:
        session.execute(
            update(AuditEntry)
            .where(condition, or_(AuditEntry.before.is_not(None), AuditEntry.after.is_not(None)))
            .values(before=null(), after=null())
            .execution_options(synchronize_session=False)
        )
