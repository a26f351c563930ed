"""Tokens for scripts: they read with the rights of their user. Shown once; only a hash is kept."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.errors import N_, Invalid, NotFound, Problem
from workshops.models import ApiToken, User
from workshops.models.base import now
from workshops.services import accounts
from workshops.services.sign_in import Account, account_of, key_hash

PREFIX: Final = "wst_"  # lets programs that look for leaked secrets know one when they see it
MOST_DAYS: Final = 3650


def make(session: Session, *, email: str, label: str, days: int, by: Actor) -> tuple[ApiToken, str]:
    """A new token for the account with this e-mail, good for so many days, and its text, which is never shown again.

    Everybody makes their own, administrators those of others. Raises `NotFound` where there is no such account,
    `Invalid` for no label or an impossible number of days.
    """
    user = accounts.find_user(session, email=email, by=by)
    if not label.strip():
        raise Invalid(Problem("label", N_("Say what the token is for.")))
    if not 1 <= days <= MOST_DAYS:
        raise Invalid(Problem("days", N_("Enter a whole number of days from 1 to %(most)s."), {"most": MOST_DAYS}))
    text = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken(user=user, label=label.strip(), token_hash=key_hash(text), expires_at=now() + timedelta(days=days))
    session.add(token)
    session.flush()
    return token, text


def own_tokens(session: Session, *, by: Actor) -> Sequence[ApiToken]:
    """One's own tokens, the newest first."""
    return session.scalars(select(ApiToken).where(ApiToken.user_id == by.user_id).order_by(ApiToken.id.desc())).all()


def list_tokens(session: Session, *, by: Actor) -> Sequence[ApiToken]:
    """All tokens with their users, the newest first. Raises `NotFound` for anybody but administrators."""
    if by.role is not Role.ADMINISTRATOR:
        raise NotFound
    return session.scalars(select(ApiToken).options(joinedload(ApiToken.user)).order_by(ApiToken.id.desc())).all()


def revoke(session: Session, *, token_id: int, by: Actor) -> ApiToken:
    """End a token of one's own for good, or as administrator anybody's. Raises `NotFound`."""
    token = session.get(ApiToken, token_id, options=[joinedload(ApiToken.user)])
    if token is None or (by.role is not Role.ADMINISTRATOR and token.user_id != by.user_id):
        raise NotFound
    token.revoked_at = token.revoked_at or now()
    session.flush()
    return token


def find(session: Session, *, text: str, at: datetime) -> Account | None:
    """The account a token stands for, unless it expired, was revoked, or the account is disabled."""
    token = session.scalar(
        select(ApiToken)
        .join(ApiToken.user)
        .where(
            ApiToken.token_hash == key_hash(text),
            ApiToken.revoked_at.is_(None),
            or_(ApiToken.expires_at.is_(None), ApiToken.expires_at > at),
            User.active,
        )
        .options(contains_eager(ApiToken.user).joinedload(User.office))
    )
    return account_of(token.user) if token else None
