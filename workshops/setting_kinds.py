"""How the texts of settings are read: a function gives the value, or raises ValueError with a sentence that says why.

Standard library only, as in `config.py`.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

MIN_KEY_LENGTH = 32
MIN_KEY_VARIETY = 12  # different characters; "changeme" repeated has 7
SQLITE = "sqlite:///"
POSTGRESQL = "postgresql://"
REDIS = ("redis://", "rediss://")


def text(value: str) -> str:
    """Any text."""
    return value


def database_url(value: str) -> str:
    """An address of SQLite or PostgreSQL, or "". The value itself is never said again: it may hold a password."""
    if not value or value.removeprefix(SQLITE).startswith("/"):
        return value
    try:
        parts = urlsplit(value)
        is_server = value.startswith(POSTGRESQL) and parts.path.strip("/") and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is no number, brackets that do not close
        is_server = False
    if not is_server:
        forms = f"{SQLITE}/var/lib/workshops/workshops.sqlite or {POSTGRESQL}user:password@host/database"
        raise ValueError(f"this is not an address such as {forms}.")
    return value


def number(least: int, most: int) -> Callable[[str], int]:
    """Whole numbers from `least` to `most`."""

    def read(value: str) -> int:
        if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
            raise ValueError(f"'{value}' is not a whole number from {least} to {most}.")
        return int(value)

    return read


def one_of(*words: str) -> Callable[[str], str]:
    """One of these words, in small letters however it is typed."""

    def read(value: str) -> str:
        if value.lower() not in words:
            raise ValueError(f"'{value}' is not one of {', '.join(words)}.")
        return value.lower()

    return read


def address(value: str) -> str:
    """An http or https address without a path, its host in small letters."""
    parts = urlsplit(value)
    has_more = parts.path.strip("/") or parts.query or parts.fragment or parts.username is not None
    if parts.scheme not in ("http", "https") or not parts.hostname or has_more:
        raise ValueError(f"'{value}' is not an address such as https://workshops.example.org (no path after it).")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def queue_url(value: str) -> str:
    """An address of Redis or PostgreSQL; "" for the queue in the instance folder."""
    if value and not (value.startswith((*REDIS, POSTGRESQL)) and urlsplit(value).hostname):
        raise ValueError(f"'{_without_password(value)}' is not an address such as redis://host:6379/0.")
    return value


def _without_password(address: str) -> str:
    """An address as it may be shown."""
    head, at, place = address.rpartition("@")
    return f"{head.partition('://')[0]}://...@{place}" if at else address


def endpoint(value: str) -> str:
    """An address as `address` reads it, or ""."""
    return address(value) if value else value


def store_url(value: str) -> str:
    """An `s3://` address without a slash at its end; "" for the instance folder."""
    parts = urlsplit(value)
    if value and (parts.scheme != "s3" or not parts.netloc or parts.query or parts.username is not None):
        raise ValueError(f"'{value}' is not an address such as s3://bucket/workshops.")
    return value.rstrip("/")


def email(value: str) -> str:
    """An e-mail address, or ""."""
    name, at, domain = value.partition("@")
    if value and not (name and at and "." in domain and " " not in value):
        raise ValueError(f"'{value}' is not a complete e-mail address, such as anna@example.org.")
    return value


def names(value: str) -> tuple[str, ...]:
    """Names with commas between, in small letters."""
    return tuple(name.strip().lower() for name in value.split(",") if name.strip())


def key(value: str) -> str:
    """A secret that nobody guesses, or ""."""
    if value and (len(value) < MIN_KEY_LENGTH or len(set(value)) < MIN_KEY_VARIETY):
        raise ValueError(f"the key is too weak (at least {MIN_KEY_LENGTH} random characters).")
    return value
