"""Agencies named one after the other, and the place that they act from or follow: "the Ministry, the Bureau and X"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.marks import Marks
from workshops.press.proper_names import AND, proper_name
from workshops.press.tokens import capital_run
from workshops.press.words import Words, any_language, worded

FAR = 70
_FRONT = 110
_MOST_GAP_WORDS = 7
_OF_COUNTRY = worded(lambda _: rf"\s(?:{any_language('of_country')}(?: |(?<='))|\()")
_OWNER_BEFORE = re.compile(r"[\w-]+'s\s$")
_THROUGH = worded(lambda w: rf"(?<!\w){w.any_of('through', 'by_means_of')}\s(?:[\w']+\s){{0,4}}$")
"""Before a part of the body that acts: "the Ministry, through its Training Unit, holds ..."."""
_THROUGH_ANOTHER = worded(lambda w: rf"{w.any_of('through')}\b[^,;]{{0,140}},")
_PARENT = worded(lambda _: rf"\s{any_language('of_parent')}\s?")
"""Between a body and the greater one that it belongs to, which has no part of its own in a chain."""
_APPOSED = worded(lambda w: rf", {w.any_of('singular_articles')}(?: |(?<='))")
LAST_JOINT = worded(lambda w: rf",? {w.any_of('and')} (?:{w.any_of('singular_articles')}(?: |(?<=')))?")
_FROM = worded(lambda w: rf" {w.any_of('from', 'of')}(?!\w)")
_REACH_OF_PEOPLE = 110


def _between_members(w: Words) -> str:
    kind = rf"{w.any_of('kinds_of_body')}(?: {w.any_of('negations')})? [\w-]+"  # "la organización no gubernamental"
    number = rf"(?:\d{{1,3}}|{w.any_of('number_words')})\s"
    small = rf"(?:{w.any_of('determiners', 'chain_words', 'kinds_of_body')}|{kind}|{number})"
    aside = rf"(?:, {w.any_of('who', 'which')} [^,.;]{{3,60}}(?=, {w.any_of('and')}))?"  # "Germany, which pays, and"
    return rf"{aside}\s?(?:[,;]\s?)?(?:{w.any_of('chain_joints')}\s?)?(?:{small},?\s?){{0,4}}(?:[\w-]+'s\s)?"


_JOINT = worded(_between_members)
"""What may stand between two members of a chain: comma, "and", prepositions, articles, possessives."""


def joined(marks: Marks, start: int, end: int) -> bool:
    """Whether only a comma, "and" and small words stand between two places, and the country of the first."""
    own = next((c for c in marks.countries_in(start, min(end, start + 12)) if not c.is_demonym), None)
    if own is not None and _OF_COUNTRY(marks.language).fullmatch(marks.article.low, start, own.start):
        start = own.end + marks.article.low.startswith(")", own.end)
    return _JOINT(marks.language).fullmatch(marks.article.low, start, end) is not None


def chain_after(
    marks: Marks, place: int, end: int, *, with_states: bool = False, may_be_person: bool = False
) -> list[AgencyMention]:
    """The agencies that follow a place: the first one near it and those joined to it.

    Without a known agency, capital words are taken for one; `may_be_person` tells that a person can stand there too.
    """
    following = marks.bodies_in(place, end) if with_states else marks.agencies_in(place, end)
    following = _without_owners(marks, following)
    is_near = bool(following) and _is_near(marks, place, following[0].start)
    unheaded = _unheaded(marks, place, end, following[0] if is_near else None, may_be_person=may_be_person)
    if unheaded or not is_near:
        return unheaded
    several = marks.words.pattern("several_governments").search(marks.article.low, place, end) if with_states else None
    if several is not None and several.end() <= following[0].start <= several.end() + len(" de la "):
        following = [_as_government(marks, body, several) for body in following]
    chain = following[:1]
    end_of_last = chain[0].whole_end
    for agency in following[1:]:
        if _PARENT(marks.language).fullmatch(marks.article.low, end_of_last, agency.start):
            end_of_last = agency.whole_end  # "the Academy under the Prosecutor's Office, the Embassy and ..."
            continue
        if not joined(marks, end_of_last, agency.start):
            break
        chain.append(agency)
        end_of_last = agency.whole_end
    if len(chain) > 1 and not _has_conjunction(marks, chain) and not _goes_on(marks, end_of_last):
        return chain[:1]
    if (last := _last_member(marks, end_of_last, end)) is not None and not _acts(marks, last.whole_end, end):
        return [*chain, last]
    subjects = _after_last_comma(marks, chain)
    is_free = bool(subjects) and not _has_preposition(marks, subjects[0].start, place)
    if is_free and _is_fronted(marks, place) and _acts(marks, end_of_last, end):
        return chain[: len(chain) - len(subjects)]
    if len(chain) == 2 and marks.words.pattern("parent_joint").fullmatch(
        marks.article.low, chain[0].whole_end, chain[1].start
    ):
        return chain[:1]
    return chain


def _unheaded(
    marks: Marks, place: int, end: int, following: AgencyMention | None, *, may_be_person: bool
) -> list[AgencyMention]:
    """Bodies right at a place whose names hold no head, and what is joined to the first, before another or alone."""
    if following is None:
        named = proper_name(marks, place, end, may_be_person=may_be_person)
        last = _last_member(marks, named.whole_end, end) if named is not None else None
        return [body for body in (named, last) if body is not None]
    named = None if may_be_person else proper_name(marks, place, following.start, may_be_person=False)
    behind = AND(marks.language).match(marks.article.low, named.whole_end) if named is not None else None
    if named is None or behind is None:
        return []
    if marks.words.pattern("partner_before", "fund_before").match(marks.article.low, behind.end()):
        return [named]  # "in conjunction with African Parks and with funding from the Network"
    is_one = not marks.people_in(place, behind.start()) and joined(marks, named.whole_end, following.start)
    return [named, following] if is_one else []


def _without_owners(marks: Marks, agencies: list[AgencyMention]) -> list[AgencyMention]:
    """Without the bodies whose part the next one is: "the IMF's Africa Centre"."""
    return [
        a
        for a, b in zip_longest(agencies, agencies[1:])
        if b is None or marks.article.low[a.whole_end : b.start] != "'s "
    ]


def _as_government(marks: Marks, body: AgencyMention, several: re.Match[str]) -> AgencyMention:
    """A state in "the Governments of Norway and Sweden" as its government."""
    if marks.agencies_around(body.start):
        return body
    noun = marks.text(several.start(), several.end()).split()[0]
    of = "of" if marks.language == "en" else "de"
    return replace(body, name=f"{noun[:-1]} {of} {body.name}")


def _is_fronted(marks: Marks, place: int) -> bool:
    """Whether little and no event stands before a place in its sentence: "With the support of ..."."""
    sentence = marks.article.sentence_at(place)
    return (
        sentence is not None and place - sentence.start < _FRONT and not marks.scope.names_event(sentence.start, place)
    )


def _acts(marks: Marks, place: int, end: int) -> bool:
    """Whether a verb of organising follows, so that the last agencies before it are its subject."""
    verb = marks.words.pattern("organise_active", "host_active").search(marks.article.low, place, min(end, place + FAR))
    return verb is not None and leads_to(marks, place, verb.start())


def _last_member(marks: Marks, place: int, end: int) -> AgencyMention | None:
    """What "and" adds to a chain though nothing tells a body there: "with UNDP and TradeMark Africa"."""
    joint = LAST_JOINT(marks.language).match(marks.article.low, place, end)
    if joint is None or marks.agencies_in(joint.end(), end)[:1] and marks.agencies_around(joint.end()):
        return None
    return proper_name(marks, joint.end(), end, may_be_person=True)


def _goes_on(marks: Marks, place: int) -> bool:
    """Whether "and" and a capital word follow: the last member of the chain is not known to be an agency."""
    joint = LAST_JOINT(marks.language).match(marks.article.low, place)
    return joint is not None and marks.article.text[joint.end() : joint.end() + 1].isupper()


def _has_conjunction(marks: Marks, chain: list[AgencyMention]) -> bool:
    """Whether an "and" joins the chain: "with A, B organises ..." has none, and B is no partner."""
    conjunction = marks.words.pattern("chain_joints")
    return any(
        conjunction.search(marks.article.low, a.whole_end, b.start) for a, b in zip(chain, chain[1:], strict=False)
    )


def _is_near(marks: Marks, start: int, end: int) -> bool:
    between = marks.article.low[start:end]
    if len(between) > FAR or any(c in between for c in '.;:()«»"'):
        return False
    return len(between.split()) <= _MOST_GAP_WORDS and "," not in between and not marks.verbs_in(start, end)


def chain_before(marks: Marks, sentence: Sentence, place: int, *, with_states: bool = False) -> list[AgencyMention]:
    """The agencies that are the subject of what stands at a place: near it, under no preposition, and those joined."""
    earlier = marks.bodies_in(sentence.start, place) if with_states else marks.agencies_in(sentence.start, place)
    earlier = _without_parents(marks, earlier)
    n = len(earlier) - 1
    while n > len(earlier) - 6 and n >= 0:
        if not leads_to(marks, earlier[n].whole_end, place):
            return []
        first = n = _before_apposition(marks, earlier, n)
        while first and joined(marks, earlier[first - 1].whole_end, earlier[first].start):
            first -= 1
        if first < n and not _has_conjunction(marks, earlier[first : n + 1]):
            first = n
        if _is_of_somebody(marks, sentence.start, earlier[first].start):
            return []
        is_governed = _is_governed(marks, sentence.start, earlier[first].start)
        if not is_governed and not _has_preposition(marks, earlier[first].start, sentence.start):
            return earlier[first : n + 1]
        own = _after_last_comma(marks, earlier[first : n + 1])
        is_inserted = is_governed and (
            "," in marks.article.low[earlier[n].whole_end : place] or not _is_fronted(marks, earlier[first].start)
        )
        if own and not is_inserted and not _has_preposition(marks, own[0].start, sentence.start):
            return own
        n = first - 1
    return []


def _without_parents(marks: Marks, agencies: list[AgencyMention]) -> list[AgencyMention]:
    """Without the bodies that the ones before them belong to: "the Committee of the Organization"."""
    return [
        b
        for a, b in zip([None, *agencies], agencies, strict=False)
        if a is None or not _PARENT(marks.language).fullmatch(marks.article.low, a.whole_end, b.start)
    ]


def _after_last_comma(marks: Marks, chain: list[AgencyMention]) -> list[AgencyMention]:
    """The members after the last comma that no "and" follows: in "with A, B and C hold ..." B and C; else none."""
    for k in range(len(chain) - 1, 0, -1):
        between = marks.article.low[chain[k - 1].whole_end : chain[k].start]
        if "," in between and not marks.words.pattern("chain_joints").search(between):
            return chain[k:]
    return []


def _before_apposition(marks: Marks, agencies: list[AgencyMention], n: int) -> int:
    """The place of the acronym that a name explains: "UNHCR, the UN Refugee Agency, held ..."; else n."""
    if n == 0 or not _APPOSED(marks.language).fullmatch(marks.article.low, agencies[n - 1].end, agencies[n].start):
        return n
    is_inserted = marks.article.low.startswith(",", agencies[n].whole_end)
    return n - 1 if is_inserted and agencies[n - 1].name.isupper() else n


def _is_governed(marks: Marks, floor: int, start: int) -> bool:
    """Whether the clause of a name, since the last comma, gives it a role: "in partnership with A and B"."""
    comma = marks.article.low.rfind(",", floor, start)
    opening = max(floor, comma)
    return marks.words.pattern("partner_before", "fund_before").search(marks.article.low, opening, start) is not None


def _is_of_somebody(marks: Marks, floor: int, start: int) -> bool:
    """Whether people of this body and another act: "resource persons from the Registrar's and the Bureau led"."""
    low = marks.article.low
    before = max(floor, start - _REACH_OF_PEOPLE)
    joint = next((m for m in LAST_JOINT(marks.language).finditer(low, before, start) if m.end() == start), None)
    floor = max(before, low.rfind(",", before, start))
    nouns = list(marks.words.pattern("expert_nouns").finditer(low, floor, start)) if joint else []
    return bool(nouns) and _FROM(marks.language).match(low, nouns[-1].end()) is not None


def leads_to(marks: Marks, start: int, place: int) -> bool:
    """Whether only auxiliary words, inserted clauses and other agencies stand between a subject and its verb."""
    if place - start > 260:
        return False
    low = marks.article.low
    if (joint := LAST_JOINT(marks.language).match(low, start, place)) is not None:
        run = capital_run(marks.tokens_in(joint.end(), place))  # "the Authority and the Port of Antwerp, through ..."
        start = run[-1].end if run else start
    gap = low[start:place]
    for agency in marks.agencies_in(start, place):
        gap = gap.replace(low[agency.start : agency.whole_end], " ")
    gap = _THROUGH_ANOTHER(marks.language).sub(" ", gap)
    gap = re.sub(r",[^,;]{0,180},", " ", gap)
    gap = re.sub(r"\([^()]{0,80}\)", " ", gap)
    if re.search(r"[.;:«»\"]", gap) or marks.words.pattern("said").search(gap):
        return False
    content = [g for g in re.findall(r"[\w']+", gap) if not marks.words.has(g, "subject_gap", "function_words")]
    return len(content) <= 3


def _has_preposition(marks: Marks, start: int, floor: int) -> bool:
    """Whether the words before a name put it under a preposition."""
    own = _OWNER_BEFORE.sub("", marks.article.low[max(floor, start - 40) : start])
    if _THROUGH(marks.language).search(own):
        return True
    before = re.findall(r"[\w]+'?|[^\w\s]", own[-30:])
    while before and marks.words.has(before[-1], "determiners", "possessives"):
        before.pop()
    return bool(before) and marks.words.has(before[-1], "clause_prepositions")
