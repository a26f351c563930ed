"""Backup, restore and the move to another database, as the commands do them: look first, then do all of it."""

import logging.config
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshops import files
from workshops.backups import checking, databases, making, moving, restoring
from workshops.backups.filling import Filled
from workshops.backups.manifest import Manifest
from workshops.backups.refusals import NotDone, disk_refused
from workshops.config import Settings, default_root, load_settings
from workshops.launching import claims, first_start
from workshops.launching.database_state import State
from workshops.logs import log_configuration
from workshops.migrations import known_revisions

DATABASE = "WORKSHOPS_DATABASE_URL"


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that was made: where, what is in it, and its bytes."""

    path: Path
    manifest: Manifest
    size: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore put back, and where; `settings` of the backup that are different here, with both values."""

    place: str
    manifest: Manifest
    tables: list[Filled]
    settings: dict[str, tuple[str, str]]


def back_up(path: Path, *, replaces: bool = False, is_folder: bool = False) -> Kept:
    """Back this installation up to a file, or to one named by the moment in a folder; the site may run meanwhile.

    With `replaces`, in the place of an older backup; a path that `is_folder` is made where it is
    not there. Raises `CannotStart` (as `NotDone`, too) with nothing written.
    """
    settings = _settings()
    first_start.database_state(settings)
    if is_folder:
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise disk_refused(path, error) from None
    if path.is_dir():
        path = making.dated(path, datetime.now(UTC))
    with databases.opened(settings.database_url) as engine:
        manifest = making.make(engine, files.opened(settings), settings, path, replaces=replaces)
    return Kept(path, manifest, path.stat().st_size)


def restore(path: Path) -> Restored:
    """Put a backup into this installation, which has to be empty and not served.

    Raises `CannotStart` (as `NotDone`, too) with nothing touched.
    """
    with checking.opened(path, known=known_revisions()) as backup:
        settings = _settings()
        with claims.hold(settings.instance):
            _refuse_records(settings)
            checking.check_room(path, backup.manifest, settings.instance)
            try:
                filled = restoring.restore(backup, settings.database_url, files.opened(settings))
            except OSError as error:
                raise disk_refused(settings.instance, error) from None
        then, now = backup.settings(), making.shown(settings)
    different = {name: (value, now.get(name, "")) for name, value in then.items() if value != now.get(name, "")}
    place = first_start.database_place(settings)
    return Restored(place, backup.manifest, filled, different)


def move(url: str) -> tuple[str, list[Filled]]:
    """Copy all records of this installation, which must not be served, into the empty database at `url`.

    Gives where that is, and its tables. Raises `CannotStart` (as `NotDone`, too) with nothing touched.
    """
    settings = _settings()
    target = load_settings({**os.environ, DATABASE: url}, default_root())
    with claims.hold(settings.instance):
        if first_start.database_state(settings) is State.NEW:
            place = first_start.database_place(settings)
            raise NotDone(place, "there is nothing to move.", "name the installation with WORKSHOPS_INSTANCE")
        _refuse_records(target)
        with databases.opened(settings.database_url) as engine:
            filled = moving.move(engine, target.database_url)
    return first_start.database_place(target), filled


def _settings() -> Settings:
    logging.config.dictConfig(log_configuration("warning"))
    return load_settings(os.environ, default_root())


def _refuse_records(settings: Settings) -> None:
    if first_start.database_state(settings) is not State.NEW:
        cure = f"name an empty one: WORKSHOPS_INSTANCE=/path/to/another, or {DATABASE}=postgresql://.../another"
        raise NotDone(first_start.database_place(settings), "there are records already; they were left alone.", cure)
