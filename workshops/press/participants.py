"""How many take part, how exactly the text says so; who they are in its words, by `participant_phrases`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshops.press.event_types import is_series
from workshops.press.facts import Finding, PressFacts, Span
from workshops.press.further_people import (
    is_indirect,
    without_who_only_signed_up,
    without_who_will_benefit,
)
from workshops.press.headcounts import (
    Group,
    added_up,
    counted_in_brackets,
    is_in_date,
    is_of_each,
    is_of_each_session,
    is_of_time,
    part_of_those_named,
    part_without_noun,
    parts_of,
)
from workshops.press.how_exactly import qualifier_of
from workshops.press.marks import Marks
from workshops.press.numbers import EXACT, Number
from workshops.press.numbers_alone import (
    bare_total,
    group_without_noun,
    subject_group,
    sums_up,
    those_of_whom_part_came,
    with_the_one_told,
)
from workshops.press.participant_phrases import description
from workshops.press.teaching import nameless_teachers, teacher_follows

_MOST_PEOPLE = 20_000
_NOUN_REACH = 60
_MOST_TRAINERS = 9
_LEADING_REACH = 40
_BEYOND_REACH = 70
_ADJECTIVES = re.compile(r"(?: [a-z-]+){1,2}(?:, [a-z-]+(?: [a-z-]+)?)+,? and(?: [a-z-]+){2,3}")
_MARK = re.compile(r"[,.;:()\n«»\"]| - ")
_WORD = re.compile(r"\S+")
_MOST_WORDS = 6
_LEAST_OF_HEADLINE, _MOST_IN_A_ROOM = 6, 500
_ALL_TOLD_REACH, _NOT_COUNTED_REACH = 22, 12
_LEAD_SENTENCES = 5
_OF_A_PART = 0.4
"""A number without a noun counts people only beside one that has a noun."""


def find_participants(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`participants_count`, `participants_qualifier` and `participants_description`."""
    if not known.value("is_workshop"):
        return
    groups = sorted(_groups(marks), key=lambda g: g.number.start)
    if is_series(marks):
        groups = [group for group in groups if is_of_each_session(marks, group.number)]
    groups = without_who_only_signed_up(marks, without_who_will_benefit(marks, groups))
    best = max(groups, key=lambda g: (g.weight, -g.number.start), default=None)
    if best is not None and best.weight < 1 and not _is_only_in_title(marks, groups):
        best = None
    parts = added_up(marks, groups, best) if best is not None else counted_in_brackets(marks)
    if parts:
        yield from _counted(marks, parts)
    listed = parts_of(groups, parts[0]) if len(parts) == 1 else []
    counted = _counted_noun(marks, best) if best is not None and best.has_noun else None
    phrase = description(marks, counted, parts, listed)
    if phrase is not None:
        yield marks.finding(
            "participants_description", marks.text(*phrase), 0.6, phrase, "phrase after number or audience"
        )


def _is_only_in_title(marks: Marks, groups: list[Group]) -> bool:
    """Whether the headline alone gives a number of people: what it says then stands."""
    title = marks.article.title
    return title is not None and all(g.number.end <= title.end for g in groups)


def _counted_noun(marks: Marks, group: Group) -> Span:
    """From behind the number to the end of its noun; what a "15-member delegation" is of stands behind "member"."""
    start, end = group.number.end + 1, group.noun_end
    if those := those_of_whom_part_came(marks, group.number):
        return those.end + 1, end
    following = re.compile(r" [\w-]+").match(marks.article.low, end)
    return (end + 1, following.end()) if marks.article.low[start - 1] == "-" and following else (start, end)


def _counted(marks: Marks, parts: list[Group]) -> Iterable[Finding]:
    total = sum(g.number.value for g in parts)
    qualifier = qualifier_of(marks, parts)
    span = (parts[0].number.start, parts[-1].noun_end)
    rule = "number of people" if len(parts) == 1 else f"sum: {' + '.join(str(g.number.value) for g in parts)}"
    yield marks.finding("participants_count", total, 0.85 if len(parts) == 1 else 0.7, span, rule)
    yield marks.finding("participants_qualifier", qualifier, 0.85, span, "words before the number")


