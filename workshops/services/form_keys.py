"""A form is saved once, however often it is sent: a double click or a resend finds what the first one made.

A request claims the content it brings before it does anything: a second one with the same content waits for the first
and then finds what that one made; where the first was undone, the second takes its place.
"""

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshops.errors import N_, Conflict
from workshops.models import FormSubmission
from workshops.models.base import now

KEPT_FOR: Final = timedelta(days=7)
KEY_LENGTH: Final = 64
LONGEST_LOCATION: Final = 500
_NOT_TYPED = frozenset({"csrf_token"})
_NOWHERE_YET = ""


class AlreadySaved(Conflict):
    """The same form was saved at this very moment by another request; nothing of this one may be kept (409)."""

    def __init__(self) -> None:
        super().__init__(N_("Already saved."))


def is_key(key: str) -> bool:
    """Whether this can be the key of a form."""
    return 0 < len(key) <= KEY_LENGTH


def content_key(key: str, fields: Iterable[tuple[str, str]]) -> str:
    """The key of a form together with what was typed into it: another text under the same key is another content."""
    typed = sorted(pair for pair in fields if pair[0] not in _NOT_TYPED)
    return sha256(repr((key, typed)).encode()).hexdigest()


def saved_as(session: Session, key: str) -> str | None:
    """The address of what was made with this key (of a form, or of a content), None where nothing was."""
    return session.scalar(select(FormSubmission.location).where(FormSubmission.key == key)) or None if key else None


def claim(session: Session, content: str) -> str | None:
    """Take a content for this transaction; gives the address of what was made of it if somebody was faster."""
    try:
        with session.begin_nested():
            _add(session, content, _NOWHERE_YET)
    except IntegrityError:
        return saved_as(session, content)
    return None


def release(session: Session, content: str) -> None:
    """Give a claimed content back: nothing was made of it."""
    session.execute(
        delete(FormSubmission).where(FormSubmission.key == content, FormSubmission.location == _NOWHERE_YET)
    )


def remember(session: Session, *, key: str, content: str, location: str) -> None:
    """Note that the form with this key and this content was saved as the record at `location`.

    Keys older than a week are forgotten: by then the page with the form has long been closed. Raises `AlreadySaved`
    where the same form was saved meanwhile.
    """
    session.execute(delete(FormSubmission).where(FormSubmission.created_at < now() - KEPT_FOR))
    release(session, content)
    if len(location) > LONGEST_LOCATION:
        return
    try:
        for each in [content] if saved_as(session, key) else [content, key]:
            _add(session, each, location)
    except IntegrityError:
        raise AlreadySaved from None


def _add(session: Session, key: str, location: str) -> None:
    session.execute(insert(FormSubmission), [{"key": key, "location": location, "created_at": now()}])
