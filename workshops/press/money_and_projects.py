"""The project or programme of which the event is part, and how long that lasts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.press.facts import Finding, PressFacts
from workshops.press.latin_names import latin_name_end
from workshops.press.marks import Marks
from workshops.press.tokens import Token

_ACRONYM = re.compile(r"\s?[»”\"’]?\s?\(\s?((?=[^)]*[A-Z][^)]*[A-Z])[A-Z][\w&/-]{1,13}(?: [A-ZÀ-Þ][\w-]{1,14})?)\s?\)")
_QUOTED = re.compile(
    r"[\s:,]{0,3}(?:(?:intitulé|denominado|titled|entitled|called|dénommé|llamado)e?\s)?[«“\"]\s?([^«»“”\"]{4,200}?)\s?[»”\"]"
)
_IN_SINGLE = re.compile(r"\s‘([^‘’«»“”\n]{4,200})’")
_AFTER_CLAUSE = re.compile(r"[^«»“”\"\n.;:()]{3,80},\s[«“\"]\s?([^«»“”\"\n]{4,200}?)\s?[»”\"](?=\s\([A-Z])")
"""The name after a relative clause, known by its acronym: the programme under which both are held, "X" (Y)."""
_LONG_NAME = re.compile(r"[\w'’ -]{8,110}?(?=\s\((?=[^)]*[A-Z][^)]*[A-Z])[\w&/ -]{2,15}\))")
_TITLED = re.compile(
    r"\s(?:entitled|titled|called|named|intitulée?|dénommée?|denominad[oa]|titulad[oa]),?\s([A-ZÀ-Þ][^,.;()«»“”\"\n]{10,180})"
)
_OWNER = re.compile(
    r"(?:\s(?:regional|national|conjoint|conjunto|triennal|pilote|piloto|global|\w+ennal))?"
    r"(?:\s(?:de (?:l'|la )?|del |du |of (?:the )?)[a-z]{2,12})?(?:\s(?:de|pour|para|d'))?"
    r"(?:\s[a-z0-9]+(?:/[a-z0-9]+)+)?"
)
_NAME_AFTER_HEAD = re.compile(
    r"(?:projet|programme|proyecto|programa)(?: [a-zà-ÿ]{4,}(?:al|aux|ales?|ique|ico|ica))? "
    r"([A-ZÀ-Þ][\w’'-]+(?: (?:de |del |du |d['’]|pour |para |y |et |en )?[A-ZÀ-Þ][\w’'-]*){0,6})(?=[\s,.;])"
)
"""A name in capitals after a head in small letters, which is then no part of it: "programa regional Alerta Andina"."""
_DELAY = re.compile(r"(?<!\w)(?:in|within|after|dans|d'ici|apres|dentro de|en|tras) $")
"""Before a length of time: how long until something, not how long it lasts."""
_DURATION_REACH = 170


@dataclass(frozen=True)
class Project:
    start: int
    end: int
    acronym: tuple[int, int] | None
    weight: float


def find_project(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`project.name`, `project.acronym`, `project.duration_text`: the name in quotes after the word for a project, or
    the capitals that hold it, better when the text says that the event is part of it."""
    if not known.value("is_workshop"):
        return
    project = max(_projects(marks), key=lambda p: (p.weight, -p.start), default=None)
    if project is not None:
        span = (project.start, project.end)
        yield marks.finding(
            "project.name", marks.text(*span), min(0.85, 0.4 + project.weight / 5), span, "name of a project"
        )
        if project.acronym is not None:
            yield marks.finding(
                "project.acronym", marks.text(*project.acronym), 0.85, project.acronym, "brackets after the name"
            )
    duration = _duration(marks, project)
    if duration is not None:
        yield marks.finding("project.duration_text", marks.text(*duration), 0.85, duration, "length beside the project")


def _projects(marks: Marks) -> Iterable[Project]:
    """Every name of a project in sentences about the event."""
    yield from _quoted_parts(marks)
    w, low, text = marks.words, marks.article.low, marks.article.text
    for sentence in marks.scope.told:
        for m in w.pattern("project_heads").finditer(low, sentence.start, sentence.end):
            around = next(iter(marks.agencies_around(m.start())), None)
            tail = low[m.end() : around.end] if around is not None else ""
            is_inside = around is not None and around.start != m.start() and not re.fullmatch(r"\s?[ivx\d]*", tail)
            before = low[max(sentence.start, m.start() - 30) : m.start()]
            is_portfolio = any(len(before) - f.end() <= 8 for f in w.pattern("function_title_words").finditer(before))
            if not marks.scope.is_told(m.start()) or is_inside or is_portfolio:
                continue
            weight = 1.0 + bool(w.pattern("project_before").search(low, max(sentence.start, m.start() - 45), m.start()))
            after = m.end() + _skip_owner(marks, m.end(), sentence.end)
            if weight < 2 and around is not None and around.start == m.start():
                continue  # a programme that acts is a body, not what the event belongs to
            quoted = _QUOTED.match(text, after, sentence.end) or _IN_SINGLE.match(text, after, sentence.end)
            quoted = quoted or _AFTER_CLAUSE.match(text, after, sentence.end)
            titled = _TITLED.match(text, m.end(), sentence.end)
            if titled is not None:
                yield _project(marks, *titled.span(1), weight + 1.5)
                continue
            if quoted is not None:
                yield _project(marks, quoted.start(1), quoted.end(1), weight + 2)
                continue
            span = _capital_name(marks, m.start(), m.end(), sentence.start)
            if span is not None:
                yield _project(marks, *span, weight + 0.5)


