"""How a letter or certificate will look with words that are just being written: its first page."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import nulls_last, select
from sqlalchemy.orm import Session

from workshops.documents import renderer
from workshops.documents.certificate import Certificate, CertificateContext, certificate_page
from workshops.documents.letter import Letter, LettersContext, letters_page
from workshops.domain import document_texts as d
from workshops.domain.access import Actor
from workshops.domain.certificates import Signatory
from workshops.domain.document_texts import DocumentText, DocumentUse, FilledText, MissingValues
from workshops.domain.enums import DatePrecision, DeliveryMode, WorkshopType
from workshops.errors import N_, Invalid, Problem
from workshops.files import Files
from workshops.models import Office, Workshop
from workshops.models.workshop import WorkshopLanguage
from workshops.services import document_values as v
from workshops.services import offices, workshops
from workshops.services.document_texts import Place
from workshops.services.office_settings import letterhead
from workshops.translating import translator

MOST_OFFERED: Final = 50
PARTICIPANT: Final = "Nguyễn Thị Hương"
SIGNATORY: Final = "Amina Diallo"


def offered(session: Session, office_id: int | None) -> Sequence[tuple[str, str]]:
    """(reference, title) of the workshops with which words can be tried: the latest of the office, or of all."""
    wanted = select(Workshop.reference, Workshop.title)
    if office_id is not None:
        wanted = wanted.where(Workshop.office_id == office_id)
    latest = wanted.order_by(nulls_last(Workshop.starts_on.desc()), Workshop.id.desc()).limit(MOST_OFFERED)
    return [(reference, title) for reference, title in session.execute(latest)]


def preview(
    session: Session, files: Files, *, place: Place, text: DocumentText, reference: str, today: date, by: Actor
) -> bytes:
    """The first page as PNG, for the workshop of a `reference` or with sample values ("").

    Raises `Invalid` for words that cannot be used or that ask for what this workshop does not say, `NotFound`, and
    what `documents.renderer.Renderer.render` raises.
    """
    if problems := list(d.problems(place.use, text)):
        raise Invalid(*problems)
    office = session.get(Office, place.office_id) if place.office_id is not None else None
    workshop = workshops.find(session, reference=reference, by=by) if reference else _sample(place.language, office)
    head = letterhead(session, workshop.office, files, workshop=workshop, languages=place.language)
    values = _samples(place.language, today) | v.values_of(workshop, place.language)
    values["contact"] = v.contact(workshop, head.contact) or values["contact"]
    common = {
        "office": workshop.office.name,
        "paper": offices.settings_of(workshop.office).paper,
        "letterhead": head,
    }
    filled = _filled(text, values)
    if place.use.is_certificate:
        page = _certificate(filled, place.language, today, common)
    else:
        page = _letter(filled, place, workshop.reference, values, today, common)
    press = renderer.shared()
    _pages, picture = press.preview(press.render(page), 1)
    return picture


def _letter(
    text: FilledText, place: Place, reference: str, values: Mapping[str, str], today: date, common: Mapping[str, Any]
) -> str:
    to_person = (values["participant"], values["post"]) if place.use is DocumentUse.INVITATION else ()
    letter = Letter(
        languages=(place.language,),
        addressee=(*to_person, values["agency"]),
        texts=[text],
        issuer=common["letterhead"].issuer,
        footer=common["letterhead"].footer,
    )
    context = LettersContext(
        reference=reference, title=text.heading, written_on=today, letters=[letter], signatory=SIGNATORY, **common
    )
    return letters_page(context, place.language)


def _certificate(text: FilledText, language: str, today: date, common: Mapping[str, Any]) -> str:
    post = translator(language).gettext(N_("Head of the training unit"))
    sample = Certificate(
        name=PARTICIPANT,
        texts=[text],
        number="ABC-2030-001/01",
        issued_on=today,
        signatories=[Signatory(name=SIGNATORY, title=post)],
    )
    return certificate_page(CertificateContext(title=text.heading, certificates=[sample], **common), (language,))


def _filled(text: DocumentText, values: Mapping[str, str]) -> FilledText:
    try:
        return d.fill(text, values)
    except MissingValues as error:
        message = N_("This workshop does not say %(names)s. Words in square brackets are left out then.")
        names = ", ".join(f"{{{name}}}" for name in error.names)
        raise Invalid(Problem("workshop", message, {"names": names})) from None


def _samples(language: str, today: date) -> dict[str, str]:
    """Values for all placeholders that no workshop gives by itself."""
    say = translator(language).gettext
    return {
        "participant": PARTICIPANT,
        "signatory": SIGNATORY,
        "agency": say(N_("Ministry of the Interior")),
        "post": say(N_("Head of the training unit")),
        "role": say(N_("Lead trainer")),
        "seats": v.seats(3, language),
        "deadline": v.deadline(today + timedelta(days=21), language),
        "hours": v.hours(24 * 60, language),
        "contact": "training@example.org",
    }


def _sample(language: str, office: Office | None) -> Workshop:
    """A workshop that is in no record."""
    say = translator(language).gettext
    return Workshop(
        reference="ABC-2030-001",
        title=say(N_("Border management and the detection of fraudulent documents")),
        title_language=language,
        title_translations={},
        type=WorkshopType.TRAINING_COURSE,
        mode=DeliveryMode.ONSITE,
        starts_on=date(2030, 5, 6),
        starts_precision=DatePrecision.DAY,
        ends_on=date(2030, 5, 17),
        ends_precision=DatePrecision.DAY,
        city="Dakar",
        country_code="SN",
        venue=say(N_("National School of Administration")),
        objectives=say(N_("Recognise forged and altered travel documents, and apply the procedure that follows.")),
        target_audience=say(N_("officers at border posts, and those who train them.")),
        office=office or Office(name=say(N_("Name of the office"))),
        language_rows=[WorkshopLanguage(language=code) for code in ("en", "fr")],
        contacts=[],
    )
