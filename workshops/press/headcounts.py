"""Which numbers of people only together are all: "26 officers of the police and eleven from the customs"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from workshops.press.chains import joined
from workshops.press.marks import Marks
from workshops.press.numbers import EXACT, Number
from workshops.press.words import worded

_BETWEEN_GROUPS: Final = 120
_ELLIPSIS: Final = worded(lambda w: rf" {w.any_of('without_noun')} ?")
"""What stands between a number without a noun and the body it is of: "and eleven from the Immigration Service"."""
_BODY_REACH: Final = 30
_TOTAL_REACH: Final = 24
_AS_MANY: Final = worded(lambda w: rf",? {w.any_of('and')} {w.any_of('as_many')} ?")
_AS_MANY_REACH: Final = 60
_BEFORE_FURTHER: Final = worded(lambda w: rf"(?:,|{w.any_of('before_further')}) $")
_FURTHER_REACH: Final = 12
_IN_BRACKETS: Final = re.compile(r"\((\d{1,3})\)")
_MOST_BEFORE_BRACKETS: Final = 60
_ACRONYM: Final = re.compile(r" \([a-z&/-]{2,12}\)")
_OF_TIME: Final = worded(
    lambda w: rf"[ -](?:{w.any_of('days_between')} )?{w.any_of('day_words', 'day_adjectives', 'years_or_months')}(?!\w)"
)
"""Behind a number of days, which parts no people: "twelve judges and nine clerks ended a three-day workshop"."""
_LONGEST_DATE: Final = 60
_MOST_PARTED: Final = 2_000
_MOST_PARTS: Final = 12
_EACH_REACH: Final = 60
_PARTS_REACH: Final = 400


@dataclass(frozen=True)
class Group:
    """A number of people: "42 law enforcement officials"."""

    number: Number
    noun_end: int
    weight: float
    has_noun: bool = True


def added_up(marks: Marks, groups: list[Group], best: Group) -> list[Group]:
    """The group itself, or those beside it that only together are all.

    Groups are joined by "and" and by commas. Where the first is the sum of the others, or the others only count women
    and men, it is all; so is one that the text itself calls the sum ("soit trente participants en tout").
    """
    parts = [best]
    if total := next((g for g in groups if _is_total(marks, g, best) or _is_parted(marks, g, best)), None):
        return [total]
    if is_of_each(marks, best.number):
        return [best] if is_of_each_session(marks, best.number) else [best] * bodies_counted(marks, best)
    later = [g for g in groups if g.number.start > best.number.start]
    earlier = [g for g in groups if g.number.start < best.number.start]
    for ordered, is_later in ((later, True), (earlier[::-1], False)):
        for group in ordered:
            if not _is_joined(marks, *((parts[-1], group) if is_later else (group, parts[0]))):
                break
            parts = [*parts, group] if is_later else [group, *parts]
    joint = marks.words.pattern("sum_joints")
    is_joint = joint.search(marks.article.low, parts[-2].noun_end, parts[-1].number.start) if len(parts) > 1 else None
    if len(parts) > 1 and not is_joint and not all(_is_in_list(marks, part) for part in parts):
        return [best]
    if len(parts) > 2 and parts[0].number.value == sum(part.number.value for part in parts[1:]):
        return parts[:1]
    sexed = [part for part in parts if _is_of_a_sex(marks, part)]
    parts = parts if len(sexed) == len(parts) else [part for part in parts if part not in sexed]
    return [*parts, *_as_many(marks, parts[-1])]


def _is_total(marks: Marks, group: Group, best: Group) -> bool:
    sentence = marks.article.sentence_at(group.number.start)
    if sentence is None or sentence != marks.article.sentence_at(best.number.start):
        return False
    before = marks.article.low[max(sentence.start, group.number.start - _TOTAL_REACH) : group.number.start]
    is_last = group.number.start >= best.number.start and group.number.value > best.number.value
    is_said = marks.words.pattern("makes_in_all").search(before) or marks.words.pattern("in_all").match(
        marks.article.low, group.number.end + 1
    )
    return is_last and is_said is not None


def _is_parted(marks: Marks, group: Group, best: Group) -> bool:
    """Whether the next numbers of the sentence add up to a group: "of the 40 clerks, 26 came from X and 14 from Y"."""
    sentence = marks.article.sentence_at(group.number.start)
    if (
        sentence is None
        or sentence != marks.article.sentence_at(best.number.start)
        or group.number.value > _MOST_PARTED
    ):
        return False
    left = group.number.value
    following = [
        n
        for n in marks.numbers_in(group.number.end, sentence.end)
        if not is_in_date(marks, n) and not is_of_time(marks, n)
    ]
    for number in following[:_MOST_PARTS]:
        left -= number.value
        if left <= 0:
            return left == 0 and number != following[0]
    return False


def parts_of(groups: list[Group], total: Group) -> list[Group]:
    """The groups soon behind a total that add up to it, each with a noun: "28 round the table: 12 clerks, nine ..."."""
    found: list[Group] = []
    left = total.number.value
    for group in groups:
        if total.number.end < group.number.start < total.number.end + _PARTS_REACH and group.has_noun and left > 0:
            left -= group.number.value
            found.append(group)
    return found if left == 0 and len(found) > 1 else []


def is_in_date(marks: Marks, number: Number) -> bool:
    """Whether a number stands in a date."""
    dates = [date for date in marks.dates_in(number.start - _LONGEST_DATE, number.end) if number.start < date.end]
    if all(date.end == number.end for date in dates):  # "accueille depuis lundi 25 agents"
        return bool(dates) and marks.words.pattern("people_nouns").match(marks.article.low, number.end + 1) is None
    return bool(dates)


def is_of_time(marks: Marks, number: Number) -> bool:
    """Whether a number counts days or years."""
    return _OF_TIME(marks.language).match(marks.article.low, number.end) is not None


def is_of_each(marks: Marks, number: Number) -> bool:
    """Whether a number counts the people of each body or country: "five officers each", "cinq agents par pays"."""
    low, w = marks.article.low, marks.words
    following = next((n.start for n in marks.numbers_in(number.end, number.end + _EACH_REACH)), len(low))
    end = re.compile(r"[.,;:()\n]|$").search(low, number.end, min(following, number.end + _EACH_REACH))
    before = low[max(0, number.start - _TOTAL_REACH) : number.start].rstrip()
    is_before = any(m.end() == len(before) for m in w.pattern("each_before").finditer(before))
    return is_before or w.pattern("each_of").search(low, number.end, end.start() if end else following) is not None


def is_of_each_session(marks: Marks, number: Number) -> bool:
    """Whether a number counts the people of each of several sessions: "two sessions with 25 clerks attending each"."""
    sentence = marks.article.sentence_at(number.start)
    if sentence is None or not is_of_each(marks, number):
        return False
    if marks.words.pattern("each_session").search(marks.article.low, sentence.start, sentence.end):
        return True
    events = marks.scope.events_in(sentence.start, number.start)
    return any(marks.article.low[event.end - 1] == "s" for event in events)


def bodies_counted(marks: Marks, group: Group) -> int:
    """How many agencies or countries the sentence of a number lists; 0 if it lists none."""
    sentence = marks.article.sentence_at(group.number.start)
    if sentence is None:
        return 0
    spans = ((group.noun_end, sentence.end), (sentence.start, group.number.start))
    for members in (listed(*span) for listed in (marks.agencies_in, marks.countries_in) for span in spans):
        ends = [getattr(member, "whole_end", member.end) for member in members]
        starts = [member.start for member in members[1:]]
        if starts and all(joined(marks, *gap) for gap in zip(ends, starts, strict=False)):
            return len(members)
    return 0


def _is_in_list(marks: Marks, group: Group) -> bool:
    """Whether a group is a line of a list: "- 12 clerks"."""
    return marks.article.low[max(0, group.number.start - 2) : group.number.start] in ("- ", "* ", "• ")


def _is_joined(marks: Marks, a: Group, b: Group) -> bool:
    between = _ACRONYM.sub("", marks.article.low[a.noun_end : b.number.start])
    if _is_in_list(marks, a) and _is_in_list(marks, b):
        between = between[:-2].rstrip() + ", "
    w = marks.words
    if len(between) > _BETWEEN_GROUPS or re.search(r"[.;:()]|\s[-–—]\s", between):
        return False
    if w.pattern("all_told", "makes_in_all", "organise_active").search(between):
        return False
    return between.endswith(", ") or w.pattern("sum_joints").search(between) is not None


def _is_of_a_sex(marks: Marks, group: Group) -> bool:
    return marks.words.pattern("of_a_sex").search(marks.article.low, group.number.end, group.noun_end) is not None


def _as_many(marks: Marks, last: Group) -> list[Group]:
    """ "15 magistrats et autant de policiers": the last number once more."""
    m = _AS_MANY(marks.language).search(marks.article.low, last.noun_end, last.noun_end + _AS_MANY_REACH)
    if m is None or re.search(r"[.;:()]", marks.article.low[last.noun_end : m.start()]):
        return []
    noun = marks.words.pattern("people_nouns").search(marks.article.low, m.end(), m.end() + _BODY_REACH)
    return [replace(last, noun_end=noun.end())] if noun else []


def part_of_those_named(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "judges and clerks, thirty of the former and six of the latter": their noun stood without a number."""
    return marks.words.pattern("of_those_named").match(marks.article.low, number.end + 1)


