"""Who does what: agencies bound to the words that give them a role.

A role is said before its holder ("in cooperation with the Bureau", "organisé par l'Agence") or after it ("The
Bureau is organising"). Holders come in chains: "the Ministry, the Bureau and the Academy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.chains import FAR, chain_after, chain_before, joined
from workshops.press.marks import Marks
from workshops.press.words import worded

_REACH_OF_BY = 110
_REACH_OF_OBJECT = 130
_REACH_OF_PEOPLE = 45
_REACH_OF_RELATIVE = 200
_BESIDE, _TO_NEXT = 16, 6
_REACH_OF_PROJECT = 150
_BEHIND_PROJECT = re.compile(r"(?: [^,.;()]{0,90})?(?: \([^()]{2,20}\))?,? ")
_INVERTED = worded(lambda w: rf"{w.any_of('also_first')}?{w.any_of('taken_up', 'has_done')}?")
_CLOSING = '"”»’'
"""Behind a quotation a verb tells who speaks: «...», sostuvo Ana Ruiz."""
_PRONOUN_BEFORE = worded(lambda w: rf"(?:, |\(){w.any_of('taken_up')}(?=\w$)")
_WITH = worded(lambda w: rf"(?<!\w){w.any_of('with')} (?:{w.any_of('articles')}(?: |(?<=')))?")
_PARTICIPLE = worded(lambda w: rf"(?<!\w)({w.any_of('participles')}) $")
_TAKEN_UP = worded(lambda w: rf"(?<!\w){w.any_of('taken_up')}$")
_TAKES_UP = worded(lambda w: rf"(?<!\w){w.any_of('takes_up')}$")
_SUBJECT_REACH = 110
_AND_VERB = worded(lambda w: rf"(?<!\w){w.any_of('and')}\s$" if w.language == "es" else r"(?!)")
_WHO = worded(lambda w: rf",? {w.any_of('who', 'which')}(?: {w.any_of('also_has')})* $")
"""Between who acts and the verb of its relative clause: "with the Embassy, which pays"."""
_ACT_OF = worded(lambda w: w.any_of("initiatives"))
_RELATIVE = worded(lambda w: rf"(?<!\w){w.any_of('that')}")
_RELATIVE_BEFORE = worded(lambda w: rf"(?<!\w){w.any_of('that')}$")
_NO_ACT_BEFORE = worded(lambda w: rf"(?<!\w)(?:{w.any_of('reflexive')}|{w.any_of('before_noun')}\s)$")
"""Before what is held ("se desarrolló"), not who holds it, and what looks like a verb and is a noun ("el apoyo")."""


@dataclass(frozen=True)
class Holder:
    """An agency in a role, and the words that give it the role."""

    agency: AgencyMention
    trigger: tuple[int, int]


def holders_after(marks: Marks, *names: str, with_states: bool = False) -> Iterator[Holder]:
    """Agencies after the triggers of the named lists, in sentences about the event."""
    for sentence, m in marks.told(*names):
        chain = chain_after(marks, m.end(), sentence.end, with_states=with_states)
        if not chain or not _is_somebody_of(marks, m.end(), chain[0].start):
            for agency in chain:
                yield Holder(agency, m.span())


def _is_somebody_of(marks: Marks, start: int, end: int) -> bool:
    """Whether one person in office stands before the name of a body: "junto a la jefa de la Delegación"."""
    function = marks.words.pattern("function_title_words").search(marks.article.low, start, end)
    one = marks.words.pattern("for_one").match(marks.article.low, start + 1) if function else None
    return one is not None and function is not None and function.start() - one.end() <= 1


def holders_before(marks: Marks, *names: str, needs_object: bool, with_states: bool = False) -> Iterator[Holder]:
    """Agencies that are the subjects of the verbs of the named lists, in sentences about the event."""
    for sentence, m in marks.told(*names):
        before = marks.article.low[max(0, m.start() - 6) : m.start()]
        if _NO_ACT_BEFORE(marks.language).search(before):
            continue
        own = None if needs_object else antecedent(marks, sentence, m, with_states=with_states)
        if own is not None and not chain_after(marks, m.end(), sentence.end, with_states=with_states):
            yield Holder(own, m.span())  # where bodies follow, they act: "que financian A y B"
            continue
        after = marks.agencies_in(m.end(), sentence.end) if _AND_VERB(marks.language).search(before) else []
        if after and after[0].start - m.end() <= len(" los "):  # "y aportó fondos la Fundación"
            yield Holder(after[0], m.span())
            continue
        relative = marks.words.pattern("object_relative").search(marks.article.low, max(0, m.start() - 8), m.start())
        if not marks.scope.is_told(m.start()) or relative or needs_object and not takes_event(marks, m, sentence):
            continue
        for agency in chain_before(marks, sentence, m.start(), with_states=with_states):
            yield Holder(agency, m.span())


def antecedent(marks: Marks, sentence: Sentence, verb: re.Match[str], *, with_states: bool) -> AgencyMention | None:
    """The body that the relative clause of a verb belongs to, whatever governs it."""
    bodies = marks.bodies_in if with_states else marks.agencies_in
    before = bodies(max(sentence.start, verb.start() - _REACH_OF_RELATIVE), verb.start())
    who = _WHO(marks.language)
    if not before or not who.fullmatch(marks.article.low, before[-1].whole_end, verb.start()):
        return None
    return before[-1] if marks.scope.is_told(verb.start()) else None


def holders_inverted(marks: Marks, *names: str, with_states: bool = False) -> Iterator[Holder]:
    """Agencies after a verb that opens its sentence, alone or with a pronoun for its object.

    "Colaboraron la Junta y el Municipio", "Lo dicta la Agencia": Spanish puts the subject after the verb so.
    """
    if marks.language != "es":
        return
    low = marks.article.low
    for sentence in marks.scope.told:
        opening = _INVERTED(marks.language).match(low, sentence.start, sentence.end)
        m = marks.words.pattern(*names).match(low, opening.end() if opening else sentence.start, sentence.end)
        verbs = [m] if m is not None else []
        verbs += [
            verb
            for verb in marks.words.pattern(*names).finditer(low, sentence.start, sentence.end)
            if verb is not m
            and (
                low.startswith(", ", verb.start() - 2)
                and low[verb.start() - 3] not in _CLOSING
                or _is_taken_up(marks, verb, sentence)
                or _PRONOUN_BEFORE(marks.language).search(low, max(sentence.start, verb.start() - 8), verb.start() + 1)
            )
        ]
        for m in verbs:
            if marks.words.pattern("by").match(low, m.end() + 1):
                continue  # "un curso, dictado por expertos de la Junta"
            for agency in chain_after(marks, m.end(), sentence.end, with_states=with_states):
                yield Holder(agency, m.span())


def holders_and_with(marks: Marks) -> Iterator[Holder]:
    """Agencies that a further "and with" adds to those before: "in partnership with A, which hosts, and with B"."""
    for sentence, m in marks.told("partner_before"):
        again = marks.words.pattern("and_with").search(marks.article.low, m.end(), sentence.end)
        following = marks.agencies_in(again.end(), sentence.end) if again else ()
        if again is not None and following and following[0].start <= again.end() + _TO_NEXT:
            for agency in chain_after(marks, again.end(), sentence.end):
                yield Holder(agency, again.span())


def holders_with(marks: Marks) -> Iterator[Holder]:
    """Agencies right after a plain "with" behind the organising: "organised by the Bureau with the Academy"."""
    low, word, by = marks.article.low, _WITH(marks.language), marks.words.pattern("by")
    for sentence, m in marks.told("organise_active", "organise_passive"):
        beside = word.search(low, m.end(), min(sentence.end, m.end() + _REACH_OF_BY))
        if beside is None or re.search(r"[.;:,(]", low[m.end() : beside.start()]):
            continue
        if not marks.scope.names_event(m.end(), beside.start()) and not by.search(low, m.end(), beside.start()):
            continue  # what is organised so is something else
        if any(a.start == beside.end() for a in marks.agencies_in(beside.end(), sentence.end)):
            for agency in chain_after(marks, beside.end(), sentence.end):
                yield Holder(agency, (m.start(), beside.end()))


def _is_taken_up(marks: Marks, verb: re.Match[str], sentence: Sentence) -> bool:
    """Whether the event opens the sentence and a pronoun takes it up before the verb: "El curso lo dicta la Junta"."""
    low = marks.article.low
    lo = _TAKEN_UP(marks.language).search(low, max(sentence.start, verb.start() - 8), verb.start())
    floor = max(sentence.start, verb.start() - _SUBJECT_REACH)
    return lo is not None and marks.scope.names_event(floor, lo.start())


def holders_in_relative(marks: Marks, name: str) -> Iterator[Holder]:
    """Agencies after the verb of a relative clause on the event: "un taller que organizan A y B"."""
    if marks.language == "en":
        return
    for sentence in marks.scope.told:
        for m in marks.words.pattern(name).finditer(marks.article.low, sentence.start, sentence.end):
            relative = _RELATIVE_BEFORE(marks.language).search(
                marks.article.low, max(sentence.start, m.start() - 16), m.start()
            )
            floor = max(sentence.start, relative.start() - FAR) if relative else 0
            beside = (relative.start() - _BESIDE, relative.start()) if relative else (0, 0)
            if relative and (
                marks.scope.names_event(floor, relative.start())
                or marks.words.pattern("event_again").search(marks.article.low, *beside)
            ):
                for agency in chain_after(marks, m.end(), sentence.end):
                    yield Holder(agency, m.span())


def holders_by(marks: Marks, name: str, except_at: set[int]) -> Iterator[Holder]:
    """Agencies after "by" that follows a participle of the list, near or a few words later.

    `except_at` holds the ends of triggers of another role, whose "by" is taken ("organised in May and funded by").
    """
    low = marks.article.low
    for sentence, m in marks.told(name):
        is_act = _ACT_OF(marks.language).match(m.group())
        by = marks.words.pattern("of").match(low, m.end() + 1) if is_act else None
        by = by or marks.words.pattern("by").search(low, m.end(), min(sentence.end, m.end() + _REACH_OF_BY))
        if by is None or by.end() in except_at or re.search(r"[;:]", low[m.end() : by.start()]):
            continue
        chain = chain_after(marks, by.end(), sentence.end, may_be_person=True)
        if chain and _is_person(marks, by.end(), chain[0]):
            continue  # "led by Professor X of the University", "led by Ana Reis (INEM)"
        if _is_of_project(marks, sentence, m):
            continue
        if chain and marks.words.pattern("people_nouns", "expert_nouns").search(low, by.end(), chain[0].start):
            continue  # "assurée par des instructeurs de la Croix-Rouge": those act, not their agency
        if _is_by_another(marks, m.end(), by) or marks.words.pattern("tells_money").search(low, m.end(), by.start()):
            continue  # "organisée au titre du projet X, doté d'un million d'euros par l'Union"
        beside = [k for k in range(1, len(chain)) if _is_beside(marks, chain[k - 1].whole_end, chain[k].start)]
        for agency in chain[: beside[0] if beside else len(chain)]:
            yield Holder(agency, (m.start(), by.end()))


def _is_of_project(marks: Marks, sentence: Sentence, verb: re.Match[str]) -> bool:
    """Whether a project right before is what they do: "Project X, executed by UNEP", "(SC), a joint initiative of"."""
    low = marks.article.low
    is_act = _ACT_OF(marks.language).match(verb.group()) is not None
    if not is_act and marks.words.pattern("carried_projects").match(verb.group()) is None:
        return False
    floor = max(sentence.start, verb.start() - _REACH_OF_PROJECT)
    heads = list(marks.words.pattern("project_heads").finditer(low, floor, verb.start()))
    return bool(heads) and _BEHIND_PROJECT.fullmatch(low, heads[-1].end(), verb.start()) is not None


def _is_person(marks: Marks, start: int, agency: AgencyMention) -> bool:
    """Whether a person stands before an agency, or with it in brackets is taken for its name."""
    people = marks.people_in(start, agency.whole_end)
    return bool(people) and (people[0].start < agency.start or marks.article.low.startswith(" (", people[0].end))


def _is_by_another(marks: Marks, start: int, by: re.Match[str]) -> bool:
    """Whether "by" belongs to another participle: "organised in May and certified by"."""
    before = _PARTICIPLE(marks.language).search(marks.article.low, start, by.start())
    return before is not None and before.start() >= start


def _is_beside(marks: Marks, start: int, end: int) -> bool:
    """Whether "with" joins a body to the one before, so that it is no further agent: "arranged by A with B"."""
    return _WITH(marks.language).search(marks.article.low, start, end) is not None


def holders_named_as(marks: Marks, name: str) -> Iterator[Holder]:
    """Agencies right before the words that call them so: "with the Academy acting as implementing partner"."""
    for sentence, m in marks.told(name):
        earlier = marks.agencies_in(sentence.start, m.start())
        n = len(earlier) - 1
        while n >= 0 and not re.search(r"[.;:,«»\"]", marks.article.low[earlier[-1].whole_end : m.start()]):
            yield Holder(earlier[n], m.span())
            n -= 1
            if n < 0 or not joined(marks, earlier[n].whole_end, earlier[n + 1].start):
                break


def takes_event(marks: Marks, verb: re.Match[str], sentence: Sentence) -> bool:
    """Whether the object of a verb is the event: named after it, or a pronoun beside it."""
    low, w = marks.article.low, marks.words
    end = min(sentence.end, verb.end() + _REACH_OF_OBJECT)
    following = low[verb.end() : verb.end() + 6].split()
    preceding = low[max(sentence.start, verb.start() - 8) : verb.start()]
    if following and w.has(following[0], "object_pronouns") and w.language == "en":
        return True
    if _TAKES_UP(w.language).search(preceding):
        return True
    if marks.scope.names_event(verb.end(), end):
        return True
    if w.pattern("trains").fullmatch(verb.group()):
        nouns = w.pattern("people_nouns").search(low, verb.end(), min(end, verb.end() + _REACH_OF_PEOPLE))
        if nouns is not None and not re.search(r"[.,;:()]", low[verb.end() : nouns.start()]):
            return True
    if w.pattern("visit_again", "and_does_it").search(low, verb.end(), min(end, verb.end() + FAR)):
        return True
    relative = _RELATIVE(w.language).search(low, max(sentence.start, verb.start() - _REACH_OF_RELATIVE), verb.start())
    if relative and marks.scope.names_event(max(sentence.start, relative.start() - 70), relative.start()):
        return True
    return w.pattern("event_again").search(low, verb.end(), min(end, verb.end() + 60)) is not None