def _groups(marks: Marks) -> Iterable[Group]:
    """Every number of people in sentences about the event or the headline, with what speaks for its being all."""
    title = marks.article.title
    noun = marks.words.pattern("people_nouns", *(("future_trainers",) if _trains_trainers(marks) else ()))
    all_of_whom: Number | None = None
    for number in marks.numbers:
        if number is all_of_whom:
            continue
        in_title = title is not None and number.start < title.end
        is_told = in_title or marks.scope.is_told(number.start)
        is_people = 2 <= number.value <= _MOST_PEOPLE and not is_of_time(marks, number)
        if not is_people or not is_told or is_in_date(marks, number):
            continue
        all_of_whom = those_of_whom_part_came(marks, number)
        place = all_of_whom.end if all_of_whom else number.end
        m = noun.search(marks.article.low, place, _clause_end(marks, place))
        has_noun = m is not None or subject_group(marks, number) is not None
        m = m or group_without_noun(marks, number)
        if m is None:
            yield from _groups_beside_others(marks, number)
        elif not _counts_others(marks, number, m):
            number = with_the_one_told(marks, number)
            yield Group(number, m.end(), _weight(marks, number, m) - 0.9 * in_title, has_noun)


def _groups_beside_others(marks: Marks, number: Number) -> Iterable[Group]:
    """A number that counts people only by what other numbers count: "... and eleven from the Immigration Service"."""
    if part := part_of_those_named(marks, number):
        yield Group(number, part.end(), 1.0, has_noun=False)
    elif part := part_without_noun(marks, number):
        yield Group(number, part.end(), _OF_A_PART, has_noun=False)
    elif part := bare_total(marks, number):
        yield Group(
            number,
            part.end(),
            1.0 if _follows_each(marks, number) or sums_up(marks, number) else _OF_A_PART,
            has_noun=False,
        )


def _counts_others(marks: Marks, number: Number, m: re.Match[str]) -> bool:
    """Whether a number with a noun, or what stands for one, counts those who teach, come later, or are no people."""
    w, low = marks.words, marks.article.low
    is_expert = number.value <= _MOST_TRAINERS and w.pattern("expert_nouns").search(low, number.end, m.end() + 12)
    if is_expert and not w.pattern("participant_word").search(low, number.end, m.end()):
        return True
    if _are_teachers(marks, number.start) or _is_beyond(marks, number.start) or is_indirect(marks, number):
        return True
    before = low[max(0, number.start - _ALL_TOLD_REACH) : number.start]
    is_trained = _trains_trainers(marks) and w.pattern("future_trainers").search(low, number.end, m.end()) is not None
    return bool(
        (not is_trained and w.pattern("not_participants").search(low[number.end : m.end() + 10]))
        or w.pattern("all_told").search(before)
        or (number.qualifier == EXACT and w.pattern("not_counted").search(before[-_NOT_COUNTED_REACH:]))
    )


def _trains_trainers(marks: Marks) -> bool:
    """Whether the event is a training of trainers, so that trainers are those who take part."""
    return any(e.event_type == "tot" for e in (*marks.scope.title_events, *marks.scope.events[:2]))


def _weight(marks: Marks, number: Number, m: re.Match[str]) -> float:
    """What speaks for a number of people in the text being that of all who take part."""
    w, low = marks.words, marks.article.low
    sentence = marks.article.sentence_at(number.start)
    span = (sentence.start, sentence.end) if sentence else (number.start, m.end())
    weight = 1.0 + 0.8 * (w.pattern("people_verbs", "aimed_at").search(low, *span) is not None)
    weight += 0.8 * marks.scope.names_event(*span) if sentence else 0
    weight += 0.4 if sentence in marks.article.sentences[:_LEAD_SENTENCES] else 0
    title = marks.article.title
    is_headline = title is not None and any(n.value == number.value for n in marks.numbers_in(title.start, title.end))
    weight += 0.6 * (is_headline and number.value >= _LEAST_OF_HEADLINE)
    weight -= 0.6 * (number.value > _MOST_IN_A_ROOM and not (sentence and marks.scope.names_event(*span)))
    weight -= 0.5 * (w.pattern("of_a_sex").match(low, m.start()) is not None)  # more often a part than all
    return weight - 0.9 * (w.pattern("of_those").match(low, number.end + 1) is not None)


