"""Which rows of the offices a query may look at, for whoever asks."""

from sqlalchemy import ColumnElement, SQLColumnExpression, true

from workshops.domain.access import Actor


def scope_of(by: Actor) -> int | None:
    """The one office whose rows are open to `by`; None where those of all are."""
    return None if by.reads_all_offices else by.office_id


def in_scope(office_id: SQLColumnExpression[int], by: Actor) -> ColumnElement[bool]:
    """The condition that a row's office, in the column `office_id`, is open to `by`."""
    office = scope_of(by)
    return true() if office is None else office_id == office
