"""A form is saved once, however often it is sent: a double click or a resend finds what the first one made."""

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshops.errors import N_, Conflict
from workshops.models import FormSubmission
from workshops.models.base import now

KEPT_FOR: Final = timedelta(days=7)
KEY_LENGTH: Final = 64
_NOT_TYPED = frozenset({"csrf_token"})


class AlreadySaved(Conflict):
    """The same form was saved at this very moment by another request; nothing of this one may be kept (409)."""

    def __init__(self) -> None:
        super().__init__(N_("Already saved."))


def content_key(key: str, fields: Iterable[tuple[str, str]]) -> str:
    """The key of a form together with what was typed into it: another text under the same key is another content."""
    typed = sorted(pair for pair in fields if pair[0] not in _NOT_TYPED)
    return sha256(repr((key, typed)).encode()).hexdigest()


def saved_as(session: Session, key: str) -> str | None:
    """The address of what was made with this key (of a form, or of a content), None where nothing was."""
    return session.scalar(select(FormSubmission.location).where(FormSubmission.key == key)) if key else None


def remember(session: Session, *, key: str, content: str, location: str) -> None:
    """Note that the form with this key and this content was saved as the record at `location`.

    A form without a key is not noted. Keys older than a week are forgotten: by then the page with the form has long
    been closed. Raises AlreadySaved where the same content was saved meanwhile.
    """
    if not 0 < len(key) <= KEY_LENGTH:
        return
    session.execute(delete(FormSubmission).where(FormSubmission.created_at < now() - KEPT_FOR))
    keys = [content] if saved_as(session, key) else [content, key]
    session.add_all(FormSubmission(key=each, location=location, created_at=now()) for each in keys)
    try:
        session.flush()
    except IntegrityError:
        raise AlreadySaved from None
