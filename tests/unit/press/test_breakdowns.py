"""Groups of participants that are more than the number of all; the number of all among them is no group."""

import pytest

from workshops.press.extract import read_press_release


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("Un atelier a réuni 30 personnes à Niamey. Au total, 10 policiers, 8 gendarmes et 12 magistrats prennent part "
         "aux travaux, soit 30 personnes.", None),
        ("Un atelier a réuni 30 participants à Niamey. Y prennent part 20 policiers et 18 gendarmes.", [20, 18]),
    ],
)  # fmt: skip
def test_groups_of_a_sentence(told: str, parts: list[int] | None) -> None:
    facts = read_press_release(f"Atelier à Niamey\n\nNiamey, le 3 mai 2024. {told}")
    assert facts.value("participants_count") == 30
    assert facts.value("participants_parts") == parts
