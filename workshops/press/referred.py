"""Who is meant where no full name stands beside a quotation: "she said", "said Batista", "the director said"."""

from __future__ import annotations

import re

from workshops.press.functions import TITLE_REACH, Speaker, described
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.quotes import Quote
from workshops.press.words import fold_in_place, worded

REACH = 260
_FUNCTION_REACH = 40
_INTRODUCTION_REACH = 120
_SMALL = 2
_SENTENCES_BACK = 2
_LEAST_SIGNATURE, _LONGEST_SIGNATURE = 5, 160
_PREPOSITION_REACH = 6
_IN_OR_FROM = worded(lambda w: rf"(?<!\w){w.any_of('in_place', 'from', 'of')}\s$")
_DASH = re.compile(r"\s?[—–-]{0,2}\s?")


def nearest_person(marks: Marks, start: int, end: int, *, is_last: bool = False) -> PersonMention | None:
    """The first person named in a span, or the last one."""
    people = marks.people_in(start, end)
    if not people:
        return None
    return people[-1] if is_last else people[0]


def told_since(marks: Marks, last: Speaker | None, quote: Quote) -> Speaker | None:
    """The last person of whom it is told, after the speaker before, that she says something: "he said" means her."""
    block = marks.article.body[max(0, quote.paragraph - 1)]
    floor = max(last.span[1] if last else 0, block.start)
    for person in reversed(marks.people_in(floor, quote.outer[0])):
        sentence = marks.article.sentence_at(person.start)
        if sentence and marks.words.pattern("said").search(marks.article.low, sentence.start, sentence.end):
            subject = marks.people_in(sentence.start, person.end)[0]
            return described(marks, subject, sentence.start, subject.end)
    return None


def named_before(marks: Marks, quote: Quote) -> Speaker | None:
    """The last person named in this paragraph or the two before, where nobody is said to speak.

    Not in Spanish, whose verb alone does not tell "she said" from a speaker without a name.
    """
    if marks.language == "es":
        return None
    start = marks.article.body[max(0, quote.paragraph - 2)].start
    people = marks.people_in(start, quote.outer[0])
    return described(marks, people[-1], start, people[-1].end) if people else None


def last_person_before(marks: Marks, quote: Quote) -> Speaker | None:
    """The last person named before, for "he said" after a quotation; of one that opens a paragraph, the person who
    speaks in the paragraph before, or who is interviewed.
    """
    block = marks.article.body[quote.paragraph]
    person = nearest_person(marks, max(block.start, quote.outer[0] - REACH), quote.outer[0], is_last=True)
    if person is not None:
        return described(marks, person, block.start, quote.outer[0])
    return _speaker_of_paragraph_before(marks, quote) or _interviewed(marks, quote)


def _speaker_of_paragraph_before(marks: Marks, quote: Quote) -> Speaker | None:
    """ "The registrar, Ann Lee, said that ..." in a paragraph whose next begins with her words."""
    if not quote.paragraph or quote.outer[0] > marks.article.body[quote.paragraph].start + 2:
        return None
    block = marks.article.body[quote.paragraph - 1]
    said = marks.words.pattern("said").search(marks.article.low, block.start, block.end)
    person = nearest_person(marks, block.start, said.start(), is_last=True) if said else None
    is_quoted = any(marks.quotes_around(said.start())) if said else True
    return described(marks, person, block.start, block.end) if person and not is_quoted else None


def _interviewed(marks: Marks, quote: Quote) -> Speaker | None:
    """The person of whom the text says that she answers questions."""
    for m in marks.words.pattern("answers_questions").finditer(marks.article.low, 0, quote.outer[0]):
        sentence = marks.article.sentence_at(m.start())
        person = nearest_person(marks, sentence.start, m.start()) if sentence else None
        if sentence and person:
            return described(marks, person, sentence.start, sentence.end)
    return None


def surname(marks: Marks, start: int, end: int) -> Speaker | None:
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
    return _IN_OR_FROM(marks.language).search(marks.article.low, max(0, place - _PREPOSITION_REACH), place) is not None


