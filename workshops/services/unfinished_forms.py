"""Forms that somebody began and did not finish: kept while they are typed, for 30 days, seen by their owner only.

They are no records: nothing of them enters the audit trail, the search or a list of somebody else.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Select, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, load_only

from workshops.domain.access import Actor
from workshops.domain.enums import RecordKind
from workshops.domain.texts import visible
from workshops.errors import N_, Conflict, NotFound, TooManyTries, UnreadableFile
from workshops.models import UnfinishedForm
from workshops.services import form_keys

Fields = Mapping[str, Sequence[str]]
Changes = Mapping[str, Sequence[str] | None]

KEPT_FOR: Final = timedelta(days=30)
MOST: Final = 50  # forms of one user
LARGEST: Final = 1024 * 1024  # characters of one form as JSON
AT_FIRST: Final = 30  # times a form may be kept at once, and from then on
SECONDS_EACH: Final = 2.0  # so many seconds between two times, on average
TITLE_LENGTH: Final = 80
TITLES: Final = ("title", "full_name", "name", "label", "text", "reason")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A form as its owner left it. `title` is the beginning of what was typed, "" where that says nothing; `record` is
    as in `UnfinishedForm.record`.
    """

    id: int
    address: str
    record: str
    title: str
    kept_at: datetime


class NotTheLast(Conflict):
    """These changes follow something else than what is kept: the whole form is asked for (409)."""

    def __init__(self) -> None:
        super().__init__(N_("Send the whole form."))


def keep(
    session: Session,
    *,
    form_key: str,
    address: str,
    record: str,
    changes: Changes,
    base: int | None,
    by: Actor,
    at: datetime,
) -> int | None:
    """Keep what changed in a form since revision `base`; without a base `changes` is all that stands in it.

    A name with None is no longer in the form. Gives the new revision; None where the form was saved meanwhile, so that
    nothing of it is kept. Raises `NotTheLast`, `TooManyTries`, `UnreadableFile` for what is too large, and `NotFound`
    for whoever is not signed in or sends a key that is none of ours.
    """
    if by.user_id is None or not form_keys.is_key(form_key):
        raise NotFound
    if form_keys.saved_as(session, form_key):
        return None
    own = session.scalar(_own(by).where(UnfinishedForm.form_key == form_key).with_for_update())
    if own is None:
        if base is not None:
            raise NotTheLast
        own = _begun(session, form_key, by, at)
    elif base is not None and base != own.revision:
        raise NotTheLast
    _slow_down(own, at)
    before: Fields = own.fields if base is not None else {}
    merged = {
        visible(name): [visible(text) for text in texts]  # what cannot be stored is asked about when the form is saved
        for name, texts in {**before, **changes}.items()
        if texts is not None
    }
    _check(merged)
    own.address, own.record, own.fields, own.kept_at = address, record, merged, at
    own.title = _title(merged)
    own.revision += 1
    try:
        session.flush()
    except IntegrityError:  # begun at this very moment by another request
        raise NotTheLast from None
    return own.revision


def listed(session: Session, *, by: Actor, at: datetime, address: str = "") -> tuple[Unfinished, ...]:
    """The unfinished forms of the actor, of one page where an address is given, the latest first.

    Of several of one press release, and of those of one page that begin alike, only the latest.
    """
    shown = load_only(UnfinishedForm.address, UnfinishedForm.record, UnfinishedForm.title, UnfinishedForm.kept_at)
    found = _own(by).where(UnfinishedForm.kept_at > at - KEPT_FOR).options(shown)
    if address:
        found = found.where(UnfinishedForm.address == address)
    rows = session.scalars(found.order_by(UnfinishedForm.kept_at.desc(), UnfinishedForm.id.desc()))
    latest: dict[tuple[str, str], Unfinished] = {}
    for row in rows:
        one = Unfinished(row.id, row.address, row.record, _shown(row.title), row.kept_at)
        latest.setdefault((row.address, "" if _is_of_press(row.record) else row.title), one)
    return tuple(latest.values())


def find(session: Session, *, unfinished_id: int, by: Actor, at: datetime) -> UnfinishedForm | None:
    """A form of one's own; None where there is none (any more)."""
    return session.scalar(_own(by).where(UnfinishedForm.id == unfinished_id, UnfinishedForm.kept_at > at - KEPT_FOR))


