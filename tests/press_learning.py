"""Learns from marked texts how a phrase must stand to be a value, and says whether that beats the rules.

    python -m tests.press_learning                        makes workshops/press/learned/weights.tsv anew
    python -m tests.press_learning --on FOLDER...         rules alone against rules and weights, on gold records
    python -m tests.press_learning --on F... --from F...  the same with weights learned from those samples alone

The samples are the texts with gold records of `tests/samples/press` and the short ones of its folder `marked`, where
[[topics]] and {{participants}} stand in brackets. The same samples give the same weights on every machine.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from tests.press_score import Count, compare, gold_records
from workshops.bench._likeness import likeness
from workshops.press.article import read_article
from workshops.press.extract import RULES, WEIGHED, Finder, read_press_release
from workshops.press.language import guess_language
from workshops.press.learned.finders import MOST, weighed
from workshops.press.learned.phrases import Notice, Phrases, kinds_in
from workshops.press.learned.weights import OF_WORDS, Weights
from workshops.press.marks import Marks
from workshops.press.participants import find_participants

Plain: TypeAlias = tuple[str, str, str]
"""What a notice is about, the language if it is about a word, and what is there."""
SAMPLES = Path(__file__).parent / "samples" / "press"
LEARNED_FROM = ("seeds", "unseen", "fresh", "styles", "marked")
WEIGHTS = Path(__file__).parents[1] / "workshops" / "press" / "learned" / "weights.tsv"
COMPARED: dict[Finder, str] = {**WEIGHED, find_participants: "participants_description"}
"""What can be learned: the fields that are weighed, and one more in which rules alone hold."""
RIGHT, WRONG = 0.8, 0.5
"""How like a gold value a phrase must be to count as one; below the second it counts as none, between as neither."""
ROUNDS, RATE, PULL = 8, 0.15, 0.01
LEAST_WEIGHT = 0.02
DRAWS = 2_000


@dataclass(frozen=True)
class Sample:
    """A text and what its gold record holds."""

    text: str
    gold: dict[str, Any]


def samples(folder: Path) -> list[Sample]:
    """The texts of a folder about workshops, with their gold records or marked."""
    if folder.name == "marked":
        return [
            _marked(part) for path in sorted(folder.glob("*.txt")) for part in path.read_text("utf-8").split("=====\n")
        ]
    gold = gold_records(folder)
    return [Sample((folder / f"{name}.txt").read_text("utf-8"), gold[name]) for name in gold]


def _marked(part: str) -> Sample:
    """A short text whose values stand in brackets; its first line is the headline."""
    topics, who = re.findall(r"\[\[(.+?)\]\]", part), re.findall(r"\{\{(.+?)\}\}", part)
    text = re.sub(r"\[\[|\]\]|\{\{|\}\}", "", part).strip().replace("\n", "\n\n", 1)
    return Sample(text, {"is_workshop": True, "topics": topics, "participants_description": who[0] if who else None})


def values(record: dict[str, Any], field: str) -> list[str]:
    """What a record holds of a field, as a list."""
    value = record[field]
    return [value] if isinstance(value, str) else value or []


@dataclass(frozen=True)
class Example:
    """A phrase of a text: what is noticed about it, and for each field whether it is a value (None: left out)."""

    text: int
    notices: tuple[Plain, ...]
    labels: dict[str, bool | None]


def examples(learned_from: Iterable[Sample]) -> list[Example]:
    """All phrases of the texts about workshops."""
    found = []
    for number, sample in enumerate(learned_from):
        if not sample.gold["is_workshop"]:
            continue
        article = read_article(sample.text)
        marks = Marks(article, guess_language(article.text)[0] or "en")
        phrases = Phrases(marks)
        for phrase in chain.from_iterable(phrases.from_there(*place) for place in phrases.beginnings()):
            said = marks.text(*phrases.span(phrase))
            like = {
                field: max((likeness(said, value) for value in values(sample.gold, field)), default=0.0)
                for field in MOST
            }
            notices = chain(
                phrases.setting(phrase.sentence, phrases.place(phrase.first)),
                phrases.beginning(phrase.sentence, phrase.first),
                phrases.ending(phrase.sentence, phrase.end),
                phrases.whole(phrase),
            )
            labels = {field: None if WRONG <= n < RIGHT else n >= RIGHT for field, n in like.items()}
            found.append(Example(number, tuple(_plain(notices, marks.language)), labels))
    return found


def _plain(notices: Iterable[Notice], language: str) -> Iterator[Plain]:
    """The notices each with its language if it is about a word, and one for each of several kinds."""
    for about, value in notices:
        of = language if about in OF_WORDS else ""
        yield from ((about, of, each) for each in ([value] if isinstance(value, str) else kinds_in(value)))


def learn(known: Sequence[Example], field: str) -> dict[Plain, float]:
    """What each notice adds for a field: logistic regression, each example a step, steps smaller the oftener taken.

    Notices of a single text are left out. The order of the steps is drawn from a fixed seed.
    """
    texts: dict[Plain, set[int]] = defaultdict(set)
    for example in known:
        for notice in example.notices:
            texts[notice].add(example.text)
    names = sorted(notice for notice, seen in texts.items() if len(seen) > 1)
    number = {notice: n for n, notice in enumerate(names)}
    rows = [
        ([number[notice] for notice in example.notices if notice in number], 1.0 if label else 0.0)
        for example in known
        if (label := example.labels[field]) is not None
    ]
    weights, taken = [0.0] * len(names), [1e-6] * len(names)
    random = Random(0)
    for _ in range(ROUNDS):
        random.shuffle(rows)
        for row, wanted in rows:
            total = max(-30.0, min(30.0, sum(weights[n] for n in row)))
            error = 1 / (1 + exp(-total)) - wanted
            for n in row:
                slope = error + PULL * weights[n]
                taken[n] += slope * slope
                weights[n] -= RATE * slope / sqrt(taken[n])
    return {name: round(weight, 2) for name, weight in zip(names, weights, strict=True) if abs(weight) >= LEAST_WEIGHT}


def write_weights(path: Path, learned: dict[str, dict[Plain, float]]) -> None:
    """One line a notice, one column a field."""
    lines = ["\t".join(("about", "language", "value", *learned))]
    for notice in sorted({notice for column in learned.values() for notice in column}):
        figures = (f"{column[notice]:.2f}" if notice in column else "" for column in learned.values())
        lines.append("\t".join((*notice, *figures)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def by_language(learned: dict[Plain, float]) -> Callable[[str], Weights]:
    """What was learned for a field, as finders ask for it."""

    def weights(language: str) -> Weights:
        table: dict[str, dict[str, float]] = defaultdict(dict)
        for (about, of, value), added in learned.items():
            if of in ("", language):
                table[about][value] = added
        return table

    return weights


def by_field(tested: Iterable[Sample], learned: dict[str, dict[Plain, float]]) -> list[dict[str, Count]]:
    """Each text compared with its gold record: read by rules, weighed where something was learned for the field."""
    weights = {field: by_language(column) for field, column in learned.items()}
    finders = [
        weighed(find, field, weights[field]) if (field := COMPARED.get(find, "")) in weights else find for find in RULES
    ]
    return [compare(sample.gold, read_press_release(sample.text, finders).to_record()) for sample in tested]


def difference(one: Sequence[Count], other: Sequence[Count]) -> tuple[float, float]:
    """Between which bounds the gain in F1 lies in 95 of 100 draws of as many texts (paired bootstrap)."""
    random = Random(0)
    gains = []
    for _ in range(DRAWS):
        drawn = random.choices(range(len(one)), k=len(one))
        gains.append(f1(other[n] for n in drawn) - f1(one[n] for n in drawn))
    gains.sort()
    return gains[DRAWS // 40], gains[-DRAWS // 40]


def f1(counts: Iterable[Count]) -> float:
    """F1 over several texts; 0 where nothing was wanted and nothing given."""
    right, given, wanted = (sum(part) for part in zip(*((c.right, c.given, c.wanted) for c in counts), strict=True))
    return 2 * right / (given + wanted) if given + wanted else 0.0


def main() -> None:
    """Makes the weights anew, or says how rules alone and rules with weights read the texts of some folders."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--on", nargs="+", type=Path, metavar="FOLDER", help="texts with gold records to be read")
    asked.add_argument("--from", nargs="+", dest="learned_from", default=LEARNED_FROM, metavar="SAMPLES")
    arguments = asked.parse_args()
    known = examples(sample for name in arguments.learned_from for sample in samples(SAMPLES / name))
    if not arguments.on:
        write_weights(WEIGHTS, {field: learn(known, field) for field in WEIGHED.values()})
        return
    learned = {field: learn(known, field) for field in MOST}
    tested = [sample for folder in arguments.on for sample in samples(folder)]
    by_rules, by_weights = by_field(tested, {}), by_field(tested, learned)
    print(f"{len(tested)} texts; F1 by rules alone, with weights, gain in 95 of 100 draws")
    for field in MOST:
        one, other = [c[field] for c in by_rules], [c[field] for c in by_weights]
        low, high = difference(one, other)
        print(f"{field:26} {f1(one):.3f} {f1(other):.3f}  {low:+.3f} to {high:+.3f}")


if __name__ == "__main__":
    main()