def known_surname(marks: Marks, start: int, end: int) -> Speaker | None:
    """The person whose family name alone stands in a span: "Batista adelantó que ..."."""
    for token in marks.tokens_in(start, end):
        if token.is_capital and not marks.agencies_around(token.start):
            for person in marks.people_in(0, start):
                if marks.text(person.start, person.end).split()[-1] == token.written:
                    return described(marks, person, max(0, person.start - TITLE_REACH), person.end)
    return None


def role_holder(marks: Marks, quote: Quote, end: int) -> Speaker | None:
    """ "manifestó el canciller": the person whom the text introduced with that function, else the last one named."""
    function = marks.words.pattern("function_title_words").search(marks.article.low, quote.outer[1], end)
    earlier = marks.people_in(0, quote.outer[0]) if function else []
    if function is None or not earlier:
        return None
    named = re.compile(rf"(?<!\w){re.escape(function.group())}(?!\w)")
    for person in earlier:
        floor = max(0, person.start - _INTRODUCTION_REACH)
        if named.search(marks.article.low, floor, person.start):
            return described(marks, person, floor, person.end)
    return described(marks, earlier[-1], earlier[-1].start, earlier[-1].end)


def holder_of_function(marks: Marks, start: int, end: int) -> Speaker | None:
    """The person whose function holds all words of the one that stands alone in a span: "the High Commissioner"."""
    low, w = marks.article.low, marks.words
    head = w.pattern("function_title_words").search(low, start, end)
    opening = list(w.pattern("for_one").finditer(low, start, head.start())) if head else []
    if head is None or not opening or head.start() - opening[-1].end() > _FUNCTION_REACH:
        return None
    stop = re.compile(r"[,.;:«»“”\"]").search(low, head.end(), end)
    closing = w.pattern("said", "title_stops").search(low, head.end(), stop.start() if stop else end)
    words = _words_of(low[opening[-1].end() : closing.start() if closing else stop.start() if stop else end])
    for person in marks.people_in(0, start):
        if not _words_of(low[max(0, person.start - TITLE_REACH) : person.end + TITLE_REACH]) >= words:
            continue
        speaker = described(marks, person, max(0, person.start - TITLE_REACH), person.end)
        if speaker.title and _words_of(fold_in_place(speaker.title)) >= words:
            return speaker
    return None


def _words_of(written: str) -> set[str]:
    return {word for word in re.findall(r"\w+", written) if len(word) > _SMALL}


def subject_before(marks: Marks, quote: Quote, last: Speaker | None) -> Speaker | None:
    """The person that the two sentences before a quotation, in its paragraph, tell of: "she said" means her.

    Told of since the speech before; where such a sentence itself says "she", or "she said", that is the last speaker.
    """
    block = marks.article.body[quote.paragraph]
    spoken = [q.outer[1] for q in marks.speeches if q.paragraph == quote.paragraph and q.outer[1] <= quote.outer[0]]
    place = quote.outer[0]
    for _ in range(_SENTENCES_BACK):
        sentence = marks.article.sentence_at(place - 1) if place > block.start else None
        if sentence is None or sentence.end <= max(spoken, default=block.start):
            return None
        if marks.words.pattern("he_said", "subject_pronouns").match(marks.article.low, sentence.start, sentence.end):
            return last
        start = max(spoken, default=sentence.start) if spoken and spoken[-1] > sentence.start else sentence.start
        if people := marks.people_in(start, min(sentence.end, quote.outer[0])):
            return described(marks, people[0], start, quote.outer[0])
        place = sentence.start
    return None


def signed(marks: Marks, quote: Quote) -> Speaker | None:
    """Who signs a quotation that ends its sentence: "... of a child.” Mary Phiri, market supervisor"."""
    article = marks.article
    block = article.body[quote.paragraph]
    start, end = quote.outer[1], block.end
    if end - start < _LEAST_SIGNATURE and quote.outer[0] <= block.start + 1:
        following = next((b for b in article.blocks if b.start >= block.end), None)
        start, end = (following.start, following.end) if following else (start, end)
    dash = _DASH.match(article.text, start, end)
    person = next(iter(marks.people_in(start, end)), None)
    if person is None or dash is None or person.titles_start != dash.end() or end - start > _LONGEST_SIGNATURE:
        return None
    if marks.words.pattern("said", "plain_verbs").search(article.low, person.end, end):
        return None
    speaker = described(marks, person, start, end)
    return speaker if speaker.title or dash.group().strip() else None
