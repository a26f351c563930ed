"""What each paragraph of a text is for the article: headline, date line, body, contact, or furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from workshops.press.form_lines import is_form, label_of, says_where
from workshops.press.furniture import (
    closes_article,
    ends_sentence,
    furniture,
    is_bullet,
    is_byline,
    is_contact_line,
    is_date_line,
    is_letter_line,
    is_section,
    is_sharing,
    is_table_head,
    opens_list_of_people,
    word_of_any,
)
from workshops.press.joined_lines import ADDRESS, Paragraph, is_unwrapped, join_lines
from workshops.press.reading import clean_lines
from workshops.press.words import fold_in_place

_PROSE_WORDS = 18
_TITLE_WORDS = (3, 32)
_UNDER_WORDS, _SURE_WORDS = 8, 5
_CONTACT_LINES = 14
_LEAD = 900
"""So many characters of the body a headline is compared with."""
_CAPTION_WORDS = 18
_LAST_CANDIDATES = 5
_STEM = 5
_HEAD_CONTACT_LINES = 6
_DIGITS = re.compile(r"\(?\d{2,4}\)?[\s.-]\d{3}[\s.-]\d{2,4}")
_SIGNATURE = re.compile(r"[—–-]{1,2}\s?[A-ZÀ-Þ]")
"""How a line opens that says whose words stand above it."""
_MENU_LINES, _LEAST_MENU = 20, 3
_OPENS_DATED = re.compile(r"[A-ZÀ-Þ][^.:;()\d]{2,50}, (?:le |el )?\d[^.:;\n]{3,30}\s?[-–—]\s")
"""A place and a day that open a text: "Kpalimé, 14 mars 2023 – "."""
_END_MARK = re.compile(r"(?i)\W*(?:#{3,}|[-–—*]+\s?(?:ends?|fin|30)\s?[-–—*]+|ends?|fin)\W*$")
"""The end of the text, as press offices mark it: contacts may follow."""


def sort_paragraphs(original: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the article in order, each with its kind; furniture is left out."""
    lines = clean_lines(original)
    joined = join_lines(lines, furniture(lines))
    if is_form(p.text for p in joined):
        first = next(i for i, p in enumerate(joined) if label_of(p.text))
        rest = (
            replace(p, kind="contact" if is_contact_line(p.text) or ADDRESS.search(p.text) else "paragraph")
            for p in joined[first:]
        )
        return tuple(p for p in (*_sort_head(joined[:first]), *_up_to_end(rest)) if p.kind != "furniture")
    body = next((i for i, p in enumerate(joined) if p.kind != "furniture" and _is_prose(p)), None)
    if body is None:
        told = [i for i, p in enumerate(joined) if p.kind != "furniture"]
        short = next((i for i in told[1:] if _is_short_sentence(joined[i].text)), told[0] if told else 0)
        body = next((i for i in told if _is_sentence(joined[i].text)), short)
    body = _behind_menu(joined, body)
    head = _sort_head(joined[:body], " ".join(p.text for p in joined[body : body + 3]))
    body_and_rest = _sort_rest(joined[body:], short=_CAPTION_WORDS if is_unwrapped(lines) else _UNDER_WORDS)
    return tuple(p for p in (*head, *body_and_rest) if p.kind != "furniture")


def _behind_menu(paragraphs: list[Paragraph], body: int) -> int:
    """Where the body begins: short lines part it from a sentence of a menu, and a date line opens it."""
    short = 0
    for i in range(body + 1, min(body + _MENU_LINES, len(paragraphs))):
        text = paragraphs[i].text
        if short >= _LEAST_MENU and _OPENS_DATED.match(text) and _is_prose(paragraphs[i]):
            return i
        short += len(text.split()) <= _TITLE_WORDS[0] and not ends_sentence(text)
    return body


def _up_to_end(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    return takewhile(lambda p: not closes_article(p.text), paragraphs)


def _is_prose(paragraph: Paragraph) -> bool:
    text = paragraph.text
    count = len(text.split())
    is_long = (
        count >= _PROSE_WORDS
        and ends_sentence(text)
        or count > _TITLE_WORDS[1] - 6
        or (count >= 12 and text.count(". ") >= 1)
    )
    return is_long and not (is_contact_line(text) or is_byline(text) or is_letter_line(text))


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) >= _UNDER_WORDS and not is_contact_line(text)


