"""What tests share: an application over a migrated database of its own, every test undone at its end."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, has_request_context, request
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from xdist.scheduler import LoadFileScheduling

from tests.browsing import Browser
from tests.databases import Databases, belongs_to, postgresql_for_tests
from tests.factories import PASSWORD, make_office, make_user
from workshops import translating
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.access import command_actor
from workshops.domain.enums import Role
from workshops.extensions import db
from workshops.models import Office
from workshops.services import answers, audit
from workshops.views.access import READING_METHODS

KEY = "a-key-for-tests-only-0123456789-abcdefghij"


_servers = ExitStack()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--database=postgresql` runs what touches a database on a PostgreSQL started for it, and leaves out the rest."""
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite", help="what tests run on")


def pytest_configure(config: pytest.Config) -> None:
    """Start the server before the processes that share the tests."""
    if config.getoption("--database") == "postgresql" and not hasattr(config, "workerinput"):
        _servers.enter_context(postgresql_for_tests())


def pytest_unconfigure() -> None:
    """End the server."""
    _servers.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright keeps an event loop running in its thread, where Flask would not answer."""
    database = config.getoption("--database")
    config.hook.pytest_deselected(items=[item for item in items if not belongs_to(item, database)])
    items[:] = [item for item in items if belongs_to(item, database)]
    items.sort(key=lambda item: "browser" in item.path.parts)


class ByFile(LoadFileScheduling):
    """Deals out whole files, whose tests may share what is dear to make, but the tests in a browser one by one."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith("tests/browser/") else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile | None:
    """How tests are shared by several processes with `--dist=loadfile`."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """Makes databases of the kind that this run is on."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "only")
    return Databases(tmp_path_factory.mktemp("databases"), worker)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[Flask]:
    """The application over a fresh, migrated database: one per test process."""
    translating.ensure_built()
    root = tmp_path_factory.mktemp("installation")
    app = create_app(load_settings({"WORKSHOPS_SECRET_KEY": KEY, **databases.migrated()}, Path(root)))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = Browser
    passwords = app.extensions["security"].pwd_context
    passwords.update(argon2__memory_cost=8, argon2__rounds=1)  # KiB: no test waits for a hash
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", refuse_writing_while_reading)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A database session; whatever is written or even committed through it (or through a request) is undone.

    What it changes is written down as done by a command; `audit.act_as` names somebody else.
    """
    with app.app_context():
        connection = db.engine.connect()
        transaction = connection.begin()
        db.sessionmaker.configure(bind=connection, binds={}, join_transaction_mode="create_savepoint")
        audit.act_as(db.session, command_actor())
        answers.forget_all()
        yield db.session
        db.session.close()
        transaction.rollback()
        connection.close()
        db.sessionmaker.configure(bind=db.engine, join_transaction_mode="conditional_savepoint")


@pytest.fixture
def office(session: Session) -> Office:
    """The office whose organiser and viewer the clients below are."""
    return make_office(session)


def _browser_of(app: Flask, session: Session, **given: object) -> Browser:
    user = make_user(session, **given)
    session.commit()
    browser = app.test_client()
    assert isinstance(browser, Browser)
    browser.user = user
    answer = browser.post("/sign-in", data={"email": user.email, "password": PASSWORD})
    assert answer.status_code == 303, answer.text
    return browser


@pytest.fixture
def client(app: Flask, session: Session) -> Browser:
    """A browser in which nobody is signed in."""
    browser = app.test_client()
    assert isinstance(browser, Browser)
    return browser


@pytest.fixture
def viewer_client(app: Flask, session: Session, office: Office) -> Browser:
    """A browser in which a viewer of `office` is signed in, as `viewer_client.user`."""
    return _browser_of(app, session, role=Role.VIEWER, office=office)


@pytest.fixture
def organiser_client(app: Flask, session: Session, office: Office) -> Browser:
    """A browser in which an organiser of `office` is signed in, as `organiser_client.user`."""
    return _browser_of(app, session, role=Role.ORGANISER, office=office)


@pytest.fixture
def administrator_client(app: Flask, session: Session) -> Browser:
    """A browser in which an administrator of headquarters is signed in, as `administrator_client.user`."""
    return _browser_of(app, session, role=Role.ADMINISTRATOR, office=None)


def refuse_writing_while_reading(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
    """Fail where a page that is only looked at writes (threat C3): links are followed by crawlers and previews."""
    if has_request_context() and request.method in READING_METHODS:
        assert not statement.startswith(("INSERT", "UPDATE", "DELETE")), f"{request.path} writes: {statement}"


@contextmanager
def counted_statements(engine: Engine) -> Iterator[list[str]]:
    """The SQL statements sent inside the block, without savepoints."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)
