"""Figures for a watcher: only with the token, by route and never by address, right over all processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from prometheus_client.parser import text_string_to_metric_families

from tests.conftest import KEY
from tests.databases import Databases
from workshops.app import create_app
from workshops.config import load_settings
from workshops.counting import Counts
from workshops.extensions import db

TOKEN = "a-token-for-tests-only-9876543210-zyxw"


@pytest.fixture
def watched(tmp_path: Path, databases: Databases) -> Iterator[Flask]:
    environ = {"WORKSHOPS_SECRET_KEY": KEY, "WORKSHOPS_METRICS_TOKEN": TOKEN, **databases.migrated()}
    app = create_app(load_settings(environ, tmp_path))
    yield app
    with app.app_context():
        db.engine.dispose()


def figures(app: Flask) -> dict[tuple[str, ...], float]:
    """Each figure under its name and the values of its labels, in the order of the labels' names."""
    answer = app.test_client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.text)
    return {
        (each.name, *(value for _, value in sorted(each.labels.items()))): each.value
        for family in families
        for each in family.samples
    }


def test_without_a_token_in_the_settings_there_is_no_such_page(app: Flask) -> None:
    assert app.test_client().get("/metrics").status_code == 404


@pytest.mark.parametrize("given", ["", "Bearer ", f"Bearer {TOKEN}x", f"Basic {TOKEN}", "Bearer \u00e9"])
def test_without_the_right_token_there_is_no_such_page(watched: Flask, given: str) -> None:
    answer = watched.test_client().get("/metrics", headers={"Authorization": given})
    assert answer.status_code == 404
    assert "workshops_" not in answer.text


def test_requests_are_counted_by_route_and_never_by_address(watched: Flask) -> None:
    client = watched.test_client()
    for _ in range(3):
        client.get("/workshops/MNG-2013-001?q=canary")
    client.get("/canary")
    client.open("/healthz", method="PROPFIND")
    found = figures(watched)
    assert found["workshops_requests_total", "GET", "/workshops/<reference>", "303"] == 3
    assert found["workshops_requests_total", "other", "other", "404"] == 1
    assert found["workshops_request_seconds_count", "GET", "/workshops/<reference>"] == 3
    assert not any("canary" in word or "MNG" in word for labels in found for word in labels)


def test_statements_failed_sign_ins_and_room_are_told(watched: Flask) -> None:
    watched.config["WTF_CSRF_ENABLED"] = False
    watched.test_client().post("/sign-in", data={"email": "nobody@example.org", "password": "wrong"})
    found = figures(watched)
    assert found["workshops_failed_sign_ins_total",] == 1
    assert found["workshops_sql_statements_total", "POST", "/sign-in"] > 3
    assert found["workshops_database_bytes",] > 100_000
    assert found["workshops_free_disk_bytes",] > 0
    assert found["workshops_jobs", "waiting"] == 0
    assert found["workshops_workers_seen",] == 0
    assert any(name == "workshops_build_info" for name, *_ in found)


def test_a_watcher_reads_on_while_the_database_is_away(watched: Flask, databases: Databases) -> None:
    with watched.app_context():
        db.engine.dispose()
    databases.take_away(watched.config["SETTINGS"].database_url)
    assert ("workshops_database_bytes",) not in figures(watched)


def test_a_successor_goes_on_where_the_one_before_it_ended() -> None:
    counts = Counts([("/", "GET")], processes=2)
    counts.add("/", "GET", 418, 99.0, 1)
    for _ in range(2):
        counts.take_row(1)
        counts.add("/", "GET", 200, 0.02, 5)
    (count,) = counts
    assert (count.by_status, count.statements, count.seconds) == ({"200": 2, "other": 1}, 11, 99.04)
    assert (count.by_class[2], count.by_class[-1]) == (2, 1)
