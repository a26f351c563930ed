"""The record of one capacity-building activity."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Table, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import (
    CountQualifier,
    DatePrecision,
    DeliveryMode,
    HeadcountSource,
    WorkshopStatus,
    WorkshopType,
)
from workshops.models.base import Base, Dated, one_of
from workshops.models.event import Event
from workshops.models.involvement import Contact, Engagement, Funding, Quote, WorkshopAgency
from workshops.models.office import Office
from workshops.models.participation import Participation
from workshops.models.project import Project
from workshops.models.topic import Topic

workshop_topic = Table(
    "workshop_topic",
    Base.metadata,
    Column("workshop_id", ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("topic_id", ForeignKey("topic.id"), primary_key=True, index=True),
)


class WorkshopLanguage(Base):
    """A language in which the workshop is held (ISO 639-1)."""

    __tablename__ = "workshop_language"
    __table_args__ = (Index("uq_workshop_language_workshop_id_language", "workshop_id", "language", unique=True),)

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(default=0)
    language: Mapped[str] = mapped_column(String(3), index=True)


class ReferenceCounter(Base):
    """The last number given out for a country and year, so that no reference is ever used twice."""

    __tablename__ = "reference_counter"
    __table_args__ = (Index("uq_reference_counter_prefix", "prefix", unique=True),)

    prefix: Mapped[str] = mapped_column(String(12))
    last_number: Mapped[int]


class FormSubmission(Base):
    """The one-time key of a form that was saved, so that a double click or a resend finds the first record."""

    __tablename__ = "form_submission"

    key: Mapped[str] = mapped_column(String(64), unique=True)
    location: Mapped[str] = mapped_column(String(500))
    created_at: Mapped[datetime]


class Workshop(Dated, Base):
    """A workshop. Dates hold the earliest and latest possible day; the precision says how much of them is known."""

    __tablename__ = "workshop"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("(starts_on IS NULL) = (starts_precision IS NULL)", name="starts_with_precision"),
        CheckConstraint("(ends_on IS NULL) = (ends_precision IS NULL)", name="ends_with_precision"),
        CheckConstraint("planned_seats IS NULL OR planned_seats >= 0", name="planned_seats_not_negative"),
        CheckConstraint("duration_days IS NULL OR duration_days > 0", name="duration_positive"),
        CheckConstraint("women IS NULL OR women >= 0", name="women_not_negative"),
        CheckConstraint("men IS NULL OR men >= 0", name="men_not_negative"),
        CheckConstraint("other IS NULL OR other >= 0", name="other_not_negative"),
        CheckConstraint("unknown IS NULL OR unknown >= 0", name="unknown_not_negative"),
        CheckConstraint("title <> ''", name="title_given"),
        Index("ix_workshop_country_code_starts_on", "country_code", "starts_on"),
        Index("ix_workshop_office_id_status_starts_on", "office_id", "status", "starts_on"),
        Index("ix_workshop_starts_on", "starts_on"),
    )

    uid: Mapped[str] = mapped_column(String(36), unique=True)
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    version: Mapped[int] = mapped_column(default=1)

    title: Mapped[str]
    title_language: Mapped[str] = mapped_column(String(3), default="en")
    title_translations: Mapped[dict[str, str]] = mapped_column(default=dict)
    type: Mapped[WorkshopType] = mapped_column(one_of(WorkshopType))
    mode: Mapped[DeliveryMode] = mapped_column(one_of(DeliveryMode), default=DeliveryMode.ONSITE)
    status: Mapped[WorkshopStatus] = mapped_column(one_of(WorkshopStatus), default=WorkshopStatus.DRAFT)
    status_reason: Mapped[str] = mapped_column(String(500), default="")
    closed_at: Mapped[datetime | None]

    starts_on: Mapped[date | None]
    starts_precision: Mapped[DatePrecision | None] = mapped_column(one_of(DatePrecision))
    ends_on: Mapped[date | None]
    ends_precision: Mapped[DatePrecision | None] = mapped_column(one_of(DatePrecision, check="endsprecision"))
    date_note: Mapped[str] = mapped_column(default="")
    duration_days: Mapped[int | None]
    time_zone: Mapped[str] = mapped_column(String(64), default="")
    country_code: Mapped[str | None] = mapped_column(String(2))
    city: Mapped[str] = mapped_column(default="")
    venue: Mapped[str] = mapped_column(default="")

    objectives: Mapped[str] = mapped_column(Text, default="")
    summary: Mapped[str] = mapped_column(Text, default="")
    methodology: Mapped[str] = mapped_column(Text, default="")
    results: Mapped[str] = mapped_column(Text, default="")
    follow_up: Mapped[str] = mapped_column(Text, default="")
    legal_references: Mapped[list[str]] = mapped_column(default=list)
    target_audience: Mapped[str] = mapped_column(String(1000), default="")
    participant_countries: Mapped[list[str]] = mapped_column(default=list)
    planned_seats: Mapped[int | None]
    women: Mapped[int | None]
    men: Mapped[int | None]
    other: Mapped[int | None]
    unknown: Mapped[int | None]
    headcount_source: Mapped[HeadcountSource | None] = mapped_column(one_of(HeadcountSource))
    headcount_qualifier: Mapped[CountQualifier] = mapped_column(one_of(CountQualifier), default=CountQualifier.EXACT)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), index=True)
    cloned_from_id: Mapped[int | None] = mapped_column(ForeignKey("workshop.id"))

    __mapper_args__ = {"version_id_col": version}

    office: Mapped[Office] = relationship()
    project: Mapped[Project | None] = relationship()
    topics: Mapped[list[Topic]] = relationship(secondary=workshop_topic, order_by=Topic.folded_label)
    language_rows: Mapped[list[WorkshopLanguage]] = relationship(
        cascade="all, delete-orphan", order_by=WorkshopLanguage.position
    )
    agencies: Mapped[list[WorkshopAgency]] = relationship(
        cascade="all, delete-orphan", order_by=WorkshopAgency.position
    )
    engagements: Mapped[list[Engagement]] = relationship(cascade="all, delete-orphan", order_by=Engagement.position)
    fundings: Mapped[list[Funding]] = relationship(cascade="all, delete-orphan", order_by=Funding.position)
    events: Mapped[list[Event]] = relationship(cascade="all, delete-orphan", order_by=Event.position)
    participations: Mapped[list[Participation]] = relationship(
        cascade="all, delete-orphan", order_by=Participation.position
    )
    contacts: Mapped[list[Contact]] = relationship(cascade="all, delete-orphan", order_by=Contact.position)
    quotes: Mapped[list[Quote]] = relationship(cascade="all, delete-orphan", order_by=Quote.position)
