"""What tests share: an application over a migrated database of its own, every test undone at its end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from workshops.app import create_app
from workshops.config import load_settings
from workshops.extensions import alembic, db

KEY = "a-key-for-tests-only-0123456789-abcdefghij"


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application over a fresh, migrated database: one per test process."""
    root = tmp_path_factory.mktemp("installation")
    app = create_app(load_settings({"WORKSHOPS_SECRET_KEY": KEY}, Path(root)))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        alembic.upgrade()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A database session; whatever is written or even committed through it (or through a request) is undone."""
    with app.app_context():
        connection = db.engine.connect()
        transaction = connection.begin()
        db.sessionmaker.configure(bind=connection, binds={}, join_transaction_mode="create_savepoint")
        yield db.session
        db.session.close()
        transaction.rollback()
        connection.close()
        db.sessionmaker.configure(bind=db.engine, join_transaction_mode="conditional_savepoint")


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
