"""The project or programme of which the event is part, and how long that lasts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.project_names import ACRONYM, capital_name, purpose_as_name
from workshops.press.project_parts import project_parts
from workshops.press.words import worded

_QUOTED = worded(lambda w: rf"[\s:,]{{0,3}}(?:{w.any_of('called')}\s)?[«\"]\s?([^«»\"]{{4,200}}?)\s?[»\"]")
_ARTICLE = worded(lambda w: rf"\s{w.any_of('articles')}(?=[\s\"«])")
_IN_SINGLE = re.compile(r"\s‘([^‘’«»“”\n]{4,200})’")
_QUOTED_BEFORE = re.compile(r"[“\"‘]([^“”\"‘’\n]{3,120})[”\"’] (?:[a-z]+ )?$")
"""The name before the word for a project: within the “Green Ports” project."""
_AFTER_CLAUSE = re.compile(r"[^«»“”\"\n.;:()]{3,80},\s[«“\"]\s?([^«»“”\"\n]{4,200}?)\s?[»”\"](?=\s\([A-Z])")
"""The name after a relative clause, known by its acronym: the programme under which both are held, "X" (Y)."""
_TITLED = worded(lambda w: rf",?\s{w.any_of('called')},?\s([^,.;()«»\"\n]{{8,181}})")
_OWNER = worded(
    lambda w: (
        rf"(?:\s{w.any_of('project_adjectives')})?"
        rf"(?:\s{w.any_of('of')}(?: |(?<='))(?:{w.any_of('articles')}(?: |(?<=')))?[a-z]{{2,12}})?"
        rf"(?:\s{w.any_of('name_connectors')})?(?:\s[a-z0-9]+(?:/[a-z0-9]+)+)?"
    )
)
_DELAY = worded(lambda w: rf"(?<!\w){w.any_of('until_then')} $")
"""Before a length of time: how long until something, not how long it lasts."""
_DURATION_REACH = 170
_TITLE_REACH, _BESIDE, _PART_REACH, _AGENCY_REACH, _ARTICLE_REACH = 30, 8, 45, 120, 5
_BEFORE_PROGRAMME = worded(
    lambda w: (
        rf" ?(?:{w.any_of('determiners')}(?: |(?<=')))?(?:{w.any_of('project_adjectives')} )?"
        rf"(?:(?:[\w.]+[ -])+{w.any_of('years_or_months')} )?(?:[\w-]+-{w.any_of('paid_by', 'backed_by')} )?"
    )
)
"""What may stand between "part of" and the name: "the five-year", "its EU-funded"."""


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
    paying = {span for funder in known.items("funders") for span in funder.spans}
    projects = [p for p in _projects(marks) if marks.article.original(p.start, p.end) not in paying]
    project = max(projects, key=lambda p: (p.weight, -p.start), default=None)
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
    yield from (_project(marks, *span, 2.0) for span in project_parts(marks))
    for sentence, head in marks.told("project_heads"):
        around = next(iter(marks.agencies_around(head.start())), None)
        if around is not None and _is_inside(marks, around, head):
            if (programme := _programme(marks, around, head)) is not None:
                yield programme
        elif not _is_portfolio(marks, sentence, head) and _is_of_event(marks, head):
            yield from _named(marks, sentence, head, around)


def _is_inside(marks: Marks, name: AgencyMention, head: re.Match[str]) -> bool:
    """Whether the word for a project stands in the name of a body, neither first nor, but for a number, last."""
    tail = marks.article.low[head.end() : name.end]
    return name.start != head.start() and not re.fullmatch(r"\s?[ivx\d]*", tail)


def _is_portfolio(marks: Marks, sentence: Sentence, head: re.Match[str]) -> bool:
    """Whether it says what somebody is in charge of: "Project Officer", "head of the programme"."""
    w, low = marks.words, marks.article.low
    if w.pattern("function_title_words").match(low, head.end() + 1) is not None:
        return True
    before = low[max(sentence.start, head.start() - _TITLE_REACH) : head.start()]
    titles = w.pattern("function_title_words").finditer(before)
    is_near = any(len(before) - m.end() <= _BESIDE and not w.has(m.group(), "not_in_charge") for m in titles)
    return is_near and not _is_led(marks, sentence, head)


def _is_led(marks: Marks, sentence: Sentence, head: re.Match[str]) -> bool:
    """Whether somebody leads it: "manager of the ... project"."""
    before = marks.article.low[max(sentence.start, head.start() - _TITLE_REACH) : head.start()]
    return marks.words.pattern("leads_project").search(before) is not None


def _named(marks: Marks, sentence: Sentence, head: re.Match[str], around: AgencyMention | None) -> Iterable[Project]:
    """The name beside a word for a project: after "entitled", in quotation marks, in capitals, else its purpose."""
    w, low, text = marks.words, marks.article.low, marks.article.text
    if around is not None and around.start < head.start() and _is_of_staffed_body(marks, around):
        return
    if (
        around is not None
        and around.end == head.end()
        and w.pattern("programmes_of_bodies").search(low, around.start, around.end)
    ):
        return  # "World Food Programme"
    first = min(around.start, head.start()) if around is not None else head.start()
    opening = max(sentence.start, first - _PART_REACH)
    is_part = w.pattern("project_before").search(low, opening, head.start()) is not None
    if not is_part and around is not None and around.start == head.start():
        return  # a programme that acts is a body, not what the event belongs to
    weight = 1.0 + is_part
    titled = _TITLED(marks.language).match(low, head.end(), sentence.end)
    if titled is not None and text[titled.start(1)].isupper():
        yield _project(marks, *titled.span(1), weight + 1.5)
    elif (quoted := _quoted(marks, sentence, head)) is not None:
        yield _project(marks, *quoted.span(1), weight + 2)
    elif (span := capital_name(marks, head.start(), sentence.start)) is not None:
        yield _project(marks, *span, weight + 0.5)
    elif (plain := purpose_as_name(marks, head.end(), sentence)) is not None and (
        is_part or _is_led(marks, sentence, head)
    ):
        yield _project(marks, *plain, 1.2)


def _quoted(marks: Marks, sentence: Sentence, head: re.Match[str]) -> re.Match[str] | None:
    """The name in quotation marks behind or before the word for a project."""
    text, after = marks.article.text, head.end() + _skip_owner(marks, head.end(), sentence.end)
    return (
        _QUOTED(marks.language).match(marks.article.low, after, sentence.end)
        or _IN_SINGLE.match(text, after, sentence.end)
        or _QUOTED_BEFORE.search(text, sentence.start, head.start())
        or _AFTER_CLAUSE.match(text, after, sentence.end)
    )


def _is_of_staffed_body(marks: Marks, name: AgencyMention) -> bool:
    """Whether a name that ends like that of a programme begins as that of a body: "Office of the ... Programme"."""
    first = marks.article.low[name.start : name.end].split()[0]
    return name.acronym is not None and marks.words.has(first, "agency_heads")


def _is_of_event(marks: Marks, head: re.Match[str]) -> bool:
    """Whether a word for a project stands in a told clause and is none of "an initiative of the Agency"."""
    own = marks.words.pattern("act_of").match(marks.article.low, head.end() + 1)
    if own is not None and marks.words.has(head.group(), "acts"):
        agencies = marks.agencies_in(own.end(), own.end() + _AGENCY_REACH)
        if any(a.start <= own.end() + _ARTICLE_REACH for a in agencies):
            return False
    return marks.scope.is_told(head.start())


def _programme(marks: Marks, name: AgencyMention, head: re.Match[str]) -> Project | None:
    """A programme whose name looks like that of a body: "within the Global Programme for Combating Crime"."""
    low = marks.article.low
    before = marks.words.pattern("project_before").search(low, max(0, name.start - 30), name.start)
    for_what = marks.words.pattern("for_what").match(low, head.end() + 1, name.end)
    is_of_body = marks.words.pattern("programmes_of_bodies").search(low, name.start, name.end)
    if before is None or for_what is None and head.end() != name.end or is_of_body:
        return None
    is_right_after = _BEFORE_PROGRAMME(marks.language).fullmatch(low, before.end(), name.start) is not None
    return Project(name.start, name.end, None, 2.5) if is_right_after else None


def _quoted_parts(marks: Marks) -> Iterable[Project]:
    """Names in quotation marks right after "part of": the word for a project may stand inside them."""
    for m in marks.words.pattern("project_before").finditer(marks.article.low):
        article = _ARTICLE(marks.language).match(marks.article.low, m.end())
        quoted = _QUOTED(marks.language).match(marks.article.low, article.end() if article else m.end())
        if quoted is not None and marks.words.pattern("project_heads").search(marks.article.low, *quoted.span(1)):
            yield _project(marks, *quoted.span(1), 3.0)


def _skip_owner(marks: Marks, place: int, end: int) -> int:
    """The length of "de l'OIM de" or "régional" between the word for a project and its name."""
    m = _OWNER(marks.language).match(marks.article.low, place, end)
    return m.end() - place if m else 0


def _project(marks: Marks, start: int, end: int, weight: float) -> Project:
    bracket = ACRONYM.match(marks.article.text, end)
    return Project(start, end, bracket.span(1) if bracket else None, weight + (0.5 if bracket else 0))


_OWN_YEARS = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w+ $")
"""A capital word right before years, which then belong to the name."""
_OWN_REACH = 30


def _duration(marks: Marks, project: Project | None) -> tuple[int, int] | None:
    """A length in years or months near the word for a project, or near the name."""
    w, low = marks.words, marks.article.low
    for m in w.pattern("year_duration").finditer(low):
        if not marks.scope.is_told(m.start()):
            continue
        sentence = marks.article.sentence_at(m.start())
        if sentence is None or w.pattern("not_year_duration").search(low[max(0, m.start() - 22) : m.start()]):
            continue
        if _DELAY(marks.language).search(low, max(0, m.start() - 12), m.start()):
            continue
        if (
            _OWN_YEARS.search(marks.article.text, max(0, m.start() - _OWN_REACH), m.start())
            and low[m.start()].isdigit()
        ):
            continue  # "Plan de Salud 2012-2015"
        near_name = project is not None and sentence.start <= project.start < sentence.end
        near_word = w.pattern("project_heads", "initiative_words").search(
            low, max(sentence.start, m.start() - _DURATION_REACH), min(sentence.end, m.end() + 60)
        )
        if near_name or near_word:
            opener = w.pattern("lasting_for").match(low, m.start(), m.end())
            return (opener.end() + 1 if opener else m.start()), m.end()
    return None
