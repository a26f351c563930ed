"""Slows down guessing: failed tries are counted in the database, so over all processes and machines."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workshops.domain.mail import normal_mail_address
from workshops.errors import N_, TooManyTries
from workshops.models import SignInTry
from workshops.services.turns import take_turn

WINDOW: Final = timedelta(minutes=5)
KEPT: Final = timedelta(days=1)
PER_ACCOUNT: Final = 8
PER_ADDRESS: Final = 40  # a whole office may sit behind one address


def _bucket(kind: str, name: str) -> str:
    """Names are kept as hashes: the table is no list of who tried to sign in."""
    return sha256(f"{kind}:{name}".encode()).hexdigest()


def _buckets(email: str, address: str) -> dict[str, int]:
    return {_bucket("account", normal_mail_address(email)): PER_ACCOUNT, _bucket("address", address): PER_ADDRESS}


def check(session: Session, *, email: str, address: str, now: datetime) -> None:
    """Raise `TooManyTries` while this account (known or not) or this network address failed too often lately."""
    take_turn(session, _bucket("account", normal_mail_address(email)))  # many tries at once are counted too
    buckets = _buckets(email, address)
    tries = session.execute(
        select(SignInTry.bucket, func.count(), func.min(SignInTry.tried_at))
        .where(SignInTry.bucket.in_(buckets), SignInTry.tried_at > now - WINDOW)
        .group_by(SignInTry.bucket)
        .order_by(SignInTry.bucket)
    )
    for bucket, count, first in tries:
        if count >= buckets[bucket]:
            wait = max(1, int((first + WINDOW - now).total_seconds()) + 1)
            message = N_("Too many tries. Wait %(minutes)s minutes, or ask an administrator to reset your password.")
            raise TooManyTries(message, retry_after=wait, minutes=-(-wait // 60))


def note_failure(session: Session, *, email: str, address: str, now: datetime) -> None:
    """Count one failed try, and forget those of yesterday."""
    session.execute(delete(SignInTry).where(SignInTry.tried_at < now - KEPT))
    session.add_all(SignInTry(bucket=bucket, tried_at=now) for bucket in _buckets(email, address))
    session.flush()


def forget(session: Session, *, email: str) -> None:
    """Start counting anew for an account: its owner has signed in, or an administrator reset the password."""
    session.execute(delete(SignInTry).where(SignInTry.bucket == _bucket("account", normal_mail_address(email))))
