"""Agencies that are themselves said to take part, and those that a list of the bodies present names.

"The Revenue Authority and the Coast Guard took part", "Participating institutions were ...", "officers of several
agencies, namely ...", and the list that goes on behind "officers of the Police".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.chains import chain_after, joined
from workshops.press.entities import same_agency
from workshops.press.facts import PressFacts
from workshops.press.marks import Marks
from workshops.press.roles import holders_before
from workshops.press.words import worded

_PEOPLE_REACH = 90
_EVENT_REACH = 150
_LONGEST_GAP = 100
_OTHER_MEMBER = re.compile(r"(?:\([^()]{0,20}\))?,?(?: [\w'()-]+,?){1,12} ?")
"""What can stand between two agencies of a list: a member that is none by name, as in "X, the customs and Y"."""
_FUNCTION_REACH = 90
_ENDS_FUNCTION = re.compile(r"[.;:()]")
_FRONT, _NUMBER_REACH = 80, 20
_DATELINE = re.compile(r"[^.;\n]{3,70}? - ")
_FRONTED = worded(lambda w: rf"(?:{w.any_of('fronted')})?(?:{w.any_of('before_inverted')})?")
"""What may open a sentence before a verb that its subject follows."""
_GOVERNED = worded(lambda w: rf"(?<!\w){w.any_of('governs')}(?: {w.any_of('articles')})? ?$")
"""A preposition before a name, which then is not the subject of the verb before it."""


def attending(marks: Marks, known: PressFacts) -> Iterator[AgencyMention]:
    """Subjects of "took part", objects of "brought together", and lists of the bodies present.

    Who organises, helps or pays is left out here: that body takes part in another way.
    """
    yield from _sending_their_own(marks)
    others = in_charge(known)
    entities = marks.entities
    leaders = _heads_of_delegation(marks) if known.value("event_type") == "study_visit" else ()
    for agency in (*_subjects(marks), *_objects(marks), *_present(marks), *leaders, *_served(marks)):
        name = entities.fullest(agency).full_name
        if not any(same_agency(name, other) for other in others):
            yield agency


def in_charge(known: PressFacts) -> list[str]:
    """The names of those who organise, help or pay."""
    return [*known.values("organisers"), *known.values("partners"), *known.values("funders")]


def _subjects(marks: Marks) -> Iterator[AgencyMention]:
    for holder in holders_before(marks, "bodies_attend", needs_object=False):
        sentence = marks.article.sentence_at(holder.trigger[0])
        if sentence is not None and _is_of_event(marks, sentence, holder.trigger):
            yield holder.agency
    if marks.language != "en":
        yield from _inverted(marks)


def verbs_before_subject(marks: Marks) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Verbs of taking part at the front of their sentences: "Y ont participé", "Al taller asistieron"."""
    low = marks.article.low
    for sentence, verb in marks.told("bodies_attend"):
        dateline = _DATELINE.match(low, sentence.start, verb.start())
        start = dateline.end() if dateline else sentence.start
        if verb.start() - start <= _FRONT and _FRONTED(marks.language).fullmatch(low, start, verb.start()):
            yield sentence, verb


def _inverted(marks: Marks) -> Iterator[AgencyMention]:
    """ "Ont pris part à la formation le ministère et la Cour", "Al encuentro asistieron la Junta y el Consejo"."""
    for sentence, verb in verbs_before_subject(marks):
        chain = chain_after(marks, _behind_event(marks, verb.end(), sentence.end), sentence.end)
        if chain and not _is_governed(marks, chain[0], verb.end()) and _is_of_event(marks, sentence, verb.span()):
            yield from rest_of_list(marks, chain[0], sentence.end)


def _behind_event(marks: Marks, place: int, end: int) -> int:
    """Where the subject can begin that follows its verb, the event and its days: "Participaient à l'atelier de Kribi,
    du 6 au 8 juillet, le ministère".
    """
    days = [day.end for day in marks.dates_in(place, min(end, place + _LONGEST_GAP))]
    comma = marks.article.low.startswith(", ", days[-1]) if days else False
    return days[-1] + 2 if comma else place


def _is_governed(marks: Marks, agency: AgencyMention, floor: int) -> bool:
    """Whether a preposition stands before a name, or words of another role between the verb and the name."""
    low = marks.article.low
    between = low[floor : agency.start]
    return (
        _GOVERNED(marks.language).search(between) is not None
        or marks.words.pattern("organise_passive", "partner_before", "people_nouns").search(between) is not None
    )


