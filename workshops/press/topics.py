"""What is taught or discussed: three to six short phrases of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshops.domain.folding import fold
from workshops.press.article import Sentence
from workshops.press.entities import SMALL_WORDS
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks

MOST_TOPICS = 6
_LONGEST = 12
_ENOUGH = 4
"""With so many topics told, speech adds none."""
_SHORTEST_LETTERS = 5
_FEW_WORDS, _NEAR, _ABOUT_REACH = 4, 25, 200
_LISTED = re.compile(r" ?: ?(?P<list>[^.:\n«»“”]+)")
_GOVERNED = frozenset(
    ("with", "between", "during", "for", "avec", "pendant", "entre", "pour", "con", "durante", "para")
)
_LIST_AND_COLON = re.compile(r"(?=[^,:]{4,90},[^,:]{4,90},)[^.:;«»“”()\d]{20,300} ?:(?= [a-z])")
"""A list from the start of a sentence to a colon: "Newcastle, fiebre aftosa y brucelosis: de todas se habló"."""
_BULLETS = re.compile(r":(?P<list>(?: [•·*–-] [^•·*\n]{4,160}?(?=[;.,]? [•·*–-] |[.;]?\n|[.;]?$|\. )[;.,]?){2,})")
_MEMBER = re.compile(r"[^;•·*–\s-][^;•·*–]*?(?=\s?[;•·*–]| - |$)|[^;•·*–\s-][^;•·*–]*")
_EVENT_WORDS = ("event_workshop", "event_seminar", "event_training_course", "event_conference", "event_webinar")
_OF_EVENT = r"(?:de|d'|du|des|del|sobre|en|sur|on|in|for)"
_ARTICLE = r"(?:la|las|los|el|les|le|the)"
_OTHERS = re.compile(r"(?:other|otros?|otras?|autres?|d'autres|des autres|de otros|de otras) ")
"""In "dhows and other small craft" the joint leads to no new subject."""
_AFTER_PREPOSITION = re.compile(r" (?:in|of|for|on|en|dans|de|du|des) \w+$")
_ONE_WORD = re.compile(r"\w+(?=[,.;]|$)")
"""In "losses in copra and cocoa," both words belong to the preposition."""
_DONE_BY = {
    "en": re.compile(r",? \w+ed(?: by .*)?$"),
    "fr": re.compile(r",? \w+(?:[eiu]|is|it)e?s? par .*$"),
    "es": re.compile(r",? \w+[ai]d[oa]s? por .*$"),
}
"""Who did something to a subject belongs to it no more."""
_OF = re.compile(r" ?(?:de|du|des|d'|del|a|au|aux|al|sur|sobre)(?!\w)")
_AND_OF = re.compile(rf" (?:et|y|e){_OF.pattern}")
_SHOUTED = re.compile(r"[A-ZÀ-Þ]{5,}")  # the town of a date line
_INFINITIVE = re.compile(r"\w+(?:er|ir|ar) (?:l[aeo]s? |el |l')")
_COMPLEMENT = re.compile(r"(?:\w{1,4}[ '])?\w+(?: \w+)? (?:de|des|del|d'|of) ")


def find_topics(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Phrases after the words that open a subject ("sessions dealt with", "portant sur"), enumerations first."""
    if not known.value("is_workshop"):
        return
    chosen: list[tuple[int, int, float]] = []
    keys: list[set[str]] = []
    laws = [span for law in known.items("legal_references") for span in law.spans]
    candidates = list(_candidates(marks)) or list(_in_headline(marks))
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
    told = [c for c in chosen if not marks.scope.is_speech(c[0])]
    chosen = told if len(told) >= _ENOUGH else chosen
    for index, (start, end, weight) in enumerate(sorted(chosen)):
        confidence = min(0.8, 0.4 + weight / 10)
        yield marks.finding("topics", marks.text(start, end), confidence, (start, end), "subject of the event", index)


def _candidates(marks: Marks) -> Iterator[tuple[int, int, float]]:
    """(start, end, weight) of each phrase. A strong opener weighs more, and so does a long enumeration."""
    w, low = marks.words, marks.article.low
    for number, sentence in enumerate(marks.scope.told):
        names_event = marks.scope.names_event(sentence.start, sentence.end)
        for name, base in (("topic_strong", 4.0), ("topic_weak", 2.0)):
            for m in w.pattern(name).finditer(low, sentence.start, sentence.end):
                if not _may_open(marks, m.start()):
                    continue
                about_project = not names_event and w.pattern("project_subject").search(low, sentence.start, m.start())
                spans = list(_phrases(marks, m.end(), sentence.end))
                is_place = low[m.start() : m.end()].endswith((" in", " en"))  # "training in Nairobi"
                if is_place and marks.text(m.end(), m.end() + 2).strip().isupper():
                    continue
                for start, end in spans:
                    weight = base + _strength(marks, spans, (start, end)) - 0.1 * number
                    yield start, end, weight - 2.0 * bool(about_project)
        yield from _about_event(marks, sentence)
        yield from _listed_before(marks, sentence)
        yield from _entries(marks, sentence)
    yield from _titles_of_event(marks)
    for quote in marks.speeches:  # speech repeats what is told: it counts less
        if w.pattern("event_in_speech").search(low, quote.start, min(quote.end, quote.start + 40)):
            for m in w.pattern("topic_weak").finditer(low, quote.start, quote.end):
                spans = list(_phrases(marks, m.end(), quote.end))
                for start, end in spans:
                    yield start, end, 1.2 + _strength(marks, spans, (start, end))


