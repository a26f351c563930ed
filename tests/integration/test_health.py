"""Whether the site lives and can do its work, as watchers ask it."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.conftest import KEY
from tests.databases import Databases
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.jobs import JobKind
from workshops.extensions import db
from workshops.models import Job
from workshops.queueing import Queue
from workshops.services import readiness
from workshops.views import health


@pytest.fixture(autouse=True)
def looked_at_anew() -> None:
    health._latest.forget()


@pytest.fixture
def own(tmp_path: Path, databases: Databases) -> Iterator[Flask]:
    """An application whose database a test may spoil."""
    app = create_app(load_settings({"WORKSHOPS_SECRET_KEY": KEY, **databases.migrated()}, tmp_path))
    yield app
    with app.app_context():
        db.engine.dispose()


def test_healthz_answers_without_a_session(app: Flask) -> None:
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 200
    assert answer.text == "ok\n"
    assert "Set-Cookie" not in answer.headers


def test_readyz_is_a_line_for_each_thing_and_says_no_more(app: Flask) -> None:
    answer = app.test_client().get("/readyz")
    assert answer.status_code == 200
    assert answer.text.splitlines() == [
        f"{name}: ok" for name in ("database", "tables", "instance", "disk", "queue", "worker")
    ]
    assert "Set-Cookie" not in answer.headers
    assert answer.mimetype == "text/plain"


def test_readyz_speaks_json(app: Flask) -> None:
    answer = app.test_client().get("/readyz", headers={"Accept": "application/json"})
    assert answer.json["database"] == "ok"


def test_tables_of_another_version_are_not_ready(own: Flask) -> None:
    assert own.test_client().get("/readyz").status_code == 200
    with own.app_context(), db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert own.test_client().get("/readyz").status_code == 200, "what was found a moment ago still holds"
    health._latest.forget()
    answer = own.test_client().get("/readyz")
    assert answer.status_code == 503
    assert answer.text.splitlines()[:2] == ["database: ok", "tables: not ok"]


def test_without_its_database_the_site_says_so_and_healthz_stays(
    own: Flask, tmp_path: Path, databases: Databases
) -> None:
    databases.take_away(own.config["SETTINGS"].database_url)
    answer = own.test_client().get("/readyz")
    assert answer.status_code == 503
    assert answer.text.splitlines()[:2] == ["database: not ok", "tables: not ok"]
    assert str(tmp_path) not in answer.text
    assert own.test_client().get("/healthz").status_code == 200


def test_a_full_disk_and_a_folder_that_cannot_be_written_are_said(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "free_bytes", lambda _folder: 1000)
    monkeypatch.setattr(readiness, "is_writable", lambda _folder: False)
    answer = app.test_client().get("/readyz")
    assert answer.status_code == 503
    assert {"instance: not ok", "disk: not ok"} <= set(answer.text.splitlines())


def test_work_that_waits_for_a_worker_is_said(app: Flask, session: Session) -> None:
    asked_at = datetime.now(UTC) - timedelta(minutes=5)
    session.add(Job(kind=next(iter(JobKind)), key="x", asked_at=asked_at))
    session.commit()
    answer = app.test_client().get("/readyz")
    assert answer.status_code == 503
    assert answer.text.splitlines()[-1] == "worker: not ok"


def test_a_queue_that_takes_no_call_is_said(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setitem(app.extensions, "queue", Queue(f"redis://127.0.0.1:{port}/0", Path("x"), KEY))
    answer = app.test_client().get("/readyz")
    assert (answer.status_code, answer.text.splitlines()[4]) == (503, "queue: not ok")
    with socket.create_server(("127.0.0.1", port)):
        health._latest.forget()
        assert app.test_client().get("/readyz").status_code == 200
