"""Puts a backup back into an empty installation: everything, or nothing."""

from functools import partial

from workshops.backups.checking import Backup
from workshops.backups.filling import Filled, Source, empty_target, fill, finish
from workshops.backups.manifest import file_entry
from workshops.backups.refusals import NotDone
from workshops.files import Files


def restore(backup: Backup, url: str, files: Files) -> list[Filled]:
    """Fill the empty database at `url` and the store from a backup; gives the tables as they were read again.

    The tables are made as they were when the backup was, then brought to this version. Files come before the database
    counts: of a restore that is cut off, files nobody knows of may be left, and the next run writes them again.
    Raises `NotDone`.
    """
    manifest = backup.manifest
    sources = [Source(facts.table, partial(backup.lines, facts.entry), facts.last_id) for facts in manifest.tables]
    with empty_target(url) as connection:
        filled = fill(connection, sources, revision=manifest.revision)
        _compare(backup, filled)
        finish(connection)
        for name in manifest.files:
            with backup.content(file_entry(name)) as content:
                files.put(name, content)  # type: ignore[arg-type]  # it can be read and sought
    return filled


def _compare(backup: Backup, filled: list[Filled]) -> None:
    """What was read again is what the backup says, row by row."""
    for table, facts in zip(
        sorted(filled, key=_name), sorted(backup.manifest.tables, key=lambda f: f.table.name), strict=True
    ):
        if (table.rows, table.sha256) != (facts.rows, backup.manifest.entry(facts.entry).sha256):
            cause = f"the table {table.name} does not read as it stands in the backup; nothing was kept."
            raise NotDone(backup.path, cause, "take another copy of the backup, and look at the disk")


def _name(table: Filled) -> str:
    return table.name
