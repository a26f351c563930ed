"""Lines joined into paragraphs, and what each paragraph is for the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from workshops.press.form_lines import is_bare_label, is_form, label_of
from workshops.press.furniture import (
    closes_article,
    ends_sentence,
    furniture,
    is_bullet,
    is_date_line,
    is_section,
    is_sharing,
    word_of_any,
)
from workshops.press.reading import Line, clean_lines
from workshops.press.words import fold_in_place

_LONG_LINE = 130
_PROSE_WORDS = 18
_TITLE_WORDS = (3, 32)
_UNDER_WORDS = 8
_CONTACT_LINES = 14
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.|\+\d[\d\s().-]{6,}|(?i:\bt[eé]l(?:[eé]fon(?:o|ica)|ephone)?\b)")
_DATELINE = re.compile(
    r"(?=.{6,70}?[-–—]\s)[A-ZÀ-Þ][\w'’ -]{2,30}(?:,[^.,–—]{2,30}){0,2}(?:\([^)]{2,20}\) ?)?\s?\.?[-–—]\s"
)


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; `kind` as in `article.Kind`, "furniture" for what is left out."""

    lines: tuple[Line, ...]
    kind: str

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def sort_paragraphs(original: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the article in order, each with its kind; furniture is left out."""
    lines = clean_lines(original)
    joined = _join(lines, furniture(lines))
    if is_form(p.text for p in joined):
        first = next(i for i, p in enumerate(joined) if label_of(p.text))
        rest = (
            replace(p, kind="contact" if _is_contact(p.text) or _ADDRESS.search(p.text) else "paragraph")
            for p in joined[first:]
        )
        return tuple(p for p in (*_sort_head(joined[:first]), *_up_to_end(rest)) if p.kind != "furniture")
    body = next((i for i, p in enumerate(joined) if p.kind != "furniture" and _is_prose(p)), None)
    if body is None:
        body = next((i for i, p in enumerate(joined) if p.kind != "furniture"), 0)
    head = _sort_head(joined[:body])
    return tuple(p for p in (*head, *_sort_rest(joined[body:])) if p.kind != "furniture")


def _up_to_end(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    return takewhile(lambda p: not closes_article(p.text), paragraphs)


def _join(lines: tuple[Line, ...], is_furniture: list[bool]) -> list[Paragraph]:
    width = _wrap_width(lines)
    paragraphs: list[Paragraph] = []
    current: list[Line] = []
    for line, left_out in zip(lines, is_furniture, strict=True):
        if current and (left_out or _starts_anew(current, line, width)):
            paragraphs.append(Paragraph(tuple(current), "paragraph"))
            current = []
        if left_out:
            paragraphs.append(Paragraph((line,), "furniture"))
        else:
            current.append(line)
    if current:
        paragraphs.append(Paragraph(tuple(current), "paragraph"))
    return paragraphs


def _wrap_width(lines: tuple[Line, ...]) -> int:
    """The usual length of a full line in a text with hard line breaks: few lines are longer."""
    lengths = sorted(
        len(line.text)
        for line, following in zip(lines, lines[1:], strict=False)
        if len(line.text) <= _LONG_LINE and following.text[0].islower()
    )
    return lengths[int(len(lengths) * 0.95)] if lengths else 0


def _starts_anew(current: list[Line], line: Line, width: int) -> bool:
    """Whether a line begins a paragraph, told from how the one before ends and how it begins itself."""
    last = current[-1].text
    if label_of(line.text) is not None or is_bare_label(last):
        return not is_bare_label(last) or line.is_after_blank or is_bullet(line.text)
    is_open = not ends_sentence(last)
    goes_on = line.text[0].islower() or line.text[0] in ",;:)»”"
    if line.is_after_blank:
        return not (is_open and goes_on and len(last) > width * 0.5)
    if (
        is_bullet(line.text)
        or (last.endswith(":") and not goes_on)
        or _ADDRESS.search(line.text)
        or _ADDRESS.search(last)
    ):
        return True
    if goes_on:
        return False
    if _DATELINE.match(line.text) or any(is_date_line(t) or _is_byline(t) for t in (line.text, last)):
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


def _ends_with_small_word(text: str) -> bool:
    """Whether the last word is an article, a preposition or the like ("del" is, the "Sur" of a name is not)."""
    last = text[-40:].split()[-1]
    return not last[0].isupper() and word_of_any("function_words").fullmatch(fold_in_place(last)) is not None


def _is_prose(paragraph: Paragraph) -> bool:
    text = paragraph.text
    count = len(text.split())
    if _is_contact(text) or _is_byline(text):
        return False
    return (
        count >= _PROSE_WORDS
        and ends_sentence(text)
        or count > _TITLE_WORDS[1] - 6
        or (count >= 12 and text.count(". ") >= 1)
    )


def _is_contact(text: str) -> bool:
    return word_of_any("contact_openers").match(fold_in_place(text[:160]).lstrip(" -*•")) is not None


def _is_byline(text: str) -> bool:
    return len(text.split()) <= 10 and word_of_any("bylines").match(fold_in_place(text[:80])) is not None


def _sort_head(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The lines before the body: one is the headline, some are date lines or bylines, the rest is furniture."""
    sorted_ones = [p if p.kind == "furniture" else replace(p, kind=_head_kind(p.text)) for p in paragraphs]
    candidates = [i for i, p in enumerate(sorted_ones) if p.kind == "title"]
    if candidates:
        last_run = [i for i in candidates if i >= candidates[-1] - 4]
        best = max(last_run, key=lambda i: (not _is_letterhead(sorted_ones[i].text), _head_length(sorted_ones[i]), -i))
        for i in candidates:
            if i != best:
                is_same = sorted_ones[i].text == sorted_ones[best].text
                is_under = i > best and not is_same and _head_length(sorted_ones[i]) >= _UNDER_WORDS
                sorted_ones[i] = replace(sorted_ones[i], kind="paragraph" if is_under else "furniture")
    return sorted_ones


def _head_length(paragraph: Paragraph) -> int:
    """Words of a line above the body; beyond a few, more of them say nothing."""
    return min(len(paragraph.text.split()), _UNDER_WORDS)


def _is_letterhead(text: str) -> bool:
    """Whether a line is the name of a body ("Ministère de la Pêche", "ICRC - Committee ...") and tells nothing."""
    low = fold_in_place(text)
    name = re.match(r"(?:[A-Z]{2,8} [-–—] )?", text)
    head = word_of_any("agency_heads").match(low, name.end() if name else 0)
    return head is not None and ":" not in text and word_of_any("organise_active").search(low, head.end()) is None


def _head_kind(text: str) -> str:
    if is_date_line(text):
        return "date"
    if _is_byline(text):
        return "byline"
    if is_section(text) or _is_contact(text) or closes_article(text):
        return "furniture"
    low, high = _TITLE_WORDS
    return "title" if low <= len(text.split()) <= high else "furniture"


def _with_closing_contact(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Short lines with an address after the last prose are contacts, and so are the short lines right before them."""
    last = max((i for i, p in enumerate(paragraphs) if p.kind != "furniture" and _is_prose(p)), default=-1)
    tail = paragraphs[last + 1 :]
    addressed = [
        i for i, p in enumerate(tail) if _ADDRESS.search(p.text) and p.kind != "furniture" and len(p.text.split()) <= 20
    ]
    if not addressed or any(_is_contact(p.text) for p in tail):
        return paragraphs
    first = addressed[0]
    while first and tail[first - 1].kind != "furniture" and not tail[first].lines[0].is_after_blank:
        first -= 1
    marked = [
        replace(p, kind="contact") if first <= i <= addressed[-1] and p.kind != "furniture" else p
        for i, p in enumerate(tail)
    ]
    return [*paragraphs[: last + 1], *marked]


def _sort_rest(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The body and what follows it, up to the related articles of the page."""
    result: list[Paragraph] = []
    contact_lines = 0
    for p in _with_closing_contact(paragraphs):
        text = p.text
        count = len(text.split())
        if p.kind == "contact":
            result.append(p)
            continue
        if closes_article(text) and count <= 25:
            if is_sharing(text):
                continue
            break
        if p.kind == "furniture":
            contact_lines = 0 if contact_lines > 1 else contact_lines
            continue
        if is_date_line(text) and not _ADDRESS.search(text):
            result.append(replace(p, kind="date"))
        elif _is_contact(text):
            contact_lines = 1
            result.append(replace(p, kind="contact"))
        elif contact_lines and contact_lines < _CONTACT_LINES and (count <= 14 or _ADDRESS.search(text)):
            contact_lines += len(p.lines)
            result.append(replace(p, kind="contact"))
        elif _is_byline(text):
            result.append(replace(p, kind="byline"))
        elif count < 8 and not ends_sentence(text) and not _ADDRESS.search(text):
            continue
        else:
            contact_lines = 0
            result.append(p)
    return result