def _is_of_event(marks: Marks, sentence: Sentence, verb: tuple[int, int]) -> bool:
    """Whether what is taken part in is the event, and not by those who teach it."""
    low, w = marks.article.low, marks.words
    end = min(sentence.end, verb[1] + _EVENT_REACH)
    if w.pattern("expert_nouns").search(low, verb[1], end):
        return False
    ends_it = not low[verb[1] : end].strip(" .")
    is_named = marks.scope.names_event(sentence.start, sentence.end)
    return ends_it or is_named or w.pattern("event_again").search(low, sentence.start, end) is not None


def _objects(marks: Marks) -> Iterator[AgencyMention]:
    """ "The workshop brought together the Ministry of Health, the Police and the Court"."""
    for sentence, verb in marks.told("gathers_bodies"):
        chain = chain_after(marks, verb.end(), sentence.end)
        if chain and chain[0].is_certain and len(marks.article.low[verb.end() : chain[0].start].split()) < 2:
            yield from rest_of_list(marks, chain[0], sentence.end)


def _heads_of_delegation(marks: Marks) -> Iterator[AgencyMention]:
    """ "The delegation, led by Ms Lee, director of the Park Service": whose staff a study visit is led by."""
    low, w = marks.article.low, marks.words
    for sentence, led in marks.told("delegation_led"):
        leader = next(iter(marks.people_in(led.end(), sentence.end)), None)
        agencies = marks.agencies_in(leader.end, min(sentence.end, leader.end + _FUNCTION_REACH)) if leader else []
        if leader is None or not agencies:
            continue
        function = leader.end + 1, agencies[0].start
        if not _ENDS_FUNCTION.search(low, *function) and not w.pattern("and_a_person").search(low, *function):
            yield agencies[0]


def _present(marks: Marks) -> Iterator[AgencyMention]:
    """The list behind "the participating agencies are", or behind "officers of several agencies, namely"."""
    people = marks.words.pattern("people_nouns", "bodies_attend", "comes_from")
    for sentence, m in marks.told("bodies_named", "bodies_among"):
        is_of_people = people.search(marks.article.low, max(sentence.start, m.start() - _PEOPLE_REACH), m.end())
        chain = chain_after(marks, m.end(), sentence.end) if is_of_people or _says_who(marks, m) else []
        if chain and marks.scope.is_told(m.start()):
            yield from rest_of_list(marks, chain[0], sentence.end)


def _sending_their_own(marks: Marks) -> Iterator[AgencyMention]:
    """ "The Department sent 21 of its officers", "24 de ses inspecteurs": whose people a number counts."""
    for sentence, m in marks.told("of_its_own"):
        named = [a for a in marks.agencies_in(sentence.start, m.start()) if a.is_certain]
        if named and any(n.end + 1 == m.start() for n in marks.numbers_in(m.start() - _NUMBER_REACH, m.start())):
            yield named[-1]


def _served(marks: Marks) -> Iterator[AgencyMention]:
    """ "A seminar organized in Minsk by the IOM for the State Committee": the body for which the event is held."""
    for sentence, m in marks.told("held_for"):
        agency = next((a for a in marks.agencies_in(m.end(), sentence.end) if a.start <= m.end() + 1), None)
        event = marks.scope.first_event(sentence.start, m.start())
        if agency is None or event is None or not agency.is_certain:
            continue
        between = marks.article.low[event.end : m.start()].strip()
        if not between or marks.words.pattern("organise_active", "organise_passive", "held").match(between):
            yield agency


def _says_who(marks: Marks, m: re.Match[str]) -> bool:
    return marks.words.pattern("bodies_named").fullmatch(marks.article.low, *m.span()) is not None


def rest_of_list(marks: Marks, first: AgencyMention, end: int) -> list[AgencyMention]:
    """An agency and those named in the same list behind it, over members that are no names: "X, the customs and Y"."""
    chain = chain_after(marks, first.start, end) or [first]
    for agency in marks.agencies_in(chain[-1].whole_end, end):
        if not joined(marks, chain[-1].whole_end, agency.start) and not _goes_on(marks, chain[-1], agency):
            break
        chain.append(agency)
    return chain


def _goes_on(marks: Marks, last: AgencyMention, following: AgencyMention) -> bool:
    low, w = marks.article.low, marks.words
    between = low[last.whole_end : following.start]
    if len(between) > _LONGEST_GAP or _OTHER_MEMBER.fullmatch(between) is None:
        return False
    other = w.pattern("plain_verbs", "people_verbs", "organise_active", "organise_passive", "expert_nouns")
    is_joint = w.pattern("chain_joints").search(between) is not None or between.count(",") > 1
    return is_joint and not other.search(between) and not w.pattern("partner_before", "fund_before").search(between)
