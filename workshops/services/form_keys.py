"""A form is saved once, however often it is sent: a double click or a resend finds what the first one made."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshops.errors import N_, Conflict
from workshops.models import FormSubmission
from workshops.models.base import now

KEPT_FOR: Final = timedelta(days=7)
KEY_LENGTH: Final = 64


class AlreadySaved(Conflict):
    """The same form was saved at this very moment by another request; nothing of this one may be kept (409)."""

    def __init__(self) -> None:
        super().__init__(N_("Already saved."))


def saved_as(session: Session, key: str) -> str | None:
    """The address of what was made with this one-time key, None where the form is new."""
    return session.scalar(select(FormSubmission.location).where(FormSubmission.key == key)) if key else None


def remember(session: Session, *, key: str, location: str) -> None:
    """Note that the form with this key was saved as the record at `location`; a form without a key is not noted.

    Keys older than a week are forgotten: by then the page with the form has long been closed. Raises AlreadySaved.
    """
    if not 0 < len(key) <= KEY_LENGTH:
        return
    session.execute(delete(FormSubmission).where(FormSubmission.created_at < now() - KEPT_FOR))
    session.add(FormSubmission(key=key, location=location, created_at=now()))
    try:
        session.flush()
    except IntegrityError:
        raise AlreadySaved from None
