"""The form that all benchmarks share, and the command that prints it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from workshops.bench import web
from workshops.bench._browser import _Fields
from workshops.bench._rows import Row, percentile_95, timed, timed_in_turns
from workshops.cli.bench import NAMES, command


@pytest.mark.parametrize(
    ("row", "target", "ok"),
    [
        (Row("a", 40, "ms", most=40), "at most 40", True),
        (Row("a", 40.1, "ms", most=40), "at most 40", False),
        (Row("a", 150, "requests/s", least=150), "at least 150", True),
        (Row("a", 149, "requests/s", least=150), "at least 150", False),
        (Row("a", 3, "ms"), "", True),
    ],
)
def test_a_figure_is_held_against_its_target(row: Row, target: str, ok: bool) -> None:
    assert (row.target, row.ok) == (target, ok)
    assert row.as_json() == {"name": "a", "value": row.value, "unit": row.unit, "target": target, "ok": ok}


def test_an_act_is_timed_after_the_first_few_times() -> None:
    assert percentile_95([float(number) for number in range(101, 0, -1)]) == 96
    calls: list[int] = []
    assert len(timed(lambda: calls.append(1), times=3, warm_up=2)) == 3
    assert len(calls) == 5


def test_acts_that_are_compared_are_timed_in_turns() -> None:
    calls: list[str] = []
    taken = timed_in_turns([lambda: calls.append("small"), lambda: calls.append("large")], times=2, warm_up=1)
    assert calls == ["small", "large"] * 3
    assert [len(each) for each in taken] == [2, 2]


def test_the_fields_of_a_form_are_read_as_a_browser_sends_them() -> None:
    reader = _Fields()
    reader.feed(
        '<input name="language"><main><input type="hidden" name="csrf_token" value="t"><input name="title">'
        '<select name="type"><option value="a">A<option value="b" selected>B</select>'
        '<select name="first"><option value="x">X<option value="y">Y</select>'
        '<input type="checkbox" name="no" value="1"><input type="checkbox" name="yes" value="1" checked>'
        '<template><input name="rows-__index__-name"></template><textarea name="summary"></textarea></main>'
    )
    sent = {"csrf_token": "t", "title": "", "type": "b", "first": "x", "yes": "1", "summary": ""}
    assert reader.values == sent


@pytest.mark.parametrize(("value", "status"), [(30, 0), (50, 1)])
def test_the_command_fails_where_a_target_is_missed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: float, status: int
) -> None:
    def measure(folder: Path) -> Iterator[Row]:
        assert folder.is_absolute()
        yield Row("a page", value, "ms", most=40)

    monkeypatch.setattr(web, "measure", measure)
    file = tmp_path / "figures.json"
    result = CliRunner().invoke(command, ["web", "--json", str(file)])
    assert result.exit_code == status, result.output
    assert "cores, load" in result.output
    assert ("MISSED" in result.output) is bool(status)
    content = json.loads(file.read_text())
    assert content["rows"] == [
        {"name": "a page", "value": value, "unit": "ms", "target": "at most 40", "ok": not status}
    ]
    assert content["cores"] > 0


def test_a_file_is_a_benchmark() -> None:
    assert "web" in NAMES
    assert not [name for name in NAMES if name.startswith("_")]
