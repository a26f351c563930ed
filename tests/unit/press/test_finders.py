"""Each field from the turns of phrase that say it."""

from typing import Any

import pytest

from tests.press_leads import LEAD
from workshops.press.extract import read_press_release
from workshops.press.facts import PressFacts


def read(text: str) -> PressFacts:
    return read_press_release(text)


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("The workshop was organized by the IOM together with the Ministry of Interior of Angola in Luanda.", "organisers", ["IOM"]),
        ("The workshop was organized by the IOM together with the Ministry of Interior of Angola in Luanda.", "partners", ["Ministry of Interior of Angola"]),
        ("L'atelier pour 20 juges est organisé par le Ministère de la Santé et de l’Action sociale avec l'appui technique de l'OMS, à Dakar.", "organisers", ["Ministère de la Santé et de l’Action sociale"]),
        ("A workshop for 20 judges was organised by the Ministry of Health and Social Action in Accra.", "organisers", ["Ministry of Health and Social Action"]),
        ("L'atelier pour 20 juges est organisé par le Ministère de la Justice et la Banque mondiale à Dakar.", "organisers", ["Ministère de la Justice", "Banque mondiale"]),
        ("El taller para 20 jueces fue organizado por el Ministerio de Salud y de la Acción Social en Lima.", "organisers", ["Ministerio de Salud y de la Acción Social"]),
        ("En partenariat avec l'Institut du Sahel, la MINUSMA a tenu à Gao un atelier pour vingt agents.", "organisers", ["MINUSMA"]),
        ("En partenariat avec l'Institut du Sahel, la MINUSMA a tenu à Gao un atelier pour vingt agents.", "partners", ["Institut du Sahel"]),
        ("La OIM y el Gobierno del Perú celebrarán en Lima un taller que financia el Gobierno del Japón.", "organisers", ["OIM", "Gobierno del Perú"]),
        ("La OIM y el Gobierno del Perú celebrarán en Lima un taller que financia el Gobierno del Japón.", "funders", ["Gobierno del Japón"]),
        ("UNDP held a workshop for judges in Apia. Australia and New Zealand met the costs of the event.", "funders", ["Australia", "New Zealand"]),
        ("The workshop in Nairobi for 20 officers was held in partnership with Plan International last week.", "partners", ["Plan International"]),
    ],
)  # fmt: skip
def test_roles(text: str, field: str, values: list[str]) -> None:
    assert read(text).values(field) == values


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("LIMA, 5 May 2019 – IOM opened a three-day workshop for judges here today.", {"start_date": "2019-05-05", "end_date": None, "duration_days": 3, "date_text": "today"}),
        ("LIMA, 5 January 2019 – IOM held a workshop for judges in Lima from 10 to 12 December.", {"start_date": "2018-12-10", "end_date": "2018-12-12", "duration_days": 3}),
        ("L'OIM tient à Lima un atelier de deux jours et demi pour des juges, les 3, 4 et 5 mai.", {"start_date": None, "end_date": None, "duration_days": 3, "date_text": "3, 4 et 5 mai"}),
        ("La OIM celebra esta semana en Lima un taller para los jueces de la provincia y de la capital.", {"start_date": None, "date_text": "esta semana", "duration_days": None}),
        ("Maseru, 14 September 2021 – A course for judges, which began on Monday and will end on Friday, is under way in Maseru.", {"start_date": "2021-09-13", "end_date": "2021-09-17", "duration_days": 5}),
        ("Niamey, le 4 mars 2021 – Un atelier pour des juges s'est ouvert mardi à Niamey. L'atelier prend fin ce vendredi.", {"start_date": "2021-03-02", "end_date": "2021-03-05"}),
        ("5 de abril de 2022\n\nSe inauguró hoy en Lima un taller para los jueces del país, que se prolongará hasta el viernes 8.", {"start_date": "2022-04-05", "end_date": "2022-04-08", "duration_days": 4}),
        ("A workshop for judges was held in Apia on 06-08/03/2017, and half a day was devoted to first aid in the harbour.", {"start_date": "2017-03-06", "end_date": "2017-03-08", "duration_days": 3}),
        ("The course for judges in Apia started on 6 June 2016 and ends on 17 June; two days were spent in the harbour.", {"start_date": "2016-06-06", "end_date": "2016-06-17", "duration_days": 12}),
        ("Delhi, 29 August 2017 – A course for judges was inaugurated in Delhi yesterday. The programme will conclude on 1st September.", {"start_date": "2017-08-28", "end_date": "2017-09-01"}),
        ("The workshop for judges was held in Apia from Monday, May 6th to Wednesday, May 8th, 2019.", {"start_date": "2019-05-06", "end_date": "2019-05-08"}),
        ("El taller para veinte jueces comenzó en Quito el 7 de mayo de 2018 y concluirá el 11.", {"start_date": "2018-05-07", "end_date": "2018-05-11", "duration_days": 5}),
        ("9 October 2013 | 2 comments\n\nJudges learn to write\n\nA workshop for the judges of Fiji began yesterday in Suva.", {"start_date": "2013-10-08"}),
        ("24/jun./2022 | Noticias\n\nJueces se capacitan\n\nLos días miércoles y jueves se realizó en Lima un taller para veinte jueces del país.", {"start_date": "2022-06-22", "end_date": "2022-06-23"}),
        ("Lomé, 8 février 2022 - L'atelier des juges a démarré ce mardi à Lomé. Les travaux prendront fin vendredi.", {"start_date": "2022-02-08", "end_date": "2022-02-11"}),
        ("SUCRE, 30 de junio de 2015.- Ayer comenzó en Sucre un curso para jueces.\n\nEl curso concluirá el jueves 2 de julio.", {"start_date": "2015-06-29", "end_date": "2015-07-02", "date_text": "Ayer"}),
        ("Suva, 8 March 2019 - Twenty judges got certificates this afternoon at the end of a five-day course held by the OSCE.", {"start_date": None, "end_date": "2019-03-08", "duration_days": 5}),
        ("Lomé, jeudi 10 février 2022 - Des juges suivent depuis mardi à Lomé un atelier, dont les travaux se clôturent vendredi.", {"start_date": "2022-02-08", "end_date": "2022-02-11"}),
        ("Jueces aprenden juntos\n\nLeticia, Colombia, 4 de abril de 2014 (OPS/OMS)\n\nEl curso para jueces se realizó del 31 de marzo al 4 de abril.", {"start_date": "2014-03-31", "end_date": "2014-04-04"}),
        ("L'atelier s'est tenu à Kara à la mi-juin 2016 pour des juges des deux provinces du nord.", {"start_date": None, "date_text": "mi-juin 2016"}),
        ("Judges train\n\n9–11 June 2025\n\nToday marked the opening of a three-day course for judges in Dushanbe, held by the OSCE.", {"start_date": "2025-06-09", "end_date": "2025-06-11"}),
    ],
)  # fmt: skip
def test_when(text: str, wanted: dict[str, Any]) -> None:
    facts = read(text)
    assert {name: facts.value(name) for name in wanted} == wanted


