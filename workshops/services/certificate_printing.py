"""Chosen certificates as a PDF: each in the languages in which it was issued."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.documents.problems import MissingGlyph
from workshops.documents.texts_with import texts_with
from workshops.domain.access import Actor
from workshops.domain.enums import CertificateStatus
from workshops.domain.naming import NAMELESS
from workshops.errors import N_, Conflict, NotFound
from workshops.files import Files
from workshops.models import Certificate
from workshops.services import offices, workshops
from workshops.services.certificate_register import of_workshop
from workshops.services.office_settings import letterhead
from workshops.services.printing import Draft
from workshops.services.prints.certificates import CERTIFICATES, context_of
from workshops.services.prints.kinds import Wanted
from workshops.services.prints.words import file_name
from workshops.services.workshop_reading import known_date

AT_ONCE: Final = 40
"""Certificates that a page waits for; a worker prints more, each by itself first: one that cannot be fails alone."""


@dataclass(frozen=True, slots=True)
class Group:
    """Certificates that can be printed as one document, since they are in the same languages."""

    languages: tuple[str, ...]
    ids: tuple[int, ...]

    @property
    def is_long(self) -> bool:
        """Whether a worker should print them."""
        return len(self.ids) > AT_ONCE


def groups(session: Session, *, reference: str, ids: Collection[int], by: Actor) -> list[Group]:
    """Those in force among these certificates of a workshop (of all, where none is named), by language.

    Raises `NotFound`.
    """
    by_language: dict[tuple[str, ...], list[int]] = {}
    for one in of_workshop(session, reference=reference, by=by).certificates:
        is_asked = not ids or one.id in ids
        if is_asked and one.status is CertificateStatus.VALID and one.full_name != NAMELESS:
            by_language.setdefault(tuple(one.languages), []).append(one.id)
    return [Group(languages, tuple(found)) for languages, found in by_language.items()]


@dataclass(frozen=True, slots=True)
class Parted:
    """Certificates of which some have characters that no font has: these, and the ids of the others."""

    unprintable: Sequence[Certificate]
    others: Sequence[int]


def parted(session: Session, *, reference: str, ids: Collection[int], missing: MissingGlyph, by: Actor) -> Parted:
    """Which of these certificates of a workshop hold a character that is missing. Raises `NotFound`."""
    found = [one for one in of_workshop(session, reference=reference, by=by).certificates if one.id in ids]
    cannot = [one for one in found if texts_with(_said(one), missing.characters)]
    return Parted(cannot, [one.id for one in found if one not in cannot])


def _said(one: Certificate) -> list[object]:
    return [one.full_name, one.native_name, one.wording, one.signatories]


def draft(
    session: Session,
    *,
    reference: str,
    ids: Collection[int],
    interface: str,
    today: date,
    files: Files,
    by: Actor,
    marks_missing: bool = False,
) -> Draft:
    """The document of these certificates of a workshop; its file is named in the language of the `interface`.

    Raises `NotFound`, `Conflict` for one that is not in force and for several that are not in the same languages,
    `NothingToPrint`.
    """
    workshop = workshops.find(session, reference=reference, by=by)
    of_these = (Certificate.workshop_id == workshop.id, Certificate.id.in_(ids))
    found = session.scalars(select(Certificate).where(*of_these).order_by(Certificate.position)).all()
    if not found or len(found) < len(set(ids)):
        raise NotFound
    languages = _languages(found)
    wanted = Wanted(
        languages=languages,
        paper=offices.settings_of(workshop.office).paper,
        today=today,
        by=by,
        marks_missing=marks_missing,
        letterhead=letterhead(session, workshop.office, files, workshop=workshop, languages=languages),
    )
    day = known_date(workshop.starts_on, workshop.starts_precision)
    name = file_name(workshop.reference, CERTIFICATES.title, day, languages, interface)
    return Draft(CERTIFICATES, context_of(session, workshop, found, wanted), wanted, f"{name}.pdf", languages)


def _languages(certificates: Sequence[Certificate]) -> tuple[str, ...]:
    """The languages that all of them are in."""
    for one in certificates:
        if one.status is not CertificateStatus.VALID:
            raise Conflict(N_("%(number)s is not in force, so it is not printed."), number=one.number)
    if len({tuple(one.languages) for one in certificates}) > 1:
        raise Conflict(N_("These certificates are in different languages. Print those of each language by themselves."))
    return tuple(certificates[0].languages)
