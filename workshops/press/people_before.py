"""Whether a noun or a number of people stands before the name of an agency, so that they are its staff."""

from __future__ import annotations

import re

from workshops.press.agencies import AgencyMention
from workshops.press.marks import Marks
from workshops.press.words import worded

_REACH, _BELONGS_REACH = 75, 240
_MOST_TEACHERS = 9
_LONGEST_OF = 3
_EVENT_REACH, _FEW_WORDS = 60, 4
_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_ASIDE = worded(
    lambda w: (
        rf",? {w.any_of('all_told')} [^,.;:]{{1,30}}{w.any_of('a_sex')},?"
        rf"|, [^,.;:]{{1,24}}{w.any_of('all_told')} {w.any_of('a_sex')},"
    )
)
"""How many of the people are women, put between them and their agency: "38 people, among them 12 women, from"."""
_MOST_OF_AN_AGENCY = 500
_PEOPLE = worded(
    lambda w: (
        rf"(?<!\w)(?P<noun>{w.any_of('people_nouns', 'delegations')})(?!\w)(?:[ -][\w'-]+){{0,4}}?"
        rf"[ ,]+(?:{w.any_of('all_of', 'mostly')} )?(?:{w.any_of('participants_from')})"
        rf"(?:\s?(?:{w.any_of('determiners')}))?(?: [\w-]+(?: [\w-]+)?'s)?(?:\s?\d{{1,3}}[a-z]{{0,3}})?\s?$"
    )
)
"""A noun of people, a few words that describe them, and a preposition, just before a name."""
_PEOPLE_OF_NAMELESS = worded(
    lambda w: (
        rf"(?<!\w)(?P<noun>{w.any_of('people_nouns')}) +(?:{w.any_of('participants_from')})(?!\w)"
        rf"(?P<members>(?: [\w'-]+){{1,9}}(?:,(?: [\w'-]+){{1,6}})?)(?:,|,? (?:{w.any_of('chain_joints')}))"
        rf" (?:(?:{w.any_of('chain_words', 'determiners')})\s?){{0,2}}$"
    )
)
"""A noun of people, a preposition, members of a list that have no name, and the joint before the next one."""
_COUNTED_FROM = worded(
    lambda w: rf"(?:(?<!\w){w.any_of('those_left')})? {w.any_of('counted_from')}(?: {w.any_of('articles')})?\s?"
)
"""Between a number, or the word for those not yet counted, and their agency: "six from the Revenue Authority"."""
_BEFORE_COUNT = worded(lambda w: rf"(?:[,;:(]|(?<!\w){w.any_of('before_count')}) ?$")
_ONE_PERSON = worded(lambda w: rf"(?<!\w){w.any_of('for_one')}\s?(?:[\w-]+ ){{0,2}}$")
_SENDS = worded(
    lambda w: (
        rf"(?:{w.any_of('comes_from')})(?:[^.;:]{{0,25}}|(?: [\w'-]+){{1,4}} {w.any_of('of_an_office')}[^.;:,]{{0,6}})$"
    )
)
"""Where those come from, perhaps some offices of a body: "came from the district offices of the"."""
_PEOPLE_WITHOUT_VERB = worded(lambda w: rf"(?<!\w){w.any_of('people_nouns')}(?: [\w'-]+)?, {w.any_of('to_a_body')}\s?$")
"""People, a comma for the verb, and "to": ", the judges, to the"."""


def has_people_before(marks: Marks, agency: AgencyMention, floor: int) -> bool:
    """Whether people of whom the agency is said stand before it, not before `floor`: "officers of the Department"."""
    low, w = marks.article.low, marks.words
    if _is_kind_of_service(marks, agency) or gives_event(marks, agency):
        return False
    if _is_counted(marks, agency, floor):
        return True
    before = low[max(floor, agency.start - _REACH) : agency.start]
    before = _BRACKETS.sub(lambda found: " " * len(found[0]), before)
    before = _ASIDE(marks.language).sub(lambda found: " " * len(found[0]), before)
    opening_of = agency.start - len(before)
    m = _PEOPLE(marks.language).search(before)
    while m is not None and (
        marks.agencies_around(opening_of + m.start("noun"))  # "du Bureau des réfugiés (PRM) du Département"
        or _is_function(marks, opening_of + m.start("noun"), m.group("noun"), floor)
    ):
        m = _PEOPLE(marks.language).search(before, m.end("noun"))
    if m is not None:
        noun = m.group("noun")
        is_expert = w.has(noun, "expert_nouns") and not w.has(noun, "participant_word")
        is_expert = is_expert and not _are_many(marks, opening_of + m.start("noun"))
        opening = before[max(0, m.start() - 30) : m.start()].rstrip()
        is_expert = is_expert and not any(a.end() >= len(opening) - 4 for a in w.pattern("audience").finditer(opening))
        is_expert = is_expert and not any(a.end() == len(opening) for a in w.pattern("all_of").finditer(opening))
        return not is_expert and not w.pattern("guests").search(low, floor, agency.start)
    if _after_nameless(marks, before, opening_of, floor):
        return True
    sends = _SENDS(marks.language).search(before)
    if sends is not None and not marks.people_in(opening_of + sends.start(), agency.start):
        return w.pattern("money_came").search(low, floor, opening_of + sends.end()) is None
    return _belongs_too(marks, agency, floor)


