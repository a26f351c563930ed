"""Who organises, with whom, who pays: turns of phrase, each in a sentence that no sample holds."""

import pytest

from tests.press_leads import LEAD
from workshops.press.extract import read_press_release
from workshops.press.language import guess_language

ROLES = [
    ("UNODC and the Bar Association have joined forces to train officers.", "organisers", ["UNODC", "Bar Association"]),
    ("La Croix-Rouge a abrité un atelier régional d'AFRISTAT.", "organisers", ["AFRISTAT"]),
    ("L'atelier est l'œuvre conjointe de la FAO et du ministère de la Santé.", "organisers", ["FAO", "ministère de la Santé"]),
    ("L'Ordre des avocats en est l'organisateur.", "organisers", ["Ordre des avocats"]),
    ("El evento, que organizó la Corte Suprema, fue dictado por instructores del FBI.", "organisers", ["Corte Suprema"]),
    ("FAO ran the workshop under the Reef Project, executed by UNEP.", "organisers", ["FAO"]),
    ("El financiamiento proviene del Banco Mundial.", "funders", ["Banco Mundial"]),
    ("The OSCE Office for Peru, Chile and Bolivia ran the workshop.", "organisers", ["OSCE Office for Peru, Chile and Bolivia"]),
    ("It was run by the Council of Europe's Economic Crime and Justice Division.", "organisers", ["Council of Europe's Economic Crime and Justice Division"]),
    ("UNDP ran the workshop with Defence for Children International (DCI-SL).", "partners", ["Defence for Children International (DCI-SL)"]),
    ("The FAO ran the workshop. The Bankers' Association assisted with the selection of judges.", "partners", ["Bankers' Association"]),
    ("Les travaux étaient dirigés par la Division des urgences (DSU).", "organisers", ["Division des urgences (DSU)"]),
    ("La Croix-Rouge est à la manœuvre.", "organisers", ["Croix-Rouge"]),
    ("À l'origine de cet atelier, l'Ordre des avocats et la FAO.", "organisers", ["Ordre des avocats", "FAO"]),
    ("La FAO a organisé l'atelier sous l'égide du Commissariat à la solidarité et à la promotion du genre.", "organisers", ["FAO", "Commissariat à la solidarité et à la promotion du genre"]),
    ("La FAO a mené l'atelier en partenariat avec l'OMS, qui a fourni les manuels, et avec l'Ambassade de France.", "partners", ["OMS", "Ambassade de France"]),
    ("La Cámara de Industrias del Uruguay y la FAO acompañaron la organización.", "partners", ["Cámara de Industrias del Uruguay", "FAO"]),
    ("La FAO lo organizó en el Edificio Mercosur.", "organisers", ["FAO"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "values"), ROLES)
def test_who_does_what(text: str, field: str, values: list[str]) -> None:
    facts = read_press_release(f"{LEAD[guess_language(text)[0] or 'en']} {text}")
    assert facts.values(field) == values


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The judges of Villa Nueva took a workshop given by the FAO.", []),
        (
            "Las prácticas, con datos de la Encuesta Permanente de Hogares, están a cargo de Eva Gil, de la FAO.",
            ["Eva Gil"],
        ),
        ("Les travaux, ouverts à l'hôtel Cristal Plaza, étaient animés par Mme Awa Sow.", ["Awa Sow"]),
        ("Trainers came. The Association of Peruvian Women taught.", []),
        ("Invité à partager l'expérience de son pays, M. Anil Roy a présenté un film.", ["Anil Roy"]),
        ("La délégation, composée de sept hommes et de quatre femmes et conduite par M. Ali Sy, a visité la FAO.", []),
    ],
)
def test_who_is_no_teacher(text: str, names: list[str]) -> None:
    facts = read_press_release(f"{LEAD[guess_language(text)[0] or 'en']} {text}")
    assert [expert["name"] for expert in facts.values("experts")] == names


def test_a_unit_and_a_body_written_as_a_word_are_contacts() -> None:
    lead = f"{LEAD['fr']} Le Centre francophone (CREFA) l'a organisé."
    unit = read_press_release(f"{lead}\n\nCellule communication : +237 222 55 50 30 / presse@example.org")
    assert unit.values("contacts")[0]["organisation"] == "Cellule communication"
    body = read_press_release(f"{lead}\n\nRenseignements : Crefa, crefa@example.org")
    assert body.values("contacts")[0]["organisation"] == "Crefa"
