"""Lines joined into paragraphs: where a text was wrapped, and where each line is a paragraph by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from workshops.press.form_lines import is_bare_label, label_of
from workshops.press.furniture import (
    ends_sentence,
    is_bullet,
    is_byline,
    is_contact_line,
    is_date_line,
    is_section,
    word_of_any,
)
from workshops.press.reading import Line
from workshops.press.words import fold_in_place

_LONG_LINE, _NEVER_WRAPPED = 130, 200
_OPENING_WORDS = 5
_DATELINE = re.compile(
    r"(?=.{6,70}?[-–—]\s)[A-ZÀ-Þ][\w'’ -]{2,30}(?:,[^.,–—]{2,30}){0,2}(?:\([^)]{2,20}\) ?)?\s?\.?[-–—]\s"
)
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.|\+\d[\d\s().-]{6,}|(?i:\bt[eé]l(?:[eé]fon(?:o|ica)|ephone)?\b)")
"""An e-mail address, or a telephone number or the word for it."""


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; `kind` as in `article.Kind`, "furniture" for what is left out."""

    lines: tuple[Line, ...]
    kind: str

    @cached_property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def join_lines(lines: tuple[Line, ...], is_furniture: list[bool]) -> list[Paragraph]:
    """The paragraphs that the lines make; a line that is furniture is one by itself."""
    width = None if is_unwrapped(lines) else _wrap_width(lines)
    paragraphs: list[Paragraph] = []
    current: list[Line] = []
    for line, left_out in zip(lines, is_furniture, strict=True):
        if _is_entry(current, line):
            current.append(line)
            continue
        if current and (left_out or _starts_anew(current, line, width) and not _breaks_name(current, line, lines)):
            paragraphs.append(Paragraph(tuple(current), "paragraph"))
            current = []
        if left_out:
            paragraphs.append(Paragraph((line,), "furniture"))
        else:
            current.append(line)
    if current:
        paragraphs.append(Paragraph(tuple(current), "paragraph"))
    return paragraphs


def _is_entry(current: list[Line], line: Line) -> bool:
    """Whether a line is an entry of the list that a sentence with a colon opens: "They will learn to:", "- ..."."""
    if not current or not is_bullet(line.text):
        return False
    first = next((n for n, each in enumerate(current) if is_bullet(each.text)), len(current))
    opening = current[first - 1].text if first else ""
    is_told = len(opening.split()) >= _OPENING_WORDS and not is_contact_line(opening) and label_of(opening) is None
    return opening.endswith(":") and is_told and not ADDRESS.search(line.text)


def _breaks_name(current: list[Line], line: Line, lines: tuple[Line, ...]) -> bool:
    """Whether a headline goes on in a second line: after a small word, or in the middle of a name that the text has
    in one line elsewhere ("... train together in Port", "Moresby")."""
    last = current[-1].text
    if (
        len(current) > 1
        or line.is_after_blank
        or ends_sentence(last)
        or len(last) > _LONG_LINE
        or is_date_line(line.text)
    ):
        return False
    end, beginning = last.split()[-1], line.text.split()[0].rstrip(".,:")
    if not end[0].isupper():
        return _ends_with_small_word(last) and len(last.split()) >= _OPENING_WORDS
    return beginning[:1].isupper() and any(f"{end} {beginning}" in each.text for each in lines)


def is_unwrapped(lines: tuple[Line, ...]) -> bool:
    """Whether a line is a paragraph, as where a page was saved: most of the text stands in lines too long for wrapped
    ones."""
    long = [len(line.text) for line in lines if len(line.text) > _LONG_LINE]
    return (len(long) > 1 or max(long, default=0) > _NEVER_WRAPPED) and 2 * sum(long) > sum(
        len(line.text) for line in lines
    )


def _wrap_width(lines: tuple[Line, ...]) -> int:
    """The usual length of a full line in a text with hard line breaks: few lines are longer."""
    lengths = sorted(
        len(line.text)
        for line, following in zip(lines, lines[1:], strict=False)
        if len(line.text) <= _LONG_LINE and following.text[0].islower()
    )
    return lengths[int(len(lengths) * 0.95)] if lengths else 0


def _starts_anew(current: list[Line], line: Line, width: int | None) -> bool:
    """Whether a line begins a paragraph, told from how the one before ends and how it begins itself.

    `width` is that of a full line, None where lines are not wrapped.
    """
    last = current[-1].text
    if len(current) == 1 and is_section(last):
        return True
    if label_of(line.text) is not None or is_bare_label(last):
        return not is_bare_label(last) or line.is_after_blank or is_bullet(line.text)
    if is_date_line(line.text) and len(current) == 1 and not _ends_with_small_word(last) and not last.endswith(","):
        return True
    goes_on = line.text[0].islower() or line.text[0] in ",;:)»”"
    if line.is_after_blank:
        return ends_sentence(last) or not goes_on or len(last) <= (width or 0) * 0.5 or is_date_line(line.text)
    if (
        is_bullet(line.text)
        or (last.endswith(":") and not goes_on and not _has_open_quote(current))
        or ADDRESS.search(line.text)
        or ADDRESS.search(last)
    ):
        return True
    if width is None:
        return not goes_on or any(is_date_line(t) or is_byline(t) for t in (line.text, last))
    if goes_on or _is_inside(current, line, width):
        return False
    return _parts_wrapped(current, line, width)


def _parts_wrapped(current: list[Line], line: Line, width: int) -> bool:
    """Whether a wrapped line with a capital begins a paragraph: headlines and date lines stand apart, and what follows
    a sentence that ends short of the full line."""
    last = current[-1].text
    is_open = not ends_sentence(last)
    if _DATELINE.match(line.text) or any(is_date_line(t) or is_byline(t) for t in (line.text, last)):
        return True
    if len(line.text) > _LONG_LINE:
        return True
    if not is_open:
        return len(last) > _LONG_LINE or len(last) < width * 0.8
    if len(last) > _LONG_LINE:
        return True
    if last.endswith((",", ";", "-", "–")) or _ends_with_small_word(last):
        return False
    if _DATELINE.match(current[0].text):  # no headline: the body has begun
        return False
    if len(current) == 1:
        would_fit = len(last) + 1 + len(line.text.split(" ", 1)[0]) <= width
        return would_fit or len(last) > width * 1.1 or len(line.text) > _LONG_LINE
    is_first_sentence = not any(c in '«“"' or ends_sentence(part.text) for part in current for c in part.text)
    return is_first_sentence and len(current) == 2 and len(last) < width * 0.6


def _is_inside(current: list[Line], line: Line, width: int) -> bool:
    """Whether a line goes on in the middle of a quotation, or of a sentence with a number after a full line."""
    last = current[-1].text
    is_number = line.text[0].isdigit() and not ends_sentence(last) and len(last) > 0.75 * width
    return _has_open_quote(current) or is_number and len(line.text.split()) > 2


def _has_open_quote(current: list[Line]) -> bool:
    text = " ".join(line.text for line in current)
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”") or text.count("«") > text.count("»")


def _ends_with_small_word(text: str) -> bool:
    """Whether the last word is an article, a preposition or the like ("del" is, the "Sur" of a name is not)."""
    last = text[-40:].split()[-1]
    return not last[0].isupper() and word_of_any("function_words").fullmatch(fold_in_place(last)) is not None
