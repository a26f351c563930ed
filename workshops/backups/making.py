"""Makes a backup while the site runs: everything as of one moment."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine

from workshops import __version__
from workshops.backups import stored
from workshops.backups.archive import FIRST, MANIFEST, SETTINGS, STEP, Archive, writing
from workshops.backups.checking import is_backup
from workshops.backups.databases import last_id, snapshot
from workshops.backups.manifest import Manifest, TableFacts, file_entry, table_entry, written
from workshops.backups.refusals import NotDone, disk_refused
from workshops.backups.rows import Measured, lines_of
from workshops.backups.tables import Table, revision_of, tables_of
from workshops.config import PREFIX, Settings
from workshops.files import Files

WORDS: Final = """A backup of Workshops {version}, made on {moment}.
It holds personal data and password hashes: keep it as safe as the site itself.
Put it back with: python3 -m workshops restore {name}
"""
NAMED: Final = "workshops"
_OF_ONE_MACHINE: Final = frozenset({"instance", "database_url", "workers", "threads"})


def make(engine: Engine, files: Files | None, settings: Settings, path: Path, *, replaces: bool = False) -> Manifest:
    """Write a backup to `path` and give what is in it; without `files`, of the database alone.

    With `replaces` it takes the place of an older backup of that name. Raises `NotDone` where there is no database, or
    another file of that name; `CannotStart` where the disk refuses.
    """
    if path.exists() and not is_backup(path):
        raise NotDone(path, "there is another file of that name.", "name a file that is not there yet")
    if path.exists() and not replaces:
        raise NotDone(
            path, "there is a backup of that name already.", "name another file or a folder, or add --replace"
        )
    try:
        with snapshot(engine) as connection:
            revision = revision_of(connection)
            if revision is None:
                raise NotDone(settings.instance, "there is no database to back up.", "python3 -m workshops migrate")
            with writing(path) as archive:
                return _write(archive, connection, files, settings, revision=revision, name=path.name)
    except OSError as error:
        raise disk_refused(path.parent, error) from None


def dated(folder: Path, moment: datetime) -> Path:
    """The name of a backup made in that folder at that moment (UTC)."""
    return folder / f"{NAMED}-{moment:%Y%m%d-%H%M%S}.zip"


def _write(
    archive: Archive, connection: Connection, files: Files | None, settings: Settings, *, revision: str, name: str
) -> Manifest:
    tables = tables_of(connection)  # reads, so that the moment has come
    made_at = datetime.now(UTC).replace(microsecond=0)
    words = WORDS.format(version=__version__, moment=f"{made_at:%d %B %Y %H:%M UTC}", name=name)
    archive.add(FIRST, [words.encode()], is_packed=True)
    kept, missing = _write_files(archive, connection, files, tables) if files else ((), ())
    facts = tuple(_write_table(archive, connection, table) for table in tables)
    archive.add(SETTINGS, [json.dumps(shown(settings), ensure_ascii=False, indent=1).encode()])
    manifest = Manifest(
        version=__version__,
        revision=revision,
        made_at=made_at,
        database=connection.dialect.name,
        tables=facts,
        files=kept,
        missing=missing,
        entries=tuple(archive.entries),
    )
    archive.add(MANIFEST, [written(manifest)])
    return manifest


def _write_files(
    archive: Archive, connection: Connection, files: Files, tables: list[Table]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the files that are in the backup, and of those that the database speaks of but are not there."""
    kept, missing = [], []
    for name in stored.names_of(connection, tables):
        try:
            content = files.open(name)
        except FileNotFoundError:
            missing.append(name)
            continue
        with content:
            archive.add(file_entry(name), iter(lambda: content.read(STEP), b""), is_packed=True)  # noqa: B023
        kept.append(name)
    return tuple(kept), tuple(missing)


def _write_table(archive: Archive, connection: Connection, table: Table) -> TableFacts:
    lines = Measured(lines_of(connection, table))
    archive.add(table_entry(table.name), lines)
    return TableFacts(table, lines.rows, last_id(connection, table))


def shown(settings: Settings) -> dict[str, str]:
    """The settings by their variables, without secrets and without what belongs to one machine."""
    return dict(_shown(settings))


def _shown(settings: Settings) -> Iterator[tuple[str, str]]:
    for field in dataclasses.fields(settings):
        if field.repr and field.name not in _OF_ONE_MACHINE:
            value = getattr(settings, field.name)
            yield PREFIX + field.name.upper(), ", ".join(value) if isinstance(value, tuple) else str(value)
