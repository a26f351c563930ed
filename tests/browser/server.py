"""A site for browser tests: `python -m tests.browser.server INSTANCE` prints its address and serves until it is ended.

It holds the demonstration, tests/browser/records.py and one user of each role, and shows tests/browser/sample.py too.
"""

import os
import sys
from pathlib import Path

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
from workshops.services import audit, demo, starting
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
    server = make_server("127.0.0.1", 0, app, threaded=True)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
