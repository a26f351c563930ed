"""The doctor names what is wrong, and the command that cures it."""

from pathlib import Path

import pytest

from workshops.documents.problems import MissingGlyph
from workshops.documents.renderer import Renderer
from workshops.launching import diagnosis


class Printer(Renderer):
    """Prints nothing, and lacks the letters it is told to lack."""

    lacks = ""

    def render(self, page: str) -> bytes:
        if self.lacks:
            raise MissingGlyph(self.lacks)
        return b"%PDF"


@pytest.fixture(autouse=True)
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKSHOPS_INSTANCE", str(tmp_path))
    monkeypatch.setattr(diagnosis.renderer, "shared", lambda: Printer())
    return tmp_path


def found(what: str) -> diagnosis.Finding:
    return next(finding for finding in diagnosis.examine() if finding.what == what)


def test_an_installation_without_tables_is_told_how_to_make_them() -> None:
    assert found("SQLite").is_well
    assert found("Instance folder").is_well
    assert found("Database").cure == "python3 -m workshops migrate"


def test_a_foreign_database_is_named(installation: Path) -> None:
    (installation / "workshops.sqlite").write_text("Dear diary")
    assert "is not an SQLite database" in found("Database").state
    assert found("Workers seen").is_well, "it is named once"


def test_missing_libraries_are_named_with_the_line_that_installs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis.system_parts, "missing", lambda: ["libpango-1.0-0"])
    assert found("Printing").cure.endswith("libpango-1.0-0")


def test_scripts_without_a_font_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis.system_parts, "missing", list)
    assert found("Scripts").is_well
    monkeypatch.setattr(Printer, "lacks", "\u179f\u17bb")
    finding = found("Scripts")
    assert finding.state == "no font for Khmer"
    assert finding.cure == "apt-get install fonts-noto-core"
    monkeypatch.setattr(diagnosis.fonts, "is_any_found", lambda: False)
    assert found("Scripts").state == "no font was found"


def test_a_wrong_setting_ends_the_examination(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOPS_PROXIES", "two")
    last = list(diagnosis.examine())[-1]
    assert (last.what, last.is_well) == ("Settings", False)


def test_an_open_address_without_https_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOPS_BASE_URL", "http://workshops.example.org")
    assert not found("Settings").is_well


@pytest.mark.parametrize(("kind", "is_well"), [("nfs4", False), ("", True)])
def test_sqlite_on_a_network_share_is_named(monkeypatch: pytest.MonkeyPatch, kind: str, is_well: bool) -> None:
    monkeypatch.setattr(diagnosis.first_start, "share_under", lambda _settings: kind)
    assert ("network share" not in found("Database").state) is is_well


def test_a_clock_that_stands_before_the_program_was_made_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis.time, "time", lambda: 0.0)
    assert found("Clock").cure


def test_queue_and_workers_are_said_and_a_missing_worker_is_missed_where_work_waits(installation: Path) -> None:
    assert found("Queue").is_well
    assert found("Workers seen").state == "not asked for until the database is ready"


def test_a_queue_that_is_away_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOPS_QUEUE_URL", "redis://:secret@127.0.0.1:9/0")
    finding = found("Queue")
    assert finding.cure == "start the server at 127.0.0.1, or unset WORKSHOPS_QUEUE_URL"
    assert "secret" not in finding.state
