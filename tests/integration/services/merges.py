"""Merging as a page does it: all that is offered is taken, unless a test says otherwise."""

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import (
    RecordKind,
)
from workshops.models import (
    Act,
)
from workshops.services.merging import compare, merge

AGENCY, PERSON = RecordKind.AGENCY, RecordKind.PERSON


def merged(session: Session, kind: RecordKind, ids: tuple[int, ...], by: Actor, **choices: int) -> Act:
    shown = compare(session, kind=kind, ids=ids, by=by)
    return merge(
        session,
        kind=kind,
        into_id=shown.sides[0].id,
        versions={side.id: side.version for side in shown.sides},
        choices={**shown.choices, **choices},
        by=by,
    )
