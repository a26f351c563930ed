"""Who did what. Rows are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from workshops.domain.enums import Origin
from workshops.models.base import Base, one_of


class AuditEntry(Base):
    """One change of one field: who, when, what, before, after, through which door.

    `action` is created, changed or deleted; `field` is "" for the first and the last.
    Values of personal fields are not kept.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_workshop_id_id", "workshop_id", "id"),
        Index("ix_audit_entry_entity_entity_id", "entity", "entity_id"),
        Index("ix_audit_entry_user_id_id", "user_id", "id"),
    )

    at: Mapped[datetime]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    origin: Mapped[Origin] = mapped_column(one_of(Origin))
    request_id: Mapped[str] = mapped_column(String(36), default="")
    action: Mapped[str] = mapped_column(String(10))
    entity: Mapped[str] = mapped_column(String(40))
    entity_id: Mapped[int]
    workshop_id: Mapped[int | None]
    field: Mapped[str] = mapped_column(String(60), default="")
    before: Mapped[Any | None] = mapped_column(JSON)
    after: Mapped[Any | None] = mapped_column(JSON)
