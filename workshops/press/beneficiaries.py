"""The agencies whose staff take part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from workshops.domain.towns import find_towns
from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.attending import attending, rest_of_list
from workshops.press.entities import same_agency
from workshops.press.experts import trainer_zones
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.people_before import has_people_before
from workshops.press.roles import holders_before, holders_inverted
from workshops.press.speaking_participants import of_speaking_participants
from workshops.press.words import any_language, fold_in_place, is_in_any_language

MOST_AGENCIES = 40
_SHORTEST_NAME = 2
_FUNCTION_REACH = 90
_IN_CAPITALS = re.compile(r"[A-ZÀ-Þ]{4,} $")
"""Before an acronym that is none, since all is written so."""


def find_beneficiary_agencies(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Agencies under nouns of people ("officers of the Department"), units after a colon, and those joined to them."""
    if not known.value("is_workshop"):
        return
    entities = marks.entities
    taken: list[str] = []
    for agency in _agencies(marks, known):
        fullest = entities.fullest(agency)
        is_funder = any(same_agency(fullest.full_name, name) for name in known.values("funders"))
        is_taken = any(same_agency(fullest.full_name, name) or name.startswith(f"{fullest.name} ") for name in taken)
        if is_funder or is_taken or not _is_listed(marks, fullest):
            continue
        span = (agency.start, agency.whole_end)
        value = {"name": fullest.name, "acronym": fullest.acronym}
        yield marks.finding("beneficiary_agencies", value, 0.75, span, "agency of people who take part", len(taken))
        taken.append(fullest.full_name)
        if len(taken) == MOST_AGENCIES:
            return


def _agencies(marks: Marks, known: PressFacts) -> list[AgencyMention]:
    found: list[AgencyMention] = []
    taken: set[int] = set()
    zones = marks.once(trainer_zones)
    experts = {expert["name"] for expert in known.values("experts")}
    for sentence in marks.scope.told:
        if _is_attribution(marks, sentence):
            continue
        is_led = (
            marks.words.pattern("delegation_led").search(marks.article.low, sentence.start, sentence.end) is not None
        )
        inside = marks.agencies_in(sentence.start, sentence.end)
        for agency in inside:
            if (
                agency.start in taken
                or zones[agency.start]
                and not is_led  # "the delegation, led by Ms Lee": nobody teaches
                or not marks.scope.is_told(agency.start)
                or not has_people_before(marks, agency, sentence.start)
                or _is_of_expert(marks, experts, sentence, agency)
            ):
                continue
            chain = rest_of_list(marks, agency, sentence.end)
            found.extend(a for a in chain if a.start not in taken)
            taken.update(a.start for a in chain)
    found = _without_parents(marks, found)
    senders = (*holders_before(marks, "sends_staff", needs_object=False), *holders_inverted(marks, "sends_staff"))
    found += [h.agency for h in senders if h.agency not in found and not _is_guest(marks, h.agency)]
    found += [a for a in attending(marks, known) if a not in found and not _is_guest(marks, a)]
    if marks.language == "en":
        found += [a for a in _before_people(marks) if a.start not in taken]
    found += [a for a in _called_by_head(marks) if a not in found]
    return sorted([*found, *of_speaking_participants(marks, known, found)], key=lambda a: a.start)


def _is_of_expert(marks: Marks, experts: set[str], sentence: Sentence, agency: AgencyMention) -> bool:
    """Whether one who teaches stands right before, with a function: "said Ann Lee, inspector of the Police"."""
    people = marks.people_in(max(sentence.start, agency.start - _FUNCTION_REACH), agency.start) if experts else ()
    if not people or marks.text(people[-1].start, people[-1].end) not in experts:
        return False
    function = marks.article.low[people[-1].end : agency.start]
    return function.startswith(",") and not re.search(r"[.;:(]", function) and function.count(",") == 1


