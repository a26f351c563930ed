"""Widths are estimated a little too large, so that a text hardly ever needs more lines than was thought."""

import re
from importlib.resources import files

from workshops.documents import badges, certificate, name_cards
from workshops.documents.text_width import Step, balanced, fitting, lines_needed, width_in_ems

STEPS = (Step(20), Step(10), Step(5, 2))


def test_the_largest_size_that_fits_is_taken() -> None:
    width = 20 * width_in_ems("Ana Müller")
    assert fitting("Ana Müller", width, STEPS) == 20
    assert fitting("Ana Müller", width * 0.99, STEPS) == 10
    assert fitting("Ana Müller Ana", width, STEPS) == 10
    assert fitting("Ana Müller Ana Müller Ana", width, STEPS) == 5
    assert fitting("Ana Müller" + " Ana" * 60, width, STEPS) == 5


def test_lines_are_broken_at_spaces_and_long_words_within() -> None:
    width = width_in_ems("Ana Müller")
    assert lines_needed("Ana Müller", width) == 1
    assert lines_needed("Ana Müller Ana", width) == 2
    assert lines_needed("W" * 40, width_in_ems("W" * 10)) == 4


def test_lines_that_are_centred_are_about_as_long_and_keep_a_number_with_its_unit() -> None:
    text = "que tuvo lugar del 5 al 7 de mayo de 2025 en Quibdó (Colombia), con un total de 20 horas"
    width = width_in_ems(text)
    assert balanced(text, width) == text
    for lines in (2, 3, 5):
        broken = balanced(text, 1.15 * width / lines)
        assert broken.replace("\n", " ") == text
        assert "20 horas" in broken
        assert "de 2025" in broken
        widths = [width_in_ems(line) for line in broken.split("\n")]
        assert len(widths) == lines_needed(text, 1.15 * width / lines)
        assert max(widths) < 2.2 * min(widths)
    assert balanced("W" * 40 + " W", width_in_ems("W" * 10)) == "W" * 40 + " W"


def test_every_size_has_a_class() -> None:
    said = set(
        re.findall(r"font-size: ([\d.]+)pt", files("workshops.documents").joinpath("assets/slots.css").read_text())
    )
    steps = [
        step
        for module in (certificate, name_cards)
        for name, value in vars(module).items()
        if name.endswith("_STEPS")
        for group in value
        for step in ([group] if isinstance(group, Step) else group)
    ]
    steps += [step for types in badges.TYPES.values() for group in types[1:] for step in group]
    assert len(steps) > 60
    assert {f"{step.size:g}" for step in steps} <= said
