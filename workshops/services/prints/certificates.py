"""The certificates of a workshop that are in force, as they were issued."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.documents.certificate import Certificate as Printed
from workshops.documents.certificate import CertificateContext, certificate_page, certificate_stamps
from workshops.domain.certificates import Signatory
from workshops.domain.document_texts import FilledText
from workshops.domain.enums import CertificateKind, CertificateStatus
from workshops.domain.languages import OWN_NAMES
from workshops.domain.naming import NAMELESS
from workshops.domain.print_choices import Option
from workshops.errors import N_
from workshops.labels import labels
from workshops.models import Certificate, Workshop
from workshops.services import site
from workshops.services.prints.choices import SomeOf
from workshops.services.prints.kinds import Kind, NothingToPrint, Wanted
from workshops.translating import translator


def certificates_context(session: Session, workshop: Workshop, wanted: Wanted) -> CertificateContext:
    """Those of the chosen kinds that were made out in the languages wanted."""
    found = [one for one in _in_force(session, workshop) if _is_chosen(one, wanted)]
    return context_of(session, workshop, found, wanted)


def certificates_lack(session: Session, workshop: Workshop, wanted: Wanted) -> NothingToPrint | None:
    """There have to be some, made out in the languages wanted."""
    found = _in_force(session, workshop)
    if any(_is_chosen(one, wanted) for one in found):
        return None
    if not found:
        return NothingToPrint(N_("No certificate is in force. Issue some first."), mend="certificates")
    there = dict.fromkeys(" + ".join(OWN_NAMES[code] for code in one.languages) for one in found)
    return NothingToPrint(
        N_("No certificate in force is like that. Those there are were made out in: %(languages)s."),
        languages="; ".join(there),
        by_choice=True,
    )


def _in_force(session: Session, workshop: Workshop) -> Sequence[Certificate]:
    """Those that hold, of people who still have a name."""
    in_force = (Certificate.workshop_id == workshop.id, Certificate.status == CertificateStatus.VALID)
    named = Certificate.full_name != NAMELESS
    return session.scalars(select(Certificate).where(*in_force, named).order_by(Certificate.position)).all()


def _is_chosen(one: Certificate, wanted: Wanted) -> bool:
    return one.kind in wanted.chosen["kinds"] and tuple(one.languages) == wanted.languages


def context_of(
    session: Session, workshop: Workshop, certificates: Sequence[Certificate], wanted: Wanted
) -> CertificateContext:
    """These certificates of a workshop, all in the languages wanted. Raises `NothingToPrint` where none has a name."""
    named = [one for one in certificates if one.full_name != NAMELESS]
    if not named:
        raise NothingToPrint(N_("No certificate is in force. Issue some first."), mend="certificates")
    zone = ZoneInfo(workshop.office.time_zone)
    title = named[0].title_translations.get(wanted.language) or named[0].title
    return CertificateContext(
        title=f"{translator(wanted.language).gettext(CERTIFICATES.title)}: {title}",
        office=workshop.office.name,
        certificates=[_printed(session, one, zone) for one in named],
        paper=wanted.paper,
        letterhead=wanted.letterhead,
    )


def _printed(session: Session, one: Certificate, zone: ZoneInfo) -> Printed:
    words = [one.wording[language] for language in one.languages]
    return Printed(
        name=one.full_name,
        native_name=one.native_name,
        texts=[FilledText(said["heading"], tuple(said["paragraphs"]), said["name_at"]) for said in words],
        number=one.number,
        issued_on=one.issued_at.astimezone(zone).date(),
        check_address=site.address(session, f"/c/{one.verify_token}"),
        signatories=[Signatory(**each) for each in one.signatories],
    )


CERTIFICATES = Kind(
    name="certificates",
    title=N_("Certificates"),
    about=N_("Those in force that were made out in this language, each with a code by which anybody can check it."),
    context=certificates_context,
    page=certificate_page,
    stamps=certificate_stamps,
    lacks=certificates_lack,
    choices=(
        SomeOf(
            name="kinds",
            label=N_("Kind"),
            of=[Option(kind, label, is_usual=True) for kind, label in labels(CertificateKind).items()],
        ),
    ),
)
