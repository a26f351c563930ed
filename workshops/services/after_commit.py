"""What follows once a change is kept for good, and never where it is taken back: a file deleted, a message sent."""

import logging
from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker

Act = Callable[[], object]
_KEY = "after_commit"
_logger = logging.getLogger(__name__)


def watch(sessions: sessionmaker[Session]) -> None:
    """Let `do` work for all sessions of this maker."""
    event.listen(sessions, "after_commit", _do_all)
    event.listen(sessions, "after_rollback", _forget_all)


def do(session: Session, act: Act) -> None:
    """Call `act` after the commit. It must not use the session; its failure is logged and undoes nothing."""
    session.info.setdefault(_KEY, []).append(act)


def _do_all(session: Session) -> None:
    if session.in_nested_transaction():
        return  # a savepoint is no commit
    for act in session.info.pop(_KEY, ()):
        try:
            act()
        except Exception:
            _logger.exception("what follows a commit failed")


def _forget_all(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info.pop(_KEY, None)
