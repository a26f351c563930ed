"""What a site looks at before it begins: the words it speaks, and how its database stands."""

from workshops import postgresql, translating
from workshops.config import Settings, cannot_write
from workshops.launching import sqlite_file
from workshops.launching.database_state import State
from workshops.launching.steps import Steps
from workshops.translations import build


def build_translations(steps: Steps) -> None:
    """Compile the catalogs if their words changed. Raises `CannotStart` where they cannot be written."""
    if translating.is_built():
        steps.nothing_to_do("Translations", "all built")
        return
    try:
        with steps.step("Translations", "building French and Spanish"):
            translating.ensure_built()
    except OSError as error:
        raise cannot_write(build.HOME, error) from None


def database_state(settings: Settings) -> State:
    """How the database stands to this version, before the application opens it. Raises `CannotStart`."""
    if settings.is_postgresql:
        from workshops.launching import postgresql_server  # here: its driver takes 5 MB

        return postgresql_server.look(settings.database_url).state
    return sqlite_file.state(sqlite_file.path_of(settings.database_url))


def database_place(settings: Settings) -> str:
    """Where the records lie, as it may be shown."""
    url = settings.database_url
    return postgresql.place_of(url) if settings.is_postgresql else str(sqlite_file.path_of(url))


def share_under(settings: Settings) -> str:
    """The kind of network share that the SQLite file lies on, "" on a local disk and for PostgreSQL."""
    return "" if settings.is_postgresql else sqlite_file.share_under(sqlite_file.path_of(settings.database_url))


def warn_of_share(settings: Settings, steps: Steps) -> None:
    """Say at every start that the database is not safe where it lies: locks of network shares are not to be trusted."""
    if share := share_under(settings):
        steps.note("Database", f"WARNING: it lies on a network share ({share}), where SQLite is not safe; move it")
