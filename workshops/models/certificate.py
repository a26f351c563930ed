"""The register of certificates."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import CertificateKind, CertificateStatus, ExpertRole
from workshops.models.base import PERSONAL, Base, one_of
from workshops.models.person import Person
from workshops.models.user import User
from workshops.models.workshop import Workshop


class Certificate(Base):
    """A certificate as it was given out: what it says stays, whatever becomes of the record.

    `position` counts the certificates of a workshop, so that no number is given twice: rows go only with the workshop.
    `wording` holds, by language, the words as they were printed: heading, paragraphs, and which of them is the name.
    One that corrects another names it in `replaces_id`.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("workshop_id", "position"),
        CheckConstraint("position > 0", name="position_positive"),
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("minutes IS NULL OR minutes >= 0", name="minutes_not_negative"),
        CheckConstraint("(status = 'withdrawn') = (withdrawn_at IS NOT NULL)", name="withdrawn_when"),
        Index("uq_certificate_replaces_id", "replaces_id", unique=True),
        {"sqlite_autoincrement": True},
    )

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    position: Mapped[int]
    number: Mapped[str] = mapped_column(String(30), unique=True)
    verify_token: Mapped[str] = mapped_column(String(40), unique=True, info=PERSONAL)
    kind: Mapped[CertificateKind] = mapped_column(one_of(CertificateKind))
    status: Mapped[CertificateStatus] = mapped_column(one_of(CertificateStatus), default=CertificateStatus.VALID)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id", ondelete="SET NULL"))

    full_name: Mapped[str] = mapped_column(info=PERSONAL)
    native_name: Mapped[str] = mapped_column(info=PERSONAL)
    folded_name: Mapped[str] = mapped_column(info=PERSONAL)
    role: Mapped[ExpertRole | None] = mapped_column(one_of(ExpertRole))
    minutes: Mapped[int | None]
    hours_of_a_day: Mapped[int]
    title: Mapped[str]
    title_translations: Mapped[dict[str, str]]
    city: Mapped[str]
    country_code: Mapped[str | None] = mapped_column(String(2))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    languages: Mapped[list[str]]
    wording: Mapped[dict[str, Any]] = mapped_column(JSON, info=PERSONAL)
    signatories: Mapped[list[dict[str, str]]] = mapped_column(JSON, info=PERSONAL)

    issued_at: Mapped[datetime]
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    status_reason: Mapped[str] = mapped_column(String(500), default="", info=PERSONAL)

    workshop: Mapped[Workshop] = relationship()
    person: Mapped[Person] = relationship()
    issued_by: Mapped[User | None] = relationship(foreign_keys=issued_by_id)
    replaces: Mapped["Certificate | None"] = relationship(remote_side="Certificate.id")