def drop(session: Session, *, by: Actor, form_key: str = "", unfinished_id: int = 0) -> None:
    """Forget a form of one's own: by its key, as it was saved or cancelled on purpose; or by its id, together with all
    of which only the latest is offered: see `listed`.
    """
    which = UnfinishedForm.form_key == form_key if form_key else UnfinishedForm.id == unfinished_id
    named = session.scalar(_own(by).where(which))
    if unfinished_id and named is not None and (named.title or _is_of_press(named.record)):
        which = UnfinishedForm.address == named.address
        which = which if _is_of_press(named.record) else which & (UnfinishedForm.title == named.title)
    session.execute(delete(UnfinishedForm).where(UnfinishedForm.user_id == by.user_id, which))


def drop_same(session: Session, *, address: str, fields: Fields, by: Actor) -> None:
    """Forget the forms of one's own at a page that begin as one that was saved: it was typed in another window too."""
    same = UnfinishedForm.address == address, UnfinishedForm.title == _title(fields)
    session.execute(delete(UnfinishedForm).where(UnfinishedForm.user_id == by.user_id, *same))


def drop_page(session: Session, *, address: str, by: Actor) -> None:
    """Forget all forms of one's own at a page whose record is settled."""
    session.execute(
        delete(UnfinishedForm).where(UnfinishedForm.user_id == by.user_id, UnfinishedForm.address == address)
    )


def forget_user(session: Session, *, user_id: int) -> None:
    """Forget all that somebody has not finished: the account was disabled."""
    session.execute(delete(UnfinishedForm).where(UnfinishedForm.user_id == user_id))


def forget_old(session: Session, *, at: datetime) -> None:
    """Forget what nobody has touched for 30 days."""
    session.execute(delete(UnfinishedForm).where(UnfinishedForm.kept_at <= at - KEPT_FOR))


def forget_record(session: Session, *, kind: RecordKind, record_id: int, reference: str = "") -> None:
    """Forget the unfinished changes of a record that is gone for good."""
    record = f"{kind}:{reference or record_id}"
    session.execute(delete(UnfinishedForm).where(UnfinishedForm.record == record))


def _own(by: Actor) -> Select[UnfinishedForm]:
    return select(UnfinishedForm).where(UnfinishedForm.user_id == by.user_id)


def _shown(title: str) -> str:
    """A title as it is shown: one that was cut ends with its last whole word and an ellipsis."""
    return title if len(title) < TITLE_LENGTH else (title.rpartition(" ")[0] or title).rstrip(" ,;:") + "…"


def _is_of_press(record: str) -> bool:
    """Whether a form reviews a press release, of which one workshop is made, whatever was typed."""
    return record.startswith(f"{RecordKind.PRESS_RELEASE}:")


def _begun(session: Session, form_key: str, by: Actor, at: datetime) -> UnfinishedForm:
    forget_old(session, at=at)
    number = session.scalar(
        select(func.count()).select_from(UnfinishedForm).where(UnfinishedForm.user_id == by.user_id)
    )
    if (number or 0) >= MOST:
        message = N_("You have %(count)s unfinished forms. Finish or drop one of them, so that this one can be kept.")
        raise Conflict(message, count=MOST)
    own = UnfinishedForm(user_id=by.user_id, form_key=form_key, revision=0, begun_at=at)
    session.add(own)
    return own


def _title(fields: Fields) -> str:
    """The beginning of what was typed, "" where that says nothing."""
    typed = next((fields[name][0] for name in TITLES if fields.get(name) and fields[name][0].strip()), "")
    return " ".join(typed.split())[:TITLE_LENGTH]


def _slow_down(own: UnfinishedForm, at: datetime) -> None:
    """A page keeps a form every few seconds; something that does it much more often is no page of ours."""
    ahead = own.revision - AT_FIRST - (at - own.begun_at).total_seconds() / SECONDS_EACH
    if ahead >= 0:
        raise TooManyTries(N_("Too many tries"), retry_after=int((ahead + 1) * SECONDS_EACH))


def _check(fields: Fields) -> None:
    if len(json.dumps(fields)) > LARGEST:
        raise UnreadableFile(
            N_("There is more here than can be saved at once. Shorten it and send it again."), status=413
        )
