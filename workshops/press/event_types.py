"""Is the text about a training event, and of what type is it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from workshops.press.article import Sentence
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.numbers import Number
from workshops.press.scope import EventMention
from workshops.press.words import worded

_LEAD_SENTENCES = 6
_PASSING = worded(
    lambda w: (
        rf"(?<!\w){w.any_of('passing_adjectives')}"
        rf"(?:\s(?!{w.any_of('determiners')}(?!\w))[\w'-]+){{0,2}}\s(?:d['e] ?)?$"
    )
)
"""What makes an event one of others where it stands before it, with no more than two words between."""
_SENTENCE_BEFORE = 200
_NEAR, _PASSING_REACH, _NOUN_REACH = 90, 40, 30
_OPENING = 25
"""Within so many characters of its start, a text of one sentence names what it is about: "A course in Lima."."""
_IN_NO_LANGUAGE_READ = 0.5
"""How sure it is what a text is about whose words for events are not known."""
_OTHER_NEWS_WEIGHT, _LATE_WEIGHT = 2.5, 3.0


def find_is_workshop(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """True when the headline or the first sentences name a training event that takes place.

    An event named only in passing ("will also be used in future training courses") does not count: something beside
    it must say that it is held - an article that introduces it, a duration, people who take part, a verb of holding.
    """
    best = max((_weight(marks, mention) for mention in _candidates(marks)), default=0.0)
    best = 0.0 if _is_of_delegates(marks) else best - _OTHER_NEWS_WEIGHT * _is_other_news(marks)
    if best == 0 and not _is_of_delegates(marks):  # a story may come to the event late; then much has to speak for it
        late = max((_weight(marks, event) for event in marks.scope.events), default=0.0)
        best = 2.0 if late >= _LATE_WEIGHT else best
    named = next(iter(_candidates(marks)), None) or next(iter(marks.scope.events), None)
    span = (named.start, named.end) if named else (0, min(1, len(marks.article.text)))
    if not marks.article.text:
        return
    sure = 0.9 if best >= 3 or best == 0 else 0.65
    if marks.article.language[0] is None:
        sure = _IN_NO_LANGUAGE_READ
    yield marks.finding("is_workshop", best >= 2, sure, span, "event named in the lead")


def _is_of_delegates(marks: Marks) -> bool:
    """Whether all that is held is a conference at which nobody learns, or a contract is offered for courses."""
    low, w = marks.article.low, marks.words
    sentences = marks.article.sentences[:2]
    opening = [(b.start, b.end) for b in (marks.article.title,) if b] + [(s.start, s.end) for s in sentences]
    if any(w.pattern("tenders").search(low, *span) for span in opening):
        return True
    events = (*marks.scope.title_events, *marks.scope.events)
    if not events or any(event.event_type != "conference" for event in events):
        return False
    if any(w.pattern("training_conference").match(low, event.start) for event in events):
        return False
    return w.pattern("event_verbs", "teaching_words").search(low) is None


def _is_other_news(marks: Marks) -> bool:
    """Whether headline and first sentence name no event but an agreement, an appointment, a gift."""
    sentences = marks.article.sentences[:1]
    first = sentences[0] if sentences else None
    named = [e for e in marks.scope.events if first is not None and first.start <= e.start < first.end]
    if marks.scope.title_events or any(_weight(marks, event) for event in named):
        return False
    if any(_is_held_on_a_day(marks, event) for event in _candidates(marks)):
        return False
    title = marks.article.title
    spans = [(title.start, title.end)] if title else []
    spans += [(s.start, s.end) for s in sentences]
    return any(marks.words.pattern("other_news").search(marks.article.low, *span) for span in spans)


def _is_held_on_a_day(marks: Marks, event: EventMention) -> bool:
    """Whether the sentence that names one event says that it was held, and when."""
    sentence = marks.article.sentence_at(event.start)
    if marks.words.pattern("plural_event").search(marks.article.low, event.start, event.end):
        return False
    if sentence is None or not marks.dates_in(sentence.start, sentence.end):
        return False
    verbs = marks.words.pattern("organise_active", "organise_passive", "held")
    return verbs.search(marks.article.low, sentence.start, sentence.end) is not None


def _candidates(marks: Marks) -> list[EventMention]:
    sentences = marks.article.sentences[:_LEAD_SENTENCES]
    end = sentences[-1].end if sentences else 0
    return [*marks.scope.title_events, *(e for e in marks.scope.events if e.start < end)]


def _is_in_passing(marks: Marks, mention: EventMention) -> bool:
    """Whether an event is named for another's sake: "used in training courses", "future workshops"."""
    before = marks.article.low[max(0, mention.start - _PASSING_REACH) : mention.start]
    in_passing = marks.words.pattern("passing_mention").search(before) or _PASSING(marks.language).search(before)
    return in_passing is not None


