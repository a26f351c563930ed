"""What the database and the disk say when they cannot take a write, as errors that a person is told about."""

import errno

from sqlalchemy.exc import DBAPIError

from workshops.errors import N_, Busy, NoRoom

FULL = (errno.ENOSPC, errno.EDQUOT)
BUSY = ("database is locked", "database table is locked", "too many clients", "starting up", "shutting down")


def told(error: Exception) -> Exception:
    """`Busy` or `NoRoom` where the error means that, caused by it; else the error itself."""
    said: Exception | None = None
    if isinstance(error, OSError) and error.errno in FULL:
        said = NoRoom()
    elif isinstance(error, DBAPIError):
        text = str(error.orig).lower()
        if "is full" in text or "no space left" in text:
            said = NoRoom()
        elif error.connection_invalidated or any(words in text for words in BUSY):
            said = Busy(N_("Many people are saving now. Nothing was lost; try again in a few seconds."))
    if said is None:
        return error
    said.__cause__ = error
    return said
