"""How many take part, how exactly the text says so, and who they are in its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.press.event_types import is_series
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.numbers import EXACT, Number

_MOST_PEOPLE = 20_000
_NOUN_REACH = 60
_PHRASE_WORDS = 14
_MOST_TRAINERS = 9


@dataclass(frozen=True)
class Group:
    """A number of people: "42 law enforcement officials"."""

    number: Number
    noun_end: int
    weight: float
    has_noun: bool = True


def find_participants(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`participants_count`, `participants_qualifier` and `participants_description`."""
    if not known.value("is_workshop"):
        return
    groups = [] if is_series(marks) else sorted(_groups(marks), key=lambda g: g.number.start)
    best = max(groups, key=lambda g: (g.weight, -g.number.start), default=None)
    if best is not None and best.weight >= 1:
        yield from _counted(marks, groups, best)
    phrase = _described(marks, best)
    if phrase is not None:
        yield marks.finding(
            "participants_description", marks.text(*phrase), 0.7, phrase, "phrase after number or audience"
        )


def _counted(marks: Marks, groups: list[Group], best: Group) -> Iterable[Finding]:
    parts = _breakdown(marks, groups, best)
    total = sum(g.number.value for g in parts)
    qualifier = next((g.number.qualifier for g in parts if g.number.qualifier != EXACT), EXACT)
    span = (parts[0].number.start, parts[-1].noun_end)
    rule = "number of people" if len(parts) == 1 else "sum of the groups named"
    yield marks.finding("participants_count", total, 0.85 if len(parts) == 1 else 0.7, span, rule)
    yield marks.finding("participants_qualifier", qualifier, 0.85, span, "words before the number")


def _groups(marks: Marks) -> Iterable[Group]:
    """Every number of people in sentences about the event, with what speaks for its being the participants."""
    w, low = marks.words, marks.article.low
    noun = w.pattern("people_nouns")
    for number in marks.numbers:
        in_title = marks.article.title is not None and number.start < marks.article.title.end
        if not 2 <= number.value <= _MOST_PEOPLE or not (in_title or marks.scope.is_told(number.start)):
            continue
        limit = _clause_end(marks, number.end)
        m = noun.search(low, number.end, limit)
        before = low[max(0, number.start - 60) : number.start]
        has_noun = m is not None or _subject_group(marks, number) is not None
        m = m or _bare_group(marks, number) or _subject_group(marks, number)
        if m is None:
            continue
        between = low[number.end : m.start()]
        is_expert = w.pattern("expert_nouns").search(low, number.end, m.end() + 12) is not None
        if (
            is_expert
            and number.value <= _MOST_TRAINERS
            and not w.pattern("participant_word").search(low, number.end, m.end())
        ):
            continue
        if w.pattern("not_participants").search(between + low[m.start() : m.end() + 10]) or w.pattern(
            "all_told", "not_counted"
        ).search(before[-22:]):
            continue
        sentence = marks.article.sentence_at(number.start)
        around = low[sentence.start : sentence.end] if sentence else low[number.start : m.end()]
        weight = 1.0 + bool(w.pattern("people_verbs", "aimed_at").search(around)) * 0.8
        weight += 0.8 * marks.scope.names_event(sentence.start, sentence.end) if sentence else 0
        weight += 0.4 if sentence in marks.article.sentences[:5] else 0
        weight -= 0.9 if in_title else 0
        yield Group(number, m.end(), weight, has_noun)


def _clause_end(marks: Marks, place: int) -> int:
    """How far the noun after a number can stand: a few words, no mark of punctuation between."""
    low = marks.article.low
    stop = re.compile(r"[,.;:()\n«»\"]").search(low, place, place + _NOUN_REACH)
    end = stop.start() if stop else min(len(low), place + _NOUN_REACH)
    words = list(re.compile(r"\S+").finditer(low, place, end))
    other = next((n for n in marks.numbers_in(place + 1, end)), None)
    end = min(end, other.start) if other else end
    return min(end, words[5].end()) if len(words) > 5 else end


