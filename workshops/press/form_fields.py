"""What texts in labelled lines say: the value behind a label counts before what any other rule would find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from workshops.domain.towns import find_towns
from workshops.press.article import Block, Kind
from workshops.press.facts import Finding, PressFacts
from workshops.press.form_lines import is_form, label_of, says_where
from workshops.press.marks import Marks

Span: TypeAlias = tuple[int, int]
_Reader: TypeAlias = Callable[[Marks, int, int], Iterator[Finding]]

_SURE = 0.85
_PARTS = re.compile(r"\s*(?:;|,(?![^()]*\)))\s+")
_AUDIENCE_ENDS = re.compile(r",?\s(?:sous (?:la|l)|encadr|dirig|led by|under the|bajo la)")
_FEWEST_IN_A_LIST, _MOST_TOPICS = 2, 6


def find_in_form(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """The findings of a text in labelled lines; none in any other text."""
    form = _form(marks)
    if not form:
        yield from _lone_place(marks)
        return
    yield (
        marks.finding("is_workshop", True, 0.8, form[0][1], "form of an event")
        if _names_event(marks, form)
        else (marks.finding("is_workshop", False, 0.5, form[0][1], "form without an event"))
    )
    if not _names_event(marks, form):
        return
    for kind, (start, end) in form:
        if kind in _READERS and start < end:
            rule = f"behind its label: {_label_before(marks, start)}"
            yield from (replace(found, rule=rule) for found in _READERS[kind](marks, start, end))


def _label_before(marks: Marks, start: int) -> str:
    """The label of a part as it is written: "Venue"."""
    block = max(block.start for block in marks.article.blocks if block.start <= start)
    return marks.text(block, start).strip(" *-•\n:?\u00a0\u202f")


def _lone_place(marks: Marks) -> Iterator[Finding]:
    """What a line of its own says of the place in a text that is no form: "Lieu : Hôtel La Roseraie, Bujumbura"."""
    if not marks.scope.title_events and not marks.scope.events:
        return
    for block in marks.article.blocks:
        text = marks.text(block.start, block.end)
        if block.kind is Kind.PARAGRAPH and says_where(text) and (found := label_of(text)):
            yield from _where(marks, block.start + found[1], block.end)
            return


def _form(marks: Marks) -> list[tuple[str, Span]]:
    """The labelled parts in order, each with the place of its value: that of the line, else that of lines below it."""
    blocks = [b for b in marks.article.blocks if b.kind is Kind.PARAGRAPH]
    texts = [marks.text(b.start, b.end) for b in blocks]
    if not is_form(texts):
        return []
    parts: list[tuple[str, Span]] = []
    is_open = False
    for block, text in zip(blocks, texts, strict=True):
        found = label_of(text) or _label_above(marks, block)
        if found is not None:
            is_open = found[1] >= len(text)
            parts.append((found[0], (block.start + min(found[1], len(text)), block.end)))
        elif is_open and re.match(r"[-•·*–]\s", text):
            kind, (start, _end) = parts[-1]
            parts[-1] = (kind, (start, block.end))
        else:
            is_open = False
    return parts


def _label_above(marks: Marks, block: Block) -> tuple[str, int] | None:
    """A label that stands alone in the first line of a block, and where the next line begins."""
    ends = [place for place in marks.article.line_breaks if block.start < place < block.end]
    found = label_of(marks.text(block.start, min(ends))) if ends else None
    return (found[0], min(ends) + 1 - block.start) if found else None


def _names_event(marks: Marks, form: list[tuple[str, Span]]) -> bool:
    starts = [start for kind, (start, _end) in form if kind == "what"]
    in_what = any(start <= event.start < start + 80 for start in starts for event in marks.scope.events)
    return in_what or bool(marks.scope.title_events)


def _when(marks: Marks, start: int, end: int) -> Iterator[Finding]:
    mention = max(marks.dates_in(start, end), key=lambda m: (m.precision, -m.start), default=None)
    if mention is None or mention.first is None:
        return
    span = (mention.start, mention.end)
    written = re.sub(r"^(?:le|du|el|del|from|on|the)\s", "", marks.text(*span), flags=re.IGNORECASE)
    yield marks.finding("date_text", written, _SURE, span, "behind its label")
    for field, day in (("start_date", mention.first), ("end_date", mention.last)):
        if day is not None and (known := day.with_year(None)) is not None:
            yield marks.finding(field, known.isoformat(), 0.9, span, "behind its label")


def _where(marks: Marks, start: int, end: int) -> Iterator[Finding]:
    country = next(iter(c for c in reversed(marks.countries_in(start, end)) if not c.is_demonym), None)
    if country is not None:
        yield marks.finding("country", country.code, 0.9, (country.start, country.end), "behind its label")
    last = country.start if country is not None else end
    parts = [(start + a, start + b) for a, b in _pieces(marks.text(start, last))]
    towns = [
        (a, b)
        for a, b in parts
        if any(country is None or town.country == country.code for town in find_towns(marks.text(a, b)))
    ]
    town = towns[-1] if towns else parts[-1] if country is not None and len(parts) > 1 else None
    if town is not None:
        yield marks.finding("city", marks.text(*town), 0.9 if towns else 0.6, town, "behind its label")
    if parts and parts[0] != town:
        yield marks.finding("venue", marks.text(*parts[0]), 0.8, parts[0], "behind its label")


def _pieces(text: str) -> Iterator[Span]:
    """The places between commas; an acronym in brackets stays with its name."""
    begin = 0
    for m in re.finditer(r",\s+|\s*\((?![A-Z]{2,10}\))", text):
        if text[begin : m.start()].strip():
            yield begin, m.start()
        begin = m.end()
    if text[begin:].strip(" ,()"):
        yield begin, begin + len(text[begin:].rstrip(" ,()"))


def _who(marks: Marks, start: int, end: int) -> Iterator[Finding]:
    number = next(iter(marks.numbers_in(start, start + 40)), None)
    begin = start
    if number is not None and number.start - start < 20:
        span = (number.start, number.end)
        yield marks.finding("participants_count", number.value, _SURE, span, "behind its label")
        yield marks.finding("participants_qualifier", number.qualifier, _SURE, span, "behind its label")
        begin = number.end
    stop = _AUDIENCE_ENDS.search(marks.article.low, begin, end)
    last = stop.start() if stop else end
    words = marks.text(begin, last).strip(" .,")
    if words:
        yield marks.finding("participants_description", words, 0.75, (begin, last), "behind its label")


def _seats(marks: Marks, start: int, end: int) -> Iterator[Finding]:
    number = next(iter(marks.numbers_in(start, end)), None)
    if number is not None:
        span = (number.start, number.end)
        yield marks.finding("participants_count", number.value, 0.8, span, "behind its label")
        yield marks.finding("participants_qualifier", number.qualifier, 0.8, span, "behind its label")


def _agencies(field: str) -> _Reader:
    def read(marks: Marks, start: int, end: int) -> Iterator[Finding]:
        turn = marks.words.pattern("partner_before").search(marks.article.low, start, end)
        own_end = turn.start() if turn and field == "organisers" else end
        yield from _named(marks, field, start, own_end)
        if own_end < end and turn:
            yield from _named(marks, "partners", turn.end(), end)

    return read


def _named(marks: Marks, field: str, start: int, end: int) -> Iterator[Finding]:
    """The agencies of a part, or what stands between its commas where none is known."""
    found = [(a.start, a.whole_end, a.full_name) for a in marks.agencies_in(start, end)]
    pieces = [(start + a, start + b) for a, b in _pieces(marks.text(start, end))]
    for a, b in pieces:
        a = next((n for n in range(a, b) if marks.article.text[n].isalnum()), b)
        if not any(x < b and a < y for x, y, _name in found) and marks.text(a, b)[:1].isupper():
            found.append((a, b, marks.text(a, b)))
    for n, (a, b, name) in enumerate(sorted(found)):
        yield marks.finding(field, name, _SURE, (a, b), "behind its label", n)


def _topics(marks: Marks, start: int, end: int) -> Iterator[Finding]:
    text = marks.text(start, end)
    cuts = re.compile(r"\s*\n+\s*[-•·*–]\s|^\s*[-•·*–]\s|\s*;\s+") if "\n" in text else _PARTS
    begin, found = 0, []
    for m in [*cuts.finditer(text), None]:
        stop = m.start() if m else len(text)
        if text[begin:stop].strip(" .-•\n"):
            found.append((begin, stop))
        begin = m.end() if m else stop
    if len(found) >= _FEWEST_IN_A_LIST:
        for n, (a, b) in enumerate(found[:_MOST_TOPICS]):
            written = " ".join(text[a:b].split()).strip(" .")
            yield marks.finding("topics", written, 0.8, (start + a, start + b), "behind its label", n)


def _teachers(marks: Marks, start: int, end: int) -> Iterator[Finding]:
    people = marks.people_in(start, end)
    for n, (person, following) in enumerate(zip(people, [*people[1:], None], strict=False)):
        stop = following.titles_start if following else end
        agency = next(iter(marks.agencies_in(person.end, stop)), None)
        affiliation = agency.full_name if agency else None
        if agency is None and (m := re.compile(r",\s([^,()\n]{3,120})").match(marks.article.text, person.end, stop)):
            affiliation = m.group(1).strip()
        value = {"name": marks.text(person.start, person.end), "affiliation": affiliation}
        yield marks.finding("experts", value, _SURE, (person.start, person.end), "behind its label", n)
    for n, country in enumerate({c.code: c for c in marks.countries_in(start, end)}.values()):
        span = (country.start, country.end)
        yield marks.finding("expert_countries", country.code, 0.8, span, "behind its label", n)


_READERS: dict[str, _Reader] = {
    "when": _when,
    "where": _where,
    "who": _who,
    "seats": _seats,
    "organisers": _agencies("organisers"),
    "partners": _agencies("partners"),
    "funders": _agencies("funders"),
    "topics": _topics,
    "teachers": _teachers,
}
