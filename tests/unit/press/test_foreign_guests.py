"""Persons introduced with another nationality than the country of the event are those who teach."""

import pytest

from workshops.press.extract import read_press_release

EN = "Lusaka, 6 May 2022 – The Revenue Authority held a three-day training course for 25 officers in Lusaka.\n\n"
FR = "Lomé, le 6 mai 2022 – L'Office des recettes a organisé à Lomé une formation de trois jours pour 25 agents.\n\n"
ES = "Lima, 6 de mayo de 2022 – La SUNAT organizó en Lima un curso de tres días para 25 funcionarios.\n\n"
GUESTS = [
    (EN + "Canadian economist Mary Blunt and her colleague put real invoices on the table.", ["Mary Blunt"], ["CA"]),
    (EN + "Ghana's Kwame Mensah shared the teaching.", ["Kwame Mensah"], ["GH"]),
    (EN + "In the chair for all three days was Pieter de Vries, a retired Dutch auditor.", ["Pieter de Vries"], ["NL"]),
    (EN + "Canadian Ambassador Mary Blunt visited the class.", [], []),
    (EN + "Participant Mary Blunt, a Canadian auditor who lives in Lusaka, enjoyed it.", [], []),
    (FR + "Deux invitées, la Burkinabè Aïcha Sow et la Tunisienne Leïla Trabelsi, ont lu des factures.", ["Aïcha Sow", "Leïla Trabelsi"], ["BF", "TN"]),
    (FR + "La psychologue mauricienne Nalini Ramdenee et Me Hervé Sauzier ont fait tenir le rôle du juge.", ["Nalini Ramdenee", "Hervé Sauzier"], ["MU"]),
    (ES + "Intervinieron el doctor Marcelo Quiroga, argentino, y la ingeniera Ana Lobo (Portugal).", ["Marcelo Quiroga", "Ana Lobo"], ["AR", "PT"]),
    (ES + "Al frente del curso estuvo la auditora mexicana Ximena Olavarrieta.", ["Ximena Olavarrieta"], ["MX"]),
    (ES + "La cónsul de México, Ximena Olavarrieta, visitó el curso.", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "countries"), GUESTS)
def test_who_comes_from_afar_comes_to_teach(text: str, names: list[str], countries: list[str]) -> None:
    facts = read_press_release(text)
    assert [expert["name"] for expert in facts.values("experts")] == names
    assert facts.values("expert_countries") == countries
