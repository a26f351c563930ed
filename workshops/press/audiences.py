"""Whom an event is for, and who is said to attend it: phrases that no number counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshops.press.attending import verbs_before_subject
from workshops.press.entities import SMALL_WORDS
from workshops.press.facts import Span
from workshops.press.headcounts import is_in_date, is_of_time
from workshops.press.marks import Marks
from workshops.press.people_phrases import FINITE, phrase_from
from workshops.press.words import worded

_SUBJECT_REACH, _SAYS_ENOUGH = 300, 3
_SENTENCES, _OPENING_SENTENCES = 10, 3
_TO_TRAINERS, _NOUN_REACH, _LATER_REACH, _VERB_REACH, _DATE_REACH = 6, 40, 24, 60, 3
_LISTED = worded(lambda w: rf"(?<!\w){w.any_of('participants_listed')}")
"""Who the participants are, said as a sentence of its own: "Participants in the workshop included lawyers and ..."."""
_SAID_AHEAD = worded(lambda w: rf"(?<!\w){w.any_of('participants_label')} ?: (?P<who>[^.;:\n]{{4,160}})")
"""Who takes part, named like a line of a form: "Participants: airport officers"."""
_APPOSED = worded(lambda w: rf"(?<!\w){w.any_of('participants_label')}, (?:{w.any_of('mostly', 'all_of')} )+(?=\w)")
"""Who most participants are, set off by a comma: "Participants, mostly local officials, ..."."""
_TO_WHOM = worded(
    lambda w: (
        rf"(?:,[^,.;:]{{3,80}},| {w.any_of('opens_when_where', 'by_whom')} [^,.;:]{{3,60}}?)?"
        rf" {w.any_of('to_whom')} (?=\w)"
    )
)
"""Between "was given" and those to whom it was: ", at the College in Kabwe, to"."""
_TO = worded(lambda w: rf" {w.any_of('to_whom')} (?:{w.any_of('determiners')} )?(?=\w)")
_SMALL = worded(lambda w: rf"\s?(?:{w.any_of('determiners', 'chain_words')}(?:\s|(?<=')|(?!\w))){{0,3}}")


def named(marks: Marks, phrase: Span) -> set[str]:
    """The words of weight of a phrase, without countries; of "experts from 17 administrations" the first alone."""
    number = next(iter(marks.numbers_in(*phrase)), None)
    tokens = marks.tokens_in(phrase[0], number.start if number else phrase[1])
    countries = [(c.start, c.end) for c in marks.countries_in(*phrase)]
    return {t.low for t in tokens if t.is_word and not any(a <= t.start < b for a, b in countries)} - SMALL_WORDS


def audience(marks: Marks, *only: tuple[str, ...]) -> Span | None:
    """The people after "aimed at", "destiné aux", or who are said to attend; `only` names the lists to look at."""
    if (found := next(audiences(marks, *only), None)) or only:
        return found
    first = marks.scope.told[0] if marks.scope.told else None
    nouns = marks.words.pattern("people_nouns").finditer(marks.article.low, first.start, first.end) if first else ()
    lone = next((noun for noun in nouns if not marks.agencies_around(noun.start())), None)
    if first is None or lone is None:
        return None
    return phrase_from(marks, _noun_phrase_start(marks, lone.start(), first.start), lone.end())


def audiences(marks: Marks, *only: tuple[str, ...]) -> Iterator[Span]:
    """All such phrases, those whom the event is for first; those that are counted, which may be others, last."""
    w, low = marks.words, marks.article.low
    counted: list[Span] = []
    if said := _SAID_AHEAD(marks.language).search(low):
        yield said.span("who")
    if phrase := _said_of_participants(marks) or _apposed_to_participants(marks) or _inverted(marks):
        yield phrase
    yield from _receivers(marks)
    if not only and (phrase := subject_of_lead(marks)):
        yield phrase
    for names in only or (("aimed_at",), ("people_verbs",)):
        is_before = names != ("aimed_at",)
        for sentence in marks.scope.told[:_SENTENCES]:
            for m in w.pattern(*names).finditer(low, sentence.start, sentence.end):
                if not marks.scope.is_told(m.start()) or marks.agencies_around(m.start()) or _is_later(marks, m):
                    continue
                found = (
                    _subject(marks, sentence.start, m.start()) if is_before else _after(marks, m.end(), sentence.end)
                )
                if not found or not _is_of_pupils(marks, m, found, is_before=is_before):
                    continue
                noun = w.pattern("people_nouns").search(low, *found)
                number = next(iter(marks.numbers_in(found[0], noun.start() if noun else found[0])), None)
                if w.pattern("plain_people").fullmatch(low, *found):
                    counted.append(found)
                elif number is None:
                    yield found
                elif number.end + 1 < found[1]:
                    counted.insert(0 if is_before else len(counted), (number.end + 1, found[1]))
    yield from counted


def subject_of_lead(marks: Marks) -> Span | None:
    """Who is said at the very start to attend the event that the sentence names, if that says more than a word."""
    sentences = marks.scope.told[:_OPENING_SENTENCES]
    lead = next((s for s in sentences if marks.scope.names_event(s.start, s.end)), None)
    event = marks.scope.first_event(lead.start, lead.end) if lead else None
    if lead is None or event is None:
        return None
    low, w = marks.article.low, marks.words
    span = lead.start, event.start
    verb = w.pattern("people_verbs").search(low, *span) or FINITE(marks.language).search(low, *span)
    phrase = _subject(marks, lead.start, verb.start()) if verb else None
    if phrase is None or len(named(marks, phrase)) < _SAYS_ENOUGH:
        return None
    if any(not is_in_date(marks, n) and not is_of_time(marks, n) for n in marks.numbers_in(lead.start, phrase[0])):
        return None
    return None if w.pattern("expert_nouns").search(low, *phrase) else phrase


def _is_of_pupils(marks: Marks, m: re.Match[str], phrase: Span, *, is_before: bool) -> bool:
    """Whether a phrase says who takes part: no trainers, nor what a training of trainers is called."""
    low, w = marks.article.low, marks.words
    trainer = w.pattern("expert_nouns").search(low, phrase[0] if is_before else m.end(), phrase[1])
    if trainer is not None and is_before or w.pattern("says_little").match(low, phrase[0]):
        return False
    is_training = w.pattern("training_words").match(m.group()) is not None
    return trainer is None or not is_training or trainer.start() - m.end() > _TO_TRAINERS


def _is_later(marks: Marks, m: re.Match[str]) -> bool:
    """Whether a word of teaching tells whom those who learned will teach: "they will in turn train 600 recruits"."""
    if not marks.words.pattern("training_words").match(m.group()):
        return False
    before = marks.article.low[max(0, m.start() - _LATER_REACH) : m.end() + 1]
    return marks.words.pattern("beyond_event").search(before) is not None


def _receivers(marks: Marks) -> Iterator[Span]:
    """ "The course was given, at the College in Kabwe, to wardens of ...": to whom the event was given."""
    low = marks.article.low
    for sentence, m in marks.told("given_to"):
        to = _TO_WHOM(marks.language).match(low, m.end(), sentence.end) or _behind_event(marks, m.end(), sentence.end)
        noun = marks.words.pattern("people_nouns").search(low, to.end(), to.end() + _NOUN_REACH) if to else None
        if (
            to
            and noun
            and not re.search(r"[.,;:]", low[to.end() : noun.start()])
            and not marks.numbers_in(*noun.span())
            and not any(d.end > to.end() for d in marks.dates_in(m.end(), noun.start()))  # "held from 5 to 7 June"
        ):
            yield phrase_from(marks, to.end(), noun.end())


def _behind_event(marks: Marks, place: int, end: int) -> re.Match[str] | None:
    """The "to" behind what was given: "imparte un curso de interdicción a oficiales de ..."."""
    low = marks.article.low
    event = marks.scope.first_event(place, min(end, place + _NOUN_REACH))
    if event is None or re.search(r"[.,;:]", low[place : event.start]):
        return None
    mark = re.compile(r"[.,;:]").search(low, event.end, end)
    return next(
        (
            to
            for to in _TO(marks.language).finditer(low, event.end, mark.start() if mark else end)
            if marks.words.pattern("people_nouns").match(low, to.end())
        ),
        None,
    )


def _said_of_participants(marks: Marks) -> Span | None:
    for sentence in marks.scope.told:
        m = _LISTED(marks.language).search(marks.article.low, sentence.start, sentence.end)
        if m is None or not marks.scope.is_told(m.start()):
            continue
        noun = marks.words.pattern("people_nouns").search(marks.article.low, m.end(), min(sentence.end, m.end() + 35))
        is_part = noun is not None and marks.words.pattern("of_a_sex").match(marks.article.low, noun.start())
        if noun and not is_part and not re.search(r"[.,;:]", marks.article.low[m.end() : noun.start()]):
            return phrase_from(marks, m.end(), noun.end())
    return None


def _inverted(marks: Marks) -> Span | None:
    """ "Y ont participé des inspecteurs de ...", "Asistieron fiscales y peritos": the subject behind its verb."""
    if marks.language == "en":
        return None
    low = marks.article.low
    for sentence, verb in verbs_before_subject(marks):
        end = min(sentence.end, verb.end() + _VERB_REACH)
        noun = marks.words.pattern("people_nouns").search(low, verb.end(), end)
        if noun is None or re.search(r"[.;:]", low[verb.end() : noun.start()]):
            continue
        if not marks.numbers_in(verb.end(), noun.start()):
            return phrase_from(marks, _noun_phrase_start(marks, noun.start(), verb.end()), noun.end())
    return None


def _apposed_to_participants(marks: Marks) -> Span | None:
    for sentence in marks.scope.told:
        m = _APPOSED(marks.language).search(marks.article.low, sentence.start, sentence.end)
        noun = m and marks.words.pattern("people_nouns").search(marks.article.low, m.end(), m.end() + _NOUN_REACH)
        if m and noun and not re.search(r"[.,;:]", marks.article.low[m.end() : noun.start()]):
            return phrase_from(marks, m.end(), noun.end())
    return None


def _after(marks: Marks, place: int, end: int) -> Span | None:
    low = marks.article.low
    skip = _SMALL(marks.language).match(low, place, end)
    start = skip.end() if skip else place
    noun = marks.words.pattern("people_nouns").search(low, start, min(end, start + 70))
    if noun is None or re.search(r"[.,;:]", low[start : noun.start()]):
        return None
    if days := [day.end for day in marks.dates_in(max(0, place - _DATE_REACH), noun.start()) if day.end > place]:
        start = _noun_phrase_start(marks, noun.start(), days[-1])  # "a réuni du 4 au 6 mai 2023 des juges"
    if marks.words.pattern("plain_verbs", "organise_active", "gathers").search(low, start, noun.start()):
        return None  # "formation de l'OIT a rassemblé des inspecteurs": another subject stands between
    return phrase_from(marks, start, noun.end())


def _subject(marks: Marks, start: int, verb: int) -> Span | None:
    w, low = marks.words, marks.article.low
    nouns = [m for m in w.pattern("people_nouns").finditer(low, max(start, verb - _SUBJECT_REACH), verb)]
    if not nouns:
        return None
    begin = _noun_phrase_start(marks, nouns[0].start(), start)
    return phrase_from(marks, begin, nouns[0].end())


def _noun_phrase_start(marks: Marks, noun: int, floor: int) -> int:
    before = list(re.compile(r"[\w'-]+").finditer(marks.article.low, max(floor, noun - 60), noun))
    start = noun
    for m in reversed(before):
        if (
            re.search(r"[^\w\s'-]", marks.article.low[m.end() : start])
            or m.group()[0] in "-0123456789"
            or (
                marks.words.has(m.group(), "determiners", "clause_prepositions", "plain_verbs", "not_agency_start")
                and not marks.words.has(m.group(), "and")
            )
        ):
            break
        start = m.start()
    return start
