"""Bodies whose names hold no word for a body, known by what they do: "Enda Tiers Monde, with the Embassy, held ..."."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from workshops.domain.towns import find_towns
from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.chains import LAST_JOINT, joined, leads_to
from workshops.press.datelines import behind_dateline
from workshops.press.marks import Marks
from workshops.press.roles import Holder, takes_event
from workshops.press.scope import EVENT_NOUNS
from workshops.press.tokens import Token, capital_run
from workshops.press.words import worded

_FIRST_SENTENCES = 3
_GAP, _TWO = 260, 2
_OWN = worded(lambda w: rf" ?(?:{w.any_of('subject_gap', 'also_has')} ?)*")
_NOT_A_NAME = (
    *("function_words", "stopwords", "not_agency_start", "people_nouns", "expert_nouns", "personal_titles"),
    *("months", "weekdays", "determiners", "clause_prepositions", "number_words", "project_heads", "legal_heads"),
    *(
        "event_again",
        "background_start",
        "function_title_words",
        "said",
        "organise_active",
        "organise_passive",
        *EVENT_NOUNS,
    ),
)


def named_by_their_acts(marks: Marks, found: Collection[Holder]) -> Iterator[Holder]:
    """Who holds the event in one of the first sentences, named at its start, though nothing tells a body there.

    Where others are found who hold it, only who is joined to one of them: "Akvo and the Ministry held".
    """
    for sentence in marks.scope.told[:_FIRST_SENTENCES]:
        name = _opening_name(marks, sentence)
        if name is None:
            continue
        beside = next((h for h in found if name.end < h.agency.start and joined(marks, name.end, h.agency.start)), None)
        verb = None if found else _first_verb(marks, sentence, name)
        if beside is not None or verb is not None:
            yield Holder(name, verb.span() if verb else beside.trigger if beside else (name.start, name.end))


def joined_before_verbs(marks: Marks, found: Collection[Holder]) -> Iterator[Holder]:
    """Who is joined to one that holds the event, right before the verb: "the Ministry and Akvo ran a workshop"."""
    for holder in found:
        verb = holder.trigger[0]
        joint = LAST_JOINT(marks.language).match(marks.article.low, holder.agency.whole_end, verb)
        run = capital_run(marks.tokens_in(joint.end(), verb)) if joint is not None else []
        name = _named(marks, run) if run else None
        if name is not None and _OWN(marks.language).fullmatch(marks.article.low, name.end, verb):
            yield Holder(name, holder.trigger)


def _opening_name(marks: Marks, sentence: Sentence) -> AgencyMention | None:
    """The body that the capital words name that open a sentence."""
    opening = behind_dateline(marks, sentence)
    tokens = marks.tokens_in(opening, min(sentence.end, opening + 120))
    skip = 1 if tokens and marks.words.has(tokens[0].low, "singular_articles") else 0
    run = capital_run(tokens[skip:])
    return None if not run or not skip and _is_plain(marks, run) else _named(marks, run)


def _named(marks: Marks, run: list[Token]) -> AgencyMention | None:
    """A run of capital words as a body; None where it is a person with a title, a place, people or known to be one."""
    if _is_said_of_others(marks, run):
        return None
    start, end = run[0].start, run[-1].end
    name = marks.text(start, end)
    if marks.agencies_in(start, end) or marks.agencies_around(start) or marks.countries_in(start, end):
        return None
    if find_towns(name) or any(p.titles_start < p.start for p in marks.people_in(start, end)):
        return None
    return AgencyMention(start, end, end, name, None, False)


def _is_said_of_others(marks: Marks, run: list[Token]) -> bool:
    """Whether a word of the run speaks of people, time or an event; of three and more only the first counts."""
    names = [t for t in run if t.is_capital][: 1 if len(run) > _TWO else _TWO]
    return any(marks.words.has(t.low, *_NOT_A_NAME) for t in names)


def _is_plain(marks: Marks, run: list[Token]) -> bool:
    """Whether the run is one word that only its place at the start of the sentence may write with a capital."""
    word = run[0]
    return (
        len(run) == 1 and re.search(rf"(?<!\w){re.escape(word.written.lower())}(?!\w)", marks.article.text) is not None
    )


def _first_verb(marks: Marks, sentence: Sentence, name: AgencyMention) -> re.Match[str] | None:
    """The verb that says that it holds the event: right behind the name, or behind an inserted clause on partners."""
    low, w = marks.article.low, marks.words
    behind = low[name.end : name.end + 2] == ", "
    partner = w.pattern("partner_before", "fund_before", "kinds_of_body").search(
        low, name.end, min(sentence.end, name.end + 40)
    )
    for verb in w.pattern("organise_active").finditer(low, name.end, min(sentence.end, name.end + _GAP)):
        is_right_behind = _OWN(marks.language).fullmatch(low, name.end, verb.start())
        is_inserted = behind and partner is not None and leads_to(marks, name.end, verb.start())
        if (is_right_behind or is_inserted) and takes_event(marks, verb, sentence):
            return verb
    return None
