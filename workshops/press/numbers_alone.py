"""Numbers of people that no noun follows: "they were 35", "eleven Malaysian", "26 took part", "a group of 36"."""

from __future__ import annotations

import re
from dataclasses import replace

from workshops.press.headcounts import Group, bodies_counted
from workshops.press.marks import Marks
from workshops.press.numbers import Number
from workshops.press.words import fold_in_place, worded

_TRADE = worded(
    lambda w: (
        rf"(?!{w.any_of('not_trades')})[a-z-]{{4,20}}{w.any_of('ends_of_trades')}(?= {w.any_of('behind_trade')}(?!\w))"
    )
)
"""Trades that no list has, by how their names end: "19 microscopistas de Brasil", "12 epidemiologists from"."""
_OF_NATION = worded(lambda w: rf"(?: {w.any_of('of_them_are')})? [\w-]+(?!\w)")
_IN_PLACE = worded(lambda w: rf"(?i) {w.any_of('in_place')}(?= [A-ZÀ-Þ])")
_HERE = re.compile("")
_DATELINE = re.compile(r"^.{3,70} - (?=[a-z])")
_TOTAL_REACH, _FRAME_REACH, _COUNTED_REACH = 30, 110, 24
_SUBJECT_OPENS = worded(lambda w: rf"(?:^|[.,;:(\n–—-] ?|(?<!\w){w.any_of('and')} )$")
_BEFORE_COUNTED = worded(lambda w: rf"(?: {w.any_of('before_counted')})? *$")
"""What may stand between a verb and people: "reunió a 31 de ellos", "il a profité à 64 d'entre elles"."""
_QUALIFIED = worded(lambda w: rf"{w.any_of('more_than', 'about')} ?(?:{w.any_of('before_number')} ?)?$")
_OPENING = worded(lambda w: rf"(?:[^.;:]{{0,50}},|{w.any_of('opens_when_where')} [\w ]{{2,20}})?")
"""What may open a sentence before its subject: when it was."""
_OPENS_SUM = worded(lambda w: rf"^{w.any_of('in_all')},? | {w.any_of('in_all')} ?$")
"""Before or behind "they were": "in all, there were 32 of them", "ils étaient au total 32"."""
_ATTENDED = worded(lambda w: rf"(?:^|[.,;:(] ?|(?<!\w){w.any_of('and')} ){w.any_of('attended_before')} $")
_ENDS_SUBJECT = worded(lambda w: rf"[,.;:(]|,? {w.any_of('all_told')}(?!\w)")
_OUT_OF = worded(lambda w: rf" (?:{w.any_of('out_of')}) (?=\w)")
_OUT_REACH = 20
_CLAUSE = worded(lambda w: rf"[:;,] (?:{w.any_of('and')} )?")
_TAKE_PART = worded(lambda w: rf" {w.any_of('number_takes_part')}(?!\w)")
_GROUP_OF = worded(lambda w: rf"(?<!\w){w.any_of('group_of')} $")
_SAYS_WHO = worded(lambda w: rf"[,.;:(]| [–—-] | {w.any_of('made_up_of', 'group_verbs')}(?!\w)")


def group_without_noun(marks: Marks, number: Number) -> re.Match[str] | None:
    """What says that a number counts people, where no noun does."""
    low, w = marks.article.low, marks.words
    return (
        _bare_group(marks, number)
        or subject_group(marks, number)
        or _group_in_town(marks, number)
        or w.pattern("places_kept", "one_sex").match(low, number.end + 1)
        or _TRADE(marks.language).match(low, number.end + 1)
        or _counted_before(marks, number)
        or _some_of_them(marks, number)
        or _of_each_listed(marks, number)
        or _who_take_part(marks, number)
    )