def _quoted_parts(marks: Marks) -> Iterable[Project]:
    """Names in quotation marks right after "part of": the word for a project may stand inside them."""
    for m in marks.words.pattern("project_before").finditer(marks.article.low):
        quoted = _QUOTED.match(marks.article.text, m.end())
        if quoted is not None and marks.words.pattern("project_heads").search(marks.article.low, *quoted.span(1)):
            yield _project(marks, *quoted.span(1), 3.0)


def _skip_owner(marks: Marks, place: int, end: int) -> int:
    """The length of "de l'OIM de" or "régional" between the word for a project and its name."""
    m = _OWNER.match(marks.article.low, place, end)
    return m.end() - place if m else 0


def _project(marks: Marks, start: int, end: int, weight: float) -> Project:
    bracket = _ACRONYM.match(marks.article.text, end)
    return Project(start, end, bracket.span(1) if bracket else None, weight + (0.5 if bracket else 0))


def _capital_name(marks: Marks, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """The name made of capitals round the word for a project, or after it."""
    w = marks.words
    if marks.language == "en":
        return _english_name(marks, start, floor)
    tokens = marks.tokens_in(start, min(len(marks.article.low), start + 200))
    bracket = _LONG_NAME.match(marks.article.text, start)
    if bracket is not None and not w.pattern("plain_verbs", "said").search(marks.article.low, start, bracket.end()):
        return start, bracket.end()
    lower = _NAME_AFTER_HEAD.match(marks.article.text, start) if not tokens[0].is_capital else None
    if lower is not None and not marks.agencies_certain_at(lower.start(1)):
        return lower.span(1)
    stop = latin_name_end(tuple(tokens), 0, w, "project_heads")
    named = [t for t in tokens[1:stop] if t.is_capital]
    if stop > 1 and (
        named and (tokens[0].is_capital or len(named) >= 2) or _ACRONYM.match(marks.article.text, tokens[stop - 1].end)
    ):
        return start, tokens[stop - 1].end
    following = tokens[1:3] if len(tokens) > 2 else tokens[1:]
    if following and w.has(following[0].low, "adjective") and len(following) > 1:
        following = following[1:]
    if following and following[0].is_acronym and not marks.agencies_certain_at(following[0].start):
        return following[0].start, following[0].end
    return None


def _english_name(marks: Marks, start: int, floor: int) -> tuple[int, int] | None:
    """The run of capitals (with "of", "for", "and" and ordinals) that ends in, or goes on from, the head at start."""
    tokens = marks.tokens_in(max(floor, start - 160), min(len(marks.article.low), start + 160))
    head = next((n for n, t in enumerate(tokens) if t.start == start), None)
    bracket = re.search(
        r"((?:[A-Z][\w'’-]+ (?:(?:of|for|and|on|the) )*){1,8})\([A-Z][\w&-]{1,12}\) $",
        marks.article.text[max(floor, start - 160) : start],
    )
    if bracket is not None:  # "the Better Migration Management (BMM) Programme"
        begin = max(floor, start - 160) + bracket.start(1)
        return begin, begin + len(bracket.group(1).rstrip())
    if head is None or not tokens[head].is_capital:
        return None
    first, last = head, head
    while first > 0 and _is_of_name(tokens, first - 1, marks, is_left=True):
        first -= 1
    while last + 1 < len(tokens) and _is_of_name(tokens, last + 1, marks, is_left=False):
        last += 1
    while first < head and (
        not tokens[first].is_capital
        and not tokens[first].low[0].isdigit()
        or marks.words.has(tokens[first].low, "not_agency_start")
    ):
        first += 1
    while last > head and not tokens[last].is_capital:
        last -= 1
    return (tokens[first].start, tokens[last].end) if last > first else None


def _is_of_name(tokens: list[Token], k: int, marks: Marks, *, is_left: bool) -> bool:
    token = tokens[k]
    neighbour = tokens[k + 1] if is_left else tokens[k - 1]
    gap = neighbour.start - token.end if is_left else token.start - neighbour.end
    if not token.is_word or gap > 1:
        return False
    is_ordinal = token.low[0].isdigit() and len(token.low) <= 4
    return (
        token.is_capital
        or is_ordinal
        or token.low in ("of", "for", "and", "on", "against")
        or token.low == "the"
        and neighbour.is_capital
    )


def _duration(marks: Marks, project: Project | None) -> tuple[int, int] | None:
    """A length in years or months near the word for a project, or near the name."""
    w, low = marks.words, marks.article.low
    for m in w.pattern("year_duration").finditer(low):
        if not marks.scope.is_told(m.start()):
            continue
        sentence = marks.article.sentence_at(m.start())
        if sentence is None or w.pattern("not_year_duration").search(low[max(0, m.start() - 22) : m.start()]):
            continue
        if _DELAY.search(low, max(0, m.start() - 12), m.start()):
            continue
        near_name = project is not None and sentence.start <= project.start < sentence.end
        near_word = w.pattern("project_heads", "initiative_words").search(
            low, max(sentence.start, m.start() - _DURATION_REACH), min(sentence.end, m.end() + 60)
        )
        if near_name or near_word:
            opener = re.compile(r"(?:for|over|de|pour|sur) ").match(low, m.start(), m.end())
            return (opener.end() if opener else m.start()), m.end()
    return None
