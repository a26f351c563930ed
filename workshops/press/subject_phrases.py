"""The phrases that name subjects, in an enumeration or alone, without what belongs to them no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workshops.domain.towns import find_towns
from workshops.press.agencies import AgencyMention
from workshops.press.marks import Marks
from workshops.press.words import words

LONGEST = 12
"""A phrase of more words names no subject."""
_SHORTEST_LETTERS, _SHORT = 4, 6
_FEW_WORDS, _NEAR, _MOST_MEMBERS = 4, 25, 8
_LISTED = re.compile(r" ?: ?(?P<list>[^.:\n«»“”]+)")
_MEMBER = re.compile(r"[^;•·*–\s-][^;•·*–]*?(?=\s?[;•·*–]| - |$)|[^;•·*–\s-][^;•·*–]*")
_MARK = re.compile(r"[.;()«»“”\"\n•]|:(?! )| - ")
_WORD = re.compile(r"\w+'?")
_WHOLE_WORD, _ONE_OR_TWO = re.compile(r"[\w'-]+"), re.compile(r"[\w'-]+(?: [\w'-]+)?")
_ONE_WORD = re.compile(r"\w+(?=[,.;]|$)")
"""In "losses in copra and cocoa," both words belong to the preposition."""
_ONE_MORE = re.compile(r" (?!of |from |in |at |and |for |with |to |on )\w{3}")
_SUM = re.compile(r"[$€£]|(?<!\d)\d{1,3}(?:[ .,\xa0\u202f]\d{3})+(?!\d)")
"""Money: "cost of AUD 12,400" is not taught."""
_SHOUTED = re.compile(r"[A-ZÀ-Þ]{5,}")  # the town of a date line


@dataclass(frozen=True)
class _Grammar:
    """Expressions of one language by which phrases are told apart."""

    openers: re.Pattern[str]
    """Articles and words such as "how to" before a phrase."""
    after_preposition: re.Pattern[str]
    said_again: re.Pattern[str]
    """A preposition that each member of an enumeration has."""
    and_said_again: re.Pattern[str]
    infinitive: re.Pattern[str]
    verbal_noun: re.Pattern[str]
    complement: re.Pattern[str]
    """A noun with what it is of: "gestion des conflits"."""
    done_by: re.Pattern[str]
    """Who did something to a subject belongs to it no more: "ethics requested by the school"."""
    trailing: re.Pattern[str]
    in_town: re.Pattern[str]
    """Where it is taught, at the end of a phrase: "food labelling in Rabat"."""


@cache
def _grammar(language: str) -> _Grammar:
    w = words(language)
    again = rf" ?{w.any_of('said_again')}(?!\w)"
    return _Grammar(
        openers=re.compile(rf"\s?(?:{w.any_of('topic_openers')}(?:\s|(?<='))){{0,4}}"),
        after_preposition=re.compile(rf" {w.any_of('inside_phrase')} \w+$"),
        said_again=re.compile(again),
        and_said_again=re.compile(rf" {w.any_of('number_joints')}{again}"),
        infinitive=re.compile(rf"{w.any_of('verbal_nouns')} {w.any_of('articles')} ?"),
        verbal_noun=re.compile(rf"{w.any_of('verbal_nouns')} "),
        complement=re.compile(rf"(?:\w{{1,4}}[ '])?\w+(?: \w+)? {w.any_of('complement')} "),
        done_by=re.compile(rf",? {w.any_of('done_by')}$"),
        trailing=re.compile(rf"(?:[ ,-]+{w.any_of('trailing')})*[ ,-]*$"),
        in_town=re.compile(rf" {w.any_of('in_place')} (?P<town>[\w' -]{{3,30}})$"),
    )


@cache
def _joint(language: str, *, is_range: bool) -> re.Pattern[str]:
    """What parts the members of an enumeration; also the second half of "from A to B" in a range."""
    joint = words(language).any_of("topic_joints", *(("range_to",) if is_range else ()))
    return re.compile(rf",\s(?:{joint}\s)?|\s{joint}\s")


def phrases(marks: Marks, place: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of the enumeration at a place, cut where a clause of another kind begins."""
    low, w = marks.article.low, marks.words
    if (listed := _LISTED.match(low, place)) and (";" in listed.group() or "•" in listed.group()):
        yield from members(marks, listed.start("list"), listed.end())
        return
    mark = _MARK.search(low, place, end)
    end = mark.start() if mark else end
    colon = low.find(":", place, end)
    is_before_list = 0 <= colon < place + _NEAR and "," in low[colon:end]
    if 0 <= colon < place + 4 or is_before_list:
        place = colon + 1
    elif colon >= 0:
        end = colon
    position = place
    count = 0
    is_range = w.has(low[max(0, place - _NEAR) : place].rpartition(" ")[2], "from")
    for m in _joint(marks.language, is_range=is_range).finditer(low, place, end):
        is_last = count > 0 and _joint(marks.language, is_range=is_range).search(low, m.end(), end) is None
        if m.start() < position or _is_inside_phrase(marks, m, position, closes_list=is_last):
            continue
        phrase, stopped = _trimmed(marks, position, m.start(), is_inner=True)
        if phrase is not None:
            count += 1
            yield phrase
        if stopped or count >= _MOST_MEMBERS:
            return
        position = m.end()
    phrase, _ = _trimmed(marks, position, end)
    if phrase is not None:
        yield phrase


