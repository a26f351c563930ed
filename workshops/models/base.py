"""What all tables share: names of constraints, keys, moments in UTC, closed lists."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, aware in Python on every database (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment as it is stored, in UTC. Raises ValueError for one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Give back an aware moment."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def one_of(values: type[StrEnum], *, check: str = "", is_checked: bool = True) -> Enum:
    """The column type of a closed list: its values as text, guarded by a CHECK named after the list.

    `check` names it where a table uses the list twice. Without one the list can grow without a migration.
    """
    return Enum(
        values,
        native_enum=False,
        create_constraint=is_checked,
        validate_strings=True,
        length=32,
        name=check or values.__name__.lower(),
        values_callable=lambda listed: [member.value for member in listed],
    )


class Base(DeclarativeBase):
    """The root of all tables.

    What is PostgreSQL's alone stands in the migrations, which make its tables: named here it would bring all that
    SQLAlchemy knows of PostgreSQL into each process, 2.5 MB.
    """

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {
        datetime: UtcDateTime,
        list[str]: JSON,
        dict[str, str]: JSON,
        str: String(300),
    }

    id: Mapped[int] = mapped_column(primary_key=True)


class Dated:
    """When a row was made and last changed."""

    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)


PERSONAL = {"personal": True}
"""Marks a column as personal data: its values stay out of the audit trail."""
