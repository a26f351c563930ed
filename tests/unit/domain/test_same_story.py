"""Sources of one workshop are recognised across languages and outlets, and those of others are not.

`samples/press/pairs` holds retellings in another language: NAME.LANGUAGE.txt tells of the workshop of the sample NAME,
not-NAME.LANGUAGE.txt of another one much like it (same people, agencies or project; another town or other days).
"""

from dataclasses import replace
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest

from workshops.domain.partial_date import PartialDate
from workshops.domain.press_draft import Read, draft_of
from workshops.domain.same_story import SAME_FROM, Story, differences, likeness, reasons, story_of
from workshops.domain.workshop import AgencyRef, AgencyRow, WorkshopDetails
from workshops.press.extract import read_press_release

PRESS = Path(__file__).parents[2] / "samples" / "press"
SAMPLES = {f"{path.parent.name}-{path.stem}": path for path in PRESS.glob("*/*.txt") if path.parent.name != "pairs"}
RETOLD = {path: path.name.split(".")[0] for path in sorted((PRESS / "pairs").glob("*.txt"))}
SAME = {path: name for path, name in RETOLD.items() if not name.startswith("not-")}


@cache
def story(path: Path) -> Story:
    text = path.read_text(encoding="utf-8")
    found = read_press_release(text)
    reads = [
        Read(field=one.field, value=one.value, words=text[slice(*one.spans[0])] if one.spans else "")
        for one in found.findings
    ]
    return story_of(draft_of(reads, language=found.value("lang") or ""))


def sample(name: str) -> Path:
    found = [path for key, path in SAMPLES.items() if key == name or key.endswith(name) or path.stem == name]
    assert len(found) == 1, name
    return found[0]


@pytest.mark.parametrize("path", SAME, ids=lambda path: str(path.stem))
def test_the_same_workshop_told_in_another_language_is_recognised(path: Path) -> None:
    assert likeness(story(path), story(sample(SAME[path]))) >= SAME_FROM


def test_no_other_workshop_is_taken_for_it() -> None:
    wrong = [
        (one.stem, other.stem)
        for one, other in [*combinations(SAMPLES.values(), 2), *product(RETOLD, SAMPLES.values())]
        if likeness(story(one), story(other)) >= SAME_FROM and not (one in SAME and sample(SAME[one]) == other)
    ]
    assert wrong == []
    assert len(SAME) >= 6
    assert len(SAMPLES) > 50


def test_days_apart_speak_against_all_that_agrees() -> None:
    told = Story(country="PE", town="lima", number=20, days=3, agencies=(frozenset({"iom"}), frozenset({"gabp"})))
    assert likeness(told, told) >= SAME_FROM
    may = Story(country="PE", town="lima", number=20, days=3, starts_on=PartialDate(2024, 5, 6))
    june = Story(country="PE", town="lima", number=20, days=3, starts_on=PartialDate(2024, 6, 3))
    assert likeness(may, may) >= SAME_FROM > likeness(may, june)
    assert likeness(may, Story(starts_on=PartialDate(2024, 5))) > likeness(may, Story(starts_on=PartialDate(2023)))


def test_the_same_told_a_day_apart_is_recognised_with_its_reasons() -> None:
    """What agrees, and days that overlap; where they do not, as much is not enough."""
    agencies = tuple(frozenset({name}) for name in ("iom", "igad", "unhcr"))
    people = frozenset({"jo odhiambo"})
    october = [PartialDate(2008, 10, day) for day in range(1, 31)]
    told = Story(country="KE", town="nairobi", number=30, days=3, agencies=agencies, people=people)
    one = replace(told, starts_on=october[15], ends_on=october[17])
    other = replace(told, starts_on=october[14], ends_on=october[16], number=34)
    assert likeness(one, other) >= SAME_FROM > likeness(one, replace(other, starts_on=october[1], ends_on=october[3]))
    assert reasons(one, other) == ["the town", "the country", "days that overlap", "agencies", "persons"]
    assert "the first day" in reasons(one, one)
    slip = replace(one, town="nairobbi")
    assert "the town" in reasons(one, slip)
    assert "the town" not in differences(one, slip)
    assert "the town" in differences(one, replace(one, town="mombasa"))


def test_the_same_with_shifted_days_and_another_acronym_is_recognised_with_its_differences() -> None:
    """Days that do not even overlap, OIM for IOM: enough to be offered, with what speaks against it."""

    def told(day: int, *agencies: AgencyRef) -> Story:
        rows = tuple(AgencyRow(agency=agency) for agency in agencies)
        days = PartialDate(2024, 5, day)
        given = WorkshopDetails(title="", city="Lima", country_code="PE", starts_on=days, ends_on=days, agencies=rows)
        return story_of(given)

    one = told(6, AgencyRef(name="IOM"), AgencyRef(name="Police", id=1))
    other = told(8, AgencyRef(name="Organización Internacional para las Migraciones", acronym="OIM"))
    assert likeness(one, other) >= SAME_FROM > likeness(one, told(8, AgencyRef(name="ILO")))
    assert reasons(one, other) == ["the town", "the country", "acronyms of the same letters"]
    assert differences(one, other) == ["the first day", "the last day"]
    known = told(6, AgencyRef(name="National Police", id=1))
    assert "agencies" in reasons(one, known)
    assert "all agencies" in differences(other, known)