def _weight(marks: Marks, mention: EventMention) -> float:
    """How much speaks for an event that takes place; 2 and more is enough."""
    low, w = marks.article.low, marks.words
    if mention in marks.scope.title_events:
        return 1.5 + 0.5 * _tells_of_teaching(marks)
    before = low[max(0, mention.start - _NEAR) : mention.start]
    after = low[mention.end : mention.end + _NEAR]
    sentence = marks.article.sentence_at(mention.start)
    around = low[sentence.start : sentence.end] if sentence else before + after
    counts = _counts_people(marks, sentence)
    is_graduation = counts and w.pattern("certificates").search(around) is not None
    is_theirs = is_graduation or counts and _is_taught_in_title(marks)  # "one of the 19 judges who attended the course"
    if _is_in_passing(marks, mention) and not w.pattern("is_venue").search(around) and not is_theirs:
        return 0.0
    weight = (
        1.5
        if sentence is not None and sentence.start < 900 + (marks.article.body[0].start if marks.article.body else 0)
        else 1.0
    )
    weight += bool(w.pattern("organise_active", "organise_passive", "host_active", "held", "begins").search(around))
    weight += bool(w.pattern("people_verbs").search(around))
    weight += 0.5 * bool(w.pattern("day_words", "day_adjectives").search(around))
    weight += 0.5 * any(sentence.start <= d.start < sentence.end for d in marks.dates) if sentence else 0
    weight += 1.0 if marks.scope.title_events else 0.5 * _is_taught_in_title(marks)
    weight += 1.0 if is_graduation else 0.5 * (counts or _opens_with_graduation(marks))
    earlier = low[max(0, sentence.start - _SENTENCE_BEFORE) : sentence.start] if sentence else ""
    weight += 0.5 * bool(w.pattern("event_verbs").search(earlier))  # "have trained 24 vets. The course, paid by ..."
    weight -= 0.5 * bool(w.pattern("plural_event").search(low[mention.start : mention.end]))
    weight += 0.5 * (mention.event_type == "study_visit")
    weight += 0.5 * (len(marks.article.sentences) == 1 and len(before) < _OPENING)
    return weight


def _tells_of_teaching(marks: Marks) -> bool:
    """Whether the first sentences say that somebody was taught: "capacitó por videoconferencia a notarios"."""
    sentences = [s for s in marks.article.sentences[:_LEAD_SENTENCES] if s in marks.scope.told]
    return any(marks.words.pattern("event_verbs").search(marks.article.low, s.start, s.end) for s in sentences)


def _is_taught_in_title(marks: Marks) -> bool:
    """Whether the headline says that people are taught, though it names no event: "350 artisans formés"."""
    title = marks.article.title
    said = title and marks.words.pattern("taught_in_title", "event_verbs").search(
        marks.article.low, title.start, title.end
    )
    return said is not None


def _opens_with_graduation(marks: Marks) -> bool:
    """Whether the first sentence tells of certificates for a number of people: "46 auditors received certificates"."""
    certificates, low = marks.words.pattern("certificates"), marks.article.low
    return any(
        certificates.search(low, s.start, s.end) is not None and _counts_people(marks, s) for s in marks.scope.told[:2]
    )


def _counts_people(marks: Marks, sentence: Sentence | None) -> bool:
    """Whether a sentence counts people who may be those who learn."""
    if sentence is None:
        return False
    nouns, low = marks.words.pattern("people_nouns"), marks.article.low
    return any(
        number.value > 1 and nouns.search(low, number.end, min(sentence.end, number.end + _NOUN_REACH)) is not None
        for number in marks.numbers_in(sentence.start, sentence.end)
    )


def find_event_type(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """A training of trainers wherever it is named; else the noun with which the body first names the event."""
    if not known.value("is_workshop"):
        return
    everywhere = (*marks.scope.title_events, *marks.scope.events)
    sentences = marks.article.sentences[:_LEAD_SENTENCES]
    lead = sentences[-1].end if sentences else 0
    of_trainers = next((e for e in everywhere if e.event_type == "tot" and e.start < lead), None)
    noun = None if marks.scope.is_told_by_verb else next(_named(marks), None)
    first = of_trainers or noun or next(iter(everywhere), None)
    if first is not None:
        yield marks.finding("event_type", first.event_type, 0.9, (first.start, first.end), "first noun of the event")


def _named(marks: Marks) -> Iterator[EventMention]:
    """The namings that introduce an event: preceded by an article or number, not "a new meeting with training"."""
    return (e for e in marks.scope.events if not _is_in_passing(marks, e) and not marks.agencies_around(e.start))


def is_series(marks: Marks) -> bool:
    """Whether the text reports several events on an equal footing ("three training sessions", "two courses")."""
    return number_of_events(marks) is not None


def number_of_events(marks: Marks) -> Number | None:
    """The number that says so."""
    return next(iter(marks.once(numbers_of_events)), None)


def numbers_of_events(marks: Marks) -> tuple[Number, ...]:
    """Every number that says so, in the headline and where the events are first named."""
    return tuple(_numbers_of_events(marks))


def _numbers_of_events(marks: Marks) -> Iterator[Number]:
    for event in (*marks.scope.title_events, *islice(_named(marks), 2)):
        if marks.words.pattern("days_or_weeks").match(marks.article.low, event.start):
            continue  # "trois semaines de cours"
        for number in marks.numbers_in(max(0, event.start - 40), event.start):
            between = marks.article.low[number.end : event.start]
            if (
                2 <= number.value <= 20
                and marks.words.pattern("series_gap").fullmatch(between.strip() or "x")
                and " " in between
            ):
                yield number