def _follows_each(marks: Marks, number: Number) -> bool:
    """Whether a number for each stands before a sum: "five from each country, twenty in all"."""
    sentence = marks.article.sentence_at(number.start)
    earlier = marks.numbers_in(sentence.start, number.start) if sentence else ()
    return any(is_of_each(marks, n) for n in earlier if not is_in_date(marks, n))


def _are_teachers(marks: Marks, place: int) -> bool:
    """Whether a number of people stands right behind "led by", "animé par", or before a verb of teaching."""
    if _is_made_up(marks, place):
        return False
    if any(start <= place < end for start, end in marks.once(nameless_teachers)):
        return True
    before = marks.article.low[max(0, place - _LEADING_REACH) : place].rstrip()
    nouns = list(marks.words.pattern("expert_nouns").finditer(before))
    if nouns and before[nouns[-1].end() :] in (",", " :", ":"):  # "The instructors, two agents of the FBI, ..."
        return True
    verbs = list(marks.words.pattern("expert_verbs", "taught_by").finditer(before))
    if not verbs:
        return False
    between = before[verbs[-1].end() :].strip()
    if not between and not teacher_follows(marks, verbs[-1]):  # "a formé 22 policiers": those who were taught
        return any(number.value <= _MOST_TRAINERS for number in marks.numbers_in(place, place + 1))
    return not between or marks.words.has(between, "by_whom")


def _is_made_up(marks: Marks, place: int) -> bool:
    """Whether a group is said to be made up of those counted: "un equipo de la Aduana, formado por nueve agentes"."""
    before = marks.article.low[max(0, place - _BEYOND_REACH) : place].rstrip()
    made_up = [m for m in marks.words.pattern("made_up_of").finditer(before) if m.end() == len(before)]
    return bool(made_up) and marks.words.pattern("groups_of_people").search(before, 0, made_up[0].start()) is not None


def _is_beyond(marks: Marks, place: int) -> bool:
    """Whether a number counts people of later or all events: "will in turn train 900", "bringing to 45 the number"."""
    before = re.split(r"[.;:\n]", marks.article.low[max(0, place - _BEYOND_REACH) : place])[-1]
    said = list(marks.words.pattern("beyond_event").finditer(before))
    if said and marks.words.pattern("enables").fullmatch(said[-1].group()) and _is_of_one_event(marks, place):
        return False  # "cet atelier a permis à 27 médecins de se familiariser avec ..."
    return bool(said) and marks.words.pattern("people_verbs").search(before, said[-1].end()) is None


def _is_of_one_event(marks: Marks, place: int) -> bool:
    """Whether one event is named in the sentence before a place."""
    sentence = marks.article.sentence_at(place)
    events = marks.scope.events_in(sentence.start, place) if sentence else ()
    return bool(events) and all(marks.article.low[event.end - 1] != "s" for event in events)


def _clause_end(marks: Marks, place: int) -> int:
    """How far the noun after a number can stand: a few words, no mark of punctuation between."""
    low = marks.article.low
    stop = _MARK.search(low, place, place + _NOUN_REACH)
    end = stop.start() if stop else min(len(low), place + _NOUN_REACH)
    if marks.language == "en" and (adjectives := _ADJECTIVES.match(low, place, place + _NOUN_REACH)):
        end = max(end, adjectives.end())  # "22 immigration, police and health officials"
    words = list(_WORD.finditer(low, place, end))
    other = next((n for n in marks.numbers_in(place + 1, end)), None)
    end = min(end, other.start) if other else end
    return min(end, words[_MOST_WORDS - 1].end()) if len(words) > _MOST_WORDS else end
