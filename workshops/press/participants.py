"""How many take part, how exactly the text says so; who they are in its words, by `participant_phrases`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshops.press.event_types import is_series
from workshops.press.facts import Finding, PressFacts
from workshops.press.further_people import is_indirect, without_who_will_benefit
from workshops.press.headcounts import Group, added_up, counted_in_brackets, part_of_those_named, part_without_noun
from workshops.press.how_exactly import qualifier_of
from workshops.press.marks import Marks
from workshops.press.numbers import Number
from workshops.press.participant_phrases import description
from workshops.press.teaching import nameless_teachers
from workshops.press.words import worded

_MOST_PEOPLE = 20_000
_NOUN_REACH = 60
_MOST_TRAINERS = 9
_BY = re.compile(r" (?:by|par|por|of|de|du|des|del|d')$")
_LONGEST_DATE = 60
_LEADING_REACH = 40
_TRADE = worded(
    lambda w: (
        rf"(?!{w.any_of('not_trades')})[a-z-]{{4,20}}{w.any_of('ends_of_trades')}(?= {w.any_of('behind_trade')}(?!\w))"
    )
)
"""Trades that no list has, by how their names end: "19 microscopistas de Brasil", "12 epidemiologists from"."""
_OF_NATION = worded(lambda w: rf"(?: {w.any_of('of_them_are')})? [\w-]+(?!\w)")
_BEYOND_REACH = 70
_OF_A_PART = 0.4
"""A number without a noun counts people only beside one that has a noun."""


def find_participants(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`participants_count`, `participants_qualifier` and `participants_description`."""
    if not known.value("is_workshop"):
        return
    groups = [] if is_series(marks) else sorted(_groups(marks), key=lambda g: g.number.start)
    groups = without_who_will_benefit(marks, groups)
    best = max(groups, key=lambda g: (g.weight, -g.number.start), default=None)
    parts: list[Group] = []
    if best is not None and (best.weight >= 1 or _is_only_in_title(marks, groups)):
        parts = added_up(marks, groups, best)
    else:
        parts = counted_in_brackets(marks)
    if parts:
        yield from _counted(marks, parts)
    is_named = best is not None and best.weight >= 1 and best.has_noun
    phrase = description(
        marks, (best.number.end + 1, best.noun_end) if best is not None and is_named else None, len(parts)
    )
    if phrase is not None:
        yield marks.finding(
            "participants_description", marks.text(*phrase), 0.6, phrase, "phrase after number or audience"
        )


def _is_only_in_title(marks: Marks, groups: list[Group]) -> bool:
    """Whether the headline alone gives a number of people: what it says then stands."""
    title = marks.article.title
    return title is not None and all(g.number.end <= title.end for g in groups)


def _counted(marks: Marks, parts: list[Group]) -> Iterable[Finding]:
    total = sum(g.number.value for g in parts)
    qualifier = qualifier_of(marks, parts)
    span = (parts[0].number.start, parts[-1].noun_end)
    rule = "number of people" if len(parts) == 1 else f"sum: {' + '.join(str(g.number.value) for g in parts)}"
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
        if _is_in_date(marks, number):
            continue
        limit = _clause_end(marks, number.end)
        m = noun.search(low, number.end, limit)
        before = low[max(0, number.start - 60) : number.start]
        has_noun = m is not None or _subject_group(marks, number) is not None
        m = m or _bare_group(marks, number) or _subject_group(marks, number) or _group_in_town(marks, number)
        m = (
            m
            or w.pattern("places_kept", "one_sex").match(low, number.end + 1)
            or _TRADE(marks.language).match(low, number.end + 1)
            or _counted_before(marks, number)
            or _some_of_them(marks, number)
        )
        if m is None:
            if part := part_of_those_named(marks, number):
                yield Group(number, part.end(), 1.0, has_noun=False)
            elif part := part_without_noun(marks, number):
                yield Group(number, part.end(), _OF_A_PART, has_noun=False)
            continue
        between = low[number.end : m.start()]
        is_expert = w.pattern("expert_nouns").search(low, number.end, m.end() + 12) is not None
        if (
            is_expert
            and number.value <= _MOST_TRAINERS
            and not w.pattern("participant_word").search(low, number.end, m.end())
        ):
            continue
        if _are_teachers(marks, number.start) or _is_beyond(marks, number.start) or is_indirect(marks, number):
            continue
        if (
            w.pattern("not_participants").search(between + low[m.start() : m.end() + 10])
            or w.pattern("all_told").search(before[-22:])
            or w.pattern("not_counted").search(before[-12:])
        ):
            continue
        sentence = marks.article.sentence_at(number.start)
        around = low[sentence.start : sentence.end] if sentence else low[number.start : m.end()]
        weight = 1.0 + bool(w.pattern("people_verbs", "aimed_at").search(around)) * 0.8
        weight += 0.8 * marks.scope.names_event(sentence.start, sentence.end) if sentence else 0
        weight += 0.4 if sentence in marks.article.sentences[:5] else 0
        weight -= 0.9 if in_title else 0
        weight -= 0.5 * (w.pattern("of_a_sex").match(low, m.start()) is not None)  # more often a part than all
        weight -= 0.9 * (w.pattern("of_those").match(low, number.end + 1) is not None)
        yield Group(number, m.end(), weight, has_noun)


