"""Letters to agencies and to a participant, each in its own language."""

from datetime import date
from functools import partial
from io import BytesIO

from PIL import Image

from workshops.documents.both import Both
from workshops.documents.letter import Letter, LettersContext, letters_page
from workshops.documents.letterhead import Letterhead, Logo, picture
from workshops.domain.document_texts import DocumentUse, default_text, fill

VALUES = {
    "en": {
        "workshop": "Border management and the detection of fraudulent travel documents",
        "activity": "the training course",
        "dates": "from 6 to 17 May 2024",
        "place": "in Tashkent (Uzbekistan)",
        "venue": "Academy of Justice, training hall",
        "languages": "English and Russian",
        "objectives": "Prevent irregular movements, and ease the travel of those who may cross.",
        "audience": "Officers at border control.",
        "deadline": "12 April 2024",
        "seats": "3 participants",
        "contact": "Ana Silva, +998 71 281 44 25, training@example.org",
        "participant": "Өнөрбаяр Щербаков",
    },
    "fr": {
        "workshop": "Gestion des frontières et détection des documents de voyage frauduleux",
        "activity": "la formation",
        "dates": "du 6 au 17 mai 2024",
        "place": "à Tachkent (Ouzbékistan)",
        "deadline": "12 avril 2024",
        "seats": "3 personnes",
    },
    "es": {
        "workshop": "Gestión de fronteras y detección de documentos de viaje fraudulentos",
        "activity": "el curso de capacitación",
        "dates": "del 6 al 17 de mayo de 2024",
        "place": "en Taskent (Uzbekistán)",
        "deadline": "12 de abril de 2024",
        "seats": "3 personas",
        "participant": "Oyunchimeg",
    },
}


def a_letter(languages: str, use: DocumentUse, *addressee: str, **more: object) -> Letter:
    """A letter with the usual words in a language, or in several parted by spaces."""
    codes = tuple(languages.split())
    texts = [fill(default_text(use, code), VALUES[code]) for code in codes]
    values: dict[str, object] = {"languages": codes, "addressee": addressee, "texts": texts}
    return Letter(**{**values, **more})


def some_letters(**changes: object) -> LettersContext:
    """Three letters, in which single values can be changed."""
    values: dict[str, object] = {
        "reference": "UZB-2024-003",
        "title": "Request for nominations",
        "office": "International Organization for Migration, Office in Uzbekistan",
        "written_on": date(2024, 3, 18),
        "signatory": "Zulfiya Rakhimova",
        "signatory_title": "Chief of Mission",
        "letters": [
            a_letter(
                "en",
                DocumentUse.INVITATION,
                *("Өнөрбаяр Щербаков", "Senior officer, passport control", "State Border Service", "MONGOLIA"),
                enclosures=("Programme", "Note on travel"),
            ),
            a_letter(
                "fr", DocumentUse.NOMINATION, "Ministère de l’Intérieur", "Direction générale de la police", "TUNISIE"
            ),
            a_letter("es", DocumentUse.NOMINATION, "Ministerio del Interior", "PERÚ"),
        ],
    }
    return LettersContext(**{**values, **changes})


def _pdf(**changes: object) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    return to_pdf(letters_page(some_letters(**changes), "en"))


def _logo(colour: str, width: int) -> Logo:
    out = BytesIO()
    Image.new("RGB", (width, 100), colour).save(out, "PNG")
    return Logo(picture(out.getvalue(), "image/png"), "A logo")


def _with_logos() -> bytes:
    """Six of them stay above the rule, beside the name of the office."""
    logos = tuple(_logo(colour, width) for colour in ("navy", "gray", "black") for width in (300, 100))
    letterhead = Letterhead(logos=logos, logo_height=18)
    return _pdf(letterhead=letterhead, letters=some_letters().letters[:1])


def in_both() -> list[Letter]:
    """Letters in two languages, the first of them on one page."""
    issuer = Both({"fr": "Organisation internationale pour les migrations", "en": "Migration office"})
    to_agency = a_letter("fr en", DocumentUse.NOMINATION, "Ministère de l’Intérieur", "TUNISIE", issuer=issuer)
    return [to_agency, a_letter("es en", DocumentUse.INVITATION, "Oyunchimeg", "محمد بن سلمان")]


def _bilingual() -> bytes:
    return _pdf(letters=in_both())


PICTURES = {
    "letters": _pdf,
    "letters-fr-en": _bilingual,
    "letters-us": partial(_pdf, paper="Letter"),
    "letters-logos": _with_logos,
}
