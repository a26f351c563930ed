"""What goes into a backup comes out again, on either database."""

import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.databases import Databases
from tests.integration.backups.conftest import KEPT, NASTY, Site
from workshops.backups import checking, making, moving, restoring
from workshops.backups import databases as opening
from workshops.backups.filling import Filled
from workshops.backups.manifest import Manifest
from workshops.backups.refusals import NotDone
from workshops.backups.rows import digest_of
from workshops.backups.tables import PASSING, revision_of, tables_of
from workshops.files import FOLDERS, MADE_AGAIN
from workshops.migrations import known_revisions, newest, running
from workshops.models import AuditEntry, Person, ReferenceCounter, Topic, User
from workshops.services.search import matching_ids


def an_sqlite(folder: Path) -> Site:
    return Site.at(folder / "sqlite", {})


def restored(backup: Path, site: Site) -> list[Filled]:
    with checking.opened(backup, known=known_revisions()) as opened:
        return restoring.restore(opened, site.url, site.files)


def read_again(site: Site) -> dict[str, tuple[int, str]]:
    """Rows and hash of each table."""
    with opening.opened(site.url) as engine, opening.snapshot(engine) as connection:
        read = {table.name: digest_of(connection, table) for table in tables_of(connection)}
    return {name: (digest.rows, digest.sha256) for name, digest in read.items()}


@pytest.mark.parametrize("target", ["sqlite", "same"])
def test_a_backup_comes_back_whole(target: str, site: Site, backup: Path, tmp_path: Path, databases: Databases) -> None:
    other = an_sqlite(tmp_path) if target == "sqlite" else Site.at(tmp_path / "other", databases.empty())
    restored(backup, other)
    assert read_again(other) == read_again(site)
    for name, content in KEPT.items():
        with other.files.open(name) as file:
            assert file.read() == content
    assert not other.files.exists("documents/f00d"), "what no row speaks of stays behind"
    with opening.opened(other.url) as engine, Session(engine) as session:
        assert session.query(User.name).filter_by(email="a@example.org").scalar() == NASTY
        nulls = text("SELECT CAST(before AS text) FROM audit_entry WHERE field = 'x' ORDER BY id")
        assert session.execute(nulls).scalars().all()[:2] == ["null", '"null"']
        values = session.query(AuditEntry.before, AuditEntry.after).filter_by(field="x").order_by(AuditEntry.id)
        assert values.all() == [(None, 5), ("null", 0.1), ([NASTY], True), ({"a": None}, 12345678901234)]
        given = next(facts.last_id for facts in manifest_of(backup).tables if facts.table.name == "topic")
        topic = Topic(code="new", label="New", folded_label="new")
        session.add(topic)
        session.flush()
        assert topic.id == (given or 0) + 1 > session.query(Topic).count(), "no number is given twice"
        person = session.query(Person).order_by(Person.id).first()
        assert person is not None
        assert person.id in session.scalars(matching_ids(kind="person", query=person.full_name)).all()


def test_the_same_database_makes_the_same_rows_whichever_it_is(site: Site, backup: Path, tmp_path: Path) -> None:
    """One round over both databases changes not a byte of any table."""
    other = an_sqlite(tmp_path)
    restored(backup, other)
    again = other.back_up(tmp_path / "again.zip")
    with zipfile.ZipFile(backup) as first, zipfile.ZipFile(again) as second:
        names = {name for name in first.namelist() if name.startswith(("tables/", "files/"))}
        assert names == {name for name in second.namelist() if name.startswith(("tables/", "files/"))}
        assert [name for name in names if first.read(name) != second.read(name)] == []


def test_records_move_into_another_database_and_stay_in_the_first(
    site: Site, tmp_path: Path, databases: Databases
) -> None:
    before = read_again(site)
    there, back = Site.at(tmp_path / "there", databases.empty()), an_sqlite(tmp_path)
    with opening.opened(site.url) as engine:
        moving.move(engine, there.url)
    with opening.opened(there.url) as engine:
        moving.move(engine, back.url)
    assert read_again(there) == read_again(back) == read_again(site) == before


