"""The whole record as plain values, to be compared before and after."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.models import Base
from workshops.models.record_state import record_state

TRACES = {"audit_entry", "act", "kept_row", "forwarding", "not_same", record_state.name, "sign_in", "sign_in_try"}
CHANGE_ANYWAY = {"version", "updated_at"}


def dump(session: Session, *, but: set[str] = CHANGE_ANYWAY) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables of the record, in the order of their keys, without the columns in `but`."""
    session.flush()
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name in TRACES:
            continue
        rows = session.execute(select(table).order_by(*table.primary_key)).mappings()
        found[table.name] = [{name: value for name, value in row.items() if name not in but} for row in rows]
    return found