def members(marks: Marks, place: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of a list that sets them apart by semicolons or bullets, whatever commas and "and" they hold."""
    for m in _MEMBER.finditer(marks.article.low, place, end):
        last = m.start() + len(m.group().rstrip(" .;,"))
        phrase, _ = _trimmed(marks, m.start(), last, is_inner=True)
        if phrase is not None:
            yield phrase


def _is_inside_phrase(marks: Marks, joint: re.Match[str], start: int, *, closes_list: bool) -> bool:
    """Whether "and" joins two single words of one phrase ("safety and security of sources").

    `closes_list` says that members stand before, and none behind, so that "and" ends the list: "A, B and C".
    """
    low, w = marks.article.low, marks.words
    if _joins_people(marks, joint, start):
        return True
    if "," in joint.group():
        return False
    grammar = _grammar(marks.language)
    if w.pattern("other").match(low, joint.end()):  # "dhows and other small craft"
        return True
    if (
        not closes_list
        and grammar.after_preposition.search(low, start, joint.start())
        and _ONE_WORD.match(low, joint.end())
    ):
        return True
    following = _WORD.match(low, joint.end())
    if joint.group() == " with " and low.endswith("ing", start, joint.start()):  # "working with shelters"
        return True
    is_verb = marks.language != "en" and grammar.infinitive.match(low, _opener(marks, start, joint.start()))
    if closes_list and not is_verb:
        return False
    if grammar.said_again.match(low, start) and grammar.and_said_again.match(low, joint.start()):
        return False  # "de la médiation et de l'arbitrage"
    begin = _opener(marks, start, joint.start())
    infinitive = grammar.infinitive.match(low, begin, joint.start()) if marks.language != "en" else None
    is_single = len(low[infinitive.end() if infinitive else begin : joint.start()].split()) <= 1
    if following is not None and w.has(following.group(), "determiners", "name_connectors"):
        return is_single and grammar.complement.match(low, joint.end()) is not None
    return is_single


def _joins_people(marks: Marks, joint: re.Match[str], start: int) -> bool:
    """Whether "and" or a comma stands between two of those whom a subject is about: "care of women, girls and boys"."""
    before, after = marks.article.low[start : joint.start()].split(), _WORD.match(marks.article.low, joint.end())
    return (
        after is not None
        and len(before) > 1
        and marks.words.has(before[-1], "cared_for")
        and marks.words.has(after.group(), "cared_for")
    )


def _opener(marks: Marks, start: int, end: int) -> int:
    """Where a phrase begins once articles and words such as "how to" are off."""
    m = _grammar(marks.language).openers.match(marks.article.low, start, end)
    return m.end() if m else start


def _is_people(marks: Marks, start: int, end: int) -> bool:
    """Whether a phrase names people and not a subject: "government officials working under ..."."""
    first = _WHOLE_WORD.match(marks.article.low, start, end)
    may_follow = marks.language == "en" or first is not None and marks.words.has(first.group(), "leading_adjectives")
    second = _ONE_OR_TWO.match(marks.article.low, start, end) if may_follow else first
    if _grammar(marks.language).verbal_noun.match(marks.article.low, start, end):
        return False  # "interviewing drivers"
    noun = marks.words.pattern("people_nouns").search(marks.article.low, start, second.end()) if second else None
    is_of_them = marks.language == "en" and noun is not None and _ONE_MORE.match(marks.article.low, noun.end(), end)
    return noun is not None and (noun.group().endswith("s") or not is_of_them)  # "refugee law"


def _is_governed(marks: Marks, start: int, stop: re.Match[str]) -> bool:
    """Whether a preposition belongs to the one word before it, which says little alone: "communication with crews"."""
    before = marks.article.low[start : stop.start()].strip()
    return " " not in before and marks.words.has(stop.group(), "governed_by_noun")


def _adds(marks: Marks, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a preposition inside an enumeration says more of the subject: "screening at points of entry, tracing"."""
    low, w = marks.article.low, marks.words
    if not w.has(stop.group(), "may_add"):
        return False
    opens = any(m.end() == stop.end() for m in w.pattern("topic_weak").finditer(low, start, stop.end()))
    place = stop.end(), end
    return not (
        opens
        or w.pattern("people_nouns", "venue_heads").search(low, *place)
        or marks.agencies_in(*place)
        or marks.dates_in(*place)
        or marks.countries_in(*place)
    )


def _trimmed(marks: Marks, start: int, end: int, *, is_inner: bool = False) -> tuple[tuple[int, int] | None, bool]:
    """The phrase without articles and without what a verb or relative clause adds; and whether that cut it.

    `is_inner` says that more members of an enumeration follow.
    """
    low, w = marks.article.low, marks.words
    start = _opener(marks, start, end)
    before = re.search(r"[\w]+'?(?= ?$)", low[max(0, start - _SHORT) : start])
    is_noun = before is not None and w.has(before.group(), "determiners")  # "la finance climat"
    stops = w.pattern("topic_stop").finditer(low, start + is_noun, end)
    stop = next(
        (m for m in stops if not (_is_governed(marks, start, m) or is_inner and _adds(marks, start, m, end))), None
    )
    stopped = stop is not None
    if stop is not None:
        end = stop.start()
    done = _grammar(marks.language).done_by.search(low, start, end)
    end, stopped = (done.start(), True) if done else (end, stopped)
    trailing = _grammar(marks.language).trailing.search(low, start, end)
    end = trailing.start() if trailing else end
    words = low[start:end].split()
    if len(words) > LONGEST:
        return None, stopped
    if end - start < _SHORTEST_LETTERS or not names_subject(marks, start, end):
        is_law = w.pattern("legal_heads").search(low, start, end) is not None  # "on the 1951 Convention and asylum"
        return None, stopped or not (is_law or 0 < end - start < _SHORTEST_LETTERS)
    return (start, end), stopped


def without_town(marks: Marks, start: int, end: int) -> tuple[int, int]:
    """A phrase without the town that it ends with, which says where and not what: "food labelling in Rabat"."""
    where = _grammar(marks.language).in_town.search(marks.article.low, start, end)
    town = marks.text(*where.span("town")) if where else ""
    return start, where.start() if where and town[:1].isupper() and find_towns(town) else end


def _qualifies(marks: Marks, agency: AgencyMention, end: int) -> bool:
    """Whether what looks like an acronym only says which kind of thing is meant: "DNA sampling"."""
    name = marks.text(agency.start, agency.end)
    return marks.language == "en" and agency.end < end and name.isupper() and marks.text(agency.end, end).islower()


def _is_at(marks: Marks, place: int, titles: int, name: int) -> bool:
    """Whether a person is named at a place, behind titles or one short word before them: "Me Claire Dupuis"."""
    return (
        titles <= place <= name or place < titles <= place + len("Mme. ") and marks.text(place, titles).count(" ") < 2
    )


def names_subject(marks: Marks, start: int, end: int) -> bool:
    """Whether a phrase may be what is taught: not people, a body, a day, a number, a place or something in general."""
    low, w = marks.article.low, marks.words
    return not (
        w.pattern("not_topic").fullmatch(low, *without_town(marks, start, end))
        or w.pattern("not_topic_start", "venue_heads").match(low, start, end)
        or w.pattern("about", "more_than").match(low, start, end)
        or low[start].isdigit()
        or _SUM.search(low, start, end)
        or _SHOUTED.fullmatch(marks.text(start, end))
        or _is_people(marks, start, end)
        or any(a.start == start and not _qualifies(marks, a, end) for a in marks.agencies_in(start, end + 120))
        or any(_is_at(marks, start, p.titles_start, p.start) for p in marks.people_in(start, end + 60)[:1])
        or any(not _qualifies(marks, a, end) for a in marks.agencies_in(start, end))
        and len(low[start:end].split()) < _FEW_WORDS
        or any(c.start == start for c in marks.countries_in(start, end))
        or marks.dates_in(start, end)
    )
