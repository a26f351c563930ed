"""Which rows of the offices a query may look at, for whoever asks."""

from sqlalchemy import ColumnElement, true
from sqlalchemy.orm import InstrumentedAttribute

from workshops.domain.access import Actor


def in_scope(office_id: InstrumentedAttribute[int], by: Actor) -> ColumnElement[bool]:
    """The condition that a row's office, in the column `office_id`, is open to `by`."""
    return true() if by.reads_all_offices else office_id == by.office_id
