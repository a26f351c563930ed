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
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "values"), ROLES)
def test_who_does_what(text: str, field: str, values: list[str]) -> None:
    facts = read_press_release(f"{LEAD[guess_language(text)[0] or 'en']} {text}")
    assert facts.values(field) == values
