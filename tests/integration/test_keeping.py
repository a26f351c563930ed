"""The commands backup, restore and move-to, on installations of their own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import current_app

from tests.factories import make_office
from workshops.backups.refusals import NotDone
from workshops.cli import commands
from workshops.config import CannotStart
from workshops.domain.access import command_actor
from workshops.domain.naming import NAMELESS
from workshops.domain.register_details import PersonDetails
from workshops.launching import claims, keeping
from workshops.launching.installation import opened
from workshops.models import Person
from workshops.services import people, purging
from workshops.services.erasing import erase

BY = command_actor()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A migrated installation with an account, which the commands find."""
    monkeypatch.setattr(keeping.logging.config, "dictConfig", lambda _configuration: None)
    home = at(tmp_path / "home", monkeypatch)
    assert run("migrate").exit_code == 0
    run("user", "add", "anna@example.org", "--name", "Anna")
    return home


def at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKSHOPS_INSTANCE", str(folder))
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments, catch_exceptions=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_backup_made_in_a_folder_is_restored_elsewhere(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "new" / "backups"
    with claims.hold(home):  # as a server does
        said = run("backup", f"{folder}/").output
    (path,) = folder.iterdir()
    assert said.startswith(f"{path}: ")
    other = at(tmp_path / "other", monkeypatch)
    monkeypatch.setenv("WORKSHOPS_ORGANISATION", "Another")
    said = run("restore", str(path)).output
    assert f"Restored to {other}/workshops.sqlite. To do by hand:" in said
    assert "WORKSHOPS_ORGANISATION was “”, here it is “Another”" in said
    assert "purge --again" in said
    assert run("user", "list").output.startswith("anna@example.org\tAnna")
    assert (other / "secret-key").read_text() != (home / "secret-key").read_text()
    assert (other / "workshops.sqlite").stat().st_mode & 0o077 == 0


def test_who_was_erased_after_a_backup_is_not_brought_back_by_it(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    with opened(BY) as session:
        office = make_office(session)
        someone = people.save(session, details=PersonDetails(full_name="Zorigt Canary"), office_id=office.id, by=BY)
        number = someone.id
    run("backup", str(folder / "older.zip"))
    assert not (folder / "gone.txt").exists(), "nothing is gone yet"
    with opened(BY) as session:
        erase(session, person_id=number, by=BY)
        session.flush()
        purging.purge(session, current_app.extensions["files"], at=datetime.now(UTC) + timedelta(days=31))
    run("backup", str(folder / "newer.zip"))
    assert (folder / "gone.txt").read_text().startswith(f"erase person {number} ")
    other = at(tmp_path / "other", monkeypatch)
    said = run("restore", str(folder / "older.zip")).output
    assert "1 deleted for good since then" in said
    assert "purge --again" not in said
    with opened(BY) as session:
        assert session.get_one(Person, number).full_name == NAMELESS
    assert not [path for path in other.rglob("*") if path.is_file() and b"Canary" in path.read_bytes()]


def test_records_that_are_there_are_left_alone(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    run("backup", str(path))
    before = {name: body for name, body in contents(home).items() if not name.endswith(("-shm", "-wal", ".lock"))}
    with pytest.raises(NotDone, match="there are records already; they were left alone"):
        run("restore", str(path))
    after = contents(home)
    assert after.pop(f"{home}/workshops.sqlite-wal", b"") == b"", "the file was looked at, not written to"
    assert {name: body for name, body in after.items() if not name.endswith(("-shm", ".lock"))} == before


@pytest.mark.parametrize("command", [("restore", "b.zip"), ("move-to", "sqlite:////{}/other.sqlite")])
def test_nothing_is_put_in_or_moved_while_the_site_runs(
    home: Path, tmp_path: Path, command: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("backup", "b.zip")
    with claims.hold(home), pytest.raises(CannotStart, match="another server"):
        run(command[0], command[1].format(tmp_path))
    assert not (tmp_path / "other.sqlite").exists()


def test_records_move_to_another_file(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path}/there/moved.sqlite"
    before = (home / "workshops.sqlite").read_bytes()
    said = run("move-to", url).output
    assert f"Moved to {tmp_path}/there/moved.sqlite." in said
    assert (home / "workshops.sqlite").read_bytes() == before
    monkeypatch.setenv("WORKSHOPS_DATABASE_URL", url)
    assert run("user", "list").output.startswith("anna@example.org\tAnna")
    with pytest.raises(NotDone, match="there are records already"):
        run("move-to", url)


def test_there_has_to_be_something_to_back_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    at(tmp_path / "new", monkeypatch)
    with pytest.raises(NotDone, match="there is no database to back up. Cure: python3 -m workshops migrate"):
        run("backup", str(tmp_path / "b.zip"))
    assert not (tmp_path / "b.zip").exists()
    with pytest.raises(NotDone, match="there is nothing to move"):
        run("move-to", f"sqlite:///{tmp_path}/other.sqlite")


def test_a_backup_into_a_folder_that_is_not_there_says_so(home: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match=f"{tmp_path}/gone/b.zip.part: No such file or directory"):
        run("backup", str(tmp_path / "gone" / "b.zip"))
