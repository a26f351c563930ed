"""The records of an installation, opened for one command."""

import logging.config
import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from workshops.app import create_app
from workshops.config import CannotStart, default_root, load_settings
from workshops.domain.access import Actor
from workshops.extensions import db
from workshops.launching import first_start
from workshops.launching.database_state import State
from workshops.logs import log_configuration
from workshops.services import audit


@contextmanager
def opened(by: Actor) -> Iterator[Session]:
    """A session on the database of this installation, for `by`: kept if the block ends well, else undone.

    Raises `CannotStart` where the database is not there, or not of this version.
    """
    settings = load_settings(os.environ, default_root())
    logging.config.dictConfig(log_configuration("warning"))
    if first_start.database_state(settings) is not State.CURRENT:
        raise CannotStart(
            first_start.database_place(settings), "the database is not made yet.", "python3 -m workshops migrate"
        )
    app = create_app(settings)
    with app.app_context():
        audit.act_as(db.session, by)
        try:
            yield db.session
            db.session.commit()
        finally:
            db.session.close()
            db.engine.dispose()
