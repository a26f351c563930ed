"""The score on texts of our own must not fall. The thresholds stand a little below what was measured."""

from pathlib import Path
from typing import Any

import pytest

from tests.press_score import Count, compare, gold_records, macro_f1, total
from workshops.press.extract import read_press_release

UNSEEN = Path(__file__).parents[2] / "samples" / "press" / "unseen"
LEAST_MACRO_F1 = 0.93
LEAST_OF_A_FIELD = 0.75


@pytest.fixture(scope="module")
def gold() -> dict[str, dict[str, Any]]:
    return gold_records(UNSEEN)


@pytest.fixture(scope="module")
def counts(gold: dict[str, dict[str, Any]]) -> dict[str, Count]:
    texts = {name: (UNSEEN / f"{name}.txt").read_text(encoding="utf-8") for name in gold}
    return total(compare(gold[name], read_press_release(text).to_record()) for name, text in texts.items())


def test_there_are_enough_texts_in_each_language(gold: dict[str, dict[str, Any]]) -> None:
    languages = [record["lang"] for record in gold.values()]
    assert len(languages) >= 12
    assert min(languages.count(code) for code in ("en", "fr", "es")) >= 4


def test_the_mean_over_all_fields_holds(counts: dict[str, Count]) -> None:
    assert macro_f1(counts) >= LEAST_MACRO_F1


def test_no_field_falls_far_behind(counts: dict[str, Count]) -> None:
    low = {field: c.f1 for field, c in counts.items() if c.f1 is not None and c.f1 < LEAST_OF_A_FIELD}
    assert low == {}
