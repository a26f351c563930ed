"""Weights have a say in topics: how they are learned, and what a finder makes of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.press_learning import Example, by_language, difference, examples, learn, samples, write_weights
from tests.press_score import Count
from workshops.press.extract import RULES, WEIGHED, read_press_release
from workshops.press.facts import PressFacts
from workshops.press.learned.finders import weighed
from workshops.press.learned.phrases import Phrases
from workshops.press.learned.weights import Weights, weights_of
from workshops.press.marks import Marks
from workshops.press.topics import find_topics

SAMPLES = Path(__file__).parents[2] / "samples" / "press"
TEXT = (
    "A workshop for 20 judges was held in Lima. They busied themselves with forged seals, hidden ink and paper. "
    "Sessions dealt with risk analysis."
)


def read(text: str, weights: Callable[[str], Weights]) -> PressFacts:
    return read_press_release(text, [weighed(f, "topics", weights) if f is find_topics else f for f in RULES])


def test_what_speaks_for_a_phrase_makes_it_a_finding() -> None:
    against_all: Weights = {"place": {"telling": -9.0}}
    assert read(TEXT, lambda language: against_all).values("topics") == []
    for_two = {**against_all, "after": {"with": 9.5}, "1 on": {"function_words": -2.0}}
    facts = read(TEXT, lambda language: for_two)
    assert facts.values("topics") == ["forged seals", "risk analysis"]
    assert [TEXT[slice(*found.spans[0])] for found in facts.items("topics")] == facts.values("topics")
    assert {found.rule for found in facts.items("topics")} == {"learned topics"}


def test_what_the_rule_finds_has_a_voice_and_no_more() -> None:
    doubtful: Weights = {"place": {"telling": -3.4}}
    assert read(TEXT, lambda language: doubtful).values("topics") == ["risk analysis"]
    hopeless: Weights = {"place": {"telling": -9.0}}
    assert read(TEXT, lambda language: hopeless).values("topics") == []


def test_a_text_that_is_about_no_workshop_has_no_topics() -> None:
    text = "The minister published a handbook. Its chapters deal with risk analysis, forged seals and hidden ink."
    assert read_press_release(text).values("topics") == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_weights_that_are_shipped_know_each_language(language: str) -> None:
    for field in WEIGHED.values():
        assert len(weights_of(field, language)["after"]) > 50
    with pytest.raises(ValueError, match="colour"):
        weights_of("colour", language)


def test_what_was_not_in_the_samples_is_found_where_no_rule_finds_it() -> None:
    text = (
        "Stokers of the harbour tugs spent a week at the training workshop of the Port Authority in Suva. "
        "There they busied themselves with boiler inspection, feed water treatment and prevention of explosions."
    )
    assert read_press_release(text, RULES).values("topics") == []
    assert read_press_release(text).values("topics") == [
        "boiler inspection",
        "feed water treatment",
        "prevention of explosions",
    ]


def test_learning_tells_what_speaks_for_and_against_alike_each_time() -> None:
    said, told = ("after", "en", "with"), ("place", "", "telling")
    rare = ("after", "en", "grips")
    known = [
        Example(text, (said, told) if is_topic else (told,), {"topics": is_topic})
        for text in range(4)
        for is_topic in (True, False, False)
    ]
    known.append(Example(0, (rare, said), {"topics": None}))
    learned = learn(known, "topics")
    assert learned[said] > 0.5
    assert learned[told] < -0.2
    assert rare not in learned
    assert learn(known, "topics") == learned
    assert by_language(learned)("fr") == {"place": {"telling": learned[told]}}


def test_marked_texts_hold_what_stands_in_brackets(tmp_path: Path) -> None:
    (tmp_path / "marked").mkdir()
    marked = "Judges meet\n{{Young judges}} held a workshop in Lima about [[forged seals]] and [[hidden ink]].\n"
    (tmp_path / "marked" / "en.txt").write_text(marked, encoding="utf-8")
    (sample,) = samples(tmp_path / "marked")
    assert "[" not in sample.text
    assert "{" not in sample.text
    assert sample.gold["topics"] == ["forged seals", "hidden ink"]
    right = [example for example in examples([sample]) if example.labels["topics"]]
    assert [("after", "en", "about") in example.notices for example in right] == [True, False]


def test_written_weights_hold_what_was_learned(tmp_path: Path) -> None:
    write_weights(tmp_path / "weights.tsv", {"topics": {("after", "en", "with"): 1.25, ("place", "", "telling"): -0.5}})
    assert (tmp_path / "weights.tsv").read_text(encoding="utf-8").splitlines() == [
        "about\tlanguage\tvalue\ttopics",
        "after\ten\twith\t1.25",
        "place\t\ttelling\t-0.50",
    ]


def test_a_gain_in_each_text_is_a_gain_in_all_draws() -> None:
    worse, better = [Count(1, 4, 4)] * 5, [Count(3, 4, 4)] * 5
    low, high = difference(worse, better)
    assert low == high == 0.5
    assert difference(worse, worse) == (0.0, 0.0)


def test_all_samples_can_be_learned_from() -> None:
    found = examples(samples(SAMPLES / "seeds") + samples(SAMPLES / "marked")[:5])
    assert sum(bool(example.labels["topics"]) for example in found) > 15


def test_phrases_are_looked_for_in_the_first_part_of_a_long_text_only(mark: Callable[..., Marks]) -> None:
    long = mark("The workshop dealt with risk analysis. " * 1_000)
    places = list(Phrases(long).beginnings())
    assert 0 < len(places) < 2_500