def part_without_noun(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "... and eleven from the Immigration Service", "10 de la gendarmerie": the noun stood with an earlier number."""
    low = marks.article.low
    if not _BEFORE_FURTHER(marks.language).search(low, max(0, number.start - _FURTHER_REACH), number.start):
        return None
    if by_mode := marks.words.pattern("by_mode").match(low, number.end + 1):  # "41 people in the room and 17 online"
        return by_mode
    m = _ELLIPSIS(marks.language).match(low, number.end)
    if m is None:
        return None
    body = marks.words.pattern("agency_heads").search(low, m.end(), m.end() + _BODY_REACH) or next(
        iter((*marks.agencies_in(m.end(), m.end() + 2 * _BODY_REACH), *marks.countries_in(m.end(), m.end() + 5))), None
    )
    return m if body is not None else None


def counted_in_brackets(marks: Marks) -> list[Group]:
    """ "judges (12), prosecutors (9) and investigators (15)": groups with their numbers behind them."""
    noun = marks.words.pattern("people_nouns")
    for sentence in marks.scope.told:
        found: list[Group] = []
        for m in _IN_BRACKETS.finditer(marks.article.low, sentence.start, sentence.end):
            floor = found[-1].noun_end if found else max(sentence.start, m.start() - _MOST_BEFORE_BRACKETS)
            is_of_country = bool(found) or noun.search(marks.article.low, sentence.start, m.start()) is not None
            is_of_country = is_of_country and any(c.end + 1 == m.start() for c in marks.countries_in(floor, m.start()))
            if is_of_country or noun.search(marks.article.low, floor, m.start()):
                found.append(Group(Number(m.start(1), m.end(1), int(m[1]), EXACT), m.end(), 1.0, has_noun=False))
        if len(found) > 1:
            return found
    return []
