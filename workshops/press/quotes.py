"""Direct speech: where it stands, who says it, and what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workshops.press.article import Article, Block
from workshops.press.words import Words

LEAST_WORDS = 8
_EVENT_REACH = 40
_ANNOUNCED_REACH = 140
_CLOSING = {
    "«": re.compile("»"),
    "“": re.compile("”"),
    "„": re.compile("“"),
    '"': re.compile('"'),
    "”": re.compile("”"),
    "»": re.compile("»"),
    "‘": re.compile(r"(?<=[,.!?…])’(?!\w)"),
    "'": re.compile(r"(?<=[,.!?…])'(?!\w)"),
}
_TYPED_TWICE = re.compile("’’|''|»")
"""What closes speech that two single marks open."""
_MARK = re.compile(r"[«“”„\"]|(?<!\S)»(?=\w)|‘[‘’]|(?<!\S)(?:’’|'')|(?<!\S)‘(?=\w)|(?<!\S)'(?=[A-ZÀ-Þ])")
"""What can open speech, also as news agencies type it: ‘’We learned a lot’’, »Nous avons appris»."""
_RUNS_ON = ("«", "“", "„", '"')
"""Marks that open speech of several paragraphs, each opened again and only the last one closed."""
_LONGEST = 3_000
_DIALOGUE = re.compile(r"[—–](?=\w|[¿¡])([^—–\n]{20,1500}?)(?=\s[—–]\w)")
"""Speech between dashes, as Spanish writes it: —Hay que leer mejor que ellos —dijo la perita."""


@dataclass(frozen=True)
class Quote:
    """One quotation; the span leaves the marks out. `outer` is the span with them."""

    start: int
    end: int
    outer: tuple[int, int]
    paragraph: int


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """All quotations of the paragraphs, short ones (names, single words) too, in order."""
    bodies = [*article.body, None]
    return tuple(
        q
        for number, block in enumerate(article.body)
        for q in _in_block(article.text, block, bodies[number + 1], number)
    )


def _in_block(text: str, block: Block, following: Block | None, paragraph: int) -> list[Quote]:
    """The quotations of a paragraph; `following` is the paragraph that one without its closing mark can go on in."""
    found = []
    position = block.start
    if (dialogue := _DIALOGUE.match(text, block.start, block.end)) is not None:
        start, end = _trim(text, *dialogue.span(1))
        found.append(Quote(start, end, (block.start, dialogue.end(1)), paragraph))
        position = dialogue.end()
    while (opening := _MARK.search(text, position, block.end)) is not None:
        if _is_inch_or_close(text, opening, block):
            position = opening.end()
            continue
        closing = _CLOSING.get(opening.group(), _TYPED_TWICE)
        closed = closing.search(text, opening.end(), min(block.end, opening.end() + _LONGEST))
        close = closed.start() if closed else -1
        if close < 0 and opening.group() not in _RUNS_ON:
            position = opening.end()
            continue
        if close < 0:  # the closing mark is missing: the quotation runs to the end of its paragraph, if it began it
            goes_on = following is not None and text.startswith(opening.group(), following.start)
            if opening.start() > block.start + 2 and not goes_on:
                position = opening.end()
                continue
            close = block.end
        start, end = _trim(text, opening.end(), close)
        if start < end:
            found.append(Quote(start, end, (opening.start(), min(close + 1, block.end)), paragraph))
        position = min(close + 1, block.end)
    return found


def _is_inch_or_close(text: str, mark: re.Match[str], block: Block) -> bool:
    """A straight or high mark right after a word and before a space closes something that we did not see open."""
    if mark.group() not in '"”':
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    return not before.isspace() and before not in "(-–—:" and (after.isspace() or after in ".,;:)")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " '‘":
        start += 1
    while start < end and text[end - 1] in " ,;":
        end -= 1
    return start, end


def is_speech(article: Article, quote: Quote, w: Words) -> bool:
    """Whether a quotation is direct speech: long enough, and not the name of a project, a theme or a book."""
    spoken = article.text[quote.start : quote.end].split()
    if len(spoken) < LEAST_WORDS:
        return False
    long_words = [word for word in spoken if len(word) > 3]
    if sum(word[0].isupper() for word in long_words) > 0.7 * len(long_words):  # the name of a project or a book
        return False
    first = article.low[quote.start : quote.start + _EVENT_REACH]
    event = w.pattern("event_workshop", "event_seminar", "event_training_course", "event_conference", "project_heads")
    if event.match(first) and w.pattern("plain_verbs", "said").search(article.low, quote.start, quote.end) is None:
        return False
    if _is_announced_name(article, quote, w):
        return False
    is_sentence = w.pattern("plain_verbs").search(article.low, quote.start, quote.end) is not None
    if is_sentence and article.text[: quote.outer[0]].endswith(", ") and _is_attributed(article, quote, w):
        return True
    return not any(
        m.end() >= quote.outer[0] - 2 and "." not in article.low[m.end() : quote.outer[0]]
        for m in w.pattern("before_names").finditer(article.low, max(0, quote.outer[0] - 60), quote.outer[0])
    )


def _is_attributed(article: Article, quote: Quote, w: Words) -> bool:
    """Whether a verb of speech stands before a quotation in its sentence: "According to Hala Nimri,"."""
    sentence = article.sentence_at(quote.outer[0] - 1)
    return sentence is not None and w.pattern("said").search(article.low, sentence.start, quote.outer[0]) is not None


def _is_announced_name(article: Article, quote: Quote, w: Words) -> bool:
    """Whether a colon and words on an event, a title or a theme announce a name: no verb in it, no full stop."""
    before = max(0, quote.outer[0] - _ANNOUNCED_REACH)
    sentence = article.sentence_at(quote.outer[0] - 1) if quote.outer[0] else None
    if sentence is None or not article.low[before : quote.outer[0]].rstrip().endswith(":"):
        return False
    spoken = article.low[quote.start : quote.end]
    if re.search(r"[.!?…]", spoken) or w.pattern("plain_verbs", "said", "speech_words").search(spoken):
        return False
    start = max(before, sentence.start)
    announces = w.pattern(
        "named_things", "event_workshop", "event_seminar", "event_training_course", "event_conference"
    )
    says = w.pattern("said").search(article.low, start, quote.outer[0])
    return says is None and announces.search(article.low, start, quote.outer[0]) is not None
