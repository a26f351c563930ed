"""What of a sentence on several workshops belongs to each, and what to all: the rest is left out of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from workshops.press.article import Sentence
from workshops.press.facts import Span
from workshops.press.joints import after_joint, counts_people, cut, is_leading, number_of_people, opens_next
from workshops.press.marks import Marks
from workshops.press.money import find_money
from workshops.press.tellings import TellingSentence, is_plural, last_word
from workshops.press.words import worded, words
from workshops.press.workshops_named import Naming

_REACH_OF_LIST: Final = 120
_REACH_OF_EACH: Final = 30
_BETWEEN: Final = worded(lambda w: rf",? {w.any_of('and')} (?:{w.any_of('before_part')} )?|, ")
_SMALL: Final = worded(lambda w: rf"(?:(?<=\s)(?:{w.any_of('before_member')}|[-–•·]) )+$")


def left_out_of_telling(marks: Marks, told: TellingSentence, own: int | None, *, needs_head: bool) -> list[Span]:
    """What of a sentence that says when workshops are held is not said of the one it tells of as its `own`.

    None as `own` is a workshop that it does not tell of; `needs_head` if nobody is known yet who organises that one.
    """
    if told.lists:
        return [span for spans in told.lists for span in all_but(spans, own)]
    if own is not None and not told.tellings[own].is_clause:
        return _of_shared_head(marks, told, own)
    left: list[Span] = []
    for n, each in enumerate(told.tellings):
        if n != own:
            end = min(each.end, last_word(marks, told.sentence))
            left += _all_but_head(marks, each.start, each.core[0], end) if needs_head else [(each.start, end)]
    return left


def all_but(spans: Sequence[Span], own: int | None) -> list[Span]:
    """What to leave out of a list so that one of its members remains, or none."""
    if own is None:
        return [(spans[0][0], spans[-1][1])]
    return [(spans[0][0], spans[own][0]), (spans[own][1], spans[-1][1])]


def _of_shared_head(marks: Marks, told: TellingSentence, own: int) -> list[Span]:
    """What of "IOM held a course on fraud for 24 officers in Lomé and one for 18 judges in Kara" is said of the other.

    What stands before the first is said of all, except its own number of people, and its subject and public where
    the other one has its own.
    """
    first, mine, last = told.tellings[0], told.tellings[own], told.tellings[-1]
    if own == 0:
        return [*_number_of_all(marks, told), (first.end, last.end)]
    low, start = marks.article.low, told.sentence.start
    own_start = after_joint(marks, mine.start)
    event = next(iter(marks.scope.events_in(start, first.core[0])), None)
    if event is None:
        begin = next(
            (s[0] for n in marks.numbers_in(start, first.core[0]) if (s := number_of_people(marks, n))), first.core[0]
        )
        return [(begin, own_start), (mine.end, last.end)]
    one = marks.words.pattern("one_event").search(low, event.end, first.core[0])
    own_event = next(iter(marks.scope.events_in(own_start, mine.end)), None)
    opening = opens_next(marks, own_start)
    if own_event is None and opening is not None:
        own_start = opening.end()
    if one is not None:
        return [(one.start(), own_start), (mine.end, last.end)]
    left = [(event.start, event.end)] if own_event is not None else []
    counts = counts_people(marks, own_start, mine.end)
    places = [first.core[0]]
    subject = _subject(marks, event.end, first.core[0])
    if subject and _subject(marks, own_start, mine.end):
        places.append(subject[0])
    public = _public(marks, event.end, first.core[0])
    is_total = is_plural(marks, event) and not counts
    if public and (counts or counts_people(marks, *public) and not is_total):
        places.append(public[0])
    if not is_total:
        left += _numbers_of_people(marks, start, event.start)
    begin = _before_preposition(marks, event.end, min(places))
    return [*left, *_number_of_all(marks, told), (begin, own_start), (mine.end, last.end)]


def _before_preposition(marks: Marks, start: int, place: int) -> int:
    """Where the small words begin that stand before days or a town: "from", "in", "du", a dash."""
    small = _SMALL(marks.language).search(marks.article.low, start, place)
    return small.start() if small else place


def _number_of_all(marks: Marks, told: TellingSentence) -> list[Span]:
    """The number of people of "two workshops for 60 officers in Lomé on 3 May and in Kara on 10 May": that of none."""
    start, first = told.sentence.start, told.tellings[0]
    event = next(iter(marks.scope.events_in(start, first.core[0])), None)
    if event is None or not is_plural(marks, event):
        return []
    if any(counts_people(marks, each.start, each.end) for each in told.tellings[1:]):
        return []
    one = marks.words.pattern("one_event").search(marks.article.low, event.end, first.core[0])
    return _numbers_of_people(marks, start, one.start() if one else first.core[0])


def _numbers_of_people(marks: Marks, start: int, end: int) -> list[Span]:
    return [span for n in marks.numbers_in(start, end) if (span := number_of_people(marks, n))]


def _subject(marks: Marks, start: int, end: int) -> Span | None:
    """Where "on", "sur" opens what a workshop is on; not the "on" of "on 3 May"."""
    for m in marks.words.pattern("topic_about").finditer(marks.article.low, start, end):
        is_day = any(day.start <= m.end() + 1 < day.end for day in marks.dates_in(m.end() - 12, m.end() + 6))
        if not is_day:
            return m.start(), end
    return None


def _public(marks: Marks, start: int, end: int) -> Span | None:
    """Where "for", or a number, opens those whom a workshop is for."""
    opening = marks.words.pattern("aimed_at").search(marks.article.low, start, end)
    number = next(iter(_numbers_of_people(marks, start, end)), None)
    places = [m for m in (opening.start() if opening else None, number[0] if number else None) if m is not None]
    return (min(places), end) if places else None


def lends_its_noun(marks: Marks, told: TellingSentence, following: TellingSentence) -> list[Span]:
    """What to leave out of a sentence so that the next, which has no noun, is of its event; nothing if it has one.

    "IOM held a first workshop in Gao for 22 officers. A second, in Kayes, ...".
    """
    opening = opens_next(marks, following.sentence.start)
    event = next(iter(marks.scope.events_in(told.sentence.start, told.tellings[0].core[0])), None)
    names_event = marks.scope.names_event(following.sentence.start, following.sentence.end)
    if opening is None or event is None or names_event or told.sentence.end != following.sentence.start:
        return []
    return [*_numbers_of_people(marks, told.sentence.start, event.start), (event.end, opening.end())]


def _all_but_head(marks: Marks, start: int, core: int, end: int) -> list[Span]:
    """What to leave out of what is told of one workshop, so that who organises it remains for another one.

    "The Bureau held a course on fraud for 24 officers in Lomé on 3 May. Another took place in Kara": the Bureau held
    both, but only the first was on fraud.
    """
    event = next((e for e in marks.scope.events_in(start, core) if e.end <= core), None)
    if event is None or not marks.agencies_in(start, core):
        return [(start, end)]
    people = next((span[0] for span in _numbers_of_people(marks, start, event.start)), event.start)
    if marks.agencies_in(start, people):
        return [(people, event.start), (event.end, end)]
    by = marks.words.pattern("organise_passive").search(marks.article.low, event.end, core)
    return [(people, event.start), (event.end, by.start()), (core, end)] if by else [(start, end)]


def left_out_of_naming(marks: Marks, sentence: Sentence, namings: Sequence[Naming], of: int) -> list[Span]:
    """What of "25 officers took part in Lomé and 31 in Kara" is not said of the workshop `of`."""
    parts: list[Naming] = []
    for naming in namings:
        if not parts or naming.number != parts[-1].number:
            parts.append(naming)
    leading = is_leading(marks, sentence.start, parts[0].span[0])
    cuts = [cut(marks, a.span[1], b.span[0] + 1, is_leading=leading) for a, b in pairwise(parts)]
    start = next((s[0] for s in _numbers_of_people(marks, sentence.start, parts[0].span[0])), parts[0].span[0])
    bounds = list(pairwise([min(start, parts[0].span[0]), *cuts, last_word(marks, sentence)]))
    left = [span for span, part in zip(bounds, parts, strict=True) if part.number != of]
    own = [n for n, part in enumerate(parts) if part.number == of]
    if own and own[0]:  # the words of the joint part nothing any more
        begin = bounds[own[0]][0]
        left.append((begin, after_joint(marks, begin)))
    return left


def left_out_of_lists(marks: Marks, sentence: Sentence, count: int, of: int) -> list[Span]:
    """What of "20 and 24 officers", "on fraud and trafficking respectively" is not said of the workshop `of`."""
    return [span for spans in _lists(marks, sentence, count) for span in all_but(spans, of)]


def _lists(marks: Marks, sentence: Sentence, count: int) -> list[list[Span]]:
    """Lists in a sentence with one member for each workshop: bare numbers, or what "respectively" stands with."""
    low = marks.article.low
    numbers = marks.numbers_in(sentence.start, sentence.end)
    is_bare = len(numbers) == count and all(
        _BETWEEN(marks.language).fullmatch(low, a.end, b.start) for a, b in pairwise(numbers)
    )
    if is_bare and number_of_people(marks, numbers[-1]):
        return [[(number.start, number.end) for number in numbers]]
    sums = [m for m in find_money(marks, None) if sentence.start <= m.start and m.end <= sentence.end]
    if len(sums) == count and all(_BETWEEN(marks.language).fullmatch(low, a.end, b.start) for a, b in pairwise(sums)):
        return [[(money.start, money.end) for money in sums]]
    found = []
    for m in marks.words.pattern("respectively").finditer(low, sentence.start, sentence.end):
        stop = re.compile(r"[.;:(]").search(low, m.end(), sentence.end)
        start = max(sentence.start, m.start() - _REACH_OF_LIST)
        members = _members(marks, m.end() + 1, stop.start() if stop else sentence.end, count)
        members = members or _list_before(marks, start, start + len(low[start : m.start()].rstrip(" ,")), count)
        found += [members] if members else []
    return found


def _list_before(marks: Marks, start: int, end: int, count: int) -> list[Span] | None:
    """The list that ends at a place: from the last opening behind which it has as many members as are wanted."""
    low = marks.article.low
    joints = list(_BETWEEN(marks.language).finditer(low, start, end))
    if not joints:
        return None
    openings = [m.end() + 1 for m in _opening(marks.language).finditer(low, start, joints[-1].start())]
    openings += [n.start for n in marks.numbers_in(start, joints[-1].start())]
    members = (_members(marks, place, end, count) for place in sorted(openings, reverse=True))
    return next((found for found in members if found is not None), None)


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What opens a list of subjects, publics or towns."""
    return re.compile(rf"(?<!\w){words(language).any_of('topic_about', 'aimed_at', 'in_place', 'people_verbs')}(?= )")


def _members(marks: Marks, start: int, end: int, count: int) -> list[Span] | None:
    """The members of a list that fills a span, if there are as many as are wanted."""
    joints = list(_BETWEEN(marks.language).finditer(marks.article.low, start, end))
    if len(joints) != count - 1 or start >= end:
        return None
    places = [start, *(place for joint in joints for place in joint.span()), end]
    return list(zip(places[::2], places[1::2], strict=True))


def numbers_of_all(marks: Marks, sentence: Sentence) -> list[Span]:
    """The numbers of people in a sentence on all workshops that count all of them together: those of none.

    "30 in each" and "each brought together 30 officers" count those of one.
    """
    low, each = marks.article.low, marks.words.pattern("each_event")
    numbers = marks.numbers_in(sentence.start, sentence.end)
    is_of_each = each.search(low, sentence.start, sentence.end) is not None
    left = []
    for n, number in enumerate(numbers):
        following = numbers[n + 1].start if n + 1 < len(numbers) else sentence.end
        end = min(following, number.end + _REACH_OF_EACH)
        if is_of_each and (len(numbers) == 1 or each.search(low, number.end, end)):
            continue
        if span := number_of_people(marks, number):
            left.append(span)
    return left
