"""Backups know every kind of column that the tables have."""

from sqlalchemy import TypeDecorator

from workshops.backups.kinds import column_of
from workshops.backups.tables import PASSING
from workshops.models import Base


def test_every_column_can_be_carried() -> None:
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            kept = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
            assert column_of(column.name, kept).name == column.name


def test_every_table_has_a_key_to_sort_by() -> None:
    assert [table.name for table in Base.metadata.sorted_tables if not table.primary_key.columns] == []


def test_what_stays_behind_is_a_table() -> None:
    assert set(Base.metadata.tables) >= PASSING
