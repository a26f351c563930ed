"""Which expert is from which of the countries that a text names."""

import pytest

from workshops.domain.press_pairs import countries_of_experts

Told = dict[str, str]


@pytest.mark.parametrize(
    ("text", "countries", "expected"),
    [
        (
            "Facilitaron la arquitecta chilena María Soto y el ingeniero Juan Paz (Perú).",
            {"chilena": "CL", "Perú": "PE"},
            {"María Soto": "CL", "Juan Paz": "PE"},
        ),
        (
            "María Soto, of the University of Law and Arts, Chile, and a Peruvian colleague, Juan Paz, led it.",
            {"Chile": "CL", "Peruvian": "PE"},
            {"María Soto": "CL"},
        ),
        ("María Soto et des formateurs du Chili ont animé l'atelier avec Juan Paz.", {"Chili": "CL"}, {}),
        ("Experts from Chile came. María Soto led it with Juan Paz.", {"Chile": "CL"}, {}),
        ("The experts came from Peru and Chile. María Soto led it with Juan Paz.", {"Peru": "PE", "Chile": "CL"}, {}),
        ("El curso lo dio María Soto. Chile y Perú lo pagaron.", {"Chile": "CL", "Perú": "PE"}, {}),
        ("María Soto spoke first. Chile sent trainers, and Juan Paz led.", {"Chile": "CL"}, {}),
        ("María Soto (Chile), Juan Paz (Peru)", {"Chile": "CL", "Peru": "PE"}, {"María Soto": "CL", "Juan Paz": "PE"}),
        ("The Chilean María Soto of Lima, Peru, led it with Juan Paz.", {"Chilean": "CL", "Peru": "PE"}, {}),
        ("Une formatrice du Chili et María Soto ont animé l'atelier.", {"Chili": "CL"}, {}),
    ],
)
def test_a_country_is_that_of_the_name_it_stands_with(text: str, countries: Told, expected: Told) -> None:
    names = [name for name in ("María Soto", "Juan Paz") if name in text]
    institution = "University of Law and Arts"
    experts = {key: ([_span(text, name)], institution) for key, name in enumerate(names)}
    found = countries_of_experts(text, experts, {code: [_span(text, words)] for words, code in countries.items()})
    assert {names[key]: code for key, code in found.items()} == expected


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)