def _is_in_date(marks: Marks, number: Number) -> bool:
    return any(number.start < date.end for date in marks.dates_in(number.start - _LONGEST_DATE, number.end))


def _counted_before(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Participants numbered 54", "Ils sont 45, dont 13 femmes, venus de": those who are counted stand before."""
    sentence = marks.article.sentence_at(number.start)
    before = marks.article.low[sentence.start if sentence else number.start : number.start]
    words = marks.words.pattern("numbered").search(before)
    if marks.words.pattern("they_are").fullmatch(before.rstrip()):
        return re.compile("").match(marks.article.low, number.end)
    if words is None or before[words.end() :].strip() or not marks.words.pattern("people_nouns").search(before):
        return None
    return re.compile("").match(marks.article.low, number.end)


def _some_of_them(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Fifteen of them are in Lae for a week of training", "the first brought together 31 of them": people named
    before, in a sentence about the event or behind a verb for those who attend.
    """
    sentence = marks.article.sentence_at(number.start)
    if sentence is None:
        return None
    before = marks.article.low[sentence.start : number.start].removesuffix(" a ").rstrip()
    gathers = marks.words.pattern("gathers").finditer(before)
    opens = not before and marks.scope.names_event(sentence.start, sentence.end)
    if not opens and not any(m.end() == len(before) for m in gathers):
        return None
    return marks.words.pattern("of_them").match(marks.article.low, number.end + 1)


def _are_teachers(marks: Marks, place: int) -> bool:
    """Whether a number of people stands right behind "led by", "animé par", or before a verb of teaching."""
    if any(start <= place < end for start, end in marks.once(nameless_teachers)):
        return True
    before = marks.article.low[max(0, place - _LEADING_REACH) : place].rstrip()
    verbs = list(marks.words.pattern("expert_verbs", "taught_by").finditer(before))
    if not verbs:
        return False
    between = before[verbs[-1].end() :].strip()
    if not between and not _BY.search(verbs[-1].group()):  # "a formé 22 policiers": those who were taught
        return any(number.value <= _MOST_TRAINERS for number in marks.numbers_in(place, place + 1))
    return not between or marks.words.has(between, "by_whom")


def _is_beyond(marks: Marks, place: int) -> bool:
    """Whether a number counts people of later or all events: "will in turn train 900", "bringing to 45 the number"."""
    before = re.split(r"[.;:\n]", marks.article.low[max(0, place - _BEYOND_REACH) : place])[-1]
    said = list(marks.words.pattern("beyond_event").finditer(before))
    return bool(said) and marks.words.pattern("people_verbs").search(before, said[-1].end()) is None


def _clause_end(marks: Marks, place: int) -> int:
    """How far the noun after a number can stand: a few words, no mark of punctuation between."""
    low = marks.article.low
    stop = re.compile(r"[,.;:()\n«»\"]| - ").search(low, place, place + _NOUN_REACH)
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
    m = _OF_NATION(marks.language).match(marks.article.low, number.end)
    is_whole = m is not None and (m.end() >= country.end if marks.language == "en" else m.end() == country.end)
    return m if is_whole else None


def _group_in_town(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "... and 31 in Kara": those of a town, whose noun stands with the first of several numbers or nowhere."""
    m = re.compile(rf" {marks.words.any_of('in_place')}(?= [A-ZÀ-Þ])", re.IGNORECASE).match(
        marks.article.text, number.end
    )
    is_town = m is not None and marks.article.text[m.end() + 1].isupper()
    is_time = any(date.end >= number.end for date in marks.dates_in(number.start - 40, number.end))
    return m if is_town and not is_time else None


def _subject_group(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Fifty-two foresters of the Service take part": a plural that opens a sentence and acts like participants."""
    sentence = marks.article.sentence_at(number.start)
    if sentence is None or not marks.words.pattern("people_verbs").search(marks.article.low, number.end, sentence.end):
        return None
    opening = marks.article.text[sentence.start : number.start]
    if len(opening) > 3 and not re.search(r"[-–—.]\s$", opening):
        return None
    return re.compile(r" [^\W\d]{3,}[sx](?!\w)").match(marks.article.low, number.end)
