"""Who says what stands between quotation marks, and in what function."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshops.press.facts import Finding, PressFacts
from workshops.press.functions import TITLE_REACH, Speaker, described
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.quotes import Quote

START_LENGTH = 40
_REACH = 260
_HE_SAID_REACH = 90
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
    for quote in marks.quotes:
        if result and result[-1][-1].paragraph == quote.paragraph:
            between = marks.article.text[result[-1][-1].outer[1] : quote.outer[0]]
            interrupted = len(between) < 220 and _goes_on(marks, result[-1][-1], quote, between)
            if interrupted:
                result[-1].append(quote)
                continue
        if quote in speeches:
            result.append([quote])
    return result


def _goes_on(marks: Marks, first: Quote, second: Quote, between: str) -> bool:
    if not marks.words.pattern("said", "he_said").search(marks.article.low, first.outer[1], second.outer[0]):
        return False
    ended = re.search(r"[.!?]\s+(?=[A-ZÀ-Þ])", between)
    if ended and marks.people_in(first.outer[1] + ended.end(), second.outer[0]):
        return False  # somebody else is introduced
    if between.strip().endswith(",") or marks.text(second.start, second.start + 1).islower():
        return True
    if between.rstrip().count(". ") or not between.rstrip().endswith("."):
        return False
    after = marks.article.low[second.outer[1] : second.outer[1] + 60].split(".")[0]
    return marks.words.pattern("said").search(after) is None


def _speaker(marks: Marks, parts: list[Quote], last: Speaker | None, following: Quote | None) -> Speaker | None:
    """Looks after the quotation first, then before it."""
    quote = parts[0]
    block = marks.article.body[quote.paragraph]
    floor = max(block.start, quote.outer[0] - _REACH)
    ceiling = min(block.end, quote.outer[1] + _REACH)
    if following is not None:
        ceiling = min(ceiling, following.outer[0])
    sentence_end = _sentence_end(marks, quote.outer[1], ceiling)
    low, w = marks.article.low, marks.words
    if (found := _inside_or_he(marks, quote, floor, last)) is not None:
        return found
    said_after = w.pattern("said").search(low, quote.outer[1], sentence_end)
    if said_after is None and (near := _nearest_person(marks, quote.outer[1], min(sentence_end, quote.outer[1] + 70))):
        return described(marks, near, quote.outer[1], sentence_end)
    if said_after is not None:
        he_said = w.pattern("he_said").search(low, quote.outer[1], min(sentence_end, quote.outer[1] + _HE_SAID_REACH))
        person = _nearest_person(marks, quote.outer[1], sentence_end)
        if person is not None:
            return described(marks, person, quote.outer[1], sentence_end)
        if (anonymous := _anonymous(marks, said_after.end(), sentence_end)) is not None:
            return anonymous
        surname = _surname(marks, quote.outer[1], sentence_end)
        if he_said is not None and (surname is None or " " not in (surname.name or "")):
            return (
                _told_since(marks, last, quote)
                or last
                or _named_before(marks, quote)
                or _last_person_before(marks, quote)
                or surname
            )
        if surname is not None or last is None:
            return surname or _role_holder(marks, quote, sentence_end) or _last_person_before(marks, quote)
        return _role_holder(marks, quote, sentence_end) or last
    sentence = marks.article.sentence_at(quote.outer[0] - 1) if quote.outer[0] > block.start else None
    start = max(floor, sentence.start) if sentence else floor
    person = _nearest_person(marks, start, quote.outer[0], is_last=False)
    if person is not None:
        return described(marks, person, start, quote.outer[0])
    if sentence is not None and (known := _known_surname(marks, start, quote.outer[0])) is not None:
        return known
    if sentence is not None and marks.words.pattern("he_said").match(low, start) and start <= block.start + 2:
        return _named_before(marks, quote) or last
    return last if last is not None and quote.outer[0] <= block.start + 2 else _last_person_before(marks, quote)


def _inside_or_he(marks: Marks, quote: Quote, floor: int, last: Speaker | None) -> Speaker | None:
    """Whom a dash inside the quotation names, or "he said" right before it means."""
    low, w = marks.article.low, marks.words
    inserted = _INSERTED.search(marks.article.text, quote.start, quote.end)
    if inserted is not None and w.pattern("said").match(low, *inserted.span(1)):
        person = _nearest_person(marks, *inserted.span(1))
        return described(marks, person, *inserted.span(1)) if person else _surname(marks, *inserted.span(1))
    he = _HE_SAID_BEFORE.search(low[floor : quote.outer[0]])
    if he is not None and w.pattern("he_said").match(low, floor + he.start(1)):
        return _told_since(marks, last, quote) or _named_before(marks, quote) or last
    return None


def _anonymous(marks: Marks, start: int, end: int) -> Speaker | None:
    """Somebody without a name right after the verb: "confided a judge from Khujand"."""
    m = _SOMEBODY.match(marks.article.low, start, end)
    functions = marks.words.pattern("function_title_words", "people_nouns")
    if m is None or not functions.search(marks.article.low, *m.span(2)):
        return None
    begins_small = marks.article.text[m.start(2)].islower() and functions.match(marks.article.low, m.start(2))
    if not m.group(1) and not begins_small:
        return None
    stop = marks.words.pattern("title_stops", "said").search(marks.article.low, *m.span(2))
    span = (m.start(2), stop.start() if stop else m.end(2))
    return Speaker(None, marks.text(*span).strip(" ,.") or None, span)


def _told_since(marks: Marks, last: Speaker | None, quote: Quote) -> Speaker | None:
    """The last person of whom it is told, after the speaker before, that she says something: "he said" means her."""
    block = marks.article.body[max(0, quote.paragraph - 1)]
    floor = max(last.span[1] if last else 0, block.start)
    for person in reversed(marks.people_in(floor, quote.outer[0])):
        sentence = marks.article.sentence_at(person.start)
        if sentence and marks.words.pattern("said").search(marks.article.low, sentence.start, sentence.end):
            subject = marks.people_in(sentence.start, person.end)[0]
            return described(marks, subject, sentence.start, subject.end)
    return None


def _named_before(marks: Marks, quote: Quote) -> Speaker | None:
    """The last person named in this paragraph or the two before, where nobody is said to speak.

    Not in Spanish, whose verb alone does not tell "she said" from a speaker without a name.
    """
    if marks.language == "es":
        return None
    start = marks.article.body[max(0, quote.paragraph - 2)].start
    people = marks.people_in(start, quote.outer[0])
    return described(marks, people[-1], start, people[-1].end) if people else None


def _sentence_end(marks: Marks, place: int, ceiling: int) -> int:
    sentence = marks.article.sentence_at(min(place, ceiling - 1))
    if sentence is None:
        return ceiling
    end = sentence.end
    if end - place < 3:  # the quotation ended the sentence: the attribution may be the next one
        return place
    return min(end, ceiling)


def _nearest_person(marks: Marks, start: int, end: int, *, is_last: bool = False) -> PersonMention | None:
    people = marks.people_in(start, end)
    if not people:
        return None
    return people[-1] if is_last else people[0]


def _last_person_before(marks: Marks, quote: Quote) -> Speaker | None:
    """The last person named before, for "he said" after a quotation; of one that opens a paragraph, the person who
    speaks in the paragraph before, or who is interviewed.
    """
    block = marks.article.body[quote.paragraph]
    person = _nearest_person(marks, max(block.start, quote.outer[0] - _REACH), quote.outer[0], is_last=True)
    if person is not None:
        return described(marks, person, block.start, quote.outer[0])
    return _speaker_of_paragraph_before(marks, quote) or _interviewed(marks, quote)


def _speaker_of_paragraph_before(marks: Marks, quote: Quote) -> Speaker | None:
    """ "The registrar, Ann Lee, said that ..." in a paragraph whose next begins with her words."""
    if not quote.paragraph or quote.outer[0] > marks.article.body[quote.paragraph].start + 2:
        return None
    block = marks.article.body[quote.paragraph - 1]
    said = marks.words.pattern("said").search(marks.article.low, block.start, block.end)
    person = _nearest_person(marks, block.start, said.start(), is_last=True) if said else None
    is_quoted = any(marks.quotes_around(said.start())) if said else True
    return described(marks, person, block.start, block.end) if person and not is_quoted else None


def _interviewed(marks: Marks, quote: Quote) -> Speaker | None:
    """The person of whom the text says that she answers questions."""
    for m in marks.words.pattern("answers_questions").finditer(marks.article.low, 0, quote.outer[0]):
        sentence = marks.article.sentence_at(m.start())
        person = _nearest_person(marks, sentence.start, m.start()) if sentence else None
        if sentence and person:
            return described(marks, person, sentence.start, sentence.end)
    return None


def _surname(marks: Marks, start: int, end: int) -> Speaker | None:
    """A lone family name beside the verb: the full name if the text had it, else the name alone."""
    for token in marks.tokens_in(start, end):
        if not token.is_capital or marks.words.has(
            token.low, "personal_titles", "function_title_words", "not_agency_start"
        ):
            continue
        if marks.agencies_in(token.start, token.end) or _is_place(marks, token.start):
            continue
        for person in marks.people:
            if marks.text(person.start, person.end).split()[-1] == token.written:
                return described(marks, person, max(0, person.start - TITLE_REACH), person.end)
        if token.start > start:
            return Speaker(token.written, None, (token.start, token.end))
    return None


def _is_place(marks: Marks, place: int) -> bool:
    """Whether a preposition of place stands before: "a judge from Khujand"."""
    before = re.search(r"(?<!\w)(?:from|in|of|at|de|à|en|du|del)\s$", marks.article.text[max(0, place - 6) : place])
    return before is not None


def _known_surname(marks: Marks, start: int, end: int) -> Speaker | None:
    """The person whose family name alone stands in a span: "Batista adelantó que ..."."""
    for token in marks.tokens_in(start, end):
        if token.is_capital and not marks.agencies_around(token.start):
            for person in marks.people_in(0, start):
                if marks.text(person.start, person.end).split()[-1] == token.written:
                    return described(marks, person, max(0, person.start - TITLE_REACH), person.end)
    return None


def _role_holder(marks: Marks, quote: Quote, end: int) -> Speaker | None:
    """ "manifestó el canciller": the person whom the text introduced with that function."""
    for m in marks.words.pattern("function_title_words").finditer(marks.article.low, quote.outer[1], end):
        for person in marks.people:
            around = marks.article.low[max(0, person.start - 120) : person.start]
            if m.group() in around and person.start < quote.outer[0]:
                return described(marks, person, person.start - 120, person.end)
        earlier = marks.people_in(0, quote.outer[0])
        return described(marks, earlier[-1], earlier[-1].start, earlier[-1].end) if earlier else None
    return None


_HE_SAID_BEFORE = re.compile(r"(?:^|[.!?]\s)((?:s?he|they|il|elle)\s[\w' ]{3,40}?)(?:\sthat|\sque)?\s?[:,]?\s?$")
_SOMEBODY = re.compile(
    r"(?:,\s[^,.;:«»“”\"]{3,60},)?\s((?:an?|one|another|une?|una|otr[oa]|un[oe] des)\s|)([^,.;:«»“”\"]{4,70})"
)
