"""Names in scripts without capitals, in texts of the languages that are read."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    "text",
    [
        "A workshop was held in Ulaanbaatar, Mongolia. 王小明 (China) and محمد الأمين (Egypt) led the sessions.",
        "Un atelier s'est tenu à Oulan-Bator. Les séances ont été animées par 王小明 (Chine) et محمد الأمين (Égypte).",
        "Se celebró un taller en Ulán Bator. Las sesiones fueron impartidas por 王小明 (China) y محمد الأمين (Egipto).",
    ],
)
def test_experts_are_read_in_any_script(text: str) -> None:
    facts = read_press_release("Nouvelles\n\n" + text)
    assert [expert["name"] for expert in facts.values("experts")] == ["王小明", "محمد الأمين"]


def test_an_ordinal_is_no_name() -> None:
    text = "Nota\n\nEl taller se celebró en Lima. Las sesiones de la 3.ª edición fueron impartidas por la Academia."
    assert not read_press_release(text).values("experts")
