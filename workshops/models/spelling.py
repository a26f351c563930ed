"""Every spelling under which a shared register knows a record: derived from it, so that names are found by an index."""

from enum import IntEnum

from sqlalchemy import Column, Index, Integer, String, Table

from workshops.models.base import Base


class SpellingRank(IntEnum):
    """Which spelling counts first when one text names several records."""

    NAME = 0
    TRANSLATION = 1
    ACRONYM = 2
    ALIAS = 3


spelling = Table(
    "spelling",
    Base.metadata,
    Column("kind", String(20), primary_key=True),
    Column("folded", String(300), primary_key=True),
    Column("record_id", Integer, primary_key=True, autoincrement=False),
    Column("rank", Integer, nullable=False),
    Index("ix_spelling_kind_record_id", "kind", "record_id"),
)
