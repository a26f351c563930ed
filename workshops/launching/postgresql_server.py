"""Look at the PostgreSQL database before anything writes to it: is it there, ours, and of this version?"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

from workshops.config import CannotStart
from workshops.launching.database_state import REVISIONS, State, judged
from workshops.postgresql import CONNECT_ARGS, place_of

OLDEST = 13
ANOTHER = "postgresql://user:password@host/another"
RESTORE = "python3 -m workshops restore FILE"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found: the version of the server, such as "15.18", and how the tables stand."""

    version: str
    state: State


def look(url: str) -> Looked:
    """How the database at a `postgresql://` address stands to this version; nothing is written.

    Raises `CannotStart` where it cannot be reached or used, is foreign or newer.
    """
    try:
        with psycopg.connect(url, connect_timeout=int(CONNECT_ARGS["connect_timeout"])) as connection:
            connection.read_only = True
            _refuse_unfit(connection, url)
            tables = {
                name
                for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
            }
            query = SQL("SELECT version_num FROM {}").format(Identifier(REVISIONS))
            revisions = [row[0] for row in connection.execute(query)] if REVISIONS in tables else []
            state = judged(place_of(url), tables, revisions, another=ANOTHER, copy=RESTORE)
            if state is not State.CURRENT:
                _refuse_unwritable(connection, url)
            return Looked(str(connection.info.parameter_status("server_version")).split()[0], state)
    except psycopg.Error as error:
        raise _unreachable(url, " ".join(str(error).split())) from None


def _refuse_unfit(connection: psycopg.Connection[Any], url: str) -> None:
    place = place_of(url)
    if connection.info.server_version < OLDEST * 10_000:
        version = connection.info.server_version // 10_000
        raise CannotStart(place, f"this is PostgreSQL {version}.", f"upgrade the server to {OLDEST} or newer")
    if connection.info.parameter_status("server_encoding") != "UTF8":
        cure = f"make it anew with all letters: {_create(url)}"
        raise CannotStart(place, "this database does not keep letters of all scripts.", cure)
    if _asked(connection, "SELECT pg_is_in_recovery()"):
        cure = "name the server that takes writes in WORKSHOPS_DATABASE_URL"
        raise CannotStart(place, "this server is a copy that only reads.", cure)


def _refuse_unwritable(connection: psycopg.Connection[Any], url: str) -> None:
    if not _asked(connection, "SELECT has_schema_privilege(current_schema(), 'CREATE')"):
        owner = f"ALTER DATABASE {_name(url)} OWNER TO {_user(url)}"
        cause = f"{_user(url)} may not make tables in this database."
        raise CannotStart(place_of(url), cause, f'sudo -u postgres psql -c "{owner}"')


def _asked(connection: psycopg.Connection[Any], query: str) -> bool:
    row = connection.execute(query).fetchone()
    return bool(row and row[0])


def _unreachable(url: str, said: str) -> CannotStart:
    """What is wrong by what the server or the driver said, which names neither password nor address of a person."""
    address = "WORKSHOPS_DATABASE_URL"
    if "password" in said and ("authentication failed" in said or "no password supplied" in said):
        cause, cure = "user and password are not right.", f"correct them in {address}"
    elif f'role "{_user(url)}" does not exist' in said:
        cause, cure = f"there is no user {_user(url)}.", f"sudo -u postgres createuser --pwprompt {_user(url)}"
    elif f'database "{_name(url)}" does not exist' in said:
        cause, cure = "there is no such database.", _create(url)
    else:
        cause = f"the database cannot be reached ({said.rpartition('failed: ')[2][:200]})."
        cure = f"start PostgreSQL (sudo systemctl start postgresql), or correct host and port in {address}"
    return CannotStart(place_of(url), cause, cure)


def _create(url: str) -> str:
    return f"sudo -u postgres createdb --encoding=UTF8 --template=template0 --owner={_user(url)} {_name(url)}"


def _user(url: str) -> str:
    return unquote(urlsplit(url).username or "") or "$USER"


def _name(url: str) -> str:
    return unquote(urlsplit(url).path.strip("/"))
