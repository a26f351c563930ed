"""Projects and programmes."""

from datetime import date

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Table, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.models.agency import Agency
from workshops.models.base import Base, Dated

project_funder = Table(
    "project_funder",
    Base.metadata,
    Column("project_id", ForeignKey("project.id", ondelete="CASCADE"), primary_key=True),
    Column("agency_id", ForeignKey("agency.id"), primary_key=True),
)


class Project(Dated, Base):
    """The project or programme that workshops belong to."""

    __tablename__ = "project"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        Index("ix_project_folded_title", "folded_title"),
    )

    version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str]
    acronym: Mapped[str] = mapped_column(String(40), default="")
    code: Mapped[str] = mapped_column(String(40), default="")
    translations: Mapped[dict[str, str]] = mapped_column(default=dict)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    duration_note: Mapped[str] = mapped_column(String(100), default="")
    description: Mapped[str] = mapped_column(Text, default="")
    folded_title: Mapped[str]

    __mapper_args__ = {"version_id_col": version}

    funders: Mapped[list[Agency]] = relationship(secondary=project_funder, order_by=Agency.folded_name)
