"""A person and the function that the text gives her, after the name, before it, or where she is named elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.words import any_language, fold_in_place, worded

TITLE_REACH = 160
_NO_FUNCTION = worded(lambda w: rf"{w.any_of('no_function')}\s")
"""What begins no function after a name: a verb, where the person is from, or somebody else."""
_ARTICLE = re.compile(r"(?:(?:the|an?|le|la|el|une?)\s|l['’])", re.IGNORECASE)
_FUNCTION_REACH = 90
_OCCUPATION_REACH = 40
_APPOSITION = re.compile(r",\s?(?:an?\s|the\s|la\s|le\s|el\s|l['’]|une?\s)?([^;:«»“”\"]{3,200})")
_ENGLISH_BEFORE = re.compile(r"(?:^|\s)(?:[Tt]he|[Aa]n?|its|their|our|[Bb]y)\s((?:[\w'’-]+ ){1,5})$")
_STOP = re.compile(r"[.;:»”\"]\s|\n")
_BRACKET = re.compile(r"\s?\(([^()]{3,120})\)")


@dataclass(frozen=True)
class Speaker:
    """Who speaks, with the function and the place in the text that say so; None for what it does not say."""

    name: str | None
    title: str | None
    span: tuple[int, int]


def described(marks: Marks, person: PersonMention, floor: int, ceiling: int) -> Speaker:
    """The person with the function that stands after the name, or else before it."""
    name = marks.text(person.start, person.end)
    for other in marks.people_in(0, person.start):
        full = marks.text(other.start, other.end)
        if " " in full and full.endswith(f" {name}"):
            return described(marks, other, max(0, other.start - 120), other.end)
    is_apposition = marks.text(0, person.titles_start).endswith(", ")
    before = _title_before(marks, person, floor) if is_apposition else None  # "The mayor, Ann Lee, opened ..."
    title = before or _title_after(marks, person, ceiling) or _title_before(marks, person, floor)
    if title is None or " " not in title:
        title = _title_elsewhere(marks, person, name) or title
    return Speaker(name, title, (person.titles_start, person.end))


def _title_elsewhere(marks: Marks, person: PersonMention, name: str) -> str | None:
    """The function that another mention of the same name gives."""
    for other in marks.people:
        if other is not person and marks.text(other.start, other.end) == name:
            title = _title_after(marks, other, other.end) or _title_before(marks, other, other.start - TITLE_REACH)
            if title is not None:
                return title
    return None


def _title_after(marks: Marks, person: PersonMention, ceiling: int) -> str | None:
    text, low = marks.article.text, marks.article.low
    sentence = marks.article.sentence_at(person.start)
    end = (
        max(ceiling, sentence.end)
        if sentence and ceiling <= person.end
        else min(ceiling, sentence.end if sentence else ceiling)
    )
    bracket = _BRACKET.match(text, person.end, end)
    m = _APPOSITION.match(text, bracket.end() if bracket else person.end, end) or bracket
    if m is None:
        return None
    start, stop = m.span(1)
    if _NO_FUNCTION(marks.language).match(low, m.start() + 1 + text[m.start() + 1 : start].startswith(" "), stop):
        return None
    if not names_function(marks, start, min(stop, start + _FUNCTION_REACH)):
        return _affiliation(marks, bracket) if bracket else None
    cut = marks.words.pattern("title_stops", "said").search(low, start, stop)
    stop = cut.start() if cut else stop
    written = re.split(
        r",\s(?![a-zà-ÿ'’ ]{0,14}(?:de|of|du|et|and|y)\s)|(?<!\b[A-Z])[.](?:\s|$)", text[start:stop], maxsplit=1
    )[0]
    if written.count(")") > written.count("("):
        written = written.rpartition(")")[0]  # the name and the function stand in brackets
    return written.strip(" ,.") or None


def names_function(marks: Marks, start: int, end: int) -> bool:
    """Whether words after a name hold a function, or begin with a noun for those who do something: "a meat trader"."""
    w, low = marks.words, marks.article.low
    if w.pattern("function_title_words").search(low, start, end):
        return True
    nouns = w.pattern("people_nouns", "occupations")
    if w.language != "en":
        return nouns.match(low, start, end) is not None
    noun = nouns.search(low, start, min(end, start + _OCCUPATION_REACH))
    return noun is not None and not w.pattern("said", "plain_verbs", "clause_prepositions").search(
        low, start, noun.start()
    )


def _affiliation(marks: Marks, bracket: re.Match[str]) -> str | None:
    """The body in brackets after a name, where no function is told: "Ann Lee (Radio Vanuatu)"."""
    written = bracket.group(1).strip()
    is_name = " " in written and written[0].isupper() and not any(c.isdigit() for c in written)
    return written if is_name and not marks.countries_in(*bracket.span(1)) else None


def _title_before(marks: Marks, person: PersonMention, floor: int) -> str | None:
    """A function before the name: "Superintendent Isatou Camara", "la Coordinadora contra la Trata, Beatriz A."."""
    text, low, w = marks.article.text, marks.article.low, marks.words
    sentence = marks.article.sentence_at(person.start)
    start = max(floor, person.titles_start - TITLE_REACH, sentence.start if sentence else 0)
    window = low[start : person.start]
    matches = [m for m in w.pattern("function_title_words").finditer(window)]
    said = [m.end() for m in w.pattern("said").finditer(window)]
    stops = [m.end() for m in _STOP.finditer(window) if not _is_cut_short(marks, window, m)]
    others = [p.end - start for p in marks.people_in(start, person.titles_start)]
    cut = max([*said, *stops, *others, 0])
    matches = [m for m in matches if m.start() >= cut]
    if matches:
        begin = matches[0].start()
        between = text[start + begin : person.start].rstrip()
        between = _without_honorifics(marks, between)
        is_tight = not re.search(r",.*\w", between) or between.endswith(",")
        if is_tight:
            between = _without_ranks(marks, between)
            return _with_words_before(marks, start + begin, cut + start) + between if between else None
    rank = text[person.titles_start : person.start].strip(" .,")
    return rank if len(rank) > 4 and not re.fullmatch(any_language("titles_alone"), fold_in_place(rank)) else None


def _is_cut_short(marks: Marks, window: str, stop: re.Match[str]) -> bool:
    """Whether a full stop belongs to a title cut short: "el director, Tcnl. Hugo Peralta"."""
    word = re.search(r"(?<![\w.])(\w{1,6})$", window[: stop.start()])
    return stop.group()[0] == "." and word is not None and marks.words.has(word[1], "honorifics", "ranks_cut_short")


def _without_ranks(marks: Marks, written: str) -> str:
    """A function without what is cut short after it: "Director of Public Health, Brig. Gen."."""
    rest = written.strip(" ,")
    while (last := re.search(r"[\s,]+\(?(\w{1,6})\.?\)?$", rest)) is not None:
        if not marks.words.has(fold_in_place(last[1]), "honorifics", "ranks_cut_short"):
            break
        rest = rest[: last.start()]
    return "" if marks.words.has(fold_in_place(rest), "honorifics", "ranks_cut_short") else rest


def _without_honorifics(marks: Marks, between: str) -> str:
    """The function without what stands after its last comma, when that is all titles: "l'ambassadeur, M."."""
    comma = between.rfind(",")
    rest = re.findall(r"[\w-]+", fold_in_place(between[comma + 1 :])) if comma >= 0 else []
    is_title = bool(rest) and all(marks.words.has(t, "personal_titles", "determiners", "honorifics") for t in rest)
    return between[: comma + 1] if is_title else between


def _with_words_before(marks: Marks, begin: int, floor: int) -> str:
    """The capital words and acronyms just before the function word: "IOM project manager", "Deputy Prosecutor"."""
    before = marks.article.text[floor:begin]
    if marks.language == "en" and (small := _ENGLISH_BEFORE.search(before)):
        words = _ARTICLE.sub("", small.group(1), count=1)
        if not marks.words.pattern("said", "plain_verbs", "clause_prepositions").search(words.lower()):
            return words
    m = re.search(r"(?:(?:[A-ZÀ-Þ][\w'’-]*|vice|sous)[ -]){1,5}(?:[a-z]{4,} ){0,2}$", before)
    return _ARTICLE.sub("", m.group(), count=1) if m and _ARTICLE.match(m.group()) else m.group() if m else ""
