"""The agencies whose staff take part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from workshops.domain.towns import find_towns
from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.attending import attending, rest_of_list
from workshops.press.entities import Entities, same_agency
from workshops.press.experts import trainer_zones
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.roles import holders_before, holders_inverted
from workshops.press.words import fold_in_place, words

_REACH = 75
_SPEECH_REACH = 400
_MOST_TEACHERS = 9
MOST_AGENCIES = 40


_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_OTHERS = r"(?:others?|the (?:rest|remainder|remaining)|les autres|le reste|los demas|las demas|el resto)"
_COUNTED_FROM = re.compile(
    rf"(?:(?<!\w){_OTHERS})? (?:from|de|du|des|d'|del|de los|de las|(?:venu|issu)e?s d(?:e|u|es)|"
    r"(?:came|come|were|are|is|was) from)"
    r"(?: the| la| l'|)?\s?"
)
"""Between a number, or the word for those not yet counted, and their agency: "six from the Revenue Authority"."""
_BEFORE_COUNT = re.compile(r"(?:[,;:(]|(?<!\w)(?:and|et|y|the|los|las|les|dont|including|con|with|avec)) ?$")
_MOST_OF_AN_AGENCY = 500
_ONE_PERSON = re.compile(r"(?<!\w)(?:a|an|the|le|la|l'|un|une|el|una)\s?(?:[\w-]+ ){0,2}$")
_MANY = ("s", "x", "men", "staff", "personnel", "personal", "equipe", "equipo", "funcionariado", "personal de")
_TOLD_TO = re.compile(r"(?<!\w)(?:told|tells|confie a|dit a|dijo a|a declare a)(?: the| la| l'|l)?\s?$")
"""Before the newspaper or agency that a person speaks to."""
_IN_CAPITALS = re.compile(r"[A-ZÀ-Þ]{4,} $")
"""Before an acronym that is none, since all is written so."""
_AREA = re.compile(
    r"(?:region|district|commune|county|province|provincia|comuna|gouvernorat)(?: \w+)? d[e'u]l? ?"
    r"|departamento de (?!.* )(?!\w+ci?on$)"
    r"|\w+ (?:region|district|county|province)$"
)


@cache
def _people_before(language: str) -> re.Pattern[str]:
    """A noun of people, a few words that describe them, and a preposition, just before a name."""
    w = words(language)
    return re.compile(
        rf"(?<!\w)(?P<noun>{w.any_of('people_nouns')})(?!\w)(?:[ -][\w'-]+){{0,4}}?"
        rf"[ ,]+(?:{w.any_of('participants_from')})(?:\s?(?:{w.any_of('determiners')}))?\s?$"
    )


def find_beneficiary_agencies(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Agencies under nouns of people ("officers of the Department"), units after a colon, and those joined to them."""
    if not known.value("is_workshop"):
        return
    entities = Entities(marks.agencies)
    taken: list[str] = []
    for agency in _agencies(marks, known):
        fullest = entities.fullest(agency)
        is_funder = any(same_agency(fullest.full_name, name) for name in known.values("funders"))
        if is_funder or not _is_listed(marks, fullest) or any(same_agency(fullest.full_name, name) for name in taken):
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
    for sentence in marks.scope.told:
        if _is_attribution(marks, sentence):
            continue
        inside = marks.agencies_in(sentence.start, sentence.end)
        for agency in inside:
            if (
                agency.start in taken
                or zones[agency.start]
                or not marks.scope.is_told(agency.start)
                or not _has_people_before(marks, agency, sentence.start)
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
    return sorted([*found, *_of_quoted_participants(marks, known, found)], key=lambda a: a.start)


def _is_guest(marks: Marks, agency: AgencyMention) -> bool:
    """Whether a sentence on trainers or on the opening names the agency."""
    sentence = marks.article.sentence_at(agency.start)
    if sentence is None or trainer_zones(marks)[agency.start]:
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
    ]