def _is_short_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > _TITLE_WORDS[0] and not is_contact_line(text)


def _sort_head(paragraphs: list[Paragraph], body: str = "") -> list[Paragraph]:
    """The lines before the body: one is the headline, some are date lines or bylines, the rest is furniture.

    The headline is a long line that speaks of what the body begins with, and no letterhead; of equals the first.
    """
    sorted_ones = [p if p.kind == "furniture" else replace(p, kind=_head_kind(p.text)) for p in paragraphs]
    for i in _contacts_in_head(paragraphs):
        sorted_ones[i] = replace(sorted_ones[i], kind="contact")
    candidates = [i for i, p in enumerate(sorted_ones) if p.kind == "title"]
    if not candidates:
        candidates = _short_headlines(paragraphs, _long_words(body[:_LEAD]))
        sorted_ones = [replace(p, kind="title") if i in candidates else p for i, p in enumerate(sorted_ones)]
    if len(candidates) == 1 and (i := candidates[0]) == len(paragraphs) - 1 and _tells_all(sorted_ones[i]):
        sorted_ones[i] = replace(sorted_ones[i], kind="paragraph")
    elif candidates:
        last_run = candidates[-_LAST_CANDIDATES:]
        told = _long_words(body[:_LEAD])
        best = max(
            last_run,
            key=lambda i: (
                not _is_letterhead(sorted_ones[i].text),
                not _is_sentence(sorted_ones[i].text),
                _headline_weight(sorted_ones[i], told),
                -i,
            ),
        )
        if best - 1 in last_run and _is_over_subtitle(sorted_ones[best - 1], sorted_ones[best], told):
            best -= 1
        for i in candidates:
            if i != best:
                is_same = sorted_ones[i].text == sorted_ones[best].text
                is_under = i > best and not is_same and _head_length(sorted_ones[i]) >= _UNDER_WORDS
                sorted_ones[i] = replace(sorted_ones[i], kind="paragraph" if is_under else "furniture")
    return sorted_ones


def _tells_all(line: Paragraph) -> bool:
    """Whether the only line above the body is its first sentence: "The three-day workshop is being held at ..."."""
    low = fold_in_place(line.text)
    is_sentence = line.text.endswith(".") and len(line.text.split()) > _UNDER_WORDS
    is_sentence = is_sentence and word_of_any("determiners").match(low) is not None
    return is_sentence and word_of_any("held").search(low) is not None


def _short_headlines(paragraphs: list[Paragraph], told: set[str]) -> list[int]:
    """Where there is no longer line: the last one of two words that speaks of what the body begins with."""
    found = [
        i
        for i, p in enumerate(paragraphs)
        if p.kind != "furniture"
        and len(p.text.split()) == _TITLE_WORDS[0] - 1
        and _long_words(p.text) & told
        and not (is_section(p.text) or is_date_line(p.text) or is_byline(p.text) or closes_article(p.text))
    ]
    return found[-1:]


def _contacts_in_head(paragraphs: list[Paragraph]) -> list[int]:
    """The lines of a contact above the headline: what opens one, and those right below up to its last address."""
    found: list[int] = []
    for i, p in enumerate(paragraphs):
        if not is_contact_line(p.text):
            continue
        end = i + 1
        while end < len(paragraphs) and end - i < _HEAD_CONTACT_LINES and not paragraphs[end].lines[0].is_after_blank:
            end += 1
        addressed = [
            k for k in range(i, end) if ADDRESS.search(paragraphs[k].text) or _DIGITS.search(paragraphs[k].text)
        ]
        if addressed:
            found += range(i, addressed[-1] + 1)
    return found


def _is_over_subtitle(line: Paragraph, under: Paragraph, told: set[str]) -> bool:
    """Whether a line tells the story by itself, so that the longer one right under it is its subtitle."""
    words = _long_words(line.text)
    is_telling = 5 * len(words & told) >= 2 * len(words) > 0 and len(line.text.split()) >= _SURE_WORDS
    return is_telling and not _is_letterhead(line.text) and len(under.text) > len(line.text)


def _headline_weight(paragraph: Paragraph, told: set[str]) -> int:
    words, length = _long_words(paragraph.text), _head_length(paragraph)
    return length * (2 if 4 * len(words & told) >= len(words) > 0 else 1)


