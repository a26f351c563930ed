"""Kept answers: asked for once, and never older than the record."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.databases import Databases
from tests.factories import an_organiser, make_office
from workshops import transactions
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.access import command_actor
from workshops.domain.workshop import WorkshopDetails
from workshops.extensions import db
from workshops.services import answers, audit, workshops


@pytest.fixture
def own_app(tmp_path: Path, databases: Databases) -> Iterator[Flask]:
    """An installation whose transactions really end."""
    app = create_app(load_settings(databases.migrated(), tmp_path))
    yield app
    with app.app_context():
        db.engine.dispose()


def _ask(session: Session, made: list[int]) -> int:
    def make() -> int:
        made.append(len(made))
        return made[-1]

    return answers.kept(session, "question", make)


def _register(session: Session) -> None:
    by = an_organiser(session, make_office(session))
    workshops.register(session, details=WorkshopDetails(title="A"), office_id=by.office_id or 0, by=by)


@pytest.fixture
def in_session(own_app: Flask) -> Callable[[Callable[[Session], int]], int]:
    """Runs something in a session of its own, as a request does."""

    def run(act: Callable[[Session], int]) -> int:
        with own_app.app_context():
            audit.act_as(db.session, command_actor())
            return act(db.session)

    return run


def test_an_answer_is_made_once_until_somebody_changes_the_record(
    in_session: Callable[[Callable[[Session], int]], int],
) -> None:
    made: list[int] = []

    def change(session: Session) -> int:
        _register(session)
        assert _ask(session, made) == 1, "what is written but not committed is in the answer of its writer"
        assert _ask(session, made) == 2, "and is kept for nobody"
        session.commit()
        return _ask(session, made)

    def undone(session: Session) -> int:
        _register(session)
        _ask(session, made)
        session.rollback()
        return _ask(session, made)

    assert [in_session(lambda session: _ask(session, made)) for _ in range(3)] == [0, 0, 0]
    assert in_session(change) == 3
    assert in_session(lambda session: _ask(session, made)) == 3
    assert in_session(undone) == 3
    assert made == [0, 1, 2, 3, 4]


def test_another_process_that_writes_is_seen(own_app: Flask) -> None:
    made: list[int] = []
    elsewhere = create_app(own_app.config["SETTINGS"])
    with own_app.app_context():
        assert _ask(db.session, made) == 0
    with elsewhere.app_context():
        audit.act_as(db.session, command_actor())
        _register(db.session)
        db.session.commit()
        db.engine.dispose()
    with own_app.app_context():
        assert _ask(db.session, made) == 1


def test_only_so_many_answers_are_kept(
    monkeypatch: pytest.MonkeyPatch, in_session: Callable[[Callable[[Session], int]], int]
) -> None:
    monkeypatch.setattr(answers, "MOST", 2)

    def ask(session: Session, key: str) -> list[str]:
        made: list[str] = []
        answers.kept(session, key, lambda: made.append(key))
        return made

    asked = [in_session(lambda session, key=key: len(ask(session, key))) for key in "ababcab"]  # type: ignore[misc]
    assert asked == [1, 1, 0, 0, 1, 1, 1]


def test_what_several_ask_for_at_once_is_made_by_one_of_them(
    in_session: Callable[[Callable[[Session], int]], int],
) -> None:
    made: list[int] = []

    def ask(session: Session) -> int:
        def make() -> int:
            made.append(1)
            time.sleep(0.2)  # the others come meanwhile
            return len(made)

        with transactions.reading():
            return answers.kept(session, "question of many", make)

    with ThreadPoolExecutor(4) as several:
        assert list(several.map(in_session, [ask] * 4)) == [1, 1, 1, 1]
    assert made == [1]


def test_an_answer_that_fails_is_made_by_the_next(in_session: Callable[[Callable[[Session], int]], int]) -> None:
    def fail(session: Session) -> int:
        return answers.kept(session, "question", lambda: int("none"))

    with pytest.raises(ValueError, match="none"):
        in_session(fail)
    assert in_session(lambda session: _ask(session, [])) == 0
