"""What the audit trail still knows of records that are no longer there."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.models import AuditEntry, Workshop


def workshop_deleted_at(session: Session, *, reference: str, by: Actor) -> datetime | None:
    """When a workshop of an office open to the actor was deleted; None for a reference that never was one."""
    last = session.execute(
        select(AuditEntry.at, AuditEntry.before["office_id"].as_integer())
        .where(
            AuditEntry.entity == Workshop.__tablename__,
            AuditEntry.action == "deleted",
            AuditEntry.before["reference"].as_string() == reference,
        )
        .order_by(AuditEntry.id.desc())
        .limit(1)
    ).first()
    return last[0] if last and by.may_read(last[1]) else None
