"""What follows once a change is kept for good (a file deleted, a message sent), or once it is taken back."""

import logging
from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker

Act = Callable[[], object]
_logger = logging.getLogger(__name__)
_KEPT, _TAKEN_BACK = "after_commit", "after_rollback"


def watch(sessions: sessionmaker[Session]) -> None:
    """Let the acts of this file work for all sessions of this maker."""
    event.listen(sessions, "after_commit", lambda session: _follow(session, _KEPT))
    event.listen(sessions, "after_rollback", lambda session: _follow(session, _TAKEN_BACK))


def do(session: Session, act: Act) -> None:
    """Call `act` after the commit. It must not use the session; its failure is logged and undoes nothing."""
    session.info.setdefault(_KEPT, []).append(act)


def unless_kept(session: Session, act: Act) -> None:
    """Call `act` where everything is rolled back instead, under the same terms."""
    session.info.setdefault(_TAKEN_BACK, []).append(act)


def _follow(session: Session, outcome: str) -> None:
    if session.in_nested_transaction():
        return  # a savepoint decides nothing
    lists = {each: session.info.pop(each, ()) for each in (_KEPT, _TAKEN_BACK)}
    for act in lists[outcome]:
        try:
            act()
        except Exception:
            _logger.exception("what follows a commit or a rollback failed")
