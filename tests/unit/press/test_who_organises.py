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
    ("La FAO a organisé l'atelier, avec une expertise venue de la République de Corée.", "partners", []),
    ("UNDP ran it. Funding of EUR 118 000 came from the European Union through the Reef Project.", "funders", ["European Union"]),
    ("La FAO l'a tenu. Le financement, soit 38 millions de francs CFA, a été assuré par la Coopération suisse (DDC).", "funders", ["Coopération suisse (DDC)"]),
    ("La Croix-Rouge est à la manœuvre.", "organisers", ["Croix-Rouge"]),
    ("À l'origine de cet atelier, l'Ordre des avocats et la FAO.", "organisers", ["Ordre des avocats", "FAO"]),
    ("La FAO a organisé l'atelier sous l'égide du Commissariat à la solidarité et à la promotion du genre.", "organisers", ["FAO", "Commissariat à la solidarité et à la promotion du genre"]),
    ("La FAO a mené l'atelier en partenariat avec l'OMS, qui a fourni les manuels, et avec l'Ambassade de France.", "partners", ["OMS", "Ambassade de France"]),
    ("La Cámara de Industrias del Uruguay y la FAO acompañaron la organización.", "partners", ["Cámara de Industrias del Uruguay", "FAO"]),
    ("UNDP's own workshop ended. In conjunction with African Parks and with funding from the Reef Network, UNDP ran it.", "partners", ["African Parks"]),
    ("It was run by the IMF's AFRITAC South with money from the Central Bank of Kenya.", "organisers", ["AFRITAC South"]),
    ("Under the Pacific Health Fund, UNDP ran the workshop.", "funders", ["Pacific Health Fund"]),
    ("FAO ran the workshop hand in hand with its partner Physicians for Peace.", "partners", ["Physicians for Peace"]),
    ("FAO ran it with the support of Norway's embassy and the Academy for Judges and Prosecutors.", "partners", ["Norway's embassy", "Academy for Judges and Prosecutors"]),
    ("L'atelier est mené par Expertise France pour le compte de l'Union européenne.", "funders", ["Union européenne"]),
    ("La FAO a mené l'atelier avec à ses côtés le Laboratoire central vétérinaire du Mali.", "partners", ["Laboratoire central vétérinaire du Mali"]),
    ("FAO ran it with the support of the Government of Canada and the Howard G. Buffett Foundation.", "partners", ["Government of Canada", "Howard G. Buffett Foundation"]),
    ("FAO ran the workshop, co-financed by Flanders and TradeMark Africa.", "funders", ["Flanders", "TradeMark Africa"]),
    ("FAO ran the workshop, with the World Bank covering travel.", "funders", ["World Bank"]),
    ("La FAO, dans le cadre de son Programme de sécurité maritime (MASE), a convié douze gardes à un atelier.", "organisers", ["FAO"]),
    ("La FAO impartió el taller. Colaboró la Corte Suprema, que puso las aulas, y aportó fondos la Fundación Bunge.", "funders", ["Fundación Bunge"]),
    ("La Corte Suprema y Comfama invitaron a 80 jueces a un seminario.", "organisers", ["Corte Suprema", "Comfama"]),
    ("FAO ran the workshop, which got financial support from the European Union under the REEF programme.", "funders", ["European Union"]),
    ("La FAO dictó el taller mediante una contribución de la Corte Suprema, asociada con Nestlé México.", "partners", ["Nestlé México"]),
    ("A instancias de la Corte Suprema se efectuó el taller.", "organisers", ["Corte Suprema"]),
    ("La FAO y la Pontificia Universidad Católica aunaron esfuerzos para brindar el taller.", "organisers", ["FAO", "Pontificia Universidad Católica"]),
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


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        ("Suva, 3 May 2024 - Akvo Reef and its partner, the Fishers Union, have trained 24 divers in a workshop.", ["Akvo Reef", "Fishers Union"]),
        ("Enda Tiers Monde, avec à ses côtés l'ambassade du Canada, a réuni à Saly vingt maires pour un séminaire.", ["Enda Tiers Monde"]),
        ("Aproquen, junto a su aliado Médicos Unidos, llevó a cabo un curso para 50 enfermeras.", ["Aproquen"]),
        ("The Statistics Bureau's workshop on maps ended in Suva. Experts from India's Survey and Statistics Fiji led it.", ["Statistics Bureau"]),
        ("Delegates and divers held a workshop in Suva.", []),
    ],
)  # fmt: skip
def test_bodies_that_only_their_acts_tell(text: str, organisers: list[str]) -> None:
    assert read_press_release(text).values("organisers") == organisers


def test_a_unit_and_a_body_written_as_a_word_are_contacts() -> None:
    lead = f"{LEAD['fr']} Le Centre francophone (CREFA) l'a organisé."
    unit = read_press_release(f"{lead}\n\nCellule communication : +237 222 55 50 30 / presse@example.org")
    assert unit.values("contacts")[0]["organisation"] == "Cellule communication"
    body = read_press_release(f"{lead}\n\nRenseignements : Crefa, crefa@example.org")
    assert body.values("contacts")[0]["organisation"] == "Crefa"