def _bare_group(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Fifteen of them were Thai", "eleven Malaysian": a number and a nationality without a noun."""
    country = next((c for c in marks.countries_in(number.end, number.end + 22) if c.is_demonym), None)
    if country is None:
        return None
    if marks.language != "en":
        bare = re.compile(r" [\w-]+(?!\w)").match(marks.article.low, number.end)
        return bare if bare is not None and bare.end() == country.end else None
    m = re.compile(r"(?: of (?:them|the \w+))?(?: (?:were|are))? [\w-]+(?!\w)").match(marks.article.low, number.end)
    return m if m is not None and m.end() >= country.end else None


def _subject_group(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Fifty-two foresters of the Service take part": a plural that opens a sentence and acts like participants."""
    sentence = marks.article.sentence_at(number.start)
    if sentence is None or not marks.words.pattern("people_verbs").search(marks.article.low, number.end, sentence.end):
        return None
    opening = marks.article.text[sentence.start : number.start]
    if len(opening) > 3 and not re.search(r"[-–—.]\s$", opening):
        return None
    return re.compile(r" [^\W\d]{3,}[sx](?!\w)").match(marks.article.low, number.end)


def _breakdown(marks: Marks, groups: list[Group], best: Group) -> list[Group]:
    """The group itself, or the groups that only together are all: "six officers and two prosecutors"."""
    parts = [best]
    w, low = marks.words, marks.article.low
    later = [g for g in groups if g.number.start > best.number.start]
    earlier = [g for g in groups if g.number.start < best.number.start]
    for ordered, is_later in ((later, True), (earlier[::-1], False)):
        for group in ordered:
            a, b = (parts[-1], group) if is_later else (group, parts[0])
            between = low[a.noun_end : b.number.start]
            if (
                len(between) > 90
                or not w.pattern("sum_joints").search(between)
                or w.pattern("all_told").search(between)
            ):
                break
            if re.search(r"[.;:()]", between) or marks.words.pattern("organise_active").search(between):
                break
            parts = [*parts, group] if is_later else [group, *parts]
    return parts


def _described(marks: Marks, best: Group | None) -> tuple[int, int] | None:
    if best is not None and best.weight >= 1 and best.has_noun:
        phrase = _phrase_from(marks, best.number.end + 1, best.noun_end)
        low = marks.article.low
        if re.match(r"(?:of (?:them|the)|personas?|personnes?|people|participants?)(?!\w)", low[phrase[0] : phrase[1]]):
            named = _enumerated_after(marks, phrase) or _audience(marks)
            return named or phrase
        return phrase
    return _audience(marks)


def _enumerated_after(marks: Marks, phrase: tuple[int, int]) -> tuple[int, int] | None:
    """ "45 people from Chilean institutions: police, judges and prosecutors": what the colon opens."""
    sentence = marks.article.sentence_at(phrase[0])
    if sentence is None:
        return None
    colon = marks.article.low.find(": ", phrase[0], sentence.end)
    if colon < 0 or not marks.words.pattern("people_nouns").search(marks.article.low, colon, sentence.end):
        return None
    end = marks.article.text.rfind(".", colon, sentence.end)
    return colon + 2, end if end > colon else sentence.end


def _audience(marks: Marks) -> tuple[int, int] | None:
    """The people after "aimed at", "destiné aux", or who are said to attend."""
    w, low = marks.words, marks.article.low
    noun = w.pattern("people_nouns")
    for names in (("aimed_at",), ("people_verbs",)):
        for sentence in marks.scope.told[:10]:
            for m in w.pattern(*names).finditer(low, sentence.start, sentence.end):
                if not marks.scope.is_told(m.start()):
                    continue
                found = (
                    _after(marks, m.end(), sentence.end)
                    if names == ("aimed_at",)
                    else _subject(marks, sentence.start, m.start())
                )
                is_trainer = names != ("aimed_at",) and found and w.pattern("expert_nouns").search(low, *found)
                if found and not is_trainer:
                    return found
    first = marks.scope.told[0] if marks.scope.told else None
    lone = noun.search(low, first.start, first.end) if first else None
    return _phrase_from(marks, lone.start(), lone.end()) if lone else None


def _after(marks: Marks, place: int, end: int) -> tuple[int, int] | None:
    low = marks.article.low
    small = marks.words.any_of("determiners", "chain_words")
    skip = re.compile(rf"\s?(?:(?:{small})\s?){{0,3}}").match(low, place, end)
    start = skip.end() if skip else place
    noun = marks.words.pattern("people_nouns").search(low, start, min(end, start + 45))
    if noun is None or re.search(r"[.,;:]", low[start : noun.start()]):
        return None
    return _phrase_from(marks, start, noun.end())


def _subject(marks: Marks, start: int, verb: int) -> tuple[int, int] | None:
    w, low = marks.words, marks.article.low
    nouns = [m for m in w.pattern("people_nouns").finditer(low, max(start, verb - 120), verb)]
    if not nouns:
        return None
    begin = _noun_phrase_start(marks, nouns[0].start(), start)
    return _phrase_from(marks, begin, nouns[0].end())


def _noun_phrase_start(marks: Marks, noun: int, floor: int) -> int:
    before = list(re.compile(r"[\w'-]+").finditer(marks.article.low, max(floor, noun - 60), noun))
    start = noun
    for m in reversed(before):
        if (
            marks.words.has(m.group(), "determiners", "clause_prepositions", "plain_verbs", "not_agency_start")
            and m.group() != "and"
        ):
            break
        start = m.start()
    return start


def _phrase_from(marks: Marks, start: int, noun_end: int) -> tuple[int, int]:
    """The noun phrase from start on, to the verb, mark or time phrase that ends it."""
    low, w = marks.article.low, marks.words
    limit = re.compile(r"[.;:()\n«»\"]").search(low, noun_end, noun_end + 220)
    end = limit.start() if limit else min(len(low), noun_end + 220)
    stop = w.pattern("phrase_stops", "said", "people_verbs").search(low, noun_end, end)
    end = stop.start() if stop else end
    comma = low.find(",", noun_end, end)
    while comma >= 0:
        following = w.pattern("people_nouns").search(low, comma, min(end, comma + 40))
        if following is None or "," in low[comma + 1 : following.start()]:
            end = comma
            break
        comma = low.find(",", comma + 1, end)
    words = list(re.compile(r"\S+").finditer(low, start, end))
    if len(words) > _PHRASE_WORDS:
        end = words[_PHRASE_WORDS - 1].end()
    end = _before_agency_list(marks, noun_end, end)
    while end > start and low[end - 1] in " ,":
        end -= 1
    opener = re.compile(r"(?:d'|de |des |of |the |les |los |las )+").match(low, start, end)
    start = opener.end() if opener else start
    trailing = re.compile(
        r"(?: (?:a|de|d|the|in|who|et|and|y|at|of|from|en|del|du|des|on|pour|para|for|are|la|le))+$"
    ).search(low, start, end)
    return start, trailing.start() if trailing else end


def _before_agency_list(marks: Marks, start: int, end: int) -> int:
    """A chain of several agencies after the noun says where people come from, not who they are."""
    agencies = marks.agencies_in(start, end + 120)
    inside = [a for a in agencies if a.start < end]
    if len(agencies) >= 3 and inside:
        return inside[0].start - 1
    return end
