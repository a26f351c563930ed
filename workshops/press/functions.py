"""A person and the function that the text gives her, after the name, before it, or where she is named elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.words import fold_in_place

TITLE_REACH = 160
_NO_FUNCTION = {
    "en": re.compile(r"(?:of|from|has|had|is|was)\s"),
    "fr": re.compile(r"(?:a|ont|est|sont|avait|de|du|des)\s"),
    "es": re.compile(r"(?:ha|han|es|son|fue|habia|de|del)\s"),
}
"""What begins no function after a name: a verb, or where the person is from."""
_APPOSITION = re.compile(r",\s?(?:an?\s|the\s|la\s|le\s|el\s|l['’]|une?\s)?([^;:«»“”\"]{3,200})")
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
    title = _title_after(marks, person, ceiling) or _title_before(marks, person, floor)
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
    m = _APPOSITION.match(text, person.end, end) or _BRACKET.match(text, person.end, end)
    if m is None:
        return None
    start, stop = m.span(1)
    if _NO_FUNCTION[marks.words.language].match(low, m.start() + 1 + text[m.start() + 1 : start].startswith(" "), stop):
        return None
    if not marks.words.pattern("function_title_words").search(low, start, min(stop, start + 90)):
        return None
    cut = marks.words.pattern("title_stops", "said").search(low, start, stop)
    stop = cut.start() if cut else stop
    written = re.split(
        r",\s(?![a-zà-ÿ'’ ]{0,14}(?:de|of|du|et|and|y)\s)|(?<!\b[A-Z])[.](?:\s|$)", text[start:stop], maxsplit=1
    )[0]
    return written.strip(" ,.") or None


def _title_before(marks: Marks, person: PersonMention, floor: int) -> str | None:
    """A function before the name: "Superintendent Isatou Camara", "la Coordinadora contra la Trata, Beatriz A."."""
    text, low, w = marks.article.text, marks.article.low, marks.words
    sentence = marks.article.sentence_at(person.start)
    start = max(floor, person.titles_start - TITLE_REACH, sentence.start if sentence else 0)
    window = low[start : person.start]
    matches = [m for m in w.pattern("function_title_words").finditer(window)]
    said = [m.end() for m in w.pattern("said").finditer(window)]
    stops = re.finditer(
        r"(?<!\bm)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bdr)(?<!\bdra)(?<!\bsr)(?<!\bsra)[.;:»”\"]\s|\n", window
    )
    others = [p.end - start for p in marks.people_in(start, person.titles_start)]
    cut = max([*said, *(m.end() for m in stops), *others, 0])
    matches = [m for m in matches if m.start() >= cut]
    if matches:
        begin = matches[0].start()
        between = text[start + begin : person.start].rstrip()
        between = _without_honorifics(marks, between)
        is_tight = not re.search(r",.*\w", between) or between.endswith(",")
        if is_tight:
            between = re.sub(r"[\s,]+(?:M|Mme|Mr|Mrs|Ms|Dr|Sr|Sra)?\.?$", "", between.strip(" ,"))
            return _with_words_before(marks, start + begin, cut + start) + between if between else None
    rank = text[person.titles_start : person.start].strip(" .,")
    return rank if len(rank) > 4 and not re.fullmatch(r"(?i)madame|monsieur|señora?|professor|docteur", rank) else None


def _without_honorifics(marks: Marks, between: str) -> str:
    """The function without what stands after its last comma, when that is all titles: "l'ambassadeur, M."."""
    comma = between.rfind(",")
    rest = re.findall(r"[\w-]+", fold_in_place(between[comma + 1 :])) if comma >= 0 else []
    is_title = bool(rest) and all(marks.words.has(t, "personal_titles", "determiners", "honorifics") for t in rest)
    return between[: comma + 1] if is_title else between


def _with_words_before(marks: Marks, begin: int, floor: int) -> str:
    """The capital words and acronyms just before the function word: "IOM project manager", "Deputy Prosecutor"."""
    before = marks.article.text[floor:begin]
    m = re.search(r"(?:(?:[A-ZÀ-Þ][\w'’-]*|vice|sous)[ -]){1,5}(?:[a-z]{4,} ){0,2}$", before)
    return m.group() if m else ""
