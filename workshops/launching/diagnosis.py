"""What a healthy installation needs, each looked at and said in one line with the command that cures it."""

import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workshops import files, translating
from workshops.config import LOOPBACK, CannotStart, Settings, default_root, load_settings
from workshops.documents import fonts, renderer
from workshops.errors import WorkshopsError
from workshops.launching import first_start, postgresql_server, system_parts, work_standing
from workshops.launching.database_state import State

LEAST_FREE_MB = 500


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: what it is and how it stands; `cure` is empty where all is well."""

    what: str
    state: str
    cure: str = ""

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to do."""
        return not self.cure


def examine() -> Iterator[Finding]:
    """Look at everything, in the order in which things depend on each other."""
    yield _python()
    yield _sqlite()
    libraries = _libraries()
    yield libraries
    if libraries.is_well:
        yield _scripts()
    yield _languages()
    yield _clock()
    try:
        settings = load_settings(os.environ, default_root())
    except CannotStart as refusal:
        yield _refused("Settings", refusal)
        return
    yield Finding("Settings", f"read; people reach the site at {settings.base_url}", _cure_of_address(settings))
    for look in _OF_AN_INSTALLATION:
        try:
            yield look(settings)
        except CannotStart as refusal:
            yield _refused(look.__name__.strip("_").replace("_", " ").capitalize(), refusal)


def _refused(what: str, refusal: CannotStart) -> Finding:
    return Finding(what, f"{refusal.where}: {refusal.cause}", refusal.cure)


def _python() -> Finding:
    return Finding("Python", f"{sys.version.split()[0]} ({sys.executable})")


def _sqlite() -> Finding:
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    except sqlite3.OperationalError:
        return Finding("SQLite", f"{sqlite3.sqlite_version} without full-text search", "apt-get install libsqlite3-0")
    return Finding("SQLite", f"{sqlite3.sqlite_version} with full-text search")


def _libraries() -> Finding:
    missing = system_parts.missing()
    cure = f"apt-get install -y --no-install-recommends {' '.join(missing)}" if missing else ""
    return Finding(
        "Printing", f"lacks {', '.join(missing)}" if missing else "Pango, HarfBuzz and fonts are there", cure
    )


def _scripts() -> Finding:
    """Print a name in each script."""
    if not fonts.is_any_found():
        return Finding("Scripts", "no font was found", fonts.INSTALL_ALL)
    try:
        lacking, missing = renderer.shared().scripts_without_font()
    except WorkshopsError as error:
        return Finding("Scripts", str(error), fonts.INSTALL_ALL)
    if missing:
        return Finding("Scripts", f"no font for {', '.join(lacking)}", fonts.command_for(missing.characters))
    return Finding("Scripts", f"{len(fonts.SCRIPTS)} print: {', '.join(fonts.SCRIPTS)}")


def _languages() -> Finding:
    if translating.is_built():
        return Finding("Languages", "English, French and Spanish are complete")
    return Finding("Languages", "the translations are not built", "python3 -m workshops.translations.build")


def _clock() -> Finding:
    now, newest = time.time(), Path(__file__).stat().st_mtime
    said = time.strftime("%d %B %Y %H:%M UTC", time.gmtime(now))
    return Finding("Clock", said, "" if now >= newest - 86400 else "timedatectl set-ntp true")


def _cure_of_address(settings: Settings) -> str:
    is_open = not settings.is_https and not set(settings.trusted_hosts) & set(LOOPBACK)
    return "put a proxy with HTTPS in front and set WORKSHOPS_BASE_URL=https://..." if is_open else ""


def _instance_folder(settings: Settings) -> Finding:
    folder = settings.instance
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding("Instance folder", f"{folder} cannot be written", f"sudo chown -R $USER {folder}")
    return Finding("Instance folder", str(folder))


def _free_disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.instance).free // 1_000_000
    cure = "" if free >= LEAST_FREE_MB else f"make room where {settings.instance} lies, for example: apt-get clean"
    return Finding("Free disk", f"{free:,} MB", cure)


def _database(settings: Settings) -> Finding:
    state, server = first_start.database_state(settings), ""
    if share := first_start.share_under(settings):
        cure = "mv it to a local disk and name it there: export WORKSHOPS_DATABASE_URL=sqlite:////var/lib/..."
        return Finding("Database", f"on a network share ({share}), where SQLite is not safe", cure)
    if settings.is_postgresql:
        version = postgresql_server.look(settings.database_url).version
        server = f"PostgreSQL {version} at {first_start.database_place(settings)}: "
    said, cure = {
        State.NEW: ("not made yet", "python3 -m workshops migrate"),
        State.BEHIND: ("made by an older version", "python3 -m workshops migrate"),
        State.CURRENT: ("up to date", ""),
    }[state]
    return Finding("Database", server + said, cure)


def _files(settings: Settings) -> Finding:
    """Write a file and delete it again: what may be read in a store need not be open to writing."""
    if not settings.files_url:
        return Finding("Files", "in the instance folder")
    store = files.opened(settings)
    try:
        files.put_bytes(store, "jobs/doctor", b"")
        store.delete("jobs/doctor")
    except WorkshopsError:
        cure = "correct WORKSHOPS_FILES_URL, WORKSHOPS_FILES_ENDPOINT and the keys of the store, or start it"
        return Finding("Files", f"{settings.files_url} cannot be written", cure)
    return Finding("Files", f"{settings.files_url} can be written")


def _queue(settings: Settings) -> Finding:
    return Finding("Queue", *work_standing.queue_state(settings))


def _workers_seen(settings: Settings) -> Finding:
    try:
        is_ready = first_start.database_state(settings) is State.CURRENT
    except CannotStart:  # the line of the database says why
        is_ready = False
    if not is_ready:
        return Finding("Workers seen", "not asked for until the database is ready")
    return Finding("Workers seen", *work_standing.workers_state())


_OF_AN_INSTALLATION: tuple[Callable[[Settings], Finding], ...] = (
    *(_instance_folder, _free_disk, _files, _database),
    *(_queue, _workers_seen),
)
