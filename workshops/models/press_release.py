"""Source texts, kept whole, and what was found in them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.models.base import PERSONAL, Base, Dated, one_of
from workshops.models.office import Office
from workshops.models.workshop import Workshop


class PressRelease(Dated, Base):
    """A press release as it was handed over. `sha256` is the hash of its text in UTF-8.

    A text that tells of several workshops is kept once for each: `part` counts them from 0.
    """

    __tablename__ = "press_release"
    __table_args__ = (UniqueConstraint("office_id", "sha256", "part"),)

    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    workshop_id: Mapped[int | None] = mapped_column(ForeignKey("workshop.id", ondelete="SET NULL"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    part: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text, info=PERSONAL)
    language: Mapped[str | None] = mapped_column(String(3))
    headline: Mapped[str] = mapped_column(String(500), default="")
    file_name: Mapped[str] = mapped_column(default="")
    publisher: Mapped[str] = mapped_column(default="")
    published_on: Mapped[date | None]
    url: Mapped[str] = mapped_column(String(1000), default="")
    status: Mapped[PressReleaseStatus] = mapped_column(
        one_of(PressReleaseStatus), default=PressReleaseStatus.TO_REVIEW, index=True
    )
    reader_version: Mapped[str] = mapped_column(String(20), default="")
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))

    office: Mapped[Office] = relationship()
    workshop: Mapped[Workshop | None] = relationship()
    findings: Mapped[list["Finding"]] = relationship(
        back_populates="press_release", cascade="all, delete-orphan", order_by="(Finding.field, Finding.position)"
    )


class Finding(Base):
    """One proposed value with the words that say it: `spans` are [start, end) offsets of characters in the text.

    `status_before` and `reviewed_before_at` are the decision that the last one took the place of.
    """

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("press_release_id", "field", "position"),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence_between_0_and_1"),
    )

    press_release_id: Mapped[int] = mapped_column(ForeignKey("press_release.id", ondelete="CASCADE"))
    field: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)
    value: Mapped[Any] = mapped_column(JSON, info=PERSONAL)
    spans: Mapped[Any] = mapped_column(JSON)
    confidence: Mapped[float]
    rule: Mapped[str] = mapped_column(String(60), default="")
    status: Mapped[FindingStatus] = mapped_column(one_of(FindingStatus), default=FindingStatus.PROPOSED)
    reviewed_value: Mapped[Any | None] = mapped_column(JSON, info=PERSONAL)
    reviewed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    reviewed_at: Mapped[datetime | None]
    status_before: Mapped[FindingStatus | None] = mapped_column(one_of(FindingStatus, is_checked=False))
    reviewed_before_at: Mapped[datetime | None]

    press_release: Mapped[PressRelease] = relationship(back_populates="findings")