def test_trainers_and_their_countries() -> None:
    facts = read(
        f"{LEAD['en']} Experts from Italy and Latvia led the sessions. "
        "Among them was Marta Holm, an analyst at the Latvian State Police."
    )
    assert facts.values("experts") == [{"name": "Marta Holm", "affiliation": "Latvian State Police"}]
    assert facts.values("expert_countries") == ["IT", "LV"]


def test_participants_of_several_countries() -> None:
    facts = read(f"{LEAD['en']} The judges came from Ghana, Peru and the Philippines. Trainers came from Norway.")
    assert facts.values("participant_countries") == ["GH", "PE", "PH"]


@pytest.mark.parametrize(
    ("sentence", "project"),
    [
        ("L'atelier fait partie d'un projet de l'OIM de « Gestion des migrations » (GDM), d'une durée de deux ans.", ("Gestion des migrations", "GDM", "deux ans")),
        ("The workshop is part of the Resilient Islands Project, a five-year initiative.", ("Resilient Islands Project", None, "five-year")),
        ("The workshop is part of the African Capacity for Reporting (ACR), a two-year undertaking.", ("African Capacity for Reporting", "ACR", "two-year")),
        ("The workshop is part of the work of the Wildlife Trade Group (WTG).", (None, None, None)),
        ("The workshop was held under the project Timber Without Borders (TWB).", ("Timber Without Borders", "TWB", None)),
        ("It was planned by the United Nations Environment Programme (UNEP).", (None, None, None)),
        ("El taller se enmarca en el Programa de Seguridad Fronteriza (SEFRO).", ("Programa de Seguridad Fronteriza", "SEFRO", None)),
    ],
)  # fmt: skip
def test_project(sentence: str, project: tuple[str | None, ...]) -> None:
    language = "fr" if "fait" in sentence else "es" if "marca" in sentence else "en"
    facts = read(f"{LEAD[language]} {sentence}")
    assert tuple(facts.value(f"project.{part}") for part in ("name", "acronym", "duration_text")) == project


def test_english_laws_with_brackets_and_beside_others() -> None:
    facts = read(
        f"{LEAD['en']} They read the Trafficking in Persons (Prevention) Act, 2010 and the Fisheries Act and Codex Standard 12-1981."
    )
    assert facts.values("legal_references") == [
        "Trafficking in Persons (Prevention) Act, 2010",
        "Fisheries Act",
        "Codex Standard 12-1981",
    ]


@pytest.mark.parametrize(
    "head",
    ["CONVOCATORIA: ", "[Logo] Tribunal Supremo - Registro Cívico\n\n", "Nota de prensa : ", ""],
)
def test_what_stands_before_a_headline(head: str) -> None:
    facts = read(f"{head}Curso para jueces de Lima sobre el registro\n\n{LEAD['es']}")
    assert facts.value("title") == "Curso para jueces de Lima sobre el registro"


