"""The words of letters and certificates: those of an office, of all offices, or of the product, with their versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from workshops.domain import document_texts as d
from workshops.domain.access import Actor
from workshops.domain.document_texts import DocumentText, DocumentUse
from workshops.domain.enums import Role
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.errors import N_, Conflict, Invalid, NotFound
from workshops.models import DocumentTextVersion, Office, User
from workshops.services.turns import take_turn


@dataclass(frozen=True, slots=True)
class Place:
    """Which words: those of an office (None for all offices), of a use, in "en", "fr" or "es"."""

    office_id: int | None
    use: DocumentUse
    language: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the words of a place; `who` is "" for a command and for an account that is gone."""

    number: int
    text: DocumentText
    is_default: bool
    made_at: datetime
    who: str


class StaleText(Conflict):
    """Somebody saved the words after the form was opened; `current` is what they are now, at that `version`."""

    def __init__(self, current: DocumentText, version: int) -> None:
        super().__init__(
            N_(
                "Somebody else changed this text while you had it open. Yours is kept below, with what stands there "
                "now. Save again to put yours in its place."
            )
        )
        self.current, self.version = current, version


def text(session: Session, office: Office | None, *, use: DocumentUse, language: str) -> DocumentText:
    """What stands in the documents of an office: its own words, else those of all offices, else the product's."""
    return in_force(session, office.id if office else None, language=language).get(use) or d.default_text(use, language)


def in_force(session: Session, office_id: int | None, *, language: str) -> dict[DocumentUse, DocumentText]:
    """The changed words that hold for an office, by use; what nobody has changed is not among them."""
    latest = (
        select(func.max(DocumentTextVersion.id))
        .where(
            DocumentTextVersion.language == language,
            or_(DocumentTextVersion.office_id.is_(None), DocumentTextVersion.office_id == office_id),
        )
        .group_by(DocumentTextVersion.office_id, DocumentTextVersion.use)
    )
    rows = session.scalars(select(DocumentTextVersion).where(DocumentTextVersion.id.in_(latest)))
    changed = sorted((row for row in rows if not row.is_default), key=lambda row: row.office_id is not None)
    return {row.use: _text_of(row) for row in changed}


def changed_places(session: Session, office_id: int | None) -> dict[tuple[DocumentUse, str], Version]:
    """The last version of each text that this office (None: all offices) itself has changed, by use and language."""
    latest = (
        select(func.max(DocumentTextVersion.id))
        .where(_of(office_id))
        .group_by(DocumentTextVersion.use, DocumentTextVersion.language)
    )
    rows = session.scalars(_with_who().where(DocumentTextVersion.id.in_(latest)))
    return {(row.use, row.language): _version(row) for row in rows if not row.is_default}


def find(session: Session, *, place: Place, by: Actor) -> tuple[DocumentText, int]:
    """The words that hold at a place, and the number of its last version, 0 where it never had one.

    For administrators. Raises `NotFound`.
    """
    _check(session, place, by)
    last = _last(session, place)
    if last is None or last.is_default:
        return usual_text(session, place), last.version if last else 0
    return _text_of(last), last.version


def usual_text(session: Session, place: Place) -> DocumentText:
    """What would hold at a place if nothing were changed there."""
    others = in_force(session, None, language=place.language) if place.office_id is not None else {}
    return others.get(place.use) or d.default_text(place.use, place.language)


def versions(session: Session, *, place: Place, by: Actor) -> Sequence[Version]:
    """All versions of a place, the newest first. For administrators. Raises `NotFound`."""
    _check(session, place, by)
    rows = session.scalars(_with_who().where(_at(place)).order_by(DocumentTextVersion.version.desc()))
    return [_version(row) for row in rows]


def save(session: Session, *, place: Place, text: DocumentText, version: int | None, by: Actor) -> int:
    """Make these the words of a place from now on; gives the number of the version, the last one's if nothing changed.

    Raises `Invalid` for words that cannot be used, `StaleText` where the place is not at the `version` it was opened
    at, `NotFound`.
    """
    _check(session, place, by)
    if problems := list(d.problems(place.use, text)):
        raise Invalid(*problems)
    return _add(session, place, text, version, by)


def go_back(session: Session, *, place: Place, number: int, version: int | None, by: Actor) -> int:
    """Make an earlier version hold again, as a new version. Raises as `save` does, `NotFound` for an unknown number."""
    for each in versions(session, place=place, by=by):
        if each.number == number:
            if each.is_default:
                return use_default(session, place=place, version=version, by=by)
            return save(session, place=place, text=each.text, version=version, by=by)
    raise NotFound


def use_default(session: Session, *, place: Place, version: int | None, by: Actor) -> int:
    """Go back to the words of all offices, or of the product, and follow them from now on. Raises as `save` does."""
    _check(session, place, by)
    return _add(session, place, None, version, by)


def _add(session: Session, place: Place, text: DocumentText | None, version: int | None, by: Actor) -> int:
    take_turn(session, f"document text {place.office_id} {place.use} {place.language}")
    last = _last(session, place)
    number = last.version if last else 0
    there = None if last is None or last.is_default else _text_of(last)
    if text == there:
        return number
    if version is not None and version != number:
        raise StaleText(there or usual_text(session, place), number)
    session.add(
        DocumentTextVersion(
            office_id=place.office_id,
            use=place.use,
            language=place.language,
            version=number + 1,
            heading=text.heading if text else "",
            body=text.body if text else "",
            is_default=text is None,
            made_by_id=by.user_id,
        )
    )
    session.flush()
    return number + 1


def _check(session: Session, place: Place, by: Actor) -> None:
    office_is_there = place.office_id is None or session.get(Office, place.office_id) is not None
    if by.role is not Role.ADMINISTRATOR or not office_is_there or place.language not in INTERFACE_LANGUAGES:
        raise NotFound


def _last(session: Session, place: Place) -> DocumentTextVersion | None:
    newest = select(DocumentTextVersion).where(_at(place)).order_by(DocumentTextVersion.version.desc()).limit(1)
    return session.scalar(newest)


def _with_who() -> Select[DocumentTextVersion]:
    return select(DocumentTextVersion).options(joinedload(DocumentTextVersion.made_by).load_only(User.name))


def _of(office_id: int | None) -> ColumnElement[bool]:
    own = DocumentTextVersion.office_id
    return own.is_(None) if office_id is None else own == office_id


def _at(place: Place) -> ColumnElement[bool]:
    is_use = DocumentTextVersion.use == place.use
    return and_(_of(place.office_id), is_use, DocumentTextVersion.language == place.language)


def _text_of(row: DocumentTextVersion) -> DocumentText:
    return DocumentText(row.heading, row.body)


def _version(row: DocumentTextVersion) -> Version:
    who = row.made_by.name if row.made_by else ""
    return Version(row.version, _text_of(row), row.is_default, row.made_at, who)