def _long_words(text: str) -> set[str]:
    """How the words of four letters and more begin."""
    found = re.findall(r"\w{4,}", fold_in_place(text))
    return {word[:_STEM] for word in found if word_of_any("function_words").fullmatch(word) is None}


def _head_length(paragraph: Paragraph) -> int:
    """Words of a line above the body; beyond a few, more of them say nothing."""
    return min(len(paragraph.text.split()), _UNDER_WORDS)


def _is_letterhead(text: str) -> bool:
    """Whether a line is the name of a body ("Ministère de la Pêche", "ICRC - Committee ...") and tells nothing."""
    low = fold_in_place(text)
    name = re.match(r"(?:[A-Z]{2,8} [-–—] )?", text)
    head = word_of_any("agency_heads").match(low, name.end() if name else 0)
    tells = ("organise_active", "people_verbs", "event_workshop", "event_seminar")
    return head is not None and ":" not in text and not any(word_of_any(n).search(low, head.end()) for n in tells)


def _head_kind(text: str) -> str:
    if is_date_line(text):
        return "date"
    if is_byline(text):
        return "byline"
    if is_section(text) or is_letter_line(text) or is_contact_line(text) or closes_article(text):
        return "furniture"
    low, high = _TITLE_WORDS
    return "title" if low <= len(text.split()) <= high else "furniture"


def _with_closing_contact(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Short lines with an address after the last prose are contacts, and so are the short lines right before them."""
    numbers = range(len(paragraphs) - 1, -1, -1)
    last = next((i for i in numbers if paragraphs[i].kind != "furniture" and _is_prose(paragraphs[i])), -1)
    tail = list(_up_to_end(paragraphs[last + 1 :]))
    addressed = [
        i for i, p in enumerate(tail) if ADDRESS.search(p.text) and p.kind != "furniture" and len(p.text.split()) <= 20
    ]
    if not addressed or any(is_contact_line(p.text) for p in tail):
        return paragraphs
    first = addressed[0]
    while first and tail[first - 1].kind != "furniture" and not tail[first].lines[0].is_after_blank:
        first -= 1
    marked = [
        replace(p, kind="contact") if first <= i <= addressed[-1] and p.kind != "furniture" else p
        for i, p in enumerate(tail)
    ]
    return [*paragraphs[: last + 1], *marked, *paragraphs[last + 1 + len(tail) :]]


def _is_listed(text: str) -> bool:
    """Whether a paragraph opens a list of people or is an entry of one."""
    return opens_list_of_people(text) or is_bullet(text)


def _goes_on(text: str, before: str) -> bool:
    """Whether a short line is a further entry of a list of people, or says whose words the line before was."""
    return is_bullet(text) and _is_listed(before) or _SIGNATURE.match(text) is not None and before.endswith(("”", "»"))


def _sort_rest(paragraphs: list[Paragraph], *, short: int) -> list[Paragraph]:
    """The body and what follows it, up to the related articles of the page.

    A line of fewer words than `short` that does not end like a sentence is a caption or the like.
    """
    result: list[Paragraph] = []
    contact_lines = 0
    has_ended = False
    for p in _with_closing_contact(paragraphs):
        text = p.text
        count = len(text.split())
        if p.kind == "contact":
            result.append(p)
            continue
        if count <= 25 and closes_article(text) and not is_sharing(text) and not _END_MARK.match(text):
            break
        has_ended = has_ended or _END_MARK.match(text) is not None
        if is_sharing(text) and closes_article(text) or has_ended and not (contact_lines or is_contact_line(text)):
            continue
        if p.kind == "furniture" or is_table_head(text):
            contact_lines = 0 if contact_lines > 1 or p.kind != "furniture" else contact_lines
            continue
        if is_date_line(text) and not ADDRESS.search(text):
            result.append(replace(p, kind="date"))
        elif is_contact_line(text):
            contact_lines = 1
            result.append(replace(p, kind="contact"))
        elif contact_lines and contact_lines < _CONTACT_LINES and (count <= 14 or ADDRESS.search(text)):
            contact_lines += len(p.lines)
            result.append(replace(p, kind="contact"))
        elif is_byline(text):
            result.append(replace(p, kind="byline"))
        elif opens_list_of_people(text) or says_where(text) or result and _goes_on(text, result[-1].text):
            result.append(p)
        elif count < short and not ends_sentence(text) and not ADDRESS.search(text):
            continue
        else:
            contact_lines = 0
            result.append(p)
    return result
