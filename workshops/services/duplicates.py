"""Records of a register that may be one and the same: a person decides, and what was decided is remembered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from rapidfuzz.fuzz import token_sort_ratio
from sqlalchemy import SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.enums import RecordKind
from workshops.domain.naming import NAMELESS
from workshops.errors import N_, NotFound
from workshops.models import Agency, NotSame, Person, spelling
from workshops.models.base import now
from workshops.models.spelling import SpellingRank
from workshops.services import agencies
from workshops.services.answers import kept
from workshops.services.merging import may_merge
from workshops.services.scope import in_scope, scope_of

MOST: Final = 200
ALIKE: Final = 88  # of 100: below, "Ministry of Justice" and "Ministry of Health" come near
RARE: Final = 30  # a word in more names than this tells nothing
SAME_EMAIL, SAME_PHONE = N_("the same e-mail address"), N_("the same phone number")
SAME_NAME, SAME_SPELLING = N_("the same name"), N_("the same spelling")
NEARLY, SAME_ACRONYM = N_("nearly the same name"), N_("the same acronym")
REASONS: Final = (SAME_EMAIL, SAME_PHONE, SAME_SPELLING, SAME_NAME, NEARLY, SAME_ACRONYM)
"""Why two records may be one (messages), the best reason first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that look alike: their numbers and names, what stands beside these, and why (a message)."""

    first_id: int
    second_id: int
    first: str
    second: str
    first_beside: str
    second_beside: str
    reason: str


def pairs(session: Session, kind: RecordKind, *, by: Actor, of: int | None = None) -> list[Pair]:
    """The likeliest pairs of a register (at most 200), as far as `by` may merge them; `of` asks for those of one."""
    if not may_merge(kind, by=by):
        return []
    found: list[Pair] = kept(session, ("duplicates", kind, scope_of(by)), lambda: _pairs(session, kind, by))
    decided = select(NotSame.first_id, NotSame.second_id).where(NotSame.record_kind == kind)
    not_same = {tuple(row) for row in session.execute(decided)}
    open_pairs = [pair for pair in found if (pair.first_id, pair.second_id) not in not_same]
    return [pair for pair in open_pairs if of is None or of in (pair.first_id, pair.second_id)][:MOST]


def note_not_same(session: Session, kind: RecordKind, *, ids: Iterable[int], by: Actor) -> None:
    """Remember that two records are not the same. Raises `NotFound` for somebody who could not merge them."""
    wanted = sorted(set(ids))
    if not may_merge(kind, by=by) or len(wanted) != 2:
        raise NotFound
    if kind is RecordKind.PERSON:
        offices = session.scalars(select(Person.office_id).where(Person.id.in_(wanted))).all()
        if len(offices) < 2 or not all(by.may_write(office_id) for office_id in offices):
            raise NotFound
    first, second = wanted
    known = select(NotSame.id).where(
        NotSame.record_kind == kind, NotSame.first_id == first, NotSame.second_id == second
    )
    if session.scalar(known) is None:
        session.add(NotSame(record_kind=kind, first_id=first, second_id=second, user_id=by.user_id, at=now()))
        session.flush()


def _pairs(session: Session, kind: RecordKind, by: Actor) -> list[Pair]:
    reasons: dict[tuple[int, int], str] = {}
    find = _alike_agencies if kind is RecordKind.AGENCY else _alike_people
    for first, second, reason in find(session, by):
        key = (min(first, second), max(first, second))
        if key not in reasons or REASONS.index(reason) < REASONS.index(reasons[key]):
            reasons[key] = reason
    best = sorted(reasons, key=lambda key: (REASONS.index(reasons[key]), key))[: 2 * MOST]
    named = _named(session, kind, {each for key in best for each in key})
    return [
        Pair(*key, named[key[0]][0], named[key[1]][0], named[key[0]][1], named[key[1]][1], reasons[key]) for key in best
    ]


def _named(session: Session, kind: RecordKind, ids: Iterable[int]) -> Mapping[int, tuple[str, str]]:
    if kind is RecordKind.AGENCY:
        columns: tuple[Any, ...] = (Agency.id, Agency.name, Agency.acronym)
        rows = session.execute(select(*columns).where(Agency.id.in_(ids)))
    else:
        of = select(Person.id, Person.full_name, Agency.name).outerjoin(Agency, Agency.id == Person.agency_id)
        rows = session.execute(of.where(Person.id.in_(ids)))
    return {row[0]: (row[1], row[2] or "") for row in rows}


def _alike_agencies(session: Session, _by: Actor) -> Iterator[tuple[int, int, str]]:
    rows = session.execute(select(Agency.id, Agency.folded_name, Agency.folded_acronym, Agency.country_code)).all()
    country = {row.id: row.country_code for row in rows}
    acronym = {row.id: row.folded_acronym for row in rows}
    name = {row.id: row.folded_name for row in rows}

    def may_be_one(first: int, second: int) -> bool:
        """Each country has its Ministry of Health."""
        return not (country[first] and country[second] and country[first] != country[second])

    shared = (
        select(spelling.c.folded)
        .where(spelling.c.kind == agencies.KIND, spelling.c.rank != SpellingRank.ACRONYM)
        .group_by(spelling.c.folded)
        .having(func.count() > 1)
    )
    same = select(spelling.c.folded, spelling.c.record_id).where(
        spelling.c.kind == agencies.KIND, spelling.c.folded.in_(shared), spelling.c.rank != SpellingRank.ACRONYM
    )
    for first, second in _together((row[0], row[1]) for row in session.execute(same)):
        if first in name and second in name and may_be_one(first, second):
            yield first, second, SAME_NAME if name[first] == name[second] else SAME_SPELLING
    for first, second in _sharing_rare_words(name):
        if may_be_one(first, second):
            likeness = token_sort_ratio(name[first], name[second])
            if likeness >= ALIKE:
                yield first, second, NEARLY
            elif acronym[first] and acronym[first] == acronym[second] and country[first] == country[second]:
                yield first, second, SAME_ACRONYM


def _alike_people(session: Session, by: Actor) -> Iterator[tuple[int, int, str]]:
    digits = func.replace(func.replace(func.replace(Person.phone, " ", ""), "-", ""), "+", "")
    keys: tuple[tuple[SQLColumnExpression[str], str], ...] = (
        (func.lower(Person.email), SAME_EMAIL),
        (digits, SAME_PHONE),
        (Person.folded_name, SAME_NAME),
    )
    for key, reason in keys:
        again = (
            select(Person.office_id, key.label("shared"))
            .where(in_scope(Person.office_id, by), key != "", Person.full_name != NAMELESS)
            .group_by(Person.office_id, key)
            .having(func.count() > 1)
            .order_by(Person.office_id, key)
            .limit(MOST)
            .subquery()
        )
        same = select(Person.office_id, key, Person.id).join(
            again, (again.c.office_id == Person.office_id) & (again.c.shared == key)
        )
        for first, second in _together(((row[0], row[1]), row[2]) for row in session.execute(same)):
            yield first, second, reason


def _together(rows: Iterable[tuple[Any, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of the records that share a key; of very many the first ones."""
    groups: defaultdict[Any, set[int]] = defaultdict(set)
    for key, record_id in rows:
        groups[key].add(record_id)
    for ids in groups.values():
        yield from combinations(sorted(ids)[:8], 2)


def _sharing_rare_words(names: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs of records with a word, or the beginning of one, that few names have."""
    words = {record_id: {word[:6] for word in name.split() if len(word) > 2} for record_id, name in names.items()}
    common = Counter(word for each in words.values() for word in each)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for record_id, each in words.items():
        for word in each:
            if common[word] <= RARE:
                by_word[word].append(record_id)
    yield from dict.fromkeys(
        (min(pair), max(pair)) for ids in by_word.values() for pair in combinations(sorted(ids), 2)
    )


def likely(found: Sequence[Pair], record_id: int) -> list[tuple[int, str, str, str]]:
    """Of pairs with one record: the number, name and what stands beside the name of the other, and the reason."""
    return [
        (pair.second_id, pair.second, pair.second_beside, pair.reason)
        if pair.first_id == record_id
        else (pair.first_id, pair.first, pair.first_beside, pair.reason)
        for pair in found
    ]
