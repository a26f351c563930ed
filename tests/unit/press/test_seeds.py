"""The two real press releases are read without a fault."""

import json
from pathlib import Path

import pytest

from tests.press_score import compare
from workshops.press.extract import read_press_release
from workshops.press.facts import PressFacts

SEEDS = Path(__file__).parents[2] / "samples" / "press" / "seeds"
NAMES = ("seed-mongolia", "seed-china")


def read(name: str) -> tuple[str, PressFacts]:
    text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    return text, read_press_release(text)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_the_seed_is_right(name: str) -> None:
    gold = json.loads((SEEDS / f"{name}.json").read_text(encoding="utf-8"))
    _, facts = read(name)
    counts = compare(gold, facts.to_record())
    # the words of the text give more good topics than the gold record lists: there, nothing may be missing
    wrong = {f: c for f, c in counts.items() if c.right < c.wanted or c.given > c.wanted and f != "topics"}
    assert wrong == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_functions_of_speakers_are_right(name: str) -> None:
    gold = json.loads((SEEDS / f"{name}.json").read_text(encoding="utf-8"))
    _, facts = read(name)
    assert [q["title"] for q in facts.values("quotes")] == [q["title"] for q in gold["quotes"]]


def test_an_acronym_with_exchanged_letters_is_the_same_agency() -> None:
    _, facts = read("seed-mongolia")
    assert [agency["acronym"] for agency in facts.values("beneficiary_agencies")] == ["MIA", "GABP"]


def test_the_remnant_of_a_link_is_no_part_of_the_address() -> None:
    text, facts = read("seed-mongolia")
    contact = facts.items("contacts")[0]
    assert contact.value["email"] == "kgormanbest@iom.int"
    assert "kgormanbest@iom.int" in [text[start:end] for start, end in contact.spans]


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_shows_words_of_the_text_as_it_was_received(name: str) -> None:
    text, facts = read(name)
    for finding in facts.findings:
        assert finding.spans, finding
        for start, end in finding.spans:
            assert 0 <= start < end <= len(text), finding


@pytest.mark.parametrize("name", NAMES)
def test_values_taken_over_stand_in_the_text_at_their_span(name: str) -> None:
    text, facts = read(name)
    for field in ("title", "city", "date_text", "project.name", "legal_references", "topics"):
        for finding in facts.items(field):
            start, end = finding.spans[0]
            assert " ".join(text[start:end].split()) == finding.value
