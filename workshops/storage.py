"""What the database and the disk say when they cannot take a write, as errors that a person is told about."""

import errno
from typing import Final

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm.exc import StaleDataError

from workshops.errors import N_, Busy, NoRoom, OutOfOrder

FULL: Final = (errno.ENOSPC, errno.EDQUOT)
BROKEN: Final = (
    *(errno.EMFILE, errno.ENFILE, errno.EROFS, errno.EIO),  # no file handles left, a disk that is read-only or broken
    *(errno.EFBIG, errno.ENOMEM),
)
BUSY: Final = ("database is locked", "database table is locked")  # SQLite
UNUSABLE: Final = (  # SQLite
    *("disk i/o error", "unable to open database file", "readonly database", "out of memory"),
    "disk image is malformed",
)
UNUSABLE_CODES: Final = ("58", "25006", "42501", "XX001", "XX002")
"""PostgreSQL: its disk fails, it only reads, it refuses us, it is damaged."""
DISK_FULL: Final = "53100"  # PostgreSQL's codes: postgresql.org/docs/current/errcodes-appendix.html
PASSING: Final = (
    *("08", "53"),  # no connection; too many of them, no memory
    *("40001", "40P01"),  # changed by somebody else meanwhile; two waited for each other
    *("23503", "23505"),  # what was looked up is gone or there by now: looked up again, it gets its own answer
    *("55P03", "57014"),  # waited too long for its turn; took too long
    *("25P03", "57P"),  # was cut off for waiting; shutting down or starting
)
"""What passes by itself, so that the same request may go well in a few seconds."""


def told(error: Exception) -> Exception:
    """`Busy`, `OutOfOrder` or `NoRoom` where the error means that, caused by it; else the error itself."""
    said: Exception | None = None
    if isinstance(error, OSError) and error.errno in FULL:
        said = NoRoom()
    elif isinstance(error, OSError) and error.errno in BROKEN:
        said = OutOfOrder()
    elif isinstance(error, NoConnection | StaleDataError) or (isinstance(error, DBAPIError) and _is_passing(error)):
        said = Busy(N_("Many people are saving now. Nothing was lost; try again in a few seconds."))
    elif isinstance(error, DBAPIError) and _is_full(error):
        said = NoRoom()
    elif isinstance(error, DBAPIError) and _is_unusable(error):
        said = OutOfOrder()
    if said is None:
        return error
    said.__cause__ = error
    return said


def _is_full(error: DBAPIError) -> bool:
    text = str(error.orig).lower()
    return _code(error) == DISK_FULL or "is full" in text or "no space left" in text


def _is_unusable(error: DBAPIError) -> bool:
    if code := _code(error):
        return code.startswith(UNUSABLE_CODES)
    return any(words in str(error.orig).lower() for words in UNUSABLE)


def _is_passing(error: DBAPIError) -> bool:
    if error.connection_invalidated:
        return True
    if code := _code(error):
        return code != DISK_FULL and code.startswith(PASSING)
    if hasattr(error.orig, "sqlstate"):  # PostgreSQL's, without a code: no server was there to give one
        return isinstance(error, OperationalError)
    return any(words in str(error.orig).lower() for words in BUSY)


def _code(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""
