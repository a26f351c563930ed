"""Who says what stands between quotation marks, and in what function."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshops.press.facts import Finding, PressFacts
from workshops.press.functions import Speaker, described, names_function
from workshops.press.marks import Marks
from workshops.press.quotes import LEAST_WORDS, Quote
from workshops.press.referred import (
    REACH,
    holder_of_function,
    known_surname,
    last_person_before,
    named_before,
    nearest_person,
    role_holder,
    signed,
    subject_before,
    surname,
    told_since,
)
from workshops.press.words import worded

START_LENGTH, _BETWEEN = 40, 220
_HE_SAID_REACH = 90
_HE_SAID_BEFORE = worded(
    lambda w: (
        rf"(?:^|[.!?]\s)({w.any_of('subject_pronouns')}\s[\w' ]{{3,40}}?)"
        rf"(?:\s{w.any_of('that_said')})?\s?[:,]?\s?$"
    )
)
_SOMEBODY = worded(lambda w: rf"(?:,\s[^,.;:«»“”\"]{{3,60}},)?\s({w.any_of('somebody')}\s|)([^,.;:«»“”\"]{{4,70}})")
"""Behind a verb of speech, perhaps over a clause: "one of the" or nothing, and who speaks without a name."""
_INSERTED = re.compile(r"\s[—–]\s?([^—–]{6,160}?)\s?[—–]")
"""What a dash puts inside the quotation marks: «El ruido —advirtió Terán— no salva a nadie»."""


def find_quotes(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """One finding per quotation of eight words or more; "he added" is the speaker before."""
    last: Speaker | None = None
    speeches = _joined(marks)
    for index, parts in enumerate(speeches):
        quote = parts[0]
        speaker = _speaker(marks, parts, last, speeches[index + 1][0] if index + 1 < len(speeches) else None)
        start = " ".join(marks.text(quote.start, min(quote.end, quote.start + START_LENGTH * 2)).split())[:START_LENGTH]
        value = {
            "speaker": speaker.name if speaker else None,
            "title": speaker.title if speaker else None,
            "text_start": start,
        }
        spans = [marks.article.original(quote.start, quote.end)]
        if speaker is not None:
            spans.append(marks.article.original(*speaker.span))
        is_full_name = speaker is not None and " " in (speaker.name or "")
        confidence = 0.9 if is_full_name else 0.6 if speaker else 0.5
        yield Finding("quotes", value, confidence, tuple(spans), "words beside the quotation", index)
        last = speaker if speaker is not None and speaker.name else last


def _joined(marks: Marks) -> list[list[Quote]]:
    """Quotations with what belongs to them: one that "he said" interrupts is one."""
    result: list[list[Quote]] = []
    speeches = set(marks.speeches)
    short: Quote | None = None
    for quote in marks.quotes:
        if result and result[-1][-1].paragraph == quote.paragraph:
            between = marks.article.text[result[-1][-1].outer[1] : quote.outer[0]]
            interrupted = len(between) < _BETWEEN and _goes_on(marks, result[-1][-1], quote, between)
            if interrupted:
                result[-1].append(quote)
                continue
        if short and quote.paragraph == short.paragraph and _is_one_speech(marks, short, quote):
            result.append([short, quote])
        elif quote in speeches:
            result.append([quote])
        short = quote if quote not in speeches else None
    return result


def _is_one_speech(marks: Marks, first: Quote, second: Quote) -> bool:
    """Whether a few words are the beginning of a speech that "he said" interrupts, long enough with the rest of it."""
    between = marks.article.text[first.outer[1] : second.outer[0]]
    words = len(
        marks.article.text[first.start : first.end].split() + marks.article.text[second.start : second.end].split()
    )
    return words >= LEAST_WORDS and len(between) < _BETWEEN and _goes_on(marks, first, second, between)


def _goes_on(marks: Marks, first: Quote, second: Quote, between: str) -> bool:
    if not marks.words.pattern("said", "he_said").search(marks.article.low, first.outer[1], second.outer[0]):
        return False
    sentence = marks.article.sentence_at(first.outer[1] + 1)
    has_ended = sentence is not None and sentence.end < second.outer[0]
    if sentence is not None and has_ended and marks.people_in(sentence.end, second.outer[0]):
        return False  # somebody else is introduced
    if between.strip().endswith(",") or marks.text(second.start, second.start + 1).islower():
        return True
    if has_ended or not between.rstrip().endswith("."):
        return False
    end = min(second.outer[1] + 60, marks.article.body[second.paragraph].end)
    after = marks.article.low[second.outer[1] : end].split(".")[0]
    return marks.words.pattern("said").search(after) is None


def _speaker(marks: Marks, parts: list[Quote], last: Speaker | None, following: Quote | None) -> Speaker | None:
    """Looks after the quotation first, then before it."""
    quote = parts[0]
    block = marks.article.body[quote.paragraph]
    floor = max(block.start, quote.outer[0] - REACH)
    ceiling = min(block.end, quote.outer[1] + REACH)
    if following is not None:
        ceiling = min(ceiling, following.outer[0])
    sentence_end = _sentence_end(marks, quote.outer[1], ceiling)
    low, w = marks.article.low, marks.words
    if (found := _inside_or_he(marks, quote, floor, last)) is not None:
        return found
    after = quote.outer[1]
    said_after = w.pattern("said").search(low, after, sentence_end)
    if said_after is None and (near := nearest_person(marks, after, min(sentence_end, after + 70))):
        return described(marks, near, after, sentence_end)
    if said_after is not None:
        return _named_after(marks, quote, said_after.end(), sentence_end, last)
    if (signing := signed(marks, quote)) is not None:
        return signing
    sentence = marks.article.sentence_at(quote.outer[0] - 1) if quote.outer[0] > block.start else None
    start = max(floor, sentence.start) if sentence else floor
    person = nearest_person(marks, start, quote.outer[0], is_last=False)
    if person is not None:
        return described(marks, person, start, quote.outer[0])
    if sentence is not None and (somebody := _anonymous_before(marks, start, quote.outer[0])) is not None:
        return somebody
    if sentence is not None and (known := known_surname(marks, start, quote.outer[0])) is not None:
        return known
    if sentence is not None and (holder := holder_of_function(marks, start, quote.outer[0])) is not None:
        return holder
    if sentence is not None and w.pattern("he_said").match(low, start) and start <= block.start + 2:
        return named_before(marks, quote) or last
    return last if last is not None and quote.outer[0] <= block.start + 2 else last_person_before(marks, quote)


def _named_after(marks: Marks, quote: Quote, said: int, end: int, last: Speaker | None) -> Speaker | None:
    """Who a sentence that goes on after the quotation with a verb of speech, up to place `said`, names or means."""
    low, w, after = marks.article.low, marks.words, quote.outer[1]
    he_said = w.pattern("he_said").search(low, after, min(end, after + _HE_SAID_REACH))
    is_he = he_said is not None and marks.language != "es" and not low[after : he_said.start()].strip(" ,")
    person = None if is_he else nearest_person(marks, after, end)
    if person is not None:
        return described(marks, person, after, end)
    if not is_he and (anonymous := _anonymous(marks, said, end)) is not None:
        return anonymous
    if not is_he and (holder := holder_of_function(marks, after, end)) is not None:
        return holder
    named = None if is_he else surname(marks, after, end)
    if he_said is not None and (named is None or " " not in (named.name or "")):
        return (
            subject_before(marks, quote, last)
            or told_since(marks, last, quote)
            or last
            or named_before(marks, quote)
            or last_person_before(marks, quote)
            or named
        )
    holder = named or role_holder(marks, quote, end) or subject_before(marks, quote, last)
    return holder or last or last_person_before(marks, quote)


def _inside_or_he(marks: Marks, quote: Quote, floor: int, last: Speaker | None) -> Speaker | None:
    """Whom a dash inside the quotation names, or "he said" right before it means."""
    low, w = marks.article.low, marks.words
    inserted = _INSERTED.search(marks.article.text, quote.start, quote.end)
    if inserted is not None and w.pattern("said").match(low, *inserted.span(1)):
        person = nearest_person(marks, *inserted.span(1))
        return described(marks, person, *inserted.span(1)) if person else surname(marks, *inserted.span(1))
    he = _HE_SAID_BEFORE(marks.language).search(low[floor : quote.outer[0]])
    if he is not None and w.pattern("he_said").match(low, floor + he.start(1)):
        return told_since(marks, last, quote) or named_before(marks, quote) or last
    return None


def _anonymous_before(marks: Marks, start: int, end: int) -> Speaker | None:
    """Somebody without a name whose words a sentence gives: "Un participant, vétérinaire à Sokodé, dit : ..."."""
    low, text, w = marks.article.low, marks.article.text, marks.words
    opening = w.pattern("somebody").match(low, start, end)
    noun = w.pattern("people_nouns", "function_title_words").match(low, opening.end() + 1, end) if opening else None
    if noun is None or not low[:end].rstrip().endswith(":") and w.pattern("said").search(low, noun.end(), end) is None:
        return None
    apposition = re.compile(r",\s([^,.;:«»“”\"]{4,80}),").match(text, noun.end(), end)
    if apposition is not None and names_function(marks, *apposition.span(1)):
        return Speaker(None, apposition.group(1), apposition.span(1))
    verb = w.pattern("said", "title_stops", "plain_verbs").search(low, noun.end(), end)
    mark = re.compile('[,.;:«»“”"]').search(text, noun.end(), end)
    stop = min(m.start() for m in (verb, mark) if m is not None)
    return Speaker(None, text[noun.start() : stop].strip(), (noun.start(), stop))


def _anonymous(marks: Marks, start: int, end: int) -> Speaker | None:
    """Somebody without a name right after the verb: "confided a judge from Khujand"."""
    m = _SOMEBODY(marks.language).match(marks.article.low, start, end)
    functions = marks.words.pattern("function_title_words", "people_nouns")
    if m is None or not functions.search(marks.article.low, *m.span(2)):
        return None
    begins_small = marks.article.text[m.start(2)].islower() and functions.match(marks.article.low, m.start(2))
    if not m.group(1) and not begins_small:
        return None
    stop = marks.words.pattern("title_stops", "said").search(marks.article.low, *m.span(2))
    span = (m.start(2), stop.start() if stop else m.end(2))
    return Speaker(None, marks.text(*span).strip(" ,.") or None, span)


def _sentence_end(marks: Marks, place: int, ceiling: int) -> int:
    sentence = marks.article.sentence_at(min(place, ceiling - 1))
    if sentence is None:
        return ceiling
    end = sentence.end
    if end - place < 3:  # the quotation ended the sentence: the attribution may be the next one
        return place
    return min(end, ceiling)
