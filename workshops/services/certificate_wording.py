"""The words of certificates, filled in once when they are issued, so that printing them again says the same."""

from typing import Any

from sqlalchemy.orm import Session

from workshops.domain.document_texts import DocumentUse, MissingValues, default_text, fill
from workshops.domain.enums import CertificateKind
from workshops.errors import N_, Conflict
from workshops.labels import label
from workshops.models import Certificate, Participation, Workshop
from workshops.services import document_texts, document_values
from workshops.services.training_rows import named
from workshops.translating import translator

USES = {
    CertificateKind.ATTENDANCE: DocumentUse.ATTENDANCE,
    CertificateKind.COMPLETION: DocumentUse.COMPLETION,
    CertificateKind.TRAINER: DocumentUse.TRAINER,
}


class Wording:
    """Words the certificates of one workshop in some languages; what they share is read once."""

    def __init__(self, session: Session, workshop: Workshop, languages: tuple[str, ...]) -> None:
        self._texts = {code: document_texts.in_force(session, workshop.office_id, language=code) for code in languages}
        self._shared = {code: document_values.values_of(workshop, code) for code in languages}
        self._rows = {row.person_id: row for row in workshop.participations}

    def of(self, certificate: Certificate) -> dict[str, Any]:
        """By language: the heading, the paragraphs, and which of them is the name alone.

        Raises `Conflict` where the text of the office asks for something that the record does not say.
        """
        return {language: self._in(language, certificate) for language in self._shared}

    def _in(self, language: str, certificate: Certificate) -> dict[str, Any]:
        use = USES[certificate.kind]
        text = self._texts[language].get(use) or default_text(use, language)
        row = self._rows.get(certificate.person_id)
        values = self._shared[language] | {
            "participant": certificate.full_name,
            "hours": document_values.hours(certificate.minutes, language),
            "agency": _agency(row, language),
            "post": row.post_title if row else "",
            "role": translator(language).gettext(label(certificate.role)) if certificate.role else "",
        }
        try:
            filled = fill(text, values)
        except MissingValues as missing:
            message = N_(
                "The text of this certificate asks for %(names)s, which the record does not say of %(person)s. "
                "Add it there, or put those words of the text in square brackets."
            )
            names = ", ".join(f"{{{name}}}" for name in missing.names)
            raise Conflict(message, names=names, person=certificate.full_name) from missing
        return {"heading": filled.heading, "paragraphs": list(filled.paragraphs), "name_at": filled.name_at}


def _agency(row: Participation | None, language: str) -> str:
    if row is None or row.agency is None:
        return ""
    return named(language, row.agency.name, row.agency.acronym, row.agency.translations)
