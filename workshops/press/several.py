"""Does a text tell of several workshops? If so, the text of each: what is said of the others is left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workshops.domain.folding import fold
from workshops.press.article import Sentence, read_article
from workshops.press.dates import DateMention
from workshops.press.event_types import number_of_events
from workshops.press.language import guess_language
from workshops.press.marks import Marks
from workshops.press.places import towns_named
from workshops.press.when import dates_told

MOST: Final = 6
_ANOTHER: Final = {
    "en": r"(?:second|third|fourth|another|further|similar|next|last)",
    "fr": r"(?:second|seconde|deuxieme|troisieme|quatrieme|autre|semblable|similaire|suivante?|dernier|derniere)",
    "es": r"(?:segund[oa]|tercer[oa]?|cuart[oa]|otr[oa]|similar|siguiente|ultim[oa])",
}
_ALL: Final = {
    "en": r"both|the (?:two|three|four)|all",
    "fr": r"(?:les|ces) (?:deux|trois|quatre)|tous|toutes",
    "es": r"amb[oa]s|l[oa]s (?:dos|tres|cuatro)|tod[oa]s",
}
_LETTER: Final = re.compile(r"\S")


@dataclass(frozen=True)
class _Anchor:
    """A sentence that says when one workshop is held, with the town it names, "" if none."""

    sentence: Sentence
    first: tuple[int, int]
    last: tuple[int, int]
    town: str
    is_another: bool


def texts_of_workshops(text: str) -> tuple[str, ...]:
    """The text itself, or one for each workshop that it reports on an equal footing, in their order.

    Each has the length of the original, so that places in it are places in the original. A workshop counts as another
    one if it has other days, and another town or a word such as "second". At most `MOST`.
    """
    article = read_article(text)
    marks = Marks(article, guess_language(article.text)[0] or "en")
    workshops: list[list[_Anchor]] = []
    for anchor in _anchors(marks):
        same = next((told for told in workshops if not _is_other(anchor, told)), None)
        if same is not None:
            same.append(anchor)
        elif len(workshops) < MOST:
            workshops.append([anchor])
    if len(workshops) < 2:
        return (text,)
    spans = [[_told_after(marks, anchor, workshops) for anchor in told] for told in workshops]
    count = number_of_events(marks)  # "held two workshops": of one of them it is not true
    shared = [(count.start, count.end)] if count else []
    return tuple(
        _blanked(marks, text, [span for other, told in enumerate(spans) if other != number for span in told] + shared)
        for number in range(len(workshops))
    )


def events_counted(text: str) -> int:
    """The number of workshops that the text says it tells of ("deux ateliers"), 1 where it counts none."""
    article = read_article(text)
    number = number_of_events(Marks(article, guess_language(article.text)[0] or "en"))
    return number.value if number else 1


def _anchors(marks: Marks) -> Iterator[_Anchor]:
    low = marks.article.low
    towns = towns_named(marks)
    days = dates_told(marks)
    another = re.compile(rf"(?<!\w){_ANOTHER[marks.language]}(?!\w)")
    for sentence in marks.scope.told:
        mention = next((day for day in days if sentence.start <= day.start < sentence.end), None)
        is_another = another.search(low, sentence.start, min(sentence.end, sentence.start + 60)) is not None
        names_event = marks.scope.names_event(sentence.start, sentence.end) or (
            marks.words.pattern("event_again").search(low, sentence.start, sentence.end) is not None
        )
        if mention is None or not (names_event or is_another):
            continue
        place = next((town for town in towns if sentence.start <= town[0] < sentence.end), None)
        yield _Anchor(sentence, *_ends(mention), fold(marks.text(*place)) if place else "", is_another)


def _ends(mention: DateMention) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last day as month and day."""
    days = [(day.month, day.day) for day in (mention.first, mention.last) if day is not None]
    return days[0], days[-1]


def _is_other(anchor: _Anchor, told: list[_Anchor]) -> bool:
    """Whether an anchor tells of another workshop than these do."""
    if any(anchor.first <= each.last and each.first <= anchor.last for each in told):
        return False
    towns = {each.town for each in told if each.town}
    return anchor.is_another or bool(anchor.town and towns and anchor.town not in towns)


def _told_after(marks: Marks, anchor: _Anchor, workshops: list[list[_Anchor]]) -> tuple[int, int]:
    """The sentence and what follows it in its paragraph, up to one of another workshop or of all ("both courses")."""
    of_all = re.compile(rf"(?:{_ALL[marks.language]})(?!\w)")
    starts = [each.sentence.start for told in workshops for each in told if each.sentence.start > anchor.sentence.start]
    limit = min(starts, default=len(marks.article.text))
    end = anchor.sentence.end
    for sentence in marks.article.sentences:
        if sentence.paragraph == anchor.sentence.paragraph and anchor.sentence.end <= sentence.start < limit:
            if of_all.match(marks.article.low, sentence.start, sentence.end):
                break
            end = sentence.end
    return anchor.sentence.start, end


def _blanked(marks: Marks, text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        first, last = marks.article.original(start, end)
        text = text[:first] + _LETTER.sub(" ", text[first:last]) + text[last:]
    return text