def bare_total(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "... five a country, twenty in all", "soit vingt au total": a sum without a noun."""
    low, w = marks.article.low, marks.words
    before = low[max(0, number.start - _TOTAL_REACH) : number.start].rstrip()
    said = w.pattern("in_all").match(low, number.end + 1) or any(
        m.end() == len(before) for m in w.pattern("makes_in_all").finditer(before)
    )
    return _HERE.match(low, number.end) if said else None


def sums_up(marks: Marks, number: Number) -> bool:
    """Whether a sum without a noun stands right behind people: "judges and prosecutors, 28 in all, attended"."""
    low = marks.article.low
    sentence = marks.article.sentence_at(number.start)
    floor = max(sentence.start if sentence else 0, number.start - _FRAME_REACH)
    before = low[floor : number.start]
    opening = re.search(r"(?:[,(]| -) ?(?:[\w']+ ){0,4}$", before)
    people = marks.words.pattern("people_nouns")
    if opening is None or any(
        people.search(low, n.end, min(number.start, n.end + _COUNTED_REACH))
        for n in marks.numbers_in(floor, number.start)
    ):
        return False
    return marks.words.pattern("people_nouns").search(before, 0, opening.start()) is not None


def with_the_one_told(marks: Marks, number: Number) -> Number:
    """The number and the one of whom the text tells: "Like him, nineteen other officers", "avec 21 autres agents"."""
    low, w = marks.article.low, marks.words
    sentence = marks.article.sentence_at(number.start)
    before = low[max(sentence.start if sentence else 0, number.start - _TOTAL_REACH) : number.start].rstrip(" ,")
    is_other = w.pattern("others_behind").match(low, number.end + 1) or before.endswith(("otros", "otras"))
    is_with = any(m.end() == len(before) for m in w.pattern("with_one").finditer(before))
    return replace(number, value=number.value + 1) if is_other and is_with else number


def those_of_whom_part_came(marks: Marks, number: Number) -> Number | None:
    """The 23 in "attended by 18 of the 23 mayors", of whom only those take part whom a number counts before."""
    low, w = marks.article.low, marks.words
    between = _OUT_OF(marks.language).match(low, number.end)
    those = next((n for n in marks.numbers_in(number.end, number.end + _OUT_REACH)), None) if between else None
    if between is None or those is None or those.start != between.end() or those.value < number.value:
        return None
    before = low[max(0, number.start - _TOTAL_REACH) : number.start].rstrip()
    gathers = w.pattern("gathers", "attended_by", "attended_before").finditer(before)
    return those if any(m.end() == len(before) for m in gathers) else None


def _who_take_part(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "In all, 26 took part", "a group of thirty-six, made up of ..."."""
    low, language = marks.article.low, marks.language
    before = low[max(0, number.start - _TOTAL_REACH) : number.start]
    is_group = _GROUP_OF(language).search(before) is not None and _SAYS_WHO(language).match(low, number.end)
    is_subject = _TAKE_PART(language).match(low, number.end) and (
        _SUBJECT_OPENS(marks.language).search(before) or marks.words.pattern("makes_in_all").search(before)
    )
    is_behind = _ATTENDED(language).search(before) and _ENDS_SUBJECT(language).match(low, number.end)
    return _HERE.match(low, number.end) if is_group or is_subject or is_behind else None


def _counted_before(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Participants numbered 54", "Ils sont 45, dont 13 femmes, venus de": those who are counted stand before."""
    sentence = marks.article.sentence_at(number.start)
    before = marks.article.low[sentence.start if sentence else number.start : number.start]
    before = _OPENS_SUM(marks.language).sub("", before)
    if marks.words.pattern("there_were").fullmatch(before.rstrip()) and (
        of_them := marks.words.pattern("of_them").match(marks.article.low, number.end + 1)
    ):
        return of_them
    words = marks.words.pattern("numbered").search(before)
    if marks.words.pattern("they_are").fullmatch(_CLAUSE(marks.language).split(_DATELINE.sub("", before))[-1].rstrip()):
        return _HERE.match(marks.article.low, number.end)
    if words is None or _QUALIFIED(marks.language).sub("", before[words.end() :]).strip():
        return None
    if not marks.words.pattern("people_nouns", "groups_of_people").search(before):
        return None
    return _HERE.match(marks.article.low, number.end)


def _some_of_them(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Fifteen of them are in Lae for a week of training", "the first brought together 31 of them": people named
    before, in a sentence about the event or behind a verb for those who attend.
    """
    sentence = marks.article.sentence_at(number.start)
    if sentence is None:
        return None
    before = marks.article.low[sentence.start : number.start]
    before = _BEFORE_COUNTED(marks.language).sub("", before)
    gathers = marks.words.pattern("gathers", "reaches_people", "attended_by").finditer(before)
    opens = _OPENING(marks.language).fullmatch(before) is not None and (
        marks.scope.names_event(sentence.start, sentence.end)
        or marks.words.pattern("bodies_attend").search(marks.article.low, number.end, sentence.end) is not None
    )
    if not opens and not any(m.end() == len(before) for m in gathers):
        return None
    return marks.words.pattern("of_them").match(marks.article.low, number.end + 1)


def _of_each_listed(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Armenia, Azerbaijan and Georgia - four per country": those of each that the sentence lists."""
    m = marks.words.pattern("each_of").match(marks.article.low, number.end + 1)
    return m if m and bodies_counted(marks, Group(number, number.end, 0.0)) else None


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
    m = _IN_PLACE(marks.language).match(marks.article.text, number.end)
    is_town = m is not None and marks.article.text[m.end() + 1].isupper()
    is_time = any(date.end >= number.end for date in marks.dates_in(number.start - 40, number.end))
    return m if is_town and not is_time else None


def subject_group(marks: Marks, number: Number) -> re.Match[str] | None:
    """ "Fifty-two foresters of the Service take part": a plural that opens a sentence and acts like participants."""
    sentence = marks.article.sentence_at(number.start)
    if sentence is None or not marks.words.pattern("people_verbs").search(marks.article.low, number.end, sentence.end):
        return None
    opening = marks.article.text[sentence.start : number.start]
    opening = _QUALIFIED(marks.language).sub("", fold_in_place(opening))
    if len(opening) > 3 and not re.search(r"[-.]\s$", opening):
        return None
    return re.compile(r" [^\W\d]{3,}[sx](?!\w)").match(marks.article.low, number.end)
