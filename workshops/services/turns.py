"""Those who want to write the same thing do so one after the other.

On SQLite a transaction that writes keeps all others from writing. PostgreSQL lets many write at once; there, whoever
looks whether something is so before writing has to say what it is about, and waits until nobody else is about it.
To avoid waiting for each other in a circle, ask in this order: a record, then `NAMES`.
"""

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshops.transactions import is_reading

NAMES: Final = "names"
"""The turn of those who add a name to a register: two of them may be about the same one under two spellings."""
ACCOUNTS: Final = "accounts"
START: Final = "first start"


def take_turn(session: Session, about: str) -> bool:
    """Wait until no other transaction is about the same, and keep others waiting until this one ends.

    Gives whether what was read before may have changed meanwhile: never on SQLite, and not where it only reads.
    """
    if is_reading() or session.get_bind().dialect.name != "postgresql":
        return False
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(about, 0))))
    return True


def about_workshop(reference: str) -> str:
    """The turn of those who change a workshop or what belongs to it."""
    return f"workshop {reference}"
