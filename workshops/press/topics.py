"""What is taught or discussed: three to six short phrases of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from workshops.domain.folding import fold
from workshops.press.article import Sentence
from workshops.press.datelines import behind_dateline
from workshops.press.entities import SMALL_WORDS
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.scope import EVENT_NOUNS
from workshops.press.subject_phrases import LONGEST, members, phrases
from workshops.press.words import words

MOST_TOPICS = 6
_ENOUGH, _SURE = 4, 2.0
"""With so many topics told surely, speech adds none."""
_ABOUT_REACH = 200
_SUBJECT_REACH, _AT_START, _LISTED = 70, 6, 3
_LIST_AND_COLON = re.compile(r"(?=[^,:]{4,90},[^,:]{4,90},)[^.:;«»“”()\d]{20,300} ?:(?= [a-z])")
"""A list from the start of a sentence to a colon: "Newcastle, fiebre aftosa y brucelosis: de todas se habló"."""
_COLON_AND_LIST = re.compile(r" ?: (?=[^:;.«»“”()\d]{4,90},[^:;.«»“”()\d]{4,})")
_BULLETS = re.compile(r":(?P<list>(?: [•·*–-] [^•·*\n]{4,160}?(?=[;.,]? [•·*–-] |[.;]?\n|[.;]?$|\. )[;.,]?){2,})")
_HEAD_OF_ENTRY = re.compile(r" [•·*] (?P<head>(?:(?! [–-] )[^•·*\n.;:]){4,120})")


@cache
def _opens_title(language: str) -> re.Pattern[str]:
    """The noun of the event at the start of what it is called, and the preposition before the subject."""
    w = words(language)
    of = rf"{w.any_of('of_event')}(?:\s|(?<='))(?:{w.any_of('articles')}\s)?"
    return re.compile(rf"{w.any_of(*EVENT_NOUNS)}(?: [\w-]+)? {of}")


def find_topics(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Phrases after the words that open a subject ("sessions dealt with", "portant sur"), enumerations first."""
    if not known.value("is_workshop"):
        return
    chosen: list[tuple[int, int, float]] = []
    keys: list[set[str]] = []
    laws = [span for law in known.items("legal_references") for span in law.spans]
    candidates = list(_candidates(marks))
    if len({end for _, end, weight in candidates if weight >= _SURE}) < _ENOUGH:
        candidates += _spoken(marks)
    candidates = candidates or list(_in_headline(marks))
    for start, end, weight in sorted(candidates, key=lambda c: (-c[2], c[0])):
        key = set(fold(marks.text(start, end)).split()) - SMALL_WORDS
        first, last = marks.article.original(start, end)
        is_law = any(a <= first and last <= b for a, b in laws)
        if not key or is_law or any(len(key & other) > 0.5 * min(len(key), len(other)) for other in keys):
            continue
        keys.append(key)
        chosen.append((start, end, weight))
        if len(chosen) == MOST_TOPICS:
            break
    for index, (start, end, weight) in enumerate(sorted(chosen)):
        confidence = min(0.8, 0.4 + weight / 10)
        yield marks.finding("topics", marks.text(start, end), confidence, (start, end), "subject of the event", index)


def _candidates(marks: Marks) -> Iterator[tuple[int, int, float]]:
    """(start, end, weight) of each phrase. A strong opener weighs more, and so does a long enumeration."""
    w, low = marks.words, marks.article.low
    openers = ((w.pattern("topic_strong"), 4.0), (w.pattern("topic_weak"), 2.0))
    for number, sentence in enumerate(marks.scope.told):
        names_event = marks.scope.names_event(sentence.start, sentence.end)
        for opener, base in openers:
            for m in opener.finditer(low, sentence.start, sentence.end):
                if not _may_open(marks, m.start()):
                    continue
                about_project = not names_event and w.pattern("project_subject").search(low, sentence.start, m.start())
                spans = list(phrases(marks, m.end(), sentence.end))
                is_place = w.has(m.group().rpartition(" ")[2], "in_area")  # "training in Nairobi"
                if is_place and marks.text(m.end(), m.end() + 2).strip().isupper():
                    continue
                for start, end in spans:
                    weight = base + _strength(marks, spans, (start, end)) - 0.1 * number
                    yield start, end, weight - 2.0 * bool(about_project)
        yield from _about_event(marks, sentence)
        yield from _worked_on(marks, sentence)
        yield from _listed_behind_about(marks, sentence)
        yield from _listed_before(marks, sentence)
        yield from _behind_colon(marks, sentence)
        yield from _entries(marks, sentence)
    yield from _titles_of_event(marks)


def _spoken(marks: Marks) -> Iterator[tuple[int, int, float]]:
    """What somebody who is quoted says of the event from the start: "This workshop will help us to read maps"."""
    w, low = marks.words, marks.article.low
    for quote in marks.speeches:
        if w.pattern("event_in_speech").search(low, quote.start, min(quote.end, quote.start + 40)):
            for m in w.pattern("topic_weak").finditer(low, quote.start, quote.end):
                spans = list(phrases(marks, m.end(), quote.end))
                for start, end in spans:
                    yield start, end, 1.2 + _strength(marks, spans, (start, end))


