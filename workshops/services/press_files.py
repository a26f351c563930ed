"""Several files handed over at once: each text in them becomes a press release."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Final

from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.errors import N_, Invalid, UnreadableFile, WorkshopsError
from workshops.models import PressRelease
from workshops.services import press, uploads
from workshops.services.press_texts import Refused, TextFile, texts_in

MOST_TEXTS: Final = 200
TOO_MANY: Final = N_("At most %(most)s texts can be handed over at once. Hand over the others afterwards.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text: its press release, and whether it was there before, or why it was refused."""

    name: str
    press_release: PressRelease | None = None
    was_known: bool = False
    error: WorkshopsError | None = None


def receive_files(
    session: Session,
    files: Iterable[tuple[BinaryIO, str]],
    *,
    office_id: int,
    by: Actor,
    most_mb: int = uploads.MOST_MB,
) -> list[Outcome]:
    """Keep each text in the files (stream and name) as `press.receive` does; one outcome a text or refused file.

    Raises NotFound for an office not open to the actor.
    """
    outcomes: list[Outcome] = []
    for stream, name in files:
        for found in texts_in(stream, name, most_mb=most_mb):
            if len(outcomes) == MOST_TEXTS:
                refusal = UnreadableFile(TOO_MANY, status=413, most=MOST_TEXTS)
                return [*outcomes, Outcome(found.name, error=refusal)]
            outcomes.append(_received(session, found, office_id=office_id, by=by))
    return outcomes


def _received(session: Session, found: TextFile | Refused, *, office_id: int, by: Actor) -> Outcome:
    if isinstance(found, Refused):
        return Outcome(found.name, error=found.error)
    try:
        received = press.receive(
            session,
            text=found.text,
            file_name=found.name,
            headline=found.subject,
            published_on=found.sent_on,
            office_id=office_id,
            by=by,
        )
    except Invalid as error:
        return Outcome(found.name, error=error)
    return Outcome(found.name, received.press_release, received.was_known)
