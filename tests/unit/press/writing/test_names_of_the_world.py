"""That drafts with names of persons in many scripts are read back, in the language of the record and the two others."""

from typing import Any

import pytest

from tests.press_score import compare, macro_f1
from tests.unit.press.writing.test_reading_back import details_of, told
from tests.unit.press.writing.test_release import TODAY
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.press.extract import read_press_release
from workshops.press.writing.release import write_release

LEAST_MACRO_F1 = 0.97
NAMES = ("王小明", "محمد الأمين", "Айгуль Садыкова", "สมชาย ใจดี", "Ana María de la Cruz", "Jan van der Berg")
RECORDS: dict[str, dict[str, Any]] = {
    "en": {
        "title": "Labour inspectors learn to speak with children",
        "event_type": "conference",
        "city": "Suva",
        "country": "FJ",
        "venue": "Grand Palace Hotel",
        "participants_description": "labour inspectors",
        "organisers": ["International Organization for Migration (IOM)", "Ministry of Justice"],
        "partners": ["International Labour Organization (ILO)"],
        "beneficiary_agencies": [{"name": "National Statistics Office", "acronym": "NSO"}],
        "funders": ["IOM Development Fund", "European Union"],
        "topics": ["interview techniques", "data protection"],
        "legal_references": ["Palermo Protocol"],
        "texts": ("We look at every report with different", "No country can solve this problem on its"),
        "functions": ("Chief of Mission", None),
    },
    "fr": {
        "title": "Les inspecteurs du travail apprennent à parler avec les enfants",
        "event_type": "conference",
        "city": "Lomé",
        "country": "TG",
        "venue": "Hôtel Sarakawa",
        "participants_description": "inspecteurs du travail",
        "organisers": ["Organisation internationale pour les migrations (OIM)", "Ministère de la Justice"],
        "partners": ["Organisation internationale du Travail (OIT)"],
        "beneficiary_agencies": [{"name": "Agence nationale de la statistique", "acronym": "ANS"}],
        "funders": ["Banque mondiale", "Union européenne"],
        "topics": ["techniques d'entretien", "protection des données"],
        "legal_references": ["Protocole de Palerme"],
        "texts": ("Nous regardons chaque rapport avec d'aut", "Aucun pays ne peut résoudre seul ce prob"),
        "functions": ("chef de mission", None),
    },
    "es": {
        "title": "Inspectores de trabajo aprenden a hablar con los niños",
        "event_type": "conference",
        "city": "Lima",
        "country": "PE",
        "venue": "Hotel Sheraton",
        "participants_description": "inspectores de trabajo",
        "organisers": ["Organización Internacional para las Migraciones (OIM)", "Ministerio de Justicia"],
        "partners": ["Organización Internacional del Trabajo (OIT)"],
        "beneficiary_agencies": [{"name": "Instituto Nacional de Estadística", "acronym": "INE"}],
        "funders": ["Banco Mundial", "Unión Europea"],
        "topics": ["técnicas de entrevista", "protección de datos"],
        "legal_references": ["Protocolo de Palermo"],
        "texts": ("Ahora miramos cada informe con otros ojo", "Ningún país puede resolver solo este pro"),
        "functions": ("jefe de misión", None),
    },
}


def _gold(language: str, names: tuple[str, ...]) -> dict[str, Any]:
    """A whole record of which four people, named so, teach, speak, and are to be asked."""
    gold = dict(RECORDS[language])
    texts, functions = gold.pop("texts"), gold.pop("functions")
    said = zip(names[1:3], functions, texts, strict=True)
    return {
        **gold,
        "lang": language,
        "is_workshop": True,
        "start_date": "2024-12-30",
        "end_date": "2025-01-02",
        "date_text": None,
        "duration_days": 4,
        "participants_count": 31,
        "participants_qualifier": "about",
        "expert_countries": ["KR"],
        "experts": [{"name": names[0], "affiliation": None}, {"name": names[1], "affiliation": None}],
        "participant_countries": ["PG", "SV", "LA"],
        "project": {"name": None, "acronym": None, "duration_text": None},
        "quotes": [{"speaker": name, "title": title, "text_start": text} for name, title, text in said],
        "contacts": [{"name": names[3], "organisation": None, "phone": "+679 330 0000", "email": "press@example.org"}],
    }


@pytest.mark.parametrize("turned", [0, 3])
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("of", INTERFACE_LANGUAGES)
def test_names_in_any_script_are_read_back(of: str, language: str, turned: int) -> None:
    gold = _gold(of, NAMES[turned:] + NAMES[:turned])
    draft = write_release(
        details_of({**told(gold, of), "lang": of}),
        language=language,
        today=TODAY,
        publisher="IOM Fiji",
        foreign_topics=frozenset(gold["topics"] if language != of else ()),
    )
    assert macro_f1(compare(told(gold, language), read_press_release(draft.text).to_record())) >= LEAST_MACRO_F1
