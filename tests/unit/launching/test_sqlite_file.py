"""The database file is judged before anything writes to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from workshops.config import CannotStart
from workshops.launching import database_state
from workshops.launching.database_state import State
from workshops.launching.sqlite_file import back_up, path_of, state
from workshops.migrations import known_revisions


def make(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def revision_table(revision: str) -> tuple[str, str]:
    return "CREATE TABLE alembic_version (version_num TEXT)", f"INSERT INTO alembic_version VALUES ('{revision}')"


def refusal(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(CannotStart) as caught:
        state(path)
    assert path.read_bytes() == before, "a file that is refused stays as it is"
    return str(caught.value)


def test_an_address_of_sqlite_is_a_file() -> None:
    assert path_of("sqlite:////var/lib/workshops.sqlite") == Path("/var/lib/workshops.sqlite")


def test_no_file_and_an_empty_one_are_new(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite"
    assert state(path) is State.NEW
    path.touch()
    assert state(path) is State.NEW
    assert state(make(path, "CREATE TABLE alembic_version (version_num TEXT)")) is State.NEW


def test_the_last_revision_is_current_and_an_older_one_is_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = known_revisions()[-1]
    path = make(tmp_path / "now.sqlite", *revision_table(newest))
    assert state(path) is State.CURRENT
    monkeypatch.setattr(database_state, "known_revisions", lambda: [newest, "9999"])
    assert state(path) is State.BEHIND


def test_tables_without_one_revision_are_a_half_state(tmp_path: Path) -> None:
    none = make(tmp_path / "none.sqlite", "CREATE TABLE alembic_version (version_num TEXT)", "CREATE TABLE agency (id)")
    assert "left half-way" in refusal(none)
    two = make(tmp_path / "two.sqlite", *revision_table("0001"), "INSERT INTO alembic_version VALUES ('0001')")
    assert "left half-way" in refusal(two)


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    line = refusal(make(tmp_path / "w.sqlite", *revision_table("9999")))
    assert "a newer Workshops made this database (revision 9999" in line


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    assert "belongs to another program" in refusal(make(tmp_path / "w.sqlite", "CREATE TABLE songs (id)"))
    text = tmp_path / "notes.sqlite"
    text.write_text("Dear diary")
    assert "is not an SQLite database" in refusal(text)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path / "w.sqlite", *revision_table("0001"))
    path.write_bytes(path.read_bytes()[:100] + b"\x7f" * 4000)
    assert "the database is damaged" in refusal(path)


def test_a_journal_without_its_database_is_refused(tmp_path: Path) -> None:
    journal = tmp_path / "w.sqlite-wal"
    journal.write_bytes(b"pages")
    with pytest.raises(CannotStart, match="the journal of a database that is gone"):
        state(tmp_path / "w.sqlite")
    assert journal.read_bytes() == b"pages"


def test_a_copy_holds_what_was_committed(tmp_path: Path) -> None:
    path = make(tmp_path / "w.sqlite", "PRAGMA journal_mode=WAL", *revision_table("0001"))
    with closing(sqlite3.connect(back_up(path))) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]


def test_the_newest_five_copies_stay_and_so_does_what_others_put_there(tmp_path: Path) -> None:
    path = make(tmp_path / "w.sqlite", *revision_table("0001"))
    folder = tmp_path / "backups"
    folder.mkdir()
    own = folder / "w-before-the-audit.sqlite"
    own.touch()
    stamps = [f"2026010{day}-120000" for day in range(1, 8)]
    for stamp in stamps:
        (folder / f"w-{stamp}.sqlite").touch()
    newest = back_up(path)
    assert set(folder.iterdir()) == {own, newest, *(folder / f"w-{stamp}.sqlite" for stamp in stamps[-4:])}
    assert newest.stat().st_mode & 0o777 == 0o600
