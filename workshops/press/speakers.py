"""Who says what stands between quotation marks, and in what function."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.quotes import Quote

START_LENGTH = 40
_REACH = 260
_HE_SAID_REACH = 90
_INSERTED = re.compile(r"\s[—–]\s?([^—–]{6,160}?)\s?[—–]")
"""What a dash puts inside the quotation marks: «El ruido —advirtió Terán— no salva a nadie»."""


@dataclass(frozen=True)
class Speaker:
    name: str
    title: str | None
    span: tuple[int, int]


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
        is_full_name = speaker is not None and " " in speaker.name
        confidence = 0.9 if is_full_name else 0.6 if speaker else 0.5
        yield Finding("quotes", value, confidence, tuple(spans), "words beside the quotation", index)
        last = speaker or last


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
    inserted = _INSERTED.search(marks.article.text, quote.start, quote.end)
    if inserted is not None and w.pattern("said").match(low, *inserted.span(1)):
        person = _nearest_person(marks, *inserted.span(1))
        return _described(marks, person, *inserted.span(1)) if person else _surname(marks, *inserted.span(1))
    said_after = w.pattern("said").search(low, quote.outer[1], sentence_end)
    if said_after is None and (near := _nearest_person(marks, quote.outer[1], min(sentence_end, quote.outer[1] + 70))):
        return _described(marks, near, quote.outer[1], sentence_end)
    if said_after is not None:
        he_said = w.pattern("he_said").search(low, quote.outer[1], min(sentence_end, quote.outer[1] + _HE_SAID_REACH))
        person = _nearest_person(marks, quote.outer[1], sentence_end)
        if person is not None:
            return _described(marks, person, quote.outer[1], sentence_end)
        surname = _surname(marks, quote.outer[1], sentence_end)
        if he_said is not None and (surname is None or " " not in surname.name):
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
        return _described(marks, person, start, quote.outer[0])
    return last if last is not None and quote.outer[0] <= block.start + 2 else _last_person_before(marks, quote)


def _told_since(marks: Marks, last: Speaker | None, quote: Quote) -> Speaker | None:
    """The last person of whom it is told, after the speaker before, that she says something: "he said" means her."""
    block = marks.article.body[max(0, quote.paragraph - 1)]
    floor = max(last.span[1] if last else 0, block.start)
    for person in reversed(marks.people_in(floor, quote.outer[0])):
        sentence = marks.article.sentence_at(person.start)
        if sentence and marks.words.pattern("said").search(marks.article.low, sentence.start, sentence.end):
            subject = marks.people_in(sentence.start, person.end)[0]
            return _described(marks, subject, sentence.start, subject.end)
    return None


def _named_before(marks: Marks, quote: Quote) -> Speaker | None:
    """The last person named in this paragraph or the two before, where nobody is said to speak.

    Not in Spanish, whose verb alone does not tell "she said" from a speaker without a name.
    """
    if marks.language == "es":
        return None
    start = marks.article.body[max(0, quote.paragraph - 2)].start
    people = marks.people_in(start, quote.outer[0])
    return _described(marks, people[-1], start, people[-1].end) if people else None


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
        return _described(marks, person, block.start, quote.outer[0])
    return _speaker_of_paragraph_before(marks, quote) or _interviewed(marks, quote)


def _speaker_of_paragraph_before(marks: Marks, quote: Quote) -> Speaker | None:
    """ "The registrar, Ann Lee, said that ..." in a paragraph whose next begins with her words."""
    if not quote.paragraph or quote.outer[0] > marks.article.body[quote.paragraph].start + 2:
        return None
    block = marks.article.body[quote.paragraph - 1]
    said = marks.words.pattern("said").search(marks.article.low, block.start, block.end)
    person = _nearest_person(marks, block.start, said.start(), is_last=True) if said else None
    is_quoted = any(marks.quotes_around(said.start())) if said else True
    return _described(marks, person, block.start, block.end) if person and not is_quoted else None


def _interviewed(marks: Marks, quote: Quote) -> Speaker | None:
    """The person of whom the text says that she answers questions."""
    for m in marks.words.pattern("answers_questions").finditer(marks.article.low, 0, quote.outer[0]):
        sentence = marks.article.sentence_at(m.start())
        person = _nearest_person(marks, sentence.start, m.start()) if sentence else None
        if sentence and person:
            return _described(marks, person, sentence.start, sentence.end)
    return None


def _surname(marks: Marks, start: int, end: int) -> Speaker | None:
    """A lone family name beside the verb: the full name if the text had it, else the name alone."""
    for token in marks.tokens_in(start, end):
        if not token.is_capital or marks.words.has(
            token.low, "personal_titles", "function_title_words", "not_agency_start"
        ):
            continue
        if marks.agencies_in(token.start, token.end):
            continue
        for person in marks.people:
            if marks.text(person.start, person.end).split()[-1] == token.written:
                return _described(marks, person, person.start, person.end)
        if token.start > start:
            return Speaker(token.written, None, (token.start, token.end))
    return None


def _role_holder(marks: Marks, quote: Quote, end: int) -> Speaker | None:
    """ "manifestó el canciller": the person whom the text introduced with that function."""
    for m in marks.words.pattern("function_title_words").finditer(marks.article.low, quote.outer[1], end):
        for person in marks.people:
            around = marks.article.low[max(0, person.start - 120) : person.start]
            if m.group() in around and person.start < quote.outer[0]:
                return _described(marks, person, person.start - 120, person.end)
        earlier = marks.people_in(0, quote.outer[0])
        return _described(marks, earlier[-1], earlier[-1].start, earlier[-1].end) if earlier else None
    return None


_APPOSITION = re.compile(r",\s?(?:an?\s|the\s|la\s|le\s|el\s|l['’]|une?\s)?([^;:«»“”\"]{3,200})")
_BRACKET = re.compile(r"\s?\(([^()]{3,120})\)")


def _described(marks: Marks, person: PersonMention, floor: int, ceiling: int) -> Speaker:
    """The person with the function that stands after the name, or else before it."""
    name = marks.text(person.start, person.end)
    if " " not in name:
        for other in marks.people_in(0, person.start):
            full = marks.text(other.start, other.end)
            if " " in full and full.split()[-1] == name:
                return _described(marks, other, max(0, other.start - 120), other.end)
    title = _title_after(marks, person, ceiling) or _title_before(marks, person, floor)
    return Speaker(name, title, (person.titles_start, person.end))


def _title_after(marks: Marks, person: PersonMention, ceiling: int) -> str | None:
    text, low = marks.article.text, marks.article.low
    sentence = marks.article.sentence_at(person.start)
    end = (
        max(ceiling, sentence.end)
        if sentence and ceiling <= person.end
        else min(ceiling, sentence.end if sentence else ceiling)
    )
    m = _APPOSITION.match(text, person.end, end) or _BRACKET.match(text, person.end, end)
    if m is None:
        return None
    start, stop = m.span(1)
    if not marks.words.pattern("function_title_words").search(low, start, min(stop, start + 90)):
        return None
    cut = marks.words.pattern("title_stops", "said").search(low, start, stop)
    stop = cut.start() if cut else stop
    written = re.split(
        r",\s(?![a-zà-ÿ'’ ]{0,14}(?:de|of|du|et|and|y)\s)|(?<!\b[A-Z])[.](?:\s|$)", text[start:stop], maxsplit=1
    )[0]
    return written.strip(" ,.") or None


def _title_before(marks: Marks, person: PersonMention, floor: int) -> str | None:
    """A function before the name: "Superintendent Isatou Camara", "la Coordinadora contra la Trata, Beatriz A."."""
    text, low, w = marks.article.text, marks.article.low, marks.words
    sentence = marks.article.sentence_at(person.start)
    start = max(floor, person.titles_start - 160, sentence.start if sentence else 0)
    window = low[start : person.start]
    matches = [m for m in w.pattern("function_title_words").finditer(window)]
    said = [m.end() for m in w.pattern("said").finditer(window)]
    cut = max([*said, *(m.end() for m in re.finditer(r"[.;:»”\"]\s|\n", window)), 0])
    matches = [m for m in matches if m.start() >= cut]
    if matches:
        begin = matches[0].start()
        between = text[start + begin : person.start].rstrip()
        is_tight = not re.search(r",.*\w", between) or between.endswith(",")
        if is_tight:
            between = re.sub(r"[\s,]+(?:M|Mme|Mr|Mrs|Ms|Dr|Sr|Sra)?\.?$", "", between.strip(" ,"))
            return _with_words_before(marks, start + begin, cut + start) + between if between else None
    rank = text[person.titles_start : person.start].strip(" .,")
    return rank if len(rank) > 4 and not re.fullmatch(r"(?i)madame|monsieur|señora?|professor|docteur", rank) else None


def _with_words_before(marks: Marks, begin: int, floor: int) -> str:
    """The capital words and acronyms just before the function word: "IOM project manager", "Deputy Prosecutor"."""
    before = marks.article.text[floor:begin]
    m = re.search(r"(?:(?:[A-ZÀ-Þ][\w'’-]*|vice|sous)[ -]){1,5}$", before)
    return m.group() if m else ""
