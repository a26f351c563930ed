"""Who takes part in a workshop, and who was seen at which event."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import AttendanceSource, AttendanceStatus, ParticipationStatus
from workshops.models.agency import Agency
from workshops.models.base import PERSONAL, Base, Dated, one_of
from workshops.models.event import Event
from workshops.models.person import Person


class Participation(Dated, Base):
    """A person nominated for, registered at or attending a workshop, with agency and post as they were then."""

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("workshop_id", "person_id"),)

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    status: Mapped[ParticipationStatus] = mapped_column(
        one_of(ParticipationStatus), default=ParticipationStatus.REGISTERED
    )
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"), index=True)
    post_title: Mapped[str] = mapped_column(default="", info=PERSONAL)

    person: Mapped[Person] = relationship()
    agency: Mapped[Agency | None] = relationship()
    attendances: Mapped[list["Attendance"]] = relationship(cascade="all, delete-orphan", order_by="Attendance.event_id")


class Attendance(Base):
    """What was seen of a participant at one event; who recorded it, how, when."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("participation_id", "event_id"),)

    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"))
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    status: Mapped[AttendanceStatus] = mapped_column(one_of(AttendanceStatus))
    source: Mapped[AttendanceSource] = mapped_column(one_of(AttendanceSource), default=AttendanceSource.MANUAL)
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    recorded_at: Mapped[datetime]

    event: Mapped[Event] = relationship()
