"""Answers that are kept as long as the record stays as it is: figures over all workshops, lists of what filters offer.

Every change of a record writes the audit trail, so its last entry says which state of the record a transaction sees.
That is asked of the database each time: an answer is never older than the page, whichever process wrote.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, String, cast, event, func, select
from sqlalchemy.orm import Session, SessionTransaction, UOWTransaction, sessionmaker

from workshops.models import AuditEntry

T = TypeVar("T")
MOST: Final = 128  # answers that one process keeps for a database
_WRITES, _STATE = "has_written", "state_of_record"

_kept: "WeakKeyDictionary[Engine, OrderedDict[Hashable, tuple[object, Any]]]" = WeakKeyDictionary()
_lock = Lock()


def watch(sessions: sessionmaker[Session]) -> None:
    """Let the sessions of this maker know what they have written, and when that is over."""
    event.listen(sessions, "after_flush", _note_write)
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
    with _lock:
        found = answers.get(key)
        if found and found[0] == state:
            answers.move_to_end(key)
            answer: T = found[1]
            return answer
    answer = make()
    with _lock:
        answers[key] = state, answer
        answers.move_to_end(key)
        while len(answers) > MOST:
            answers.popitem(last=False)
    return answer


def forget_all() -> None:
    """Keep nothing: for tests, which bring a state of the record back that was there before."""
    with _lock:
        _kept.clear()


def _answers(session: Session) -> OrderedDict[Hashable, tuple[object, Any]]:
    with _lock:
        return _kept.setdefault(session.get_bind().engine, OrderedDict())


def _state(session: Session) -> object:
    """What is the same for two transactions only if they see the same record, (state,) so that it is never false."""
    if session.get_bind().dialect.name == "postgresql":  # numbers are given out there before others are committed
        return (session.scalar(select(cast(func.pg_current_snapshot(), String))),)
    return (session.scalar(select(func.max(AuditEntry.id))),)


def _note_write(session: Session, _context: UOWTransaction) -> None:
    session.info[_WRITES] = True


def _forget_state(session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None:
        session.info.pop(_STATE, None)
        session.info.pop(_WRITES, None)
