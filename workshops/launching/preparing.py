"""What a site needs before it can serve: its tables, on the first start its demonstration records, an administrator.

A server lets a process of its own do this (`aside.answer_of`): what it takes ends with it.
"""

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy.orm import Session

from workshops.config import CannotStart, Settings
from workshops.domain.access import command_actor
from workshops.domain.enums import Origin
from workshops.errors import Invalid
from workshops.extensions import db
from workshops.launching import sqlite_file
from workshops.launching.database_state import State
from workshops.launching.first_start import database_place
from workshops.launching.steps import Steps
from workshops.services import accounts, audit, demo, starting
from workshops.services.turns import START, take_turn


def prepare(app: Flask, settings: Settings, state: State, steps: Steps, *, with_demo: bool) -> str:
    """All of it, where it is not there yet; gives the sentence that says how to sign in, "" where nobody is new.

    Raises `CannotStart`.
    """
    try:
        migrate(app, settings, state, steps)
        return fill(app, settings, steps, with_demo=with_demo)
    finally:
        let_go(app)


def migrate(app: Flask, settings: Settings, state: State, steps: Steps) -> None:
    """Bring the tables to this version in one transaction; records are copied first.

    Of several machines that start at once one changes the tables, the others wait for it.
    """
    if state is State.CURRENT:
        steps.nothing_to_do("Database", "up to date")
        return
    from workshops.migrations import running  # here: most starts change no tables, and do without Alembic

    if state is State.BEHIND:
        _copy(settings, steps)
    doing = "making" if state is State.NEW else "upgrading"
    with steps.step("Database", f"{doing} {database_place(settings)}"), app.app_context():
        running.upgrade(db.engine)


def _copy(settings: Settings, steps: Steps) -> None:
    """Copy the records before they change: an SQLite file as it is, of PostgreSQL a backup without files."""
    if settings.is_postgresql:
        from workshops.backups import databases, making

        folder = settings.instance / "backups"
        folder.mkdir(mode=0o700, exist_ok=True)
        with steps.step("Database", f"backing it up to {folder}"), databases.opened(settings.database_url) as engine:
            making.make(engine, None, settings, making.dated(folder, datetime.now(UTC)))
        sqlite_file.keep_newest(folder, making.NAMED, ".zip")
        return
    path = sqlite_file.path_of(settings.database_url)
    with steps.step("Database", f"copying {path.name} to {path.parent / 'backups'}"):
        sqlite_file.back_up(path)


def fill(app: Flask, settings: Settings, steps: Steps, *, with_demo: bool) -> str:
    """Put in what an empty installation begins with, the demonstration if it is wanted: all of it, or nothing.

    Gives the sentence that says how to sign in, "" if there was an administrator. Raises `CannotStart`.
    """
    with app.app_context():
        session = db.session
        audit.act_as(session, command_actor(Origin.DEMO))
        take_turn(session, START)  # of several machines one fills the database
        starting.add_topics(session)
        if with_demo and starting.is_empty(session):
            with steps.step("Demonstration records", "loading"):
                demo.load(session, by=command_actor(Origin.DEMO))
        else:
            steps.nothing_to_do("Demonstration records", "left as they are")
        starting.add_office(session)
        how_to_sign_in = _administrator(session, settings)
        session.commit()
    steps.nothing_to_do("Administrator", "made" if how_to_sign_in else "there")
    return how_to_sign_in


def _administrator(session: Session, settings: Settings) -> str:
    email = settings.admin_email or "admin@example.org"
    password = settings.admin_password or None
    try:
        made = accounts.ensure_administrator(session, email=email, password=password, by=command_actor())
    except Invalid as error:
        problem = error.problems[0]
        variable = f"WORKSHOPS_ADMIN_{problem.field.upper()}"
        raise CannotStart(variable, problem.message % problem.params, f"set another {variable}") from None
    if made is None:
        return ""
    user, one_time = made
    return f"Sign in as {user.email} with " + (f"the one-time password {one_time}" if one_time else "your password")


def let_go(app: Flask) -> None:
    """Close all connections."""
    with app.app_context():
        db.engine.dispose()
