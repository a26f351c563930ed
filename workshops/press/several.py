"""Does a text tell of several workshops? If so, the text of each: what is said of the others is left blank."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from workshops.press.article import Sentence, read_article
from workshops.press.event_types import number_of_events, numbers_of_events
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.numbers import Number
from workshops.press.tellings import Telling, TellingSentence, cut, hull, last_word, telling_sentences

MOST: Final = 6
_ALL: Final = {
    "en": r"both|the (?:two|three|four)|all",
    "fr": r"(?:les|ces) (?:deux|trois|quatre)|tous|toutes",
    "es": r"amb[oa]s|l[oa]s (?:dos|tres|cuatro)|tod[oa]s",
}
_ORDINALS: Final = {
    "en": ("first", "second", "third", "fourth"),
    "fr": ("premiere?", "(?:seconde?|deuxieme)", "troisieme", "quatrieme"),
    "es": ("primer[oa]?", "segund[oa]", "tercer[oa]?", "cuart[oa]"),
}
_EACH: Final = re.compile(r"(?<!\w)(?:each|chacune?|chaque|cada)(?!\w)")
_BETWEEN_NUMBERS: Final = re.compile(r",? (?:and|et|y|e) (?:de )?|, ")
_TEXT: Final = re.compile(r"[^\n]")
_NOTHING: Final = "\u200b"
"""What reading passes over: the text keeps its length, and no gap parts what stood round the words."""


@dataclass
class _Workshop:
    """One of the workshops: where it is told of, and what is left blank when it is read by itself."""

    told: list[Telling] = field(default_factory=list)
    blank: list[Span] = field(default_factory=list)

    @property
    def towns(self) -> set[str]:
        return {telling.town for telling in self.told if telling.town}


def texts_of_workshops(text: str) -> tuple[str, ...]:
    """The text itself, or one for each workshop that it reports on an equal footing, in their order.

    Each has the length of the original, so that places in it are places in the original. A workshop counts as another
    one if it has other days, and another town or a word such as "second"; a sentence that tells of several has to name
    them in the plural, count them, or call one the second. At most `MOST`.
    """
    article = read_article(text)
    marks = Marks(article, article.language[0] or "en")
    workshops, sentences = _told_apart(marks)
    if len(workshops) < 2:
        return (text,)
    for told, numbers in sentences:
        _leave_own(marks, workshops, told, numbers)
    _leave_following(marks, workshops, sentences)
    shared = [(count.start, count.end) for count in numbers_of_events(marks)]  # "two workshops" is true of none
    return tuple(_blanked(marks, text, [*workshop.blank, *shared]) for workshop in workshops)


def workshops_told(marks: Marks) -> int:
    """Of how many workshops a text tells: as many as it tells apart, or as many as it counts if those are more."""
    number = number_of_events(marks)
    return max(1, len(_told_apart(marks)[0]), number.value if number else 1)


def _told_apart(marks: Marks) -> tuple[list[_Workshop], list[tuple[TellingSentence, list[int | None]]]]:
    workshops: list[_Workshop] = []
    sentences = [(told, [_number_of(t, workshops) for t in told.tellings]) for told in telling_sentences(marks)]
    return workshops, sentences


def events_counted(text: str) -> int:
    """The number of workshops that the text says it tells of ("deux ateliers"), 1 where it counts none."""
    article = read_article(text)
    number = number_of_events(Marks(article, article.language[0] or "en"))
    return number.value if number else 1


def _number_of(telling: Telling, workshops: list[_Workshop]) -> int | None:
    """Which of the workshops known is told of, a new one at their end; None beyond `MOST`."""
    number = next((n for n, workshop in enumerate(workshops) if not _is_other(telling, workshop)), len(workshops))
    if number == MOST:
        return None
    if number == len(workshops):
        workshops.append(_Workshop())
    workshops[number].told.append(telling)
    return number


def _is_other(telling: Telling, workshop: _Workshop) -> bool:
    if any(telling.first <= each.last and each.first <= telling.last for each in workshop.told):
        return False
    return telling.is_another or bool(telling.town and workshop.towns and telling.town not in workshop.towns)


def _leave_own(marks: Marks, workshops: list[_Workshop], told: TellingSentence, numbers: list[int | None]) -> None:
    """Of a sentence that says when workshops are held, leave to each its own days and town, and what all share."""
    for n, workshop in enumerate(workshops):
        own = numbers.index(n) if n in numbers else None
        if told.lists:
            for spans in told.lists:
                workshop.blank += _all_but(spans, own)
        elif own is not None and not told.tellings[own].is_clause:
            first, mine, last = told.tellings[0], told.tellings[own], told.tellings[-1]
            workshop.blank += [(first.core[0], mine.core[0]), (mine.end, last.end)]
        else:
            needs_head = not any(marks.agencies_in(each.start, each.end) for each in workshop.told)
            for each, of in zip(told.tellings, numbers, strict=True):
                if of != n:
                    end = min(each.end, last_word(marks, told.sentence))
                    workshop.blank += _all_but_head(marks, each, end) if needs_head else [(each.start, end)]


def _all_but(spans: tuple[Span, ...], own: int | None) -> list[Span]:
    """What to leave out of a list so that one of its members remains, or none."""
    if own is None:
        return [(spans[0][0], spans[-1][1])]
    return [(spans[0][0], spans[own][0]), (spans[own][1], spans[-1][1])]


def _all_but_head(marks: Marks, telling: Telling, end: int) -> list[Span]:
    """What to leave out of what is told of one workshop, so that who organises it remains for another one.

    "The Bureau held a course on fraud for 24 officers in Lomé on 3 May. Another took place in Kara": the Bureau held
    both, but only the first was on fraud.
    """
    start, core = telling.start, telling.core[0]
    event = next((e for e in marks.scope.events if start <= e.start and e.end <= core), None)
    if event is None or not marks.agencies_in(start, core):
        return [(start, end)]
    people = next((n.start for n in marks.numbers_in(start, event.start) if _of_people(marks, n)), event.start)
    if marks.agencies_in(start, people):
        return [(people, event.start), (event.end, end)]
    by = marks.words.pattern("organise_passive").search(marks.article.low, event.end, core)
    return [(people, event.start), (event.end, by.start()), (core, end)] if by else [(start, end)]


def _leave_following(
    marks: Marks, workshops: list[_Workshop], sentences: list[tuple[TellingSentence, list[int | None]]]
) -> None:
    """Give every other sentence to the workshop that it names, else to that of the sentence before in its paragraph.

    One that names all or none, where a paragraph begins, is left to all, without the number of people of all together.
    """
    current: int | None = None
    paragraph = -1
    telling = {told.sentence.start: (told, numbers) for told, numbers in sentences}
    end = 0
    for sentence in marks.article.sentences:
        if sentence.paragraph != paragraph:
            paragraph, current = sentence.paragraph, None
        if sentence.start in telling:
            told, numbers = telling[sentence.start]
            current, end = numbers[0] if len(numbers) == 1 else None, told.sentence.end
        if sentence.start < end:
            continue
        named = _named(marks, sentence, workshops)
        if _is_of_all(marks, sentence):
            current = None
        elif len(named) == 1:
            current = named[0]
        elif named:
            current = None
            _leave_numbers(marks, workshops, sentence, named)
        if current is None:
            _leave_lists_of_numbers(marks, workshops, sentence)
            continue
        for n, workshop in enumerate(workshops):
            if n != current:
                workshop.blank.append((sentence.start, sentence.end))


def _is_of_all(marks: Marks, sentence: Sentence) -> bool:
    low = marks.article.low
    if re.compile(rf"(?:{_ALL[marks.language]})(?!\w)").match(low, sentence.start, sentence.end):
        return True
    return any(sentence.start <= count.start < sentence.end for count in numbers_of_events(marks))


def _named(marks: Marks, sentence: Sentence, workshops: list[_Workshop]) -> list[int]:
    """The workshops that a sentence names by "in" and a town of theirs alone, or by "the first course"."""
    low, ordinals = marks.article.low, _ORDINALS[marks.language]
    place = marks.words.any_of("in_place")
    events = [e for e in marks.scope.events if sentence.start <= e.start < sentence.end]
    found = []
    for n, workshop in enumerate(workshops):
        others = {town for other in workshops if other is not workshop for town in other.towns}
        own = "|".join(re.escape(town) for town in workshop.towns - others)
        in_town = own and re.compile(rf"(?<!\w){place} (?:{own})(?!\w)").search(low, sentence.start, sentence.end)
        in_order = n < len(ordinals) and any(
            re.compile(rf"(?<!\w){ordinals[n]} $").search(low, max(sentence.start, e.start - 14), e.start)
            for e in events
        )
        if in_town or in_order:
            found.append(n)
    return found


def _leave_numbers(marks: Marks, workshops: list[_Workshop], sentence: Sentence, named: list[int]) -> None:
    """ "25 officers took part in Lomé and 31 in Kara": leave to each workshop its own number and town."""
    numbers = [(number.start, number.end) for number in marks.numbers_in(sentence.start, sentence.end)]
    towns = {
        m.span(): n
        for n in named
        for town in workshops[n].towns
        if (m := re.compile(rf"(?<!\w){re.escape(town)}(?!\w)").search(marks.article.low, sentence.start, sentence.end))
    }
    if len(numbers) != len(towns) or len(towns) < 2:
        return
    cores = [hull(number, town) for number, town in zip(numbers, sorted(towns), strict=True)]
    ends = [*(cut(marks, a[1], b[0]) for a, b in pairwise(cores)), last_word(marks, sentence)]
    spans = tuple((core[0], end) for core, end in zip(cores, ends, strict=True))
    of = [towns[town] for town in sorted(towns)]
    for n, workshop in enumerate(workshops):
        workshop.blank += _all_but(spans, of.index(n) if n in of else None)


def _leave_lists_of_numbers(marks: Marks, workshops: list[_Workshop], sentence: Sentence) -> None:
    """ "20 and 24 officers respectively": to each its own. A number of people beside all of them is that of none."""
    low, people = marks.article.low, marks.words.pattern("people_nouns")
    numbers = marks.numbers_in(sentence.start, sentence.end)
    is_list = len(numbers) == len(workshops) and all(
        _BETWEEN_NUMBERS.fullmatch(low, a.end, b.start) for a, b in pairwise(numbers)
    )
    if is_list and people.search(low, numbers[-1].end, numbers[-1].end + 40):
        for n, workshop in enumerate(workshops):
            workshop.blank += _all_but(tuple((number.start, number.end) for number in numbers), n)
    elif _is_of_all(marks, sentence) and not _EACH.search(low, sentence.start, sentence.end):
        for workshop in workshops:
            workshop.blank += [span for number in numbers if (span := _of_people(marks, number))]


def _of_people(marks: Marks, number: Number) -> Span | None:
    noun = marks.words.pattern("people_nouns").search(marks.article.low, number.end, number.end + 40)
    return (number.start, number.end) if noun else None


def _blanked(marks: Marks, text: str, spans: list[Span]) -> str:
    for start, end in spans:
        if start < end:
            first, last = marks.article.original(start, end)
            last += text[first - 1 : first].isspace() and text[last : last + 1] == " "
            text = text[:first] + _TEXT.sub(_NOTHING, text[first:last]) + text[last:]
    return text
