"""How agencies and people are part of a workshop: in a role, as expert, as funder, as contact, as a voice."""

from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import AgencyRole, ContactPurpose, ExpertRole
from workshops.models.agency import Agency
from workshops.models.base import PERSONAL, Base, one_of
from workshops.models.person import Person


class WorkshopAgency(Base):
    """An agency on a workshop with its role; one agency may have several. `seats` are places for its people."""

    __tablename__ = "workshop_agency"
    __table_args__ = (UniqueConstraint("workshop_id", "agency_id", "role"),)

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    role: Mapped[AgencyRole] = mapped_column(one_of(AgencyRole))
    seats: Mapped[int | None]

    agency: Mapped[Agency] = relationship()


class Engagement(Base):
    """An expert on a workshop. Where a source names only a country or an institution, there is no person."""

    __tablename__ = "engagement"
    __table_args__ = (
        CheckConstraint(
            "person_id IS NOT NULL OR country_code IS NOT NULL OR affiliation <> ''", name="says_something"
        ),
    )

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    role: Mapped[ExpertRole] = mapped_column(one_of(ExpertRole))
    country_code: Mapped[str | None] = mapped_column(String(2))
    affiliation: Mapped[str] = mapped_column(default="")

    person: Mapped[Person | None] = relationship()


class Funding(Base):
    """An agency as funder of a workshop, with what it gives and asks for."""

    __tablename__ = "funding"
    __table_args__ = (
        CheckConstraint("amount IS NULL OR amount >= 0", name="amount_not_negative"),
        CheckConstraint("(amount IS NULL) = (currency IS NULL)", name="amount_with_currency"),
    )

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    amount: Mapped[Decimal | None] = mapped_column(Numeric(14, 2))
    currency: Mapped[str | None] = mapped_column(String(3))
    grant_reference: Mapped[str] = mapped_column(String(100), default="")
    visibility_statement: Mapped[str] = mapped_column(Text, default="")

    agency: Mapped[Agency] = relationship()


class Contact(Base):
    """Whom to ask about a workshop, as it was given."""

    __tablename__ = "contact"

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    purpose: Mapped[ContactPurpose] = mapped_column(one_of(ContactPurpose))
    name: Mapped[str] = mapped_column(default="", info=PERSONAL)
    organisation: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(String(254), default="", info=PERSONAL)
    phone: Mapped[str] = mapped_column(String(60), default="", info=PERSONAL)


class Quote(Base):
    """Direct speech about a workshop, with who said it and in what function, as printed."""

    __tablename__ = "quote"

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(3), default="")
    speaker_name: Mapped[str] = mapped_column(default="", info=PERSONAL)
    speaker_title: Mapped[str] = mapped_column(default="", info=PERSONAL)
