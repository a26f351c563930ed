"""The project or programme of which the event is part, and how long that lasts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.press.agencies import AgencyMention
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.project_names import ACRONYM, capital_name, purpose_as_name

_QUOTED = re.compile(
    r"[\s:,]{0,3}(?:(?:intitulé|denominado|titled|entitled|called|dénommé|llamado)e?\s)?[«“\"]\s?([^«»“”\"]{4,200}?)\s?[»”\"]"
)
_IN_SINGLE = re.compile(r"\s‘([^‘’«»“”\n]{4,200})’")
_QUOTED_BEFORE = re.compile(r"[“\"‘]([^“”\"‘’\n]{3,120})[”\"’] (?:[a-z]+ )?$")
"""The name before the word for a project: within the “Green Ports” project."""
_AFTER_CLAUSE = re.compile(r"[^«»“”\"\n.;:()]{3,80},\s[«“\"]\s?([^«»“”\"\n]{4,200}?)\s?[»”\"](?=\s\([A-Z])")
"""The name after a relative clause, known by its acronym: the programme under which both are held, "X" (Y)."""
_TITLED = re.compile(
    r",?\s(?:entitled|titled|called|named|intitulée?|dénommée?|denominad[oa]|titulad[oa]),?\s([A-ZÀ-Þ][^,.;()«»“”\"\n]{7,180})"
)
_OWNER = re.compile(
    r"(?:\s(?:regional|national|conjoint|conjunto|triennal|pilote|piloto|global|\w+ennal))?"
    r"(?:\s(?:de (?:l'|la )?|del |du |of (?:the )?)[a-z]{2,12})?(?:\s(?:de|pour|para|d'))?"
    r"(?:\s[a-z0-9]+(?:/[a-z0-9]+)+)?"
)
_DELAY = re.compile(r"(?<!\w)(?:in|within|after|dans|d'ici|apres|dentro de|en|tras) $")
"""Before a length of time: how long until something, not how long it lasts."""
_DURATION_REACH = 170
_BEFORE_PROGRAMME = re.compile(
    r" ?(?:(?:the|its|their|a) )?(?:new |wider |larger |broader |regional |global |joint )?"
    r"(?:(?:[\w.]+[ -])+(?:year|month)s?(?:-long)? )?(?:[\w-]+-(?:funded|financed|led|backed|supported) )?"
)
"""What may stand between "part of" and the name: "the five-year", "its EU-funded"."""
_BODY = re.compile(r"nations|world food|environment programme|office|mission")


@dataclass(frozen=True)
class Project:
    """A place in the text that may name the project; of several, that with the most `weight` does."""

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
            is_led = w.pattern("leads_project").search(before) is not None
            is_portfolio = w.pattern("function_title_words").match(low, m.end() + 1) is not None  # "Project Officer"
            is_portfolio = (
                is_portfolio
                or not is_led
                and any(
                    len(before) - f.end() <= 8 and f.group() != "police"
                    for f in w.pattern("function_title_words").finditer(before)
                )
            )
            if is_inside and around is not None and (programme := _programme(marks, around, m)) is not None:
                yield programme
            if is_inside or is_portfolio or not _is_of_event(marks, m):
                continue
            name_start = around.start if around is not None else m.start()
            if name_start < m.start() and around is not None and _is_of_staffed_body(marks, around):
                continue
            opening = max(sentence.start, min(name_start, m.start()) - 45)
            weight = 1.0 + bool(w.pattern("project_before").search(low, opening, m.start()))
            after = m.end() + _skip_owner(marks, m.end(), sentence.end)
            if weight < 2 and around is not None and around.start == m.start():
                continue  # a programme that acts is a body, not what the event belongs to
            quoted = _QUOTED.match(text, after, sentence.end) or _IN_SINGLE.match(text, after, sentence.end)
            quoted = quoted or _QUOTED_BEFORE.search(text, sentence.start, m.start())
            quoted = quoted or _AFTER_CLAUSE.match(text, after, sentence.end)
            titled = _TITLED.match(text, m.end(), sentence.end)
            if titled is not None:
                yield _project(marks, *titled.span(1), weight + 1.5)
                continue
            if quoted is not None:
                yield _project(marks, quoted.start(1), quoted.end(1), weight + 2)
                continue
            span = capital_name(marks, m.start(), sentence.start)
            if span is not None:
                yield _project(marks, *span, weight + 0.5)
            elif (plain := purpose_as_name(marks, m.end(), sentence)) is not None and (weight > 1 or is_led):
                yield _project(marks, *plain, 1.2)


def _is_of_staffed_body(marks: Marks, name: AgencyMention) -> bool:
    """Whether a name that ends like that of a programme begins as that of a body: "Office of the ... Programme"."""
    first = marks.article.low[name.start : name.end].split()[0]
    return name.acronym is not None and marks.words.has(first, "agency_heads")


def _is_of_event(marks: Marks, head: re.Match[str]) -> bool:
    """Whether a word for a project stands in a told clause and is none of "an initiative of the Agency"."""
    own = re.compile(r"\s(?:de l'|du|de la|del|de|of the|of|by the|by)\s?").match(marks.article.low, head.end())
    is_act = own is not None and head.group() in ("initiative", "iniciativa", "action", "accion")
    if is_act and own and any(a.start <= own.end() + 4 for a in marks.agencies_in(own.end(), own.end() + 120)):
        return False
    return marks.scope.is_told(head.start())


def _programme(marks: Marks, name: AgencyMention, head: re.Match[str]) -> Project | None:
    """A programme whose name looks like that of a body: "within the Global Programme for Combating Crime"."""
    low = marks.article.low
    before = marks.words.pattern("project_before").search(low, max(0, name.start - 30), name.start)
    for_what = re.compile(r"\s(?:for|on|against|of|to)\s").match(low, head.end(), name.end)
    if before is None or for_what is None and head.end() != name.end or _BODY.search(low, name.start, name.end):
        return None
    is_right_after = _BEFORE_PROGRAMME.fullmatch(low, before.end(), name.start) is not None
    return Project(name.start, name.end, None, 2.5) if is_right_after else None


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
    bracket = ACRONYM.match(marks.article.text, end)
    return Project(start, end, bracket.span(1) if bracket else None, weight + (0.5 if bracket else 0))


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
