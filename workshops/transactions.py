"""Whether the transactions begun from here on only read: both databases ask, as it is cheaper and safer to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_reading: ContextVar[bool] = ContextVar("is_reading", default=False)


@contextmanager
def reading(value: bool = True) -> Iterator[None]:
    """Whether transactions begun inside only read: no write lock on SQLite, one unchanging view on PostgreSQL."""
    token = _is_reading.set(value)
    try:
        yield
    finally:
        _is_reading.reset(token)


def is_reading() -> bool:
    """Whether a transaction begun now only reads."""
    return _is_reading.get()
