"""One row for a human being: expert, participant, contact, quoted speaker."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import Sex
from workshops.models.agency import Agency
from workshops.models.base import PERSONAL, Base, Dated, one_of
from workshops.models.office import Office


class Person(Dated, Base):
    """A person known to an office. Only the full name is required (W3C, Personal names around the world)."""

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_office_id_folded_name", "office_id", "folded_name"),
        Index("ix_person_folded_name", "folded_name"),
    )

    version: Mapped[int] = mapped_column(default=1)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"))
    full_name: Mapped[str] = mapped_column(info=PERSONAL)
    native_name: Mapped[str] = mapped_column(default="", info=PERSONAL)
    sex: Mapped[Sex] = mapped_column(one_of(Sex), default=Sex.UNKNOWN, info=PERSONAL)
    nationality: Mapped[str | None] = mapped_column(String(2), info=PERSONAL)
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"), index=True)
    post_title: Mapped[str] = mapped_column(default="", info=PERSONAL)
    email: Mapped[str] = mapped_column(String(254), default="", info=PERSONAL)
    phone: Mapped[str] = mapped_column(String(40), default="", info=PERSONAL)
    languages: Mapped[list[str]] = mapped_column(default=list)
    folded_name: Mapped[str] = mapped_column(info=PERSONAL)

    __mapper_args__ = {"version_id_col": version}

    office: Mapped[Office] = relationship()
    agency: Mapped[Agency | None] = relationship()
