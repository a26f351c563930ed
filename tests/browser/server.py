"""A site for browser tests: `python -m tests.browser.server INSTANCE` prints its address and serves.

It holds the demonstration, tests/browser/records.py and one user of each role, and shows tests/browser/sample.py too.
It reads orders line by line, says each again when it is done, and ends where nobody is left to give any.
"""

import os
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from flask import Flask
from sqlalchemy import select
from werkzeug.serving import make_server

from tests.browser import sample
from tests.browser.records import add_job, add_records
from tests.factories import make_user
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.access import command_actor
from workshops.domain.enums import Origin, Role
from workshops.extensions import db
from workshops.models import Office
from workshops.services import answers, audit, demo, starting
from workshops.translating import ensure_built

USERS = {
    "viewer@example.org": (Role.VIEWER, "Vera Viewer"),
    "organiser@example.org": (Role.ORGANISER, "Oyun Organiser"),
    "administrator@example.org": (Role.ADMINISTRATOR, "Adama Administrator"),
}


def main(instance: Path) -> None:
    """Fill the database that the environment names, which has its tables, and serve it on a free port."""
    ensure_built()
    app = create_app(load_settings({**os.environ, "WORKSHOPS_INSTANCE": str(instance)}, instance))
    app.register_blueprint(sample.pages)
    with app.app_context():
        by = command_actor(Origin.DEMO)
        audit.act_as(db.session, by)
        starting.add_topics(db.session)
        demo.load(db.session, by=by)
        office = db.session.scalars(select(Office).where(Office.code == "UBN")).one()
        add_records(db.session, office, by=by)
        for email, (role, name) in USERS.items():
            is_everywhere = role is Role.ADMINISTRATOR
            user = make_user(db.session, email=email, name=name, role=role, office=None if is_everywhere else office)
            add_job(db.session, user)
        db.session.commit()
        is_file = db.engine.dialect.name == "sqlite"
        file = str(db.engine.url.database) if is_file else ":memory:"
    site = Site(app, file)
    server = make_server("127.0.0.1", 0, site, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    site.obey(sys.stdin)


class Site:
    """The application, which can bring its records back to what they were. On PostgreSQL they stay as they are."""

    def __init__(self, app: Flask, file: str) -> None:
        self._app, self._file = app, file
        self._answering, self._change = 0, Condition()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request."""
        with self._change:
            self._answering += 1
        try:
            return self._app(environ, start_response)
        finally:
            with self._change:
                self._answering -= 1
                self._change.notify_all()

    def obey(self, orders: Iterable[str]) -> None:
        """`keep` the records as they are, or bring them `back` as they were kept, while no request is answered."""
        with closing(sqlite3.connect(":memory:", check_same_thread=False)) as kept:
            for order in orders:
                with self._change, closing(sqlite3.connect(self._file)) as present:
                    self._change.wait_for(lambda: self._answering == 0)
                    if order.strip() == "keep":
                        present.backup(kept)
                    else:
                        kept.backup(present)
                        answers.forget_all()
                print(order.strip(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
