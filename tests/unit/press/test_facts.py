"""The record has every field, whatever was found."""

import json

import pytest

from workshops.press.extract import read_press_release
from workshops.press.facts import LIST_FIELDS, SCALAR_FIELDS, Finding, PressFacts


def test_an_empty_reading_has_every_field() -> None:
    record = PressFacts().to_record()
    assert set(record) == {*SCALAR_FIELDS, *LIST_FIELDS, "project"}
    assert record["is_workshop"] is False
    assert record["project"] == {"name": None, "acronym": None, "duration_text": None}
    assert all(record[name] == [] for name in LIST_FIELDS)


def test_findings_of_a_list_keep_their_order() -> None:
    facts = PressFacts().with_findings(
        Finding("topics", word, 0.5, ((0, 1),), "test", n) for n, word in enumerate("abc")
    )
    assert facts.to_record()["topics"] == ["a", "b", "c"]
    assert [f.index for f in facts.items("topics")] == [0, 1, 2]


@pytest.mark.parametrize("text", ["", "\n", "***", "\x00\ud83d", "研修" * 50, "a" * 5_000, '"' * 99, "«", "(" * 99])
def test_no_text_makes_the_reading_fail(text: str) -> None:
    record = read_press_release(text).to_record()
    assert json.loads(json.dumps(record)) == record
    assert record["is_workshop"] is False