def _is_attribution(marks: Marks, sentence: Sentence) -> bool:
    """Whether a sentence is direct speech with the words that say whose."""
    return any(
        marks.scope.is_speech(place)
        for place in (sentence.start, sentence.end - 2, (sentence.start + sentence.end) // 2)
    )


def _has_people_before(marks: Marks, agency: AgencyMention, floor: int) -> bool:
    low, w = marks.article.low, marks.words
    if _is_counted(marks, agency, floor):
        return True
    before = low[max(floor, agency.start - _REACH) : agency.start]
    before = _BRACKETS.sub(lambda found: " " * len(found[0]), before)
    opening_of = agency.start - len(before)
    m = _people_before(marks.language).search(before)
    while m is not None and _is_function(marks, opening_of + m.start("noun"), m.group("noun"), floor):
        m = _people_before(marks.language).search(before, m.end("noun"))
    if m is not None:
        noun = m.group("noun")
        is_expert = w.has(noun, "expert_nouns") and not w.has(noun, "participant_word")
        is_expert = is_expert and not _are_many(marks, opening_of + m.start("noun"))
        opening = before[max(0, m.start() - 30) : m.start()].rstrip()
        is_expert = is_expert and not any(a.end() >= len(opening) - 4 for a in w.pattern("audience").finditer(opening))
        return not is_expert and not w.pattern("guests").search(low, floor, agency.start)
    sends = re.compile(rf"(?:{w.any_of('comes_from')})[^.;:]{{0,25}}$").search(before)
    return sends is not None


def _is_counted(marks: Marks, agency: AgencyMention, floor: int) -> bool:
    """Whether a number or "the rest" and a preposition stand right before: "twelve from the Bank, others from ..."."""
    low = marks.article.low
    start = max(floor, agency.start - 45)
    number = next(iter(marks.numbers_in(start, agency.start)[-1:]), None)
    if (
        number is not None
        and number.value <= _MOST_OF_AN_AGENCY
        and _COUNTED_FROM.fullmatch(low, number.end, agency.start)
        and (number.start == floor or _BEFORE_COUNT.search(low, max(floor, number.start - 12), number.start))
    ):
        return not any(day.start <= number.start < day.end for day in marks.dates_in(start - 40, agency.start))
    rest = re.compile(_OTHERS).search(low, start, agency.start)
    return rest is not None and _COUNTED_FROM.fullmatch(low, rest.start(), agency.start) is not None


def _are_many(marks: Marks, place: int) -> bool:
    """Whether a number above nine stands right before: so many teachers are taught, and do not teach."""
    return any(n.value > _MOST_TEACHERS and n.end + 1 == place for n in marks.numbers_in(place - 20, place))


def _is_function(marks: Marks, place: int, noun: str, floor: int) -> bool:
    """Whether a noun of people stands for one in office: "Senior Officer of the Centre", "le représentant du"."""
    opens = place == floor or re.search(r"[–—-]\s$", marks.article.text[max(floor, place - 2) : place]) is not None
    if marks.article.text[place].isupper() and not opens:
        return True
    if not noun.endswith(_MANY) and marks.words.has(noun, "function_title_words"):
        return True
    before = marks.article.low[max(floor, place - 30) : place]
    return not noun.endswith(_MANY) and _ONE_PERSON.search(before) is not None


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


def _of_quoted_participants(marks: Marks, known: PressFacts, found: list[AgencyMention]) -> list[AgencyMention]:
    """The agencies in the functions of quoted persons whom the text calls participants."""
    more = []
    for finding in known.items("quotes"):
        title, speaker = finding.value["title"], finding.value["speaker"]
        if not title or not speaker:
            continue
        place = marks.article.text.find(speaker)
        sentence = marks.article.sentence_at(place) if place >= 0 else None
        if sentence is None:
            continue
        national = [a for a in marks.agencies_in(sentence.start, sentence.end) if a.is_certain]
        national = [a for a in national if not _TOLD_TO.search(marks.article.low, max(0, a.start - 14), a.start)]
        if marks.words.pattern("took_part").search(marks.article.low, sentence.start, sentence.end):
            more += [a for a in national if a not in found]
        elif _speaks_as_trained(marks, known, finding):
            taken = [*known.values("organisers"), *known.values("partners")]
            more += [a for a in national if a not in found and not any(same_agency(a.full_name, t) for t in taken)]
    return more


def _speaks_as_trained(marks: Marks, known: PressFacts, quote: Finding) -> bool:
    """Whether a speaker, no expert, tells in the first person what the training did: "I have learnt ..."."""
    if any(quote.value["speaker"] == expert["name"] for expert in known.values("experts")):
        return False
    start = marks.article.text.find(quote.value["text_start"])
    said = marks.article.low[start : start + _SPEECH_REACH].split("\n")[0] if start >= 0 else ""
    return marks.words.pattern("speaks_of_self").search(said) is not None


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
    low = agency.name.casefold()
    if _AREA.match(fold_in_place(low)):
        return False
    return (
        (agency.is_certain or _is_of_letters(marks, agency))
        and not marks.words.pattern("governments").match(fold_in_place(low))
        and len(agency.name) > 2
    )
