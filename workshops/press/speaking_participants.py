"""The agencies of participants whom the text lets speak: ""I look at the whole page now," said Ann Lee of the ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshops.press.agencies import AgencyMention
from workshops.press.article import Sentence
from workshops.press.attending import in_charge
from workshops.press.entities import same_agency
from workshops.press.experts import trainer_zones
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.people_before import gives_event
from workshops.press.words import worded

_SPEECH_REACH = 400
_FUNCTION_REACH = 100
_TITLE_REACH = 40
_TOLD_REACH = 14
_TOLD_TO = worded(lambda w: rf"(?<!\w){w.any_of('told_to')}(?: {w.any_of('articles')})?\s?$")
"""Before the newspaper or agency that a person speaks to."""


def of_speaking_participants(marks: Marks, known: PressFacts, found: list[AgencyMention]) -> list[AgencyMention]:
    """The agencies of persons whom the text lets speak and calls participants, beyond those found already."""
    others = in_charge(known)
    more: list[AgencyMention] = []
    for finding in known.items("quotes"):
        place = marks.article.text.find(finding.value["speaker"]) if finding.value["speaker"] else -1
        sentence = marks.article.sentence_at(place) if place >= 0 else None
        if sentence is None:
            continue
        named = [a for a in _told_of(marks, sentence) if a not in found]
        if marks.words.pattern("took_part").search(marks.article.low, sentence.start, sentence.end):
            more += named
        elif finding.value["title"] and _speaks_as_trained(marks, known, finding):
            more += _without(named, others)
    return more + _without((a for a in _staff_who_speak(marks, known) if a not in (*found, *more)), others)


def _told_of(marks: Marks, sentence: Sentence) -> Iterator[AgencyMention]:
    """The agencies that a sentence surely names, but for those to which somebody speaks."""
    to, low = _TOLD_TO(marks.language), marks.article.low
    for agency in marks.agencies_in(sentence.start, sentence.end):
        if (
            agency.is_certain
            and not gives_event(marks, agency)
            and not to.search(low, max(0, agency.start - _TOLD_REACH), agency.start)
        ):
            yield agency


def _without(agencies: Iterable[AgencyMention], others: list[str]) -> list[AgencyMention]:
    return [a for a in agencies if not any(same_agency(a.full_name, other) for other in others)]


def _speaks_as_trained(marks: Marks, known: PressFacts, quote: Finding) -> bool:
    """Whether a speaker, no expert, tells in the first person what the training did: "I have learnt ..."."""
    if any(quote.value["speaker"] == expert["name"] for expert in known.values("experts")):
        return False
    start = marks.article.text.find(quote.value["text_start"])
    said = marks.article.low[start : start + _SPEECH_REACH].split("\n")[0] if start >= 0 else ""
    return marks.words.pattern("speaks_of_self").search(said) is not None


def _staff_who_speak(marks: Marks, known: PressFacts) -> Iterator[AgencyMention]:
    """Agencies behind the names of persons who say something and are called participants, or hold no high office."""
    experts = {expert["name"] for expert in known.values("experts")}
    zones = marks.once(trainer_zones)
    for sentence in marks.article.sentences:
        people = marks.people_in(sentence.start, sentence.end)
        for person, following in zip(people, [*people, None][1:], strict=True):
            end = min(following.titles_start if following else sentence.end, person.end + _FUNCTION_REACH)
            agency = next((a for a in marks.agencies_in(person.end, end) if a.is_certain), None)
            is_trainer = zones[person.start] or marks.text(person.start, person.end) in experts
            if agency is not None and not is_trainer and _is_one_of_them(marks, sentence, person, agency):
                yield agency


def _is_one_of_them(marks: Marks, sentence: Sentence, person: PersonMention, agency: AgencyMention) -> bool:
    low, w = marks.article.low, marks.words
    function = low[person.end : agency.start]
    around = low[max(sentence.start, person.titles_start - _TITLE_REACH) : agency.start]
    if w.pattern("high_functions").search(function) or w.pattern("guests", "opens_event").search(around):
        return False
    if _TOLD_TO(marks.language).search(function):
        return False
    if marks.scope.is_speech(person.start) or re.search(r"[.;:(\n]", function):
        return False
    if w.pattern("took_part").search(low, max(sentence.start, person.titles_start - _TITLE_REACH), agency.end + 60):
        return True
    speaks = w.pattern("said").search(low, sentence.start, sentence.end) is not None
    said = max(sentence.start, person.titles_start - _SPEECH_REACH)
    tells = w.pattern("speaks_of_self").search(low, said, person.titles_start)
    if tells is not None and marks.scope.is_speech(tells.start()):
        return speaks
    return speaks and w.pattern("staff_functions").search(function + " ") is not None
