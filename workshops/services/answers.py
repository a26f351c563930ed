"""Answers that are kept as long as the record stays as it is: figures over all workshops, lists of what filters offer.

Every change of a record writes the audit trail. On SQLite, where one transaction writes after the other, its last
entry says which state of the record a transaction sees. On PostgreSQL a later number may be visible before an earlier
one, so there each transaction that changes the record counts itself, as the last thing it does; the sum of what a
transaction sees of these counts stands for the state. Either is asked of the database each time: an answer is never
older than the page, whichever process on whichever machine wrote.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Lock, RLock
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, event, func, select, update
from sqlalchemy.orm import Session, SessionTransaction, UOWTransaction, sessionmaker

from workshops.models import AuditEntry, record_state
from workshops.services.audit import NOT_RECORDS
from workshops.transactions import is_reading

T = TypeVar("T")
MOST: Final = 128  # answers that one process keeps for a database
PARTS: Final = 16  # counts, so that those who commit at once seldom wait for each other
_LAST_ENTRY: Final = select(func.max(AuditEntry.__table__.c.id))
_ALL_CHANGES: Final = select(func.sum(record_state.c.changes))
_WRITES, _CHANGES, _STATE = "has_written", "has_changed_record", "state_of_record"

Answers = OrderedDict[Hashable, tuple[object, Any]]

_kept: "WeakKeyDictionary[Engine, Answers]" = WeakKeyDictionary()
_turns: dict[Hashable, tuple[Any, int]] = {}  # who makes an answer, and how many want it
_lock = Lock()


def watch(sessions: sessionmaker[Session]) -> None:
    """Let the sessions of this maker know what they have written, count it, and know when that is over."""
    event.listen(sessions, "after_flush", _note_write)
    event.listen(sessions, "before_commit", _count_change)
    event.listen(sessions, "after_transaction_end", _forget_state)


def kept(session: Session, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives for the record as this transaction sees it, from memory where it was made before.

    `key` names the question with all it depends on. A transaction that has written makes its answers itself and keeps
    none, since it may yet be undone.
    """
    if session.info.get(_WRITES):
        return make()
    state = session.info.get(_STATE) or _state(session)
    session.info[_STATE] = state
    answers = _answers(session)
    known = _known(answers, key, state)
    if known is None:
        with _making(answers, key):
            known = _known(answers, key, state) or (_made(session, answers, key, state, make),)
    answer: T = known[0]
    return answer


def _known(answers: Answers, key: Hashable, state: object) -> tuple[Any] | None:
    """The answer to a question, in brackets, where it was made of this state of the record."""
    with _lock:
        found = answers.get(key)
        if found is None or found[0] != state:
            return None
        answers.move_to_end(key)
        return (found[1],)


def _made(session: Session, answers: Answers, key: Hashable, state: object, make: Callable[[], T]) -> T:
    answer = make()
    if not _sees_one_state(session) and _state(session) != state:
        return answer
    with _lock:
        answers[key] = state, answer
        answers.move_to_end(key)
        while len(answers) > MOST:
            answers.popitem(last=False)
    return answer


def note_change(session: Session) -> None:
    """Say that the record was changed past the session, by statements of whole tables."""
    session.info[_WRITES] = session.info[_CHANGES] = True


def forget_all() -> None:
    """Keep nothing: for tests, which bring a state of the record back that was there before."""
    with _lock:
        _kept.clear()


@contextmanager
def _making(answers: Answers, key: Hashable) -> Iterator[None]:
    """One asks the database for an answer, others who want the same wait for it: each would take as much memory.

    An answer may need others, which never need it in turn.
    """
    place = id(answers), key
    with _lock:
        turn, waiting = _turns.get(place) or (RLock(), 0)
        _turns[place] = turn, waiting + 1
    try:
        with turn:
            yield
    finally:
        with _lock:
            turn, waiting = _turns[place]
            if waiting == 1:
                del _turns[place]
            else:
                _turns[place] = turn, waiting - 1


def _answers(session: Session) -> Answers:
    with _lock:
        return _kept.setdefault(session.get_bind().engine, OrderedDict())


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def _sees_one_state(session: Session) -> bool:
    """Whether all statements of this transaction see the record as the first one did."""
    return is_reading() or not _is_postgresql(session)


def _state(session: Session) -> object:
    """What is the same for two transactions only if they see the same record, (state,) so that it is never false."""
    return (session.scalar(_ALL_CHANGES if _is_postgresql(session) else _LAST_ENTRY),)


def _note_write(session: Session, context: UOWTransaction) -> None:
    session.info[_WRITES] = True
    if not all(issubclass(state.class_, NOT_RECORDS) for state in context.states):
        session.info[_CHANGES] = True


def _count_change(session: Session) -> None:
    """Count this transaction on PostgreSQL: the last it does, so that nobody waits for a count longer than a commit."""
    if session.in_nested_transaction() or not _is_postgresql(session):
        return
    session.flush()
    if session.info.pop(_CHANGES, False):
        mine = record_state.c.part == func.pg_backend_pid() % PARTS
        session.connection().execute(update(record_state).where(mine).values(changes=record_state.c.changes + 1))


def _forget_state(session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.info.pop(_STATE, None)
        session.info.pop(_WRITES, None)
        session.info.pop(_CHANGES, None)
