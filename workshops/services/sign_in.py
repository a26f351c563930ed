"""Signing in and out. A browser is signed in while its row in `sign_in` is there: no row, no session."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.enums import Origin, Role
from workshops.domain.mail import normal_mail_address
from workshops.errors import N_, WorkshopsError
from workshops.models import Office, SignIn, User
from workshops.services import audit, passwords, throttle, unfinished_forms


@dataclass(frozen=True, slots=True)
class Account:
    """Who is signed in, as plain values that outlive the database session."""

    user_id: int
    email: str
    name: str
    role: Role
    office_id: int | None
    office_name: str
    language: str
    time_zone: str
    must_change_password: bool
    with_tour: bool
    accept_from: int | None
    uniquifier: str

    def actor(self, origin: Origin = Origin.FORM, request_id: str = "") -> Actor:
        """Who acts when this account does something."""
        return Actor(
            user_id=self.user_id,
            name=self.name,
            role=self.role,
            office_id=self.office_id,
            origin=origin,
            request_id=request_id,
        )


class WrongSignIn(WorkshopsError):
    """E-mail or password is not right, or the account is disabled: the three are not told apart (401)."""

    status = 401

    def __init__(self) -> None:
        super().__init__(N_("E-mail or password is not right."))


def key_hash(key: str) -> str:
    """What is stored of a key of a session or a token: keys are random, so a plain hash is enough."""
    return sha256(key.encode()).hexdigest()


def account_of(user: User) -> Account:
    """The plain values of a user and the office."""
    office = user.office
    return Account(
        user_id=user.id,
        email=user.email,
        name=user.name,
        role=user.role,
        office_id=user.office_id,
        office_name=office.name if office else "",
        language=user.language,
        time_zone=office.time_zone if office else "UTC",
        must_change_password=user.must_change_password,
        with_tour=user.tour_ended_at is None,
        accept_from=user.accept_from,
        uniquifier=user.fs_uniquifier,
    )


def authenticate(session: Session, *, email: str, password: str, address: str, now: datetime) -> Account:
    """The account that this e-mail and password open; `address` is the network address they came from.

    Raises `TooManyTries` after too many failures, else `WrongSignIn`. The failure it counts must be committed.
    """
    throttle.check(session, email=email, address=address, now=now)
    user = session.scalar(
        select(User).where(User.email == normal_mail_address(email), User.active).options(joinedload(User.office))
    )
    if not passwords.is_right(user, password) or user is None:
        throttle.note_failure(session, email=email, address=address, now=now)
        raise WrongSignIn
    account = account_of(user)
    audit.act_as(session, account.actor())
    throttle.forget(session, email=email)
    user.signed_in_at = now
    return account


def start(session: Session, *, user_id: int, now: datetime, hours: int) -> str:
    """Begin a session for a browser and give its key; sessions older than `hours` and old unfinished forms go."""
    unfinished_forms.forget_old(session, at=now)
    session.execute(delete(SignIn).where(SignIn.started_at < now - timedelta(hours=hours)))
    key = secrets.token_urlsafe(32)
    session.add(SignIn(user_id=user_id, key_hash=key_hash(key), started_at=now))
    session.flush()
    return key


_user, _office, _sign_in = User.__table__.c, Office.__table__.c, SignIn.__table__.c
_OF_KEY: Final = (  # made once and of columns, not records, since every page asks
    select(
        _user.id.label("user_id"),
        _user.email,
        _user.name,
        _user.role,
        _user.office_id,
        func.coalesce(_office.name, "").label("office_name"),
        _user.language,
        func.coalesce(_office.time_zone, "UTC").label("time_zone"),
        _user.must_change_password,
        _user.tour_ended_at.is_(None).label("with_tour"),
        _user.accept_from,
        _user.fs_uniquifier.label("uniquifier"),
    )
    .join_from(SignIn.__table__, User.__table__, _sign_in.user_id == _user.id)
    .outerjoin(Office.__table__, _user.office_id == _office.id)
    .where(_sign_in.key_hash == bindparam("key"), _sign_in.started_at > bindparam("since"), _user.active)
)


def find(session: Session, *, key: str, now: datetime, hours: int) -> Account | None:
    """The account behind the key of a browser, unless it signed out, was ended, is `hours` old or disabled."""
    row = session.execute(_OF_KEY, {"key": key_hash(key), "since": now - timedelta(hours=hours)}).one_or_none()
    return Account(**row._mapping) if row else None


def end(session: Session, *, key: str) -> None:
    """Sign one browser out."""
    session.execute(delete(SignIn).where(SignIn.key_hash == key_hash(key)))


def end_all(session: Session, *, user_id: int) -> None:
    """Sign a user out everywhere."""
    session.execute(delete(SignIn).where(SignIn.user_id == user_id))