def _called_by_head(marks: Marks) -> Iterator[AgencyMention]:
    """ "Colleagues from the Department", "inspectores de la propia Dirección": agencies named in full before."""
    for _, m in marks.told("colleagues_from"):
        head = next(iter(marks.tokens_in(m.end(), m.end() + 3)), None)
        if head is None or not head.is_capital or not marks.words.has(head.low, "agency_heads"):
            continue
        if any(a.start == head.start and " " in a.name for a in marks.agencies):
            continue
        named = [a for a in marks.agencies_in(0, m.start()) if head.low in fold_in_place(a.name).split()]
        yield from named[-1:]


def _is_guest(marks: Marks, agency: AgencyMention) -> bool:
    """Whether a sentence on trainers or on the opening names the agency."""
    sentence = marks.article.sentence_at(agency.start)
    if sentence is None or marks.once(trainer_zones)[agency.start]:
        return True
    return (
        marks.words.pattern("guests", "opens_event").search(marks.article.low, sentence.start, sentence.end) is not None
    )


def _before_people(marks: Marks) -> list[AgencyMention]:
    """ "FIA investigators": agencies right before the people who take part, in the headline or the telling."""
    title = marks.article.title
    people = marks.words.pattern("people_nouns")
    return [
        a
        for a in marks.agencies
        if (marks.scope.is_told(a.start) or title is not None and title.start <= a.start < title.end)
        and (noun := people.match(marks.article.low, a.whole_end + 1)) is not None
        and not marks.words.has(noun.group(), "expert_nouns", "function_title_words")
        and not marks.once(trainer_zones)[a.start]
        and not is_in_any_language(fold_in_place(a.name), "agency_heads")  # "Prison staff"
    ]


def _is_attribution(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence is direct speech with the words that say whose."""
    return any(
        marks.scope.is_speech(place)
        for place in (sentence.start, sentence.end - 2, (sentence.start + sentence.end) // 2)
    )


def _without_parents(marks: Marks, found: list[AgencyMention]) -> list[AgencyMention]:
    """Without the ministry whose units follow a colon."""
    low = marks.article.low
    return [
        a
        for a in found
        if not (
            low[a.whole_end : a.whole_end + 3].strip().startswith(":")
            and any(0 < b.start - a.whole_end < 60 for b in found)
        )
    ]


def _is_of_letters(marks: Marks, agency: AgencyMention) -> bool:
    """Whether a name is an acronym that nothing explains, and no group of states: "staff of GIS, NACOC and EOCO"."""
    low, text = marks.article.low, marks.article.text
    name = agency.name.lower()
    if not agency.name.isupper() or len(name) < 3 or marks.words.has(name, "not_acronyms", "function_words"):
        return False
    if find_towns(name) or _IN_CAPITALS.search(text, max(0, agency.start - 20), agency.start):
        return False
    following = re.compile(r" ([\w']+)").match(low, agency.whole_end)
    return following is None or marks.words.has(
        following[1], "function_words", "chain_joints", "plain_verbs", "people_verbs", "phrase_stops", "bodies_attend"
    )


def _is_listed(marks: Marks, agency: AgencyMention) -> bool:
    """Whether a name is specific: no government, no lone weak word, no uncertain capitals."""
    low = fold_in_place(agency.name.casefold())
    if _place().match(low) and not _sends_people(marks, agency, low) or marks.words.pattern("governments").match(low):
        return False
    return (agency.is_certain or _is_of_letters(marks, agency)) and len(agency.name) > _SHORTEST_NAME


def _sends_people(marks: Marks, agency: AgencyMention, low: str) -> bool:
    """Whether a municipality is named for those who speak or work for it: "représentants de la commune de Nabeul"."""
    sentence = marks.article.sentence_at(agency.start)
    if sentence is None or not is_in_any_language(low.split()[0], "municipalities"):
        return False
    people = list(marks.words.pattern("people_nouns").finditer(marks.article.low, sentence.start, agency.start))
    return bool(people) and marks.words.has(people[-1].group(), "people_of_a_town")


@cache
def _place() -> re.Pattern[str]:
    """What begins the name of an area, or of a region called high, which is like that of a high commission."""
    return re.compile(any_language("areas", "high_places"))