def test_a_backup_holds_no_secrets_and_is_for_its_owner_alone(site: Site, backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]
    with zipfile.ZipFile(backup) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert not {f"tables/{name}.jsonl" for name in PASSING} & set(archive.namelist())
        assert b"WORKSHOPS_BASE_URL" in archive.read("settings.json")
    assert site.settings.secret_key.encode() not in everything
    assert site.url.encode() not in everything
    assert b"secret-of-a-user" in everything, "what accounts need is there"


def test_every_folder_of_the_store_is_looked_after() -> None:
    assert {name.partition("/")[0] for name in KEPT} == set(FOLDERS) - MADE_AGAIN, (
        "let backups/stored.py know who names its files"
    )


def test_a_file_that_is_gone_is_named(site: Site, tmp_path: Path, databases: Databases) -> None:
    other = Site.at(tmp_path / "elsewhere", {"WORKSHOPS_DATABASE_URL": site.url})
    path = other.back_up(tmp_path / "b.zip")
    with checking.opened(path, known=known_revisions()) as opened:
        assert sorted(opened.manifest.missing) == sorted(KEPT)


def test_an_older_backup_is_brought_to_this_version(tmp_path: Path, databases: Databases) -> None:
    old = an_sqlite(tmp_path)
    with opening.opened(old.url) as engine:
        running.upgrade(engine, "0001")
        with engine.begin() as connection:
            values = f"'agency', 7, 'old agency', {2 * 2**32 + 7}"  # agencies are the third kind
            connection.exec_driver_sql(f"INSERT INTO search_index (kind, record_id, text, rowid) VALUES ({values})")
            connection.exec_driver_sql("INSERT INTO reference_counter (prefix, last_number) VALUES ('MNG-2026', 7)")
    path = old.back_up(tmp_path / "old.zip")
    other = Site.at(tmp_path / "other", databases.empty())
    restored(path, other)
    with opening.opened(other.url) as engine, engine.connect() as connection:
        assert revision_of(connection) == newest()
        with Session(connection) as session:
            assert session.scalars(matching_ids(kind="agency", query="old")).all() == [7]
            assert session.query(ReferenceCounter.prefix, ReferenceCounter.last_number).all() == [("MNG-2026", 7)]


def test_a_newer_backup_is_refused(backup: Path) -> None:
    with (
        pytest.raises(NotDone, match=f"a newer Workshops made it .*revision {newest()}.*Cure: git pull"),
        checking.opened(backup, known=["0001"]),
    ):
        pass


def test_a_database_with_tables_is_left_alone(site: Site, backup: Path) -> None:
    if site.url.startswith("sqlite"):
        return
    before = read_again(site)
    with pytest.raises(NotDone, match="there is a database with tables already"):
        restored(backup, site)
    assert read_again(site) == before


def test_another_file_is_not_written_over(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "thesis.docx"
    path.write_bytes(b"PK\x03\x04 the work of years")
    with pytest.raises(NotDone, match="there is another file of that name"):
        site.back_up(path)
    assert path.read_bytes() == b"PK\x03\x04 the work of years"


def test_a_backup_takes_the_place_of_an_older_one_only_where_that_is_asked_for(
    site: Site, backup: Path, tmp_path: Path
) -> None:
    path = tmp_path / "nightly.zip"
    path.write_bytes(backup.read_bytes())
    before = path.stat().st_ino
    with pytest.raises(NotDone, match="there is a backup of that name already. Cure: .*--replace"):
        site.back_up(path)
    assert path.read_bytes() == backup.read_bytes()
    site.back_up(path, replaces=True)
    assert path.stat().st_ino != before


def manifest_of(path: Path) -> Manifest:
    with checking.opened(path, known=known_revisions()) as opened:
        return opened.manifest


def test_a_copy_before_a_change_of_the_tables_is_the_database_alone(site: Site, tmp_path: Path) -> None:
    with opening.opened(site.url) as engine:
        making.make(engine, None, site.settings, tmp_path / "b.zip")
    manifest = manifest_of(tmp_path / "b.zip")
    assert (manifest.files, manifest.missing) == ((), ())
    assert manifest.rows > 1_000
