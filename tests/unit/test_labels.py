"""Closed lists that people see have words for every value."""

from enum import StrEnum

import pytest

from workshops.labels import labels
from workshops.models import Base
from workshops.record_labels import RECORDS

SHOWN = {
    column.type.enum_class
    for mapper in Base.registry.mappers
    if mapper.class_.__tablename__ in RECORDS
    for column in mapper.columns
    if getattr(column.type, "enum_class", None)
}


@pytest.mark.parametrize("values", sorted(SHOWN, key=str))
def test_the_history_has_words_for_each_closed_list(values: type[StrEnum]) -> None:
    assert list(labels(values)) == list(values)
