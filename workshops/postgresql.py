"""How PostgreSQL is opened: moments in UTC, no waiting without end, texts compared as SQLite compares them.

A page that is only looked at reads in one transaction that sees one state of the record and cannot write; what writes
sees each statement's own moment (READ COMMITTED) and takes turns where it must (`services/turns.py`).
"""

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import Connection, Engine, event, text

from workshops.transactions import is_reading

if TYPE_CHECKING:
    from psycopg import Connection as PsycopgConnection

NAME: Final = "postgresql"
CONNECT_ARGS: Final = {
    "connect_timeout": "4",  # seconds
    "application_name": "workshops",
    "keepalives_idle": "30",  # seconds after which a line without traffic is looked at
    "tcp_user_timeout": "10000",  # milliseconds after which a line that carries nothing any more is given up
}
SESSION: Final = {
    "timezone": "UTC",
    "statement_timeout": "30s",
    "lock_timeout": "5s",  # as long as SQLite waits
    "idle_in_transaction_session_timeout": "120s",  # a page may print meanwhile, which is given up after 60 s
}
KEPT_OPEN: Final = 5  # connections that a process keeps; each thread may need one for a while


def place_of(url: str) -> str:
    """A `postgresql://` address as it may be shown: host and database, without user and password."""
    parts = urlsplit(url)
    host = parts.hostname or parse_qs(parts.query).get("host", ["localhost"])[0]
    return f"{NAME}://{host}{f':{parts.port}' if parts.port else ''}{parts.path}"


def engine_options(url: str, *, threads: int) -> dict[str, Any]:
    """What SQLAlchemy is told of a `postgresql://` address; what the address says after its `?` counts before ours."""
    said = parse_qs(urlsplit(url).query)
    own = {name: value for name, value in CONNECT_ARGS.items() if name not in said}
    settings = [f"-c {name}={value}" for name, value in SESSION.items()]
    return {
        "url": url.replace(f"{NAME}://", f"{NAME}+psycopg://", 1),
        "connect_args": own | {"options": " ".join([*settings, *said.get("options", [])])},
        "pool_size": min(KEPT_OPEN, threads),
        "max_overflow": threads,
        "pool_timeout": 10,  # seconds
        "pool_pre_ping": True,
    }


def set_up(engine: Engine) -> None:
    """Let transactions that only read see one state and write nothing. Does nothing for another database."""
    if engine.dialect.name == NAME:
        event.listen(engine, "begin", _on_begin)


def _on_begin(connection: Connection) -> None:
    from psycopg import IsolationLevel  # here: those who use SQLite save 10 MB

    driver: PsycopgConnection[Any] = connection.connection.dbapi_connection  # type: ignore[assignment]
    only_reads = is_reading()
    driver.isolation_level = IsolationLevel.REPEATABLE_READ if only_reads else None  # sent with BEGIN
    driver.read_only = True if only_reads else None


def take_time(connection: Connection) -> None:
    """Let this transaction take as long as it needs, and wait for its turn as long as that takes."""
    if connection.dialect.name == NAME:
        for limit in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            connection.execute(text(f"SET LOCAL {limit} = 0"))