def _about_event(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """What follows the event's "on", whoever it is for: "a workshop for judges from four towns on asylum"."""
    event = marks.scope.first_event(sentence.start, sentence.end)
    if event is None:
        return
    reach = min(sentence.end, event.end + _ABOUT_REACH)
    for m in marks.words.pattern("topic_about").finditer(marks.article.low, event.end, reach):
        spans = list(phrases(marks, m.end(), sentence.end)) if _may_open(marks, m.start()) else []
        yield from ((start, end, 3.0 + _strength(marks, spans, (start, end))) for start, end in spans)
        if spans:
            return


def _worked_on(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """What those who learn or teach do something with: "the class weighed the admissibility of proofs".

    Such a verb alone tells little ("the ministry examined the bill"): it counts behind somebody who learns or teaches,
    or at the start of a sentence; from anybody else it takes a list.
    """
    low = marks.article.low
    for m in marks.words.pattern("topic_verbs").finditer(low, sentence.start, sentence.end):
        if not _may_open(marks, m.start()):
            continue
        spans = list(phrases(marks, m.end(), sentence.end))
        before = max(sentence.start, m.start() - _SUBJECT_REACH)
        is_learner = m.start() < sentence.start + _AT_START or (
            marks.words.pattern("topic_doers", "people_nouns").search(low, before, m.start()) is not None
            or marks.scope.names_event(sentence.start, m.start())
        )
        if is_learner or marks.people_in(before, m.start()) or len(spans) >= _LISTED:
            yield from ((start, end, 2.5 + _strength(marks, spans, (start, end))) for start, end in spans)


def _listed_behind_about(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """Three or more subjects behind "on", whatever the verb: "ont insisté sur la rage, la biosécurité et le froid"."""
    low = marks.article.low
    last_comma = low.rfind(",", sentence.start, sentence.end)
    for m in marks.words.pattern("topic_about").finditer(low, sentence.start, max(sentence.start, last_comma)):
        spans = list(phrases(marks, m.end(), sentence.end)) if _may_open(marks, m.start()) else []
        if len(spans) >= _LISTED:
            yield from ((start, end, 2.5 + _strength(marks, spans, (start, end))) for start, end in spans)


def _listed_before(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """Subjects listed from the start of a sentence: "Contact tracing and the cold chain were on the agenda"."""
    m = marks.words.pattern("topic_after").search(marks.article.low, sentence.start, sentence.end)
    m = m or _LIST_AND_COLON.match(marks.article.low, sentence.start, sentence.end)
    if m is None or not _may_open(marks, m.start()):
        return
    end = m.start() if m.start() > sentence.start else m.end() - 1
    spans = list(phrases(marks, behind_dateline(marks, sentence), end))
    opener = marks.words.pattern("topic_strong")
    for start, end in (span for span in spans if not opener.match(marks.article.low, *span)):  # "modules on custody"
        yield start, end, 4.0 + _strength(marks, spans, (start, end))


def _behind_colon(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """Three or more subjects listed behind a colon, whatever they are called: "cases from real files: visas, ..."."""
    for m in _COLON_AND_LIST.finditer(marks.article.low, sentence.start, sentence.end):
        spans = list(phrases(marks, m.end(), sentence.end)) if _may_open(marks, m.start()) else []
        if len(spans) >= _LISTED and marks.text(m.end(), m.end() + 1).islower():
            yield from ((start, end, 2.5 + _strength(marks, spans, (start, end))) for start, end in spans)


def _entries(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """The entries of a list with bullets behind a colon; of longer ones what stands before a dash or a full stop."""
    low = marks.article.low
    colon = low.find(": ", sentence.start, sentence.end)
    m = _BULLETS.match(low, colon) if colon >= 0 else None
    if m is None:
        return
    end = marks.article.body[sentence.paragraph].end
    heads = [head.span("head") for head in _HEAD_OF_ENTRY.finditer(low, colon, end)]
    lists = heads if len(heads) > 1 else [m.span("list")]
    spans = [span for start, end in lists for span in members(marks, start, end)]
    for start, end in spans:
        yield start, end, 4.0 + _strength(marks, spans, (start, end))


def _titles_of_event(marks: Marks) -> Iterator[tuple[int, int, float]]:
    """What an event is called, in quotation marks right after its noun: "seminario «Censos y fronteras»"."""
    opens = _opens_title(marks.language)
    for event in marks.scope.events:
        for quote in marks.quotes_around(event.end + 2):
            if quote.outer[0] <= event.end + 2 and marks.text(quote.start, quote.end).count(" ") < LONGEST:
                opening = opens.match(marks.article.low, quote.start, quote.end)
                yield opening.end() if opening else quote.start, quote.end, 4.0


def _in_headline(marks: Marks) -> Iterator[tuple[int, int, float]]:
    """What the headline says that people learn: "officers sharpen skills in risk management"."""
    title = marks.article.title
    if title is None:
        return
    for name in ("topic_strong", "topic_weak"):
        for m in marks.words.pattern(name).finditer(marks.article.low, title.start, title.end):
            is_place = marks.text(m.end(), m.end() + 2).strip().isupper()
            spans = [] if is_place or marks.agencies_around(m.start()) else list(phrases(marks, m.end(), title.end))
            yield from ((start, end, 2.0 + _strength(marks, spans, (start, end))) for start, end in spans)


def _strength(marks: Marks, spans: list[tuple[int, int]], span: tuple[int, int]) -> float:
    """What the length of the enumeration and of the phrase itself add: the more specific, the better."""
    return 0.25 * min(len(spans), 5) + 0.15 * min(len(marks.text(*span).split()), 8)


def _may_open(marks: Marks, place: int) -> bool:
    """Not inside speech, the name of an agency, or a name in quotation marks."""
    if not marks.scope.is_told(place) or marks.agencies_around(place):
        return False
    return not any(q.start <= place < q.end for q in marks.quotes_around(place))
