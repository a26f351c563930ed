"""An installation on PostgreSQL: how it is judged before it starts, and what it does when its server goes away."""

import os
import signal
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from tests.browsing import Browser
from tests.databases import SETTING, Databases
from tests.factories import PASSWORD, make_user
from tests.integration.test_serve import serving
from workshops import postgresql, transactions
from workshops.app import create_app
from workshops.config import CannotStart, load_settings
from workshops.domain.access import command_actor
from workshops.domain.enums import Role
from workshops.extensions import db
from workshops.launching import diagnosis, postgresql_server, temporary_postgresql
from workshops.launching.database_state import State
from workshops.launching.temporary_postgresql import TemporaryPostgresql
from workshops.migrations import running
from workshops.models import Workshop
from workshops.services import audit

pytestmark = pytest.mark.postgresql
EMAIL = "organiser@example.org"


def change(url: str, *statements: str) -> None:
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        for statement in statements:
            connection.execute(statement)  # type: ignore[arg-type]


def refusal(url: str) -> str:
    with pytest.raises(CannotStart) as caught:
        postgresql_server.look(url)
    line = str(caught.value)
    assert "\n" not in line
    assert "Cure: " in line
    return line


def test_a_database_is_new_then_current_and_an_older_one_behind(databases: Databases) -> None:
    assert postgresql_server.look(databases.empty()[SETTING]).state is State.NEW
    url = databases.migrated()[SETTING]
    assert postgresql_server.look(url).state is State.CURRENT
    change(url, "UPDATE alembic_version SET version_num = '0001'")
    assert postgresql_server.look(url).state is State.BEHIND


def test_one_that_is_newer_or_of_another_program_is_refused(databases: Databases) -> None:
    url = databases.migrated()[SETTING]
    change(url, "UPDATE alembic_version SET version_num = '9999'")
    assert "a newer Workshops made this database (revision 9999" in refusal(url)
    url = databases.empty()[SETTING]
    change(url, "CREATE TABLE songs (id integer)")
    assert "belongs to another program" in refusal(url)


def test_one_that_cannot_be_reached_is_refused_without_its_password(databases: Databases) -> None:
    url = databases.empty()[SETTING]
    password, _, place = url.rpartition("@")
    password = password.rpartition(":")[2]
    said = {
        refusal(f"{url}_gone"): "there is no such database. Cure: sudo -u postgres createdb",
        refusal(url.replace(password, f"x{password}")): "user and password are not right.",
        refusal(f"postgresql://workshops:{password}@127.0.0.1:1/x"): "cannot be reached (Connection refused",
    }
    for line, expected in said.items():
        assert expected in line
        assert password not in line
    assert postgresql.place_of(url) == f"postgresql://{place}"


def test_one_in_which_we_may_not_make_tables_is_refused_with_the_line_that_lets_us(databases: Databases) -> None:
    url = databases.empty()[SETTING]
    name = url.rpartition("/")[2]
    change(url, f"CREATE ROLE guest_{name} LOGIN PASSWORD 'guest'")
    line = refusal(f"postgresql://guest_{name}:guest@{url.rpartition('@')[2]}")
    assert f"ALTER DATABASE {name} OWNER TO guest_{name}" in line


def test_the_doctor_names_server_and_state(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOPS_INSTANCE", str(tmp_path))
    settings = load_settings({**os.environ, **databases.empty()}, tmp_path)
    found = diagnosis._database(settings)
    assert found.state.startswith("PostgreSQL ")
    assert found.state.endswith(": not made yet")
    assert found.cure == "python3 -m workshops migrate"
    assert settings.database_url not in found.state


def test_texts_are_compared_by_character_though_the_server_has_a_dictionary(databases: Databases) -> None:
    with closing(psycopg.connect(databases.migrated()[SETTING])) as connection:
        by_dictionary = connection.execute("SELECT 'a' < 'B'").fetchone()
        by_default = connection.execute(
            "SELECT count(*) FROM information_schema.columns"
            " WHERE table_schema = 'public' AND data_type IN ('text', 'character varying') AND collation_name IS NULL"
        ).fetchone()
    assert (by_dictionary, by_default) == ((True,), (0,))


def test_two_machines_that_start_at_once_make_one_database(databases: Databases, tmp_path: Path) -> None:
    database = databases.empty()
    with ExitStack() as stack, ThreadPoolExecutor(2) as threads:
        begun = [threads.submit(stack.enter_context, serving(tmp_path / name, **database)) for name in ("one", "two")]
        for _process, address in (each.result(60) for each in begun):
            with urllib.request.urlopen(f"{address}/readyz", timeout=20) as answer:
                assert answer.status == 200
    with closing(psycopg.connect(database[SETTING])) as connection:
        counts = connection.execute('SELECT (SELECT count(*) FROM "user"), (SELECT count(*) FROM office)').fetchone()
    assert counts == (1, 1)


@pytest.fixture
def server() -> Iterator[TemporaryPostgresql]:
    """A server of its own, to be ended and started again."""
    with temporary_postgresql.running(is_durable=True) as server:
        yield server


@pytest.fixture
def site(server: TemporaryPostgresql, databases: Databases, tmp_path: Path) -> Iterator[Flask]:
    app = create_app(load_settings({SETTING: server.create("away")}, tmp_path))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, PROPAGATE_EXCEPTIONS=False)
    app.test_client_class = Browser
    with app.app_context():
        running.upgrade(db.engine)
        audit.act_as(db.session, command_actor())
        make_user(db.session, email=EMAIL, role=Role.ORGANISER)
        db.session.commit()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["in order", "suddenly"])
def test_a_server_that_goes_away_loses_nothing_and_is_used_again_at_once(
    server: TemporaryPostgresql, site: Flask, how: int
) -> None:
    browser = site.test_client()
    assert browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD}).status_code == 303
    saved = []

    def register() -> int:
        answer = browser.post("/workshops/new", data={"title": f"Visas {len(saved)}"})
        if answer.status_code == 303:
            saved.append(answer.location)
        return answer.status_code

    assert register() == 303
    server.stop(how)
    for _ in range(3):
        answer = browser.get("/workshops")
        assert (answer.status_code, answer.headers.get("Retry-After")) == (503, "5")
        assert register() == 503
    server.start()
    back = time.monotonic()
    assert [register() for _ in range(3)] == [303] * 3
    assert time.monotonic() - back < 5
    with site.app_context():
        assert db.session.scalar(select(func.count(Workshop.id))) == len(saved) == 4


def test_what_only_reads_cannot_write(site: Flask) -> None:
    with site.app_context(), transactions.reading(), pytest.raises(DBAPIError, match="read-only transaction"):
        db.session.execute(text("DELETE FROM sign_in_try"))