def test_laws_with_their_numbers() -> None:
    facts = read(
        f"{LEAD['fr']} Ils ont relu la loi n° 27-14 relative à la lutte contre la traite et la Convention de Palerme."
    )
    assert facts.values("legal_references") == [
        "loi n° 27-14 relative à la lutte contre la traite",
        "Convention de Palerme",
    ]


def test_what_a_colon_opens_says_who_the_participants_are() -> None:
    lead = "La OIM organizó en Quito un taller de tres días sobre el delito."
    facts = read(f"{lead} La actividad reunió a 38 participantes: fiscales y jueces.")
    assert facts.value("participants_count") == 38
    assert facts.value("participants_description") == "fiscales y jueces"


def test_a_long_name_of_a_country_is_one_country() -> None:
    name = "Reino Unido de Gran Bretaña e Irlanda del Norte"
    facts = read(f"La OIM organizó un taller de dos días en Quito. Expertos del {name} impartieron las sesiones.")
    assert facts.values("expert_countries") == ["GB"]


@pytest.mark.parametrize(
    "head", ["Name\tOrganisation", "Nom et prénom\tStructure", "Nombre y apellidos\tCargo\tInstitución"]
)
def test_a_table_behind_the_contacts_holds_no_contact(head: str) -> None:
    contact = "Contact: Ann Lee, ann.lee@example.org"
    found = read(f"Training in Suva\n\n{LEAD['en']}\n\n{contact}\n\n{head}\nMary Smith\tPort of Suva\n").values(
        "contacts"
    )
    assert [value["name"] for value in found] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A workshop for 20 judges was held in Suva. The training of trainers was facilitated by Dr Ann Lee.", ["facilitator"]),
        ("A workshop for 20 judges was held in Suva. The trainers were Dr Ann Lee and Mr John Smith.", ["co_trainer"] * 2),
        ("A workshop for 20 judges was held in Suva. Sessions were delivered by Dr Ann Lee.", [None]),
        ("Un atelier pour 20 juges s'est tenu à Dakar. Il était animé par le Pr Aminata Diop et le Dr Paul Mérieux.", ["facilitator"] * 2),
        ("Un atelier pour 20 juges s'est tenu à Dakar. Le formateur, M. Paul Diouf, a présenté la loi.", ["lead_trainer"]),
        ("El taller para 20 jueces en Lima fue facilitado por la Dra. Inés Quispe y el ingeniero Luis Huanca.", ["facilitator"] * 2),
        ("La OIM organizó un taller para 20 jueces en Lima. Lo impartió Ana Torres, quien actuó como facilitadora.", ["facilitator"]),
        ("La OIM organizó un taller para 20 jueces en Lima. Lo impartió Ana Torres que actuó como facilitadora.", ["facilitator"]),
        ("La OIM organizó un taller para 20 jueces en Lima. La capacitadora Ana Torres impartió las sesiones.", ["lead_trainer"]),
    ],
)  # fmt: skip
def test_facilitators_and_trainers_are_told_apart(text: str, roles: list[str | None]) -> None:
    facts = read(text)
    assert [value.get("role") for value in facts.values("experts")] == roles
    assert all(set(one) == {"name", "affiliation"} for one in facts.to_record()["experts"])


SPEECH = "“People remember how they were treated on the worst night,” said Ana Ruiz, head of the unit. “That is why we train.”"


def test_an_interrupted_quotation_is_one() -> None:
    quotes = read(f"{LEAD['en']}\n\n{SPEECH}").values("quotes")
    assert quotes == [
        {"speaker": "Ana Ruiz", "title": "head of the unit", "text_start": "People remember how they were treated on"}
    ]


def test_he_added_is_the_speaker_before() -> None:
    text = (
        "« La détection des faux documents est un défi pour tous les agents », a déclaré Pär Liljert, responsable du bureau.\n\n"
        "« L'atelier permettra de former les agents des frontières de tout le pays », a-t-il ajouté."
    )
    quotes = read(f"{LEAD['fr']}\n\n{text}").values("quotes")
    assert [(q["speaker"], q["title"]) for q in quotes] == [("Pär Liljert", "responsable du bureau")] * 2


def test_a_contact_with_the_at_spelt_out_and_an_office() -> None:
    facts = read(f"{LEAD['en']}\n\nContact: Doina Ceban, ILO National Coordinator, ceban[at]example.org")
    found = [(c["name"], c["organisation"], c["email"]) for c in facts.values("contacts")]
    assert found == [("Doina Ceban", "ILO", "ceban[at]example.org")]


def test_an_inline_contact() -> None:
    facts = read(f"{LEAD['fr']}\n\nContact presse : Yassine Ouardi, OIM Maroc, youardi@example.org, +212 537 55 01 44")
    assert facts.values("contacts") == [
        {
            "name": "Yassine Ouardi",
            "organisation": "OIM Maroc",
            "phone": "+212 537 55 01 44",
            "email": "youardi@example.org",
        }
    ]
