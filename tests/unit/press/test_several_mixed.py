"""Of several workshops in one text none takes numbers, people or subjects of another, and one workshop stays one."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from workshops.press.extract import read_workshops
from workshops.press.facts import SCALAR_FIELDS, PressFacts

TEXTS = tomllib.loads(Path(__file__).with_name("tellings_of_several.toml").read_text(encoding="utf-8"))
CASES = [case for group in ("before", "after") for case in TEXTS[group]]
COUNTS = ("women_count", "men_count")
OF_THE_STORY = ("title", "quotes")
"""What is said of all workshops of a text."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_workshop_has_its_own_facts_alone(case: dict[str, Any]) -> None:
    drafts = case.get("draft", [])
    found = read_workshops(case["text"])
    assert len(found) == max(1, len(drafts))
    for facts, draft in zip(found, drafts, strict=False):
        wanted = {name: value for name, value in draft.items() if name in (*SCALAR_FIELDS, *COUNTS)}
        wanted |= dict.fromkeys(draft.get("none", ()))
        assert {name: facts.value(name) for name in wanted} == wanted
        assert [words for words in draft.get("lacks", ()) if _holds(facts, words)] == []
        assert draft.get("who", "") in (facts.value("participants_description") or "")
        for name in ("topics", "funders", "organisers", "contacts"):
            assert draft.get(name, "") in str(facts.values(name))


def _holds(facts: PressFacts, words: str) -> bool:
    whole = re.compile(rf"(?<![\w-]){re.escape(words.lower())}(?!\w)")
    return any(whole.search(str(f.value).lower()) for f in facts.findings if f.field not in OF_THE_STORY)


@pytest.mark.parametrize("text", TEXTS["one_workshop"])
def test_history_plans_visits_and_parts_make_no_second_workshop(text: str) -> None:
    assert len(read_workshops(text)) == 1


@pytest.mark.parametrize("case", TEXTS["short"], ids=lambda case: " ".join(each["city"] for each in case["told"]))
def test_each_workshop_has_its_town_and_its_number(case: dict[str, Any]) -> None:
    found = [(facts.value("city"), facts.value("participants_count")) for facts in read_workshops(case["text"])]
    assert found == [(each["city"], each.get("participants_count")) for each in case["told"]]


def test_the_texts_are_of_all_languages_and_hold_traps() -> None:
    languages = {language: [c for c in CASES if c["name"].startswith(language)] for language in ("en", "fr", "es")}
    assert min(map(len, languages.values())) >= 8
    assert all(any("draft" not in case for case in cases) for cases in languages.values())


@pytest.mark.parametrize(
    "text",
    [
        "Kathmandu, 3 February 2025: Two workshops on water supply were held in Nepal last week.\n\nThe first, in Kathmandu on 27 and 28 January 2025, brought together 35 engineers. The second workshop took place in Pokhara from 30 January to 1 February 2025 with 28 members of committees.\n\nBoth workshops were organised by UNICEF and paid for by the Government of Finland (EUR 40,000 and EUR 22,000).",
        "Lomé, le 3 février 2025 - Deux ateliers sur l'eau se sont tenus au Togo la semaine dernière.\n\nLe premier, à Lomé les 27 et 28 janvier 2025, a réuni 35 ingénieurs. Le deuxième atelier s'est tenu à Kara du 30 janvier au 1er février 2025 avec 28 membres de comités.\n\nLes deux ateliers ont été financés par l'Union européenne (40 000 euros et 22 000 euros).",
        "Lima, 3 de febrero de 2025 - Dos talleres sobre agua se realizaron en el Perú la semana pasada.\n\nEl primero, en Lima el 27 y 28 de enero de 2025, reunió a 35 ingenieros. El segundo taller se realizó en Cusco del 30 de enero al 1 de febrero de 2025 con 28 miembros de comités.\n\nLos dos talleres fueron financiados por la Unión Europea (40.000 euros y 22.000 euros).",
    ],
    ids=["en", "fr", "es"],
)  # fmt: skip
def test_each_workshop_has_its_amount(text: str) -> None:
    amounts = [[f["amount"] for f in facts.values("funding")] for facts in read_workshops(text)]
    assert amounts == [["40000.00"], ["22000.00"]]
