"""Certificates with names in every script."""

from datetime import date
from functools import partial

from workshops.documents import fonts
from workshops.documents.certificate import Certificate, CertificateContext, certificate_page
from workshops.domain.certificates import Signatory
from workshops.domain.document_texts import DocumentUse, default_text, fill

NAMES = list(fonts.SCRIPTS.values())
VALUES = {
    "en": {"activity": "the workshop", "dates": "from 6 to 8 May 2024", "place": "in Ulaanbaatar (Mongolia)"},
    "fr": {"activity": "l’atelier", "dates": "du 6 au 8 mai 2024", "place": "à Oulan-Bator (Mongolie)"},
    "es": {"activity": "el taller", "dates": "del 6 al 8 de mayo de 2024", "place": "en Ulán Bator (Mongolia)"},
}
HOURS = {"en": "{} hours", "fr": "{} heures", "es": "{} horas"}
TITLE = "Border management and the detection of fraudulent travel documents"


def certificate(number: int = 1, languages: tuple[str, ...] = ("en",), **changes: object) -> Certificate:
    """A certificate with every part filled in, its name in the script of that number."""
    said = [
        VALUES[language] | {"participant": "x", "workshop": TITLE, "hours": HOURS[language].format(12 + number % 4)}
        for language in languages
    ]
    use = DocumentUse.ATTENDANCE
    values: dict[str, object] = {
        "name": f"Ana-María Núñez {number}",
        "native_name": f"{NAMES[number % 12]} {number}" if number % 12 else "",
        "texts": [fill(default_text(use, code), one) for code, one in zip(languages, said, strict=True)],
        "number": f"MNG-2024-003/{number:03}",
        "issued_on": date(2024, 5, 14),
        "check_address": f"https://workshops.example.org/check/{number:04}K3F9QXAZ7M2P4R8T6W5YBCD",
        "signatories": (
            Signatory(name="Enkhjargal Bold", title="Chief of Mission"),
            Signatory(name="Dashdorj Murun", title="Director, Immigration Agency"),
        ),
    }
    return Certificate(**{**values, **changes})  # type: ignore[arg-type]


def certificates(people: int = 12, languages: tuple[str, ...] = ("en",), **changes: object) -> CertificateContext:
    """That many certificates, in which single values can be changed."""
    values: dict[str, object] = {
        "title": "MNG-2024-003 Certificates of attendance",
        "office": "Office in Mongolia",
        "certificates": [certificate(number, languages) for number in range(people)],
    }
    return CertificateContext(**{**values, **changes})  # type: ignore[arg-type]


def _pdf(languages: tuple[str, ...], number: int) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    context = certificates(certificates=[certificate(number, languages)])
    return to_pdf(certificate_page(context, languages))


PICTURES = {"certificate-en": partial(_pdf, ("en",), 3), "certificate-fr-en": partial(_pdf, ("fr", "en"), 10)}
