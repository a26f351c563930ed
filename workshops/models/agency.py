"""Any body: ministry, department, border guard, UN agency, NGO, university, funder. One register."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import AgencyType
from workshops.models.base import Base, Dated, one_of


class Agency(Dated, Base):
    """An agency with its acronym, its names in several languages and the spellings under which it is met.

    `language` is that in which one writes to it; without one it is that of its country.
    """

    __tablename__ = "agency"
    __table_args__ = (
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
        Index("ix_agency_folded_name", "folded_name"),
        Index("ix_agency_folded_acronym", "folded_acronym"),
    )

    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str]
    acronym: Mapped[str] = mapped_column(String(40), default="")
    translations: Mapped[dict[str, str]] = mapped_column(default=dict)
    aliases: Mapped[list[str]] = mapped_column(default=list)
    type: Mapped[AgencyType] = mapped_column(one_of(AgencyType), default=AgencyType.OTHER)
    country_code: Mapped[str | None] = mapped_column(String(2))
    language: Mapped[str | None] = mapped_column(String(2))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    website: Mapped[str] = mapped_column(String(500), default="")
    notes: Mapped[str] = mapped_column(Text, default="")
    folded_name: Mapped[str]
    folded_acronym: Mapped[str] = mapped_column(String(40), default="")

    __mapper_args__ = {"version_id_col": version}

    parent: Mapped["Agency | None"] = relationship(remote_side="Agency.id")


class AgencyLogo(Dated, Base):
    """The logo of an agency: the name under which it is kept, its media type, what it shows."""

    __tablename__ = "agency_logo"

    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id", ondelete="CASCADE"), unique=True)
    name: Mapped[str] = mapped_column(String(64))
    type: Mapped[str] = mapped_column(String(20))
    alt: Mapped[str]
