"""The country office that owns records: the unit of access, and what it settles for its documents."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.models.base import Base, Dated


class Office(Dated, Base):
    """A country office, or a unit at headquarters that keeps records of its own."""

    __tablename__ = "office"

    code: Mapped[str] = mapped_column(String(12), unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    country_code: Mapped[str | None] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(2), default="en")
    time_zone: Mapped[str] = mapped_column(String(64), default="UTC")
    is_active: Mapped[bool] = mapped_column(default=True)

    settings: Mapped["OfficeSettings | None"] = relationship(cascade="all, delete-orphan", passive_deletes=True)


class OfficeSettings(Dated, Base):
    """The settings of an office that has changed them, as `domain.offices.DocumentSettings` says them."""

    __tablename__ = "office_settings"

    office_id: Mapped[int] = mapped_column(ForeignKey("office.id", ondelete="CASCADE"), unique=True)
    version: Mapped[int] = mapped_column(default=0)
    paper: Mapped[str] = mapped_column(String(6), default="A4")
    language: Mapped[str] = mapped_column(String(2), default="")
    texts: Mapped[dict[str, str]] = mapped_column(default=dict)
    agency_order: Mapped[list[str]] = mapped_column(default=list)
    sorts_agencies: Mapped[bool] = mapped_column(default=False)
    logo_name: Mapped[str] = mapped_column(String(64), default="")
    logo_type: Mapped[str] = mapped_column(String(20), default="")
    logo_alt: Mapped[str] = mapped_column(default="")
    logo_roles: Mapped[list[str] | None]
    logo_height: Mapped[int | None]
