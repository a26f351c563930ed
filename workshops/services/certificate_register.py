"""The register of certificates: those of a workshop, those of an office, and the one that a code stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from workshops.domain.access import Actor
from workshops.domain.certificate_filter import CertificateFilter
from workshops.domain.certificates import CertificateLine, Look, Signatory
from workshops.domain.enums import CertificateKind, CertificateStatus
from workshops.domain.naming import NAMELESS, name_key
from workshops.errors import NotFound
from workshops.models import Certificate, Office, User, Workshop
from workshops.services import offices
from workshops.services.paging import Page, paged
from workshops.services.scope import in_scope


@dataclass(frozen=True, slots=True)
class OfWorkshop:
    """The certificates of a workshop by number, and the number of the one in whose place each new one is."""

    workshop: Workshop
    certificates: Sequence[Certificate]
    in_place_of: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """What anybody may read who holds the code. Without a name where the holder was erased: then nothing of them."""

    kind: CertificateKind
    status: CertificateStatus
    name: str
    native_name: str
    title: str
    starts_on: date
    ends_on: date
    minutes: int | None
    issuer: str


def of_workshop(session: Session, *, reference: str, by: Actor) -> OfWorkshop:
    """All certificates of a workshop. Two statements. Raises `NotFound`."""
    wanted = select(Workshop).where(Workshop.reference == reference, in_scope(Workshop.office_id, by))
    workshop = session.scalar(wanted.options(joinedload(Workshop.office)))
    if workshop is None:
        raise NotFound
    rows = select(Certificate).where(Certificate.workshop_id == workshop.id).order_by(Certificate.position)
    found = session.scalars(rows.options(joinedload(Certificate.issued_by).load_only(User.name))).all()
    numbers = {one.id: one.number for one in found}
    replaced = {one.id: numbers.get(one.replaces_id, "") for one in found if one.replaces_id}
    return OfWorkshop(workshop, found, replaced)


def listed(session: Session, wanted: CertificateFilter, *, number: int, by: Actor) -> Page[CertificateLine]:
    """A page (from 1) of the register of the offices open to `by`, the newest first."""
    found = paged(session, _wanted(wanted, by), number=number)
    return Page([_line(certificate) for (certificate,) in found.rows], found.number, found.total, found.size)


def everything(session: Session, wanted: CertificateFilter, *, by: Actor) -> list[CertificateLine]:
    """The same as one list."""
    return [_line(certificate) for certificate in session.scalars(_wanted(wanted, by))]


def usual_look(session: Session, *, office_id: int, language: str) -> Look:
    """How the office made out its last certificate; before the first, in `language` and with nobody who signs."""
    last = session.execute(
        select(Certificate.languages, Certificate.signatories)
        .join(Workshop, Workshop.id == Certificate.workshop_id)
        .where(Workshop.office_id == office_id)
        .order_by(Certificate.id.desc())
        .limit(1)
    ).first()
    return look_of(*last) if last else Look(languages=(language,))


def look_of(languages: Sequence[str], signatories: Sequence[Mapping[str, str]]) -> Look:
    """The look that a certificate keeps."""
    return Look(languages=tuple(languages), signatories=tuple(Signatory(**each) for each in signatories))


def check(session: Session, *, token: str, language: str) -> Checked | None:
    """What the certificate says that this code was printed on; None where there is none. One statement.

    Title and issuer are in the language of the reader, as far as they are known in it.
    """
    one = session.scalar(
        select(Certificate)
        .where(Certificate.verify_token == token)
        .options(joinedload(Certificate.workshop).joinedload(Workshop.office).joinedload(Office.settings))
    )
    if one is None:
        return None
    is_erased = one.full_name == NAMELESS
    return Checked(
        kind=one.kind,
        status=one.status,
        name="" if is_erased else one.full_name,
        native_name=one.native_name,
        title=one.title_translations.get(language) or one.title,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        minutes=None if is_erased else one.minutes,
        issuer=offices.issuer(one.workshop.office, language),
    )


def _line(one: Certificate) -> CertificateLine:
    zone = ZoneInfo(one.workshop.office.time_zone)
    return CertificateLine(
        number=one.number,
        kind=one.kind,
        status=one.status,
        full_name=one.full_name,
        native_name=one.native_name,
        minutes=one.minutes,
        reference=one.workshop.reference,
        title=one.title,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        country_code=one.country_code or "",
        office=one.workshop.office.name,
        issued_on=one.issued_at.astimezone(zone).date(),
        issued_by=one.issued_by.name if one.issued_by else "",
        in_place_of=one.replaces.number if one.replaces else "",
    )


def _wanted(wanted: CertificateFilter, by: Actor) -> Select[Certificate]:
    found = (
        select(Certificate)
        .join(Certificate.workshop)
        .where(in_scope(Workshop.office_id, by))
        .options(
            contains_eager(Certificate.workshop).joinedload(Workshop.office),
            joinedload(Certificate.issued_by).load_only(User.name),
            joinedload(Certificate.replaces).load_only(Certificate.number),
        )
        .order_by(Certificate.id.desc())
    )
    if wanted.kind:
        found = found.where(Certificate.kind == wanted.kind)
    if wanted.status:
        found = found.where(Certificate.status == wanted.status)
    if wanted.text:
        found = found.where(
            or_(
                Certificate.number.icontains(wanted.text, autoescape=True),
                Certificate.folded_name.contains(name_key(wanted.text), autoescape=True),
                Certificate.title.icontains(wanted.text, autoescape=True),
            )
        )
    return found
