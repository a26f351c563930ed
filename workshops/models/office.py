"""The country office that owns records: the unit of access."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

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