def _is_kind_of_service(marks: Marks, agency: AgencyMention) -> bool:
    """Whether small letters without an article say what people do, not for whom: "officiers de police judiciaire"."""
    before = marks.tokens_in(agency.start - _LONGEST_OF, agency.start)[-1:]
    return agency.name[0].islower() and any(marks.words.has(of.low, "of_no_article") for of in before)


def gives_event(marks: Marks, agency: AgencyMention) -> bool:
    """Whether the event stands right before, as what the agency gives: "participantes en el seminario de la OMA"."""
    events = marks.scope.events_in(agency.start - _EVENT_REACH, agency.start)
    between = marks.article.low[events[-1].end : agency.start].split() if events else []
    return (
        bool(events)
        and len(between) < _FEW_WORDS
        and all(marks.words.has(w, "of", "articles", "by_whom") for w in between)
    )


def _belongs_too(marks: Marks, agency: AgencyMention, floor: int) -> bool:
    """Whether the verb stands with those before: "the clerks belong to the Registry; the judges, to the Court"."""
    low = marks.article.low
    if _PEOPLE_WITHOUT_VERB(marks.language).search(low, max(floor, agency.start - _REACH), agency.start) is None:
        return False
    earlier = low[max(0, agency.start - _BELONGS_REACH) : agency.start]
    return marks.words.pattern("belongs_to").search(re.split(r"[.\n]", earlier)[-1]) is not None


def _after_nameless(marks: Marks, before: str, start: int, floor: int) -> bool:
    """Whether a name goes on a list of bodies without names: "officers from the police, the customs and X"."""
    w = marks.words
    m = _PEOPLE_OF_NAMELESS(marks.language).search(before)
    if m is None or w.has(m["noun"], "expert_nouns") or _is_function(marks, start + m.start("noun"), m["noun"], floor):
        return False
    if any(marks.agencies_in(start + m.end("noun"), start + len(before))) or w.pattern("guests").search(before):
        return False
    small = [word for word in re.findall(r"[\w']+", m["members"]) if w.has(word, "clause_prepositions")]
    is_other = w.pattern("plain_verbs", "people_verbs", "organise_passive", "organise_active", "people_nouns", "said")
    return all(w.has(word, "of", "from") for word in small) and is_other.search(m["members"]) is None


def _is_counted(marks: Marks, agency: AgencyMention, floor: int) -> bool:
    """Whether a number or "the rest" and a preposition stand right before: "twelve from the Bank, others from ..."."""
    low = marks.article.low
    start = max(floor, agency.start - 45)
    number = next(iter(marks.numbers_in(start, agency.start)[-1:]), None)
    if (
        number is not None
        and number.value <= _MOST_OF_AN_AGENCY
        and _COUNTED_FROM(marks.language).fullmatch(low, number.end, agency.start)
        and (
            number.start == floor
            or _BEFORE_COUNT(marks.language).search(low, max(floor, number.start - 12), number.start)
        )
    ):
        return not any(day.start <= number.start < day.end for day in marks.dates_in(start - 40, agency.start))
    rest = marks.words.pattern("those_left").search(low, start, agency.start)
    return rest is not None and _COUNTED_FROM(marks.language).fullmatch(low, rest.start(), agency.start) is not None


def _are_many(marks: Marks, place: int) -> bool:
    """Whether a number above nine stands right before: so many teachers are taught, and do not teach."""
    return any(n.value > _MOST_TEACHERS and n.end + 1 == place for n in marks.numbers_in(place - 20, place))


def _is_function(marks: Marks, place: int, noun: str, floor: int) -> bool:
    """Whether a noun of people stands for one in office: "Senior Officer of the Centre", "le représentant du"."""
    opens = place == floor or re.search(r"[–—-]\s$", marks.article.text[max(floor, place - 2) : place]) is not None
    if marks.article.text[place].isupper() and not opens:
        return True
    if marks.words.has(noun, "nouns_of_many", "delegations"):
        return False
    if marks.words.has(noun, "function_title_words"):
        return True
    return _ONE_PERSON(marks.language).search(marks.article.low, max(floor, place - 30), place) is not None
