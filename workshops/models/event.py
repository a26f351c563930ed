"""The programme of a workshop."""

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workshops.models.base import Base


class Event(Base):
    """A dated entry of the programme (a day, half-day, session, opening), at local time of the workshop."""

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("end_time IS NULL OR start_time IS NULL OR end_time > start_time", name="ends_after_start"),
    )

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    day: Mapped[date | None]
    start_time: Mapped[time | None]
    end_time: Mapped[time | None]
    room: Mapped[str] = mapped_column(default="")
    led_by: Mapped[str] = mapped_column(default="")
    takes_attendance: Mapped[bool] = mapped_column(default=True)
