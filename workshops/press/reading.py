"""From what a user hands over to clean lines that still know where each of their characters came from."""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat

MAX_CHARACTERS = 60_000
"""As much of a text as is read; a press release has some 5,000 characters."""
MAX_LINE = 2_000
"""A longer line is read as several, so that no rule ever works on an endless one."""

_LIKELY = ("cp1250", "latin_1", "cp1251", "mac_roman")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CUT = re.compile(
    r"""
      (?P<mailto>"mailto:[^"\n]{0,200}">)          # what is left of a link whose beginning was lost
    | (?P<break><\s{0,3}(?:br|/?p|/?div|/?li|/?tr|/?h[1-6])\b[^<>]{0,300}>)
    | (?P<tag></?[a-zA-Z][^<>]{0,300}>|<!--[^<>]{0,300}-->)
    | (?P<entity>&(?:[a-zA-Z]{2,10}|\#[0-9]{1,6}|\#[xX][0-9a-fA-F]{1,5});)
    | (?P<added>\[(?:To\ be\ added|À\ compléter|Por\ completar)\s?:[^\[\]\n]{1,80}\])  # left by our drafts
    | (?P<marked>\[(?:To\ be\ translated|À\ traduire|Por\ traducir)\s?:\s?)(?=[^\[\]\n]{1,5000}\])
    | (?P<nothing>[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f])
    """,
    re.VERBOSE,
)
_OF_DRAFT = re.compile(
    r"\[(?:(?P<en>To be (?:added|translated))|(?P<fr>À (?:compléter|traduire))|(?P<es>Por (?:completar|traducir)))\s?:"
)
_MAY_CUT = re.compile(r"[<&\[\"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f]")
"""What such a remnant begins with: few places of a text have to be looked at."""
_TO_COLLAPSE = re.compile(r"^\s|\s\s|\s$")
_OTHER_SPACE = re.compile(r"[^\S ]")
_NEWLINE = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")


@dataclass(frozen=True)
class Line:
    """One line without remnants, its white space collapsed. `places[i]` is where character i stands in the original."""

    text: str
    places: array[int]
    is_after_blank: bool
    """Whether an empty line or the start of a paragraph element comes before it."""
    wide_gaps: int = 0
    """Runs of several spaces or tabs inside the line, as between the entries of a menu."""


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-1252, else the likeliest encoding."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    from charset_normalizer import from_bytes  # here: it takes 1 MB, and most files are UTF-8

    best = from_bytes(data, cp_isolation=list(_LIKELY)).best()
    return str(best) if best is not None else data.decode("cp1252", errors="replace")


def language_of_draft(original: str) -> str | None:
    """The ISO 639-1 code of the language of one of our drafts, told by a mark for its editor; None without one.

    What stands behind such a mark is in another language, and there may be more of it than of the draft's own words.
    """
    mark = _OF_DRAFT.search(original, 0, MAX_CHARACTERS)
    return mark.lastgroup if mark else None


def clean_lines(original: str) -> tuple[Line, ...]:
    """The lines of a text that hold something.

    HTML tags and entities, `"mailto:...">`, zero-width and control characters go; every run of white space becomes
    one space.
    """
    lines = []
    after_blank = True
    for text, places in _raw_lines(original[:MAX_CHARACTERS]):
        line = _collapse(text, places, after_blank)
        if line.text:
            lines.append(line)
        after_blank = not line.text
    return tuple(lines)


class _RawLine:
    """A line while it is put together: its text, and where each character of it stands in the original."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places = array("l")

    def add(self, piece: str, places: Iterable[int]) -> None:
        self._pieces.append(piece)
        self._places.extend(places)

    def take(self) -> Iterator[tuple[str, array[int]]]:
        """The line, or several of it when it is longer than MAX_LINE; nothing remains."""
        text, places = "".join(self._pieces), self._places
        self._pieces, self._places = [], array("l")
        for start in range(0, max(1, len(text)), MAX_LINE):
            yield text[start : start + MAX_LINE], places[start : start + MAX_LINE]


def _raw_lines(text: str) -> Iterator[tuple[str, array[int]]]:
    """Each line with the places of its characters, remnants left out."""
    line = _RawLine()
    position = 0
    stops = [(m.start(), m.end(), m.lastgroup, m.group()) for m in _remnants(text)]
    closed = [text.index("]", end) for _start, end, kind, _matched in stops if kind == "marked"]
    if closed:
        stops = sorted({*stops, *((place, place + 1, "marked", "]") for place in closed)})
    stops.append((len(text), len(text), None, ""))
    for start, end, kind, matched in stops:
        for first, last, ends in _by_newline(text, position, start):
            line.add(text[first:last], range(first, last))
            if ends:
                yield from line.take()
        if kind == "entity":
            meant = html.unescape(matched)
            line.add(meant, repeat(start, len(meant)))
        elif kind == "break":
            yield from line.take()
            if matched[1:2] not in "bB":
                yield "", array("l")
        elif kind == "tag" and matched[1:2] not in "/aA":
            line.add(" ", (start,))
        elif kind == "marked" and matched[0] == "[" and start > 1 and text[start - 2].isdigit():
            # our drafts: "40 [Por traducir: border guards]", whom their language has no word for yet
            people = "participantes: " if matched.startswith("[Por") else "participants: "
            line.add(people, repeat(start, len(people)))
        position = end
    yield from line.take()


def _remnants(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for place in _MAY_CUT.finditer(text):
        if place.start() >= end and (m := _CUT.match(text, place.start())):
            end = m.end()
            yield m


def _by_newline(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Where the parts of a stretch of text begin and end, and whether a line ends there."""
    for m in _NEWLINE.finditer(text, start, end):
        yield start, m.start(), True
        start = m.end()
    yield start, end, False


def _collapse(text: str, places: array[int], after_blank: bool) -> Line:
    if not _TO_COLLAPSE.search(text):  # as most lines are
        return Line(_OTHER_SPACE.sub(" ", text), places, after_blank)
    characters: list[str] = []
    kept = array("l")
    gaps = run = 0
    for character, place in zip(text, places, strict=True):
        if character.isspace():
            run += 1
            gaps += run == 2 and bool(characters)
            if not characters or run > 1:
                continue
            character = " "
        else:
            run = 0
        characters.append(character)
        kept.append(place)
    if run and characters:
        characters.pop()
        kept.pop()
        gaps -= run > 1
    return Line("".join(characters), kept, after_blank, gaps)
