"""Notes to editors and calendars, which tell of an event in labelled lines, in each language."""

import pytest

from workshops.press.extract import read_press_release

ENGLISH = """MEDIA ADVISORY

Customs laboratories learn to tell fuels apart

What: Training workshop on fuel adulteration testing
When: 9 to 12 September 2024
Where: Hotel Serena, Kigali, Rwanda
Who: 28 chemists of the customs laboratories of Burundi, Rwanda and Uganda
Organisers: East African Community (EAC), with the support of the World Customs Organization (WCO)
Funding: Government of Finland
Trainers: Kristiina Laine, VTT Technical Research Centre (Finland)

Media contact: Jeanne Uwera, +250 788 555 010, press@eac.example.org
"""
FRENCH = """Formation : les sages-femmes se penchent sur les registres

Date : 5 mars 2025
Lieu : Maison de la femme, Thiès (Sénégal)
Organisateur : Ordre national des sages-femmes
Participants : 40 sages-femmes
Contenus :
- Tenue du registre des naissances
- Signalement des décès
- Protection des données
"""
SPANISH = """Taller sobre actas de inspección

¿Cuándo? Del 3 al 5 de junio de 2024
¿Dónde? Cámara de Comercio, Encarnación (Paraguay)
¿Quién? Inspectores del Ministerio de Trabajo
Organiza: Organización Internacional del Trabajo (OIT)
"""


def test_a_media_advisory() -> None:
    record = read_press_release(ENGLISH).to_record()
    told = ("is_workshop", "event_type", "country", "city", "venue", "start_date", "end_date", "duration_days")
    assert [record[name] for name in told] == [
        *(True, "workshop", "RW", "Kigali", "Hotel Serena", "2024-09-09", "2024-09-12", 4),
    ]
    assert record["title"] == "Customs laboratories learn to tell fuels apart"
    assert (record["participants_count"], record["participants_qualifier"]) == (28, "exact")
    assert record["organisers"] == ["East African Community (EAC)"]
    assert record["partners"] == ["World Customs Organization (WCO)"]
    assert record["funders"] == ["Government of Finland"]
    assert [expert["name"] for expert in record["experts"]] == ["Kristiina Laine"]
    assert record["expert_countries"] == ["FI"]
    assert record["contacts"][0]["email"] == "press@eac.example.org"


def test_a_calendar_with_a_list() -> None:
    record = read_press_release(FRENCH).to_record()
    assert (record["country"], record["city"], record["venue"]) == ("SN", "Thiès", "Maison de la femme")
    assert (record["start_date"], record["end_date"]) == ("2025-03-05", "2025-03-05")
    assert record["topics"] == ["Tenue du registre des naissances", "Signalement des décès", "Protection des données"]
    assert record["participants_description"] == "sages-femmes"


def test_questions_as_labels() -> None:
    record = read_press_release(SPANISH).to_record()
    assert (record["country"], record["city"]) == ("PY", "Encarnación")
    assert (record["start_date"], record["end_date"]) == ("2024-06-03", "2024-06-05")
    assert record["organisers"] == ["Organización Internacional del Trabajo (OIT)"]


@pytest.mark.parametrize(
    "text",
    [
        "Date: 5 March 2025\nVenue: Town hall, Accra (Ghana)\nFunding: Japan",
        "Agenda: 1. Budget\nDate: 5 March 2025\nParticipants: the board",
    ],
)
def test_a_form_that_names_no_event_is_none(text: str) -> None:
    assert read_press_release(f"Meeting of the board\n\n{text}").value("is_workshop") is False


def test_each_field_is_found_once() -> None:
    facts = read_press_release(ENGLISH)
    single = [finding.field for finding in facts.findings if finding.index is None]
    assert len(single) == len(set(single))