def _about_event(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """What follows the event's "on", whoever it is for: "a workshop for judges from four towns on asylum"."""
    event = marks.scope.first_event(sentence.start, sentence.end)
    if event is None:
        return
    reach = min(sentence.end, event.end + _ABOUT_REACH)
    for m in marks.words.pattern("topic_about").finditer(marks.article.low, event.end, reach):
        spans = list(_phrases(marks, m.end(), sentence.end)) if _may_open(marks, m.start()) else []
        yield from ((start, end, 3.0 + _strength(marks, spans, (start, end))) for start, end in spans)
        if spans:
            return


def _listed_before(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """Subjects listed from the start of a sentence: "Contact tracing and the cold chain were on the agenda"."""
    m = marks.words.pattern("topic_after").search(marks.article.low, sentence.start, sentence.end)
    m = m or _LIST_AND_COLON.match(marks.article.low, sentence.start, sentence.end)
    if m is None or not _may_open(marks, m.start()):
        return
    end = m.start() if m.start() > sentence.start else m.end() - 1
    spans = list(_phrases(marks, sentence.start, end))
    for start, end in spans:
        yield start, end, 4.0 + _strength(marks, spans, (start, end))


def _entries(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """The entries of a list with bullets behind a colon."""
    colon = marks.article.low.find(": ", sentence.start, sentence.end)
    m = _BULLETS.match(marks.article.low, colon) if colon >= 0 else None
    if m is None:
        return
    spans = list(_between(marks, m.start("list"), m.end()))
    for start, end in spans:
        yield start, end, 4.0 + _strength(marks, spans, (start, end))


def _titles_of_event(marks: Marks) -> Iterator[tuple[int, int, float]]:
    """What an event is called, in quotation marks right after its noun: "seminario «Censos y fronteras»"."""
    opens = re.compile(rf"{marks.words.any_of(*_EVENT_WORDS)}(?: [\w-]+)? {_OF_EVENT}(?:\s|(?<='))(?:{_ARTICLE}\s)?")
    for event in marks.scope.events:
        for quote in marks.quotes_around(event.end + 2):
            if quote.outer[0] <= event.end + 2 and marks.text(quote.start, quote.end).count(" ") < _LONGEST:
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
            spans = [] if is_place or marks.agencies_around(m.start()) else list(_phrases(marks, m.end(), title.end))
            yield from ((start, end, 2.0 + _strength(marks, spans, (start, end))) for start, end in spans)


def _strength(marks: Marks, spans: list[tuple[int, int]], span: tuple[int, int]) -> float:
    """What the length of the enumeration and of the phrase itself add: the more specific, the better."""
    return 0.25 * min(len(spans), 5) + 0.15 * min(len(marks.text(*span).split()), 8)


def _may_open(marks: Marks, place: int) -> bool:
    """Not inside speech, the name of an agency, or a name in quotation marks."""
    if not marks.scope.is_told(place) or marks.agencies_around(place):
        return False
    return not any(q.start <= place < q.end for q in marks.quotes_around(place))


def _phrases(marks: Marks, place: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of the enumeration at a place, cut where a clause of another kind begins."""
    low, w = marks.article.low, marks.words
    if (listed := _LISTED.match(low, place)) and (";" in listed.group() or "•" in listed.group()):
        yield from _between(marks, listed.start("list"), listed.end())
        return
    mark = re.compile(r"[.;()«»“”\"\n]|:(?! )").search(low, place, end)
    end = mark.start() if mark else end
    colon = low.find(":", place, end)
    is_before_list = 0 <= colon < place + _NEAR and "," in low[colon:end]
    if 0 <= colon < place + 4 or is_before_list:
        place = colon + 1
    elif colon >= 0:
        end = colon
    position = place
    count = 0
    joint = rf"(?:{w.any_of('topic_joints')}{'|to' * low.endswith('from', 0, place)})"  # "from A to B"
    for m in re.compile(rf",\s(?:{joint}\s)?|\s{joint}\s").finditer(low, place, end):
        if m.start() < position or _is_inside_phrase(marks, m, position):
            continue
        phrase, stopped = _trimmed(marks, position, m.start())
        if phrase is not None:
            count += 1
            yield phrase
        if stopped or count >= 8:
            return
        position = m.end()
    phrase, _ = _trimmed(marks, position, end)
    if phrase is not None:
        yield phrase


def _between(marks: Marks, place: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of a list that sets them apart by semicolons or bullets, whatever commas and "and" they hold."""
    for m in _MEMBER.finditer(marks.article.low, place, end):
        last = m.start() + len(m.group().rstrip(" .;,"))
        phrase, _ = _trimmed(marks, m.start(), last)
        if phrase is not None:
            yield phrase


def _is_inside_phrase(marks: Marks, joint: re.Match[str], start: int) -> bool:
    """Whether "and" joins two single words of one phrase ("safety and security of sources")."""
    low, w = marks.article.low, marks.words
    if "," in joint.group():
        return False
    if (
        _OTHERS.match(low, joint.end())
        or _AFTER_PREPOSITION.search(low, start, joint.start())
        and _ONE_WORD.match(low, joint.end())
    ):
        return True
    if _OF.match(low, start) and _AND_OF.match(low, joint.start()):
        return False  # "de la médiation et de l'arbitrage"
    begin = _opener(marks, start, joint.start())
    infinitive = _INFINITIVE.match(low, begin, joint.start()) if marks.language != "en" else None
    is_single = len(low[infinitive.end() if infinitive else begin : joint.start()].split()) <= 1
    following = re.compile(r"[\w]+'?").match(low, joint.end())
    if following is not None and w.has(following.group(), "determiners", "name_connectors"):
        return is_single and _COMPLEMENT.match(low, joint.end()) is not None
    return is_single


def _opener(marks: Marks, start: int, end: int) -> int:
    """Where a phrase begins once articles and words such as "how to" are off."""
    m = re.compile(rf"\s?(?:(?:{marks.words.any_of('topic_openers')})(?:\s|(?<='))){{0,4}}").match(
        marks.article.low, start, end
    )
    return m.end() if m else start


def _is_people(marks: Marks, start: int, end: int) -> bool:
    """Whether a phrase names people and not a subject: "government officials working under ..."."""
    first = re.compile(r"[\w'-]+").match(marks.article.low, start, end)
    may_follow = marks.language == "en" or first is not None and marks.words.has(first.group(), "leading_adjectives")
    second = re.compile(r"[\w'-]+(?: [\w'-]+)?").match(marks.article.low, start, end) if may_follow else first
    if re.compile(r"\w+ing " if marks.language == "en" else r"\w+[aei]r ").match(marks.article.low, start, end):
        return False  # "interviewing drivers"
    return (
        second is not None
        and marks.words.pattern("people_nouns").search(marks.article.low, start, second.end()) is not None
    )


def _is_governed(low: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a preposition belongs to the one word before it, which says little alone: "communication with crews"."""
    return " " not in low[start : stop.start()].strip() and stop.group() in _GOVERNED


def _trimmed(marks: Marks, start: int, end: int) -> tuple[tuple[int, int] | None, bool]:
    """The phrase without articles and without what a verb or relative clause adds; and whether that cut it."""
    low, w = marks.article.low, marks.words
    start = _opener(marks, start, end)
    stop = next((m for m in w.pattern("topic_stop").finditer(low, start, end) if not _is_governed(low, start, m)), None)
    stopped = stop is not None
    if stop is not None:
        end = stop.start()
    done = _DONE_BY[marks.language].search(low, start, end)  # "ethics requested by the school"
    end, stopped = (done.start(), True) if done else (end, stopped)
    trailing = re.compile(r"(?:[ ,-]+(?:in|on|at|of|for|to|with|de|en|et|y|and|a|du|des|del))*[ ,-]*$").search(
        low, start, end
    )
    end = trailing.start() if trailing else end
    words = low[start:end].split()
    if len(words) > _LONGEST:
        return None, stopped
    if end - start < _SHORTEST_LETTERS or not names_subject(marks, start, end):
        return None, True
    return (start, end), stopped


def names_subject(marks: Marks, start: int, end: int) -> bool:
    """Whether a phrase may be what is taught: not people, a body, a day, a number, a place or something in general."""
    low, w = marks.article.low, marks.words
    return not (
        w.pattern("not_topic").fullmatch(low, start, end)
        or w.pattern("not_topic_start", "venue_heads").match(low, start, end)
        or w.pattern("about", "more_than").match(low, start, end)
        or low[start].isdigit()
        or _SHOUTED.fullmatch(marks.text(start, end))
        or _is_people(marks, start, end)
        or any(a.start == start for a in marks.agencies_in(start, end + 120))
        or any(p.start == start for p in marks.people_in(start, end + 60))
        or marks.agencies_in(start, end)
        and len(low[start:end].split()) < _FEW_WORDS
        or any(c.start == start for c in marks.countries_in(start, end))
        or marks.dates_in(start, end)
    )
