"""Acts on whole records that can be undone for a while: deleting, merging, erasing.

A deleted record is gone from its tables. Until the act is final, its rows lie here as they were; afterwards only the
act stays, without a name, so that a restored backup can be told which records must not come back.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import ActKind, RecordKind
from workshops.models.base import PERSONAL, Base, one_of
from workshops.models.user import User


class Act(Base):
    """Who deleted, merged or erased what, when, and until when that can be undone.

    `record_id` is the record deleted or erased, for a merge the one that stayed; `title` names what is gone, `into`
    what stayed. `fingerprint` (SHA-256) tells the record from another that has its number in another database.
    """

    __tablename__ = "act"
    __table_args__ = (
        Index("ix_act_record_kind_record_id", "record_kind", "record_id"),
        Index("ix_act_reference", "reference"),
        Index("ix_act_final_at", "final_at"),
        {"sqlite_autoincrement": True},
    )

    kind: Mapped[ActKind] = mapped_column(one_of(ActKind))
    record_kind: Mapped[RecordKind] = mapped_column(one_of(RecordKind))
    record_id: Mapped[int]
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    reference: Mapped[str] = mapped_column(String(20), default="")
    title: Mapped[str] = mapped_column(info=PERSONAL)
    into: Mapped[str] = mapped_column(default="", info=PERSONAL)
    reason: Mapped[str] = mapped_column(String(500), default="", info=PERSONAL)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    at: Mapped[datetime]
    final_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    purged_at: Mapped[datetime | None]

    user: Mapped[User | None] = relationship()


class KeptRow(Base):
    """A row that an act took away (`after` is NULL), put in (`before` is empty) or changed (columns that differ)."""

    __tablename__ = "kept_row"
    __table_args__ = (Index("ix_kept_row_table_name_row_id", "table_name", "row_id"),)

    act_id: Mapped[int] = mapped_column(ForeignKey("act.id", ondelete="CASCADE"), index=True)
    table_name: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int | None]
    before: Mapped[Any] = mapped_column(JSON, info=PERSONAL)
    after: Mapped[Any | None] = mapped_column(JSON(none_as_null=True), info=PERSONAL)


class Forwarding(Base):
    """A record that was merged into another, whose address leads there for ever."""

    __tablename__ = "forwarding"
    __table_args__ = (UniqueConstraint("record_kind", "old_id"),)

    record_kind: Mapped[RecordKind] = mapped_column(one_of(RecordKind))
    old_id: Mapped[int]
    new_id: Mapped[int]
    act_id: Mapped[int] = mapped_column(ForeignKey("act.id", ondelete="CASCADE"), index=True)


class NotSame(Base):
    """Two records that look alike and of which somebody said that they are not the same."""

    __tablename__ = "not_same"
    __table_args__ = (
        UniqueConstraint("record_kind", "first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="in_order"),
    )

    record_kind: Mapped[RecordKind] = mapped_column(one_of(RecordKind))
    first_id: Mapped[int]
    second_id: Mapped[int]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    at: Mapped[datetime]
