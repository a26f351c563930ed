"""How often the record was changed, counted where changes become visible in another order than they were made."""

from sqlalchemy import BigInteger, Column, Integer, Table

from workshops.models.base import Base

record_state = Table(
    "record_state",
    Base.metadata,
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("changes", BigInteger, nullable=False),
)
