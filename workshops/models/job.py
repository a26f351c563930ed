"""Long work: what was asked for, how far it is, what it made. These rows are the truth; a queue only wakes workers."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.jobs import JobItemStatus, JobKind, JobStatus
from workshops.models.base import PERSONAL, Base, one_of
from workshops.models.user import User

UNFINISHED = text("status IN ('waiting', 'running')")


class Job(Base):
    """One piece of long work. `params` and those of its items hold ids, names of kept files and plain options only.

    `key` says what makes two orders the same: while one is unfinished, there is no other. `holder` is a word that one
    worker made up when it took the job: whoever holds another may write nothing. `attempts` counts how often the job
    was taken since it last got on.
    """

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("done >= 0 AND failed >= 0", name="counts_not_negative"),
        Index("uq_job_key", "key", unique=True, sqlite_where=UNFINISHED),  # as on PostgreSQL: see `Base`
        Index("ix_job_status_id", "status", "id"),
        Index("ix_job_asked_by_id_id", "asked_by_id", "id"),
    )

    kind: Mapped[JobKind] = mapped_column(one_of(JobKind, is_checked=False))
    key: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str] = mapped_column(default="", info=PERSONAL)
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    language: Mapped[str] = mapped_column(String(2), default="en")
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id", ondelete="SET NULL"))

    status: Mapped[JobStatus] = mapped_column(one_of(JobStatus), default=JobStatus.WAITING)
    is_cancelling: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int] = mapped_column(default=0)
    holder: Mapped[str] = mapped_column(String(32), default="")
    heartbeat: Mapped[datetime | None]
    total: Mapped[int | None]
    done: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)

    asked_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None] = mapped_column(index=True)

    result_name: Mapped[str] = mapped_column(default="", info=PERSONAL)
    result_type: Mapped[str] = mapped_column(String(127), default="")
    result_stored: Mapped[str] = mapped_column(String(120), default="")
    error: Mapped[str] = mapped_column(String(500), default="")
    error_params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=PERSONAL)

    asked_by: Mapped[User | None] = relationship()


class JobItem(Base):
    """One step of a job: it is done once, or after some tries set aside with its name and the reason.

    `made` holds what came of it: ids of records, names of kept files.
    """

    __tablename__ = "job_item"
    __table_args__ = (UniqueConstraint("job_id", "position"),)

    job_id: Mapped[int] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(info=PERSONAL)
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    status: Mapped[JobItemStatus] = mapped_column(one_of(JobItemStatus), default=JobItemStatus.WAITING)
    tries: Mapped[int] = mapped_column(default=0)
    made: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=PERSONAL)
    error: Mapped[str] = mapped_column(String(500), default="")
    error_params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=PERSONAL)


class JobWorker(Base):
    """A worker that was seen: "host:process", when it began and when it was last heard of."""

    __tablename__ = "job_worker"

    name: Mapped[str] = mapped_column(String(120), unique=True)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
