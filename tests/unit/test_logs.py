"""The log: one JSON line an event, findable by the reference, without personal data."""

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from flask import Flask

from workshops import logs


@pytest.fixture
def lines() -> Iterator[StringIO]:
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    logs.logger.addHandler(handler)
    logs.logger.setLevel(logging.INFO)
    yield stream
    logs.logger.removeHandler(handler)
    logs.logger.setLevel(logging.NOTSET)


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    logs.init_app(app)

    @app.route("/people/<name>")
    def person(name: str) -> str:
        return name

    @app.route("/broken/<name>")
    def broken(name: str) -> str:
        try:
            return {}[name]
        except KeyError as error:
            raise ValueError(f"no {name}") from error

    @app.errorhandler(Exception)
    def failed(error: Exception) -> tuple[str, int]:
        return logs.unexpected(error), 500

    return app


def test_a_request_is_one_line_with_its_route_and_reference(app: Flask, lines: StringIO) -> None:
    answer = app.test_client().get("/people/Anna%0AKeller?q=secret")
    (line,) = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert (line["event"], line["method"], line["route"], line["status"]) == ("request", "GET", "/people/<name>", 200)
    assert line["reference"] == answer.headers["X-Request-ID"]
    assert line["at"].endswith("+00:00")
    assert not {"Anna", "secret"} & set(lines.getvalue().replace('"', " ").split())


def test_an_unexpected_error_is_found_by_its_reference_without_what_was_typed(app: Flask, lines: StringIO) -> None:
    answer = app.test_client().get("/broken/Anna")
    first = json.loads(lines.getvalue().splitlines()[0])
    assert first["reference"] == answer.get_data(as_text=True)
    assert first["level"] == "error"
    kinds = [step for step in first["error"] if "/" not in step]
    assert kinds == ["builtins.ValueError", "builtins.KeyError"]
    assert any(step.endswith(" broken") for step in first["error"])
    assert "Anna" not in lines.getvalue()


def test_references_differ(app: Flask) -> None:
    client = app.test_client()
    assert len({client.get("/people/x").headers["X-Request-ID"] for _ in range(20)}) == 20


def test_a_line_break_cannot_forge_a_line(lines: StringIO) -> None:
    logs.logger.info("first\n{second}", extra={"facts": {"by": "a\r\nb"}})
    assert len(lines.getvalue().splitlines()) == 1


def test_a_slow_request_is_a_warning(app: Flask, lines: StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "SLOW", -1)
    app.test_client().get("/people/Anna")
    line = json.loads(lines.getvalue())
    assert (line["level"], line["event"], line["route"]) == ("warning", "slow request", "/people/<name>")
    assert {"ms", "statements"} <= set(line)


def test_an_error_that_is_its_own_cause_is_told_once(lines: StringIO) -> None:
    error = ValueError("away")
    error.__cause__ = error
    logs.logger.warning("a job stopped", exc_info=error)
    assert lines.getvalue().count("builtins.ValueError") == 1
