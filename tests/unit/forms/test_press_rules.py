"""What a person is told of the rule that made a finding."""

import re
from pathlib import Path

import pytest
from flask import Flask

import workshops
from workshops.forms.press_fields import GROUP_OF
from workshops.forms.press_rules import is_computed, why
from workshops.press.extract import read_workshops

WORKSHOPS = Path(workshops.__file__).parent
RULES = WORKSHOPS / "forms" / "press_rules.py"
SAMPLES = Path(__file__).parents[2] / "samples" / "press"


@pytest.mark.parametrize("page", ["fr"], indirect=True)
def test_every_rule_that_is_shown_has_its_words(page: Flask) -> None:
    rules = {
        found.rule
        for path in sorted(SAMPLES.rglob("*.txt"))[::3]
        for facts in read_workshops(path.read_text("utf-8", errors="replace"))
        for found in facts.findings
        if found.field in GROUP_OF
    }
    assert len(rules) > 30
    assert [rule for rule in sorted(rules) if why(rule) == rule] == []
    source = "\n".join(path.read_text("utf-8") for path in sorted(WORKSHOPS.rglob("*.py")) if path != RULES)
    known = set(re.findall(r'^    "([^"]+)": N_', RULES.read_text("utf-8"), re.MULTILINE))
    assert len(known) > 40
    gone = {rule for rule in known if f'"{rule}"' not in source}
    assert gone == {"learned topics"}, "whose name is put together"


@pytest.mark.parametrize(
    ("page", "rule", "said"),
    [
        ("en", "organisers: organised by", "stands with “organised by”"),
        ("fr", "organisers: Organisé par", "figure avec «\u202fOrganisé par\u202f»"),
        ("es", "behind its label: Lugar", "figura tras «Lugar»"),
        ("en", "rest: 34 - 13", "computed: 34 − 13"),
        ("en", "sum: 12 + 8", "computed: 12 + 8"),
        ("en", "country named most", "country that the text names most"),
        ("en", "a model of the site", "a model of the site"),
        ("en", "", ""),
    ],
    indirect=["page"],
)
def test_a_rule_is_said_with_the_words_it_went_by(page: Flask, rule: str, said: str) -> None:
    assert why(rule) == said


def test_rules_name_the_words_and_sums_they_went_by() -> None:
    text = (
        "Fishers trained\n\nLIMA, Peru, 7 May 2024 – Twenty fishers, among them 8 women, attended a workshop in Lima "
        "from 3 to 5 May 2024 organised by the Ministry of Fisheries.\n"
    )
    (facts,) = read_workshops(text)
    rules = {found.field: found.rule for found in facts.findings}
    assert rules["organisers"] == "organisers: organised by"
    assert rules["men_count"] == "rest: 20 - 8"
    assert is_computed(rules["men_count"])
    assert not is_computed(rules["women_count"])
    form = "Workshop on nets\n\nWhat: Training workshop\nWhen: 3 to 5 May 2024\nVenue: Hotel Sol, Lima, Peru\n"
    (facts,) = read_workshops(form + "Who: 20 fishers\n")
    assert {found.rule for found in facts.findings if found.field == "venue"} == {"behind its label: Venue"}
    assert not re.search("[:\n]$", next(found.rule for found in facts.findings if found.field == "start_date"))
