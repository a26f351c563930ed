"""The spellings by which the records of the shared registers are found, kept beside the index of their words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, SQLColumnExpression, case, delete, insert, or_, select
from sqlalchemy.orm import Session

from workshops.domain.naming import name_key
from workshops.models import Base
from workshops.models.spelling import SpellingRank, spelling
from workshops.services import search
from workshops.services.search import Kind

Spelled = Iterable[tuple[SpellingRank, str]]
Record = TypeVar("Record", bound=Base)
_MOST: Final = 20_000


def record_spellings(session: Session, *, kind: Kind, record_id: int, spelled: Spelled) -> None:
    """Replace what is known of a record's spellings; of one text under two ranks the higher counts."""
    given = [(rank, text) for rank, text in sorted(spelled) if text.strip()]
    ranks: dict[str, SpellingRank] = {}
    for rank, text in given:
        ranks.setdefault(name_key(text), rank)
    forget_spellings(session, kind=kind, record_id=record_id)
    rows = [{"kind": kind, "record_id": record_id, "folded": key, "rank": rank} for key, rank in ranks.items()]
    session.execute(insert(spelling), rows)
    search.index_record(session, kind=kind, record_id=record_id, text=" ".join(text for _rank, text in given))


def forget_spellings(session: Session, *, kind: Kind, record_id: int) -> None:
    """Take away all spellings of a record."""
    session.execute(delete(spelling).where(spelling.c.kind == kind, spelling.c.record_id == record_id))
    search.remove_record(session, kind=kind, record_id=record_id)


def meanings(session: Session, *, kind: Kind, keys: Iterable[str]) -> dict[str, list[tuple[SpellingRank, int]]]:
    """The ids of the records that each key can mean, with the rank of the spelling, the best first.

    A name counts before an acronym, then the oldest record. Unknown keys are left out.
    """
    wanted = set(keys)
    found: dict[str, list[tuple[SpellingRank, int]]] = {}
    if wanted:
        rows = session.execute(
            select(spelling.c.folded, spelling.c.rank, spelling.c.record_id)
            .where(spelling.c.kind == kind, spelling.c.folded.in_(wanted))
            .order_by(spelling.c.rank, spelling.c.record_id)
        )
        for key, rank, record_id in rows:
            found.setdefault(key, []).append((SpellingRank(rank), record_id))
    return found


def spelt(
    session: Session, model: type[Record], *, kind: Kind, keys: Collection[str], ids: Collection[int]
) -> Iterator[tuple[str, SpellingRank, Record]]:
    """Each of these keys with the rank of the spelling and a record that it can mean, ordered as `meanings`; and all
    spellings of the records with these ids. One statement, none where nothing is asked.
    """
    wanted = (spelling.c.folded, keys), (spelling.c.record_id, ids)
    asked = [column.in_(values) for column, values in wanted if values]
    if not asked:
        return
    rows = session.execute(
        select(spelling.c.folded, spelling.c.rank, model)
        .join(model, model.id == spelling.c.record_id)
        .where(spelling.c.kind == kind, or_(*asked))
        .order_by(spelling.c.rank, spelling.c.record_id)
    )
    for key, rank, record in rows:
        yield key, SpellingRank(rank), record


def every(session: Session, *, kinds: Sequence[Kind]) -> dict[Kind, dict[str, int]]:
    """All spellings of some registers, each with its oldest record; of very large ones only those of the oldest.

    One statement for all of them; where there are too many, the kinds named first have them all.
    """
    order = case({kind: place for place, kind in enumerate(kinds)}, value=spelling.c.kind)
    rows = session.execute(
        select(spelling.c.kind, spelling.c.folded, spelling.c.record_id)
        .where(spelling.c.kind.in_(kinds))
        .order_by(order, spelling.c.record_id)
        .limit(_MOST)
    )
    found: dict[Kind, dict[str, int]] = {kind: {} for kind in kinds}
    for kind, key, record_id in rows:
        found[kind].setdefault(key, record_id)
    return found


def nearness(kind: Kind, query: str, record_id: SQLColumnExpression[int]) -> ColumnElement[int]:
    """For ordering suggestions: 0 where a spelling equals the query, 1 where one starts with it, else 2."""
    key = name_key(query)
    own = select(spelling.c.record_id).where(spelling.c.kind == kind, spelling.c.record_id == record_id)
    return case_of(
        own.where(spelling.c.folded == key).exists(),
        own.where(spelling.c.folded.startswith(key, autoescape=True)).exists(),
    )


def case_of(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    """The place of the first condition that holds, or their number where none does."""
    return case(*[(condition, place) for place, condition in enumerate(conditions)], else_=len(conditions))
