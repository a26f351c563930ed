"""What the reader is sure of is right: a reviewer may accept findings of high confidence with a glance."""

from pathlib import Path

import pytest

from tests.press_score import gold_records, is_right
from workshops.press.extract import read_press_release
from workshops.press.facts import REVIEW_FIELDS

SAMPLES = Path(__file__).parents[2] / "samples" / "press"
SURE = 0.9
LEAST_RIGHT = 0.95


@pytest.fixture(scope="module")
def judged() -> list[tuple[float, bool, str]]:
    """(confidence, right or not, what) of every finding that gold records hold, in every text that has one."""
    return [
        (
            found.confidence,
            is_right(found.field, found.value, gold),
            f"{folder.name}/{name} {found.field}: {found.value}",
        )
        for folder in sorted(path for path in SAMPLES.iterdir() if path.is_dir())
        for name, gold in gold_records(folder).items()
        for found in read_press_release((folder / f"{name}.txt").read_text(encoding="utf-8")).findings
        if found.field not in REVIEW_FIELDS
    ]


def test_of_the_sure_findings_nearly_all_are_right(judged: list[tuple[float, bool, str]]) -> None:
    sure = [(right, what) for confidence, right, what in judged if confidence >= SURE]
    wrong = [what for right, what in sure if not right]
    assert len(sure) > 300
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(sure), wrong


def test_the_surer_the_oftener_right(judged: list[tuple[float, bool, str]]) -> None:
    shares = []
    for low, high in ((0.0, 0.7), (0.7, SURE), (SURE, 1.01)):
        rights = [right for confidence, right, _ in judged if low <= confidence < high]
        shares.append(sum(rights) / len(rights))
    assert shares == sorted(shares)
