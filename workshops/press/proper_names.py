"""Capital words right behind a word that gives a body a role, which so name one: "with Plan International"."""

from __future__ import annotations

import re

from workshops.domain.demonyms import demonym_forms
from workshops.domain.towns import find_towns
from workshops.press.agencies import AgencyMention
from workshops.press.marks import Marks
from workshops.press.tokens import Token, capital_run
from workshops.press.words import worded

AND = worded(lambda w: rf",? {w.any_of('and')} ")
_BEFORE_NAME = worded(lambda w: rf"\s?(?:{w.any_of('determiners', 'kinds_of_body')}(?:\s|(?<=')))*")
_ACRONYM = re.compile(r"\s\(([A-Z][\w&-]{1,12})\)")
_SHORTEST_LONE = 4
_INSIDE_A_NAME = re.compile(r"[A-ZÀ-Þ][\w-]+ (?:of |de |del |du |des |d['’])$")
"""Before one word that goes on with a name: "the Regulations on the Financing of Terrorism"."""
_NO_LONE_NAME = (
    *("agency_heads", "people_nouns", "function_title_words", "personal_titles", "world_regions", "months", "weekdays"),
    *("function_words", "event_again", "project_heads", "legal_heads", "expert_nouns", "governments"),
)


def proper_name(marks: Marks, place: int, end: int, *, may_be_person: bool) -> AgencyMention | None:
    """Two capital words or more right after a trigger: "in partnership with Plan International"."""
    low, text = marks.article.low, marks.article.text
    skip = _BEFORE_NAME(marks.language).match(low, place, end)
    run = capital_run(marks.tokens_in(skip.end() if skip else place, end))
    if len(run) < 2 and not (run and _is_lone_name(marks, run[0])):
        return None
    people = marks.people_in(run[0].start, end) if may_be_person else []
    if any(p.start < run[-1].end for p in people) and not _ACRONYM.match(text, run[-1].end):
        return None
    if marks.language != "en" and run[0].low in demonym_forms():
        return None  # "aux côtés du Vietnamien Do Quang Vinh"
    if marks.words.has(run[0].low, "personal_titles", "months", "weekdays") or find_towns(
        text[run[0].start : run[-1].end]
    ):
        return None
    start, stop = run[0].start, run[-1].end
    bracket = _ACRONYM.match(text, stop)
    return AgencyMention(
        start, stop, bracket.end() if bracket else stop, text[start:stop], bracket.group(1) if bracket else None, False
    )


def _is_lone_name(marks: Marks, token: Token) -> bool:
    """Whether one capital word, before a mark or another member, names a body: "in partnership with Oikocredit"."""
    after = marks.article.low[token.end : token.end + 1]
    if _INSIDE_A_NAME.search(marks.article.text, max(0, token.start - 40), token.start):
        return False
    is_last = after in ".,;" or AND(marks.language).match(marks.article.low, token.end) is not None
    return (
        is_last
        and len(token.low) >= _SHORTEST_LONE
        and not (marks.words.has(token.low, *_NO_LONE_NAME) or marks.countries_in(token.start, token.end))
    )
