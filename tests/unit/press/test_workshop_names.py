"""What a text calls the workshop between quotation marks, where the headline says something else."""

import pytest

from workshops.press.extract import read_press_release

HEAD = "Twelve midwives trained in Dakar\n\nDAKAR, 12 May 2024 - "


@pytest.mark.parametrize(
    ("told", "name", "is_clear"),
    [
        ("The WHO held a three-day workshop entitled “Basic Ultrasound for Midwives” in Dakar for 12 midwives.",
         "Basic Ultrasound for Midwives", True),
        ("The “Basic Ultrasound for Midwives” training workshop brought together 12 midwives in Dakar this week.",
         "Basic Ultrasound for Midwives", True),
        ("L'OMS a organisé à Dakar l'atelier intitulé « Échographie obstétricale de base pour les sages-femmes » pour "
         "12 participantes.", "Échographie obstétricale de base pour les sages-femmes", True),
        ("L'OMS a organisé à Dakar un atelier régional de formation sur le thème « Échographie et santé maternelle » "
         "pour douze sages-femmes.", "Échographie et santé maternelle", False),
        ("La FAO realizó en Cusco el taller regional «Alerta temprana de heladas para productores de alpaca», con 32 "
         "participantes.", "Alerta temprana de heladas para productores de alpaca", True),
        ("The WHO held a workshop in Dakar for 12 midwives. “We have learned a great deal in these three days”, said "
         "Awa Ndiaye.", None, False),
        ("The WHO held a workshop in Dakar for 12 “First Line Health Workers” of the region.", None, False),
    ],
)  # fmt: skip
def test_the_name_of_the_workshop(told: str, name: str | None, *, is_clear: bool) -> None:
    facts = read_press_release(HEAD + told)
    found = facts.one("workshop_name")
    assert (found.value if found else None) == name
    assert (found is not None and found.confidence > 0.8) == is_clear
    assert facts.value("title") == "Twelve midwives trained in Dakar"


def test_a_headline_that_is_the_name_is_not_said_twice() -> None:
    text = "Basic Ultrasound for Midwives\n\nThe WHO held the workshop “Basic ultrasound for midwives” in Dakar."
    assert read_press_release(text).one("workshop_name") is None
