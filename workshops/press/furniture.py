"""Which lines are page furniture: menus, sharing, advertisements, related articles, copyright."""

from __future__ import annotations

import re
from functools import cache

from workshops.press.reading import Line
from workshops.press.words import LANGUAGES, any_language, fold_in_place, fold_line, words

_LONGEST_OPENER = 160
_BULLET = re.compile(r"^[-•·*–—]\s")
_MENU = re.compile(r"\s[|>›»/•·]\s")
_BAR = re.compile(r"\s[-–—|·]\s")
_DIGIT = re.compile(r"\d")
_SOME_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d")
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RULE = re.compile(r"^\W*$")
_END_OF_SENTENCE = re.compile(r"[.!?…][\"'”’»)\s]*(?:(?<=\s)(?:FIN|ENDS?|#+)\W*)?$")
_MENU_WORDS, _LEAST_HEADLINE = 7, 4
_DATE_LINE_WORDS, _DATE_LINE_NAMES = 9, 5
_DATE_INSIDE = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?![\d/.-])")
_IN_BRACKETS = re.compile(r"\([^()]{2,25}\)\W*$")
"""The agency that ends a date line: "Leticia, Colombia, 4 de abril de 2014 (OPS/OMS)"."""
_BRACKETED = re.compile(r"\([^()]+, [^()]*\d[^()]*\)\.?")
"""A place and a day in brackets, which need no year: "(Managua, 5 de junio)"."""
_NUMERIC_DATE = re.compile(r"(?:\W*[a-z]{3,12}(?: \w{2,5})?\s?:)?\W*\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}\W*$")
_CAPTION = re.compile(
    r"(?:^|[\s/|(–—-])(?:photos?|foto(?:s|graf[ií]as?)?|image|imagen|cr[ée]dits?(?: photos?)?|crédito)\s?:",
    re.IGNORECASE,
)
_CAPTION_WORDS = 40
_IN_PLACE_OF_PICTURE = re.compile(
    r"[\[<(](?:logo|image|imagen|photo|foto|banner|video|icon|icono|picture)s?\b", re.IGNORECASE
)
"""What a text has where the page shows a picture: "[Logo] Tribunal Supremo"."""
_LONGEST_BANNER = 120
_NUMBER_OF_BANNER = re.compile(
    r"[\s,:(/–—-]{0,4}(?:n[o°º.]{0,2}|nr|num|numero|number|ref|#)?[.:\s]{0,2}\d[\w/.-]{0,14}\)?(?![\w%])(?! \w{3})\W*"
)
_SHARE = re.compile(r"\W*(?:share|partager|partagez|compartir|comparta|print|imprim|tweet)")


def ends_sentence(text: str) -> bool:
    """Whether a line stops where a sentence stops."""
    return _END_OF_SENTENCE.search(text) is not None


def is_bullet(text: str) -> bool:
    """Whether a line is an entry of a list."""
    return _BULLET.match(text) is not None


@cache
def word_of_any(name: str) -> re.Pattern[str]:
    """Any entry of a list of any language, as whole words of folded text."""
    return re.compile(rf"(?<!\w){any_language(name)}(?!\w)")


def is_date_line(text: str) -> bool:
    """Whether a line is little more than a full date ("Actualités | 3 mars 2021"), or a name of sorts and a date."""
    if not _DIGIT.search(text):
        return False
    parts = _BAR.split(text)
    if len(parts) > 1 and len(text.split()) <= 2 * _DATE_LINE_WORDS and not any(map(ends_sentence, parts[:-1])):
        return any(map(_is_dated, parts)) and not any(_tells(fold_in_place(part)) for part in parts)
    return _is_dated(text)


def _is_dated(text: str) -> bool:
    """Whether a line, or one part of it, is little more than a full date."""
    if not _DIGIT.search(text) or len(text.split()) > _DATE_LINE_WORDS:
        return False
    low = fold_in_place(text)
    has_year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", low) is not None
    has_day = _DATE_INSIDE.search(low) is not None and not ends_sentence(text)
    has_year = has_year or _BRACKETED.fullmatch(text) is not None
    is_dated = has_day or _NUMERIC_DATE.match(low) is not None or has_year and word_of_any("months").search(low)
    return bool(is_dated) and not _tells(low)


def _tells(low: str) -> bool:
    """Whether a line with a date is a headline: it names an event, or more than a town and the kind of text."""
    if word_of_any("event_workshop").search(low) or word_of_any("event_seminar").search(low):
        return True
    plain = re.findall(r"[^\W\d_]{2,}", _IN_BRACKETS.sub("", low))
    months, days = word_of_any("months"), word_of_any("weekdays")
    names = sum(not months.fullmatch(word) and not days.fullmatch(word) for word in plain)
    return names > _DATE_LINE_NAMES or names > 2 and word_of_any("event_training_course").match(low) is not None


@cache
def _pattern(name: str, is_whole: bool) -> re.Pattern[str]:
    entries = any_language(name)
    return re.compile(rf"\W*{entries}\W*$" if is_whole else rf"\W*{entries}(?!\w)")


def is_section(text: str) -> bool:
    """Whether a line is the name of a section or of the kind of text ("Press release", "Sala de prensa")."""
    low = fold_line(text[:_LONGEST_BANNER])
    return _pattern("section_lines", True).match(low) is not None or len(text) < _LONGEST_BANNER and _is_banner(low)


def _is_banner(low: str) -> bool:
    """Whether a line only says what text it is and from when it may be used: "PRESS RELEASE No. 7 - EMBARGOED ..."."""
    if _pattern("embargoes", False).match(low):
        return True
    end = _after_banner(low)
    rest = low[end:]
    if not end or not rest.strip(" .-–—:|*") or _NUMBER_OF_BANNER.fullmatch(rest):
        return end > 0
    return is_date_line(rest) or _pattern("embargoes", False).match(rest) is not None


def _after_banner(low: str) -> int:
    """Where what follows a banner begins in folded text ("Press release: ...", "NOTA DE PRENSA - ..."), 0 without."""
    banner, end = _pattern("banners", False), 0
    while (found := banner.match(low, end)) is not None:
        number = _NUMBER_OF_BANNER.match(low, found.end())
        end = number.end() if number else found.end()
    return end


def is_letter_line(text: str) -> bool:
    """Whether a line greets, or says that a text follows ("Dear colleagues", "Veuillez trouver ci-joint")."""
    return _pattern("letter_lines", False).match(fold_line(text[:80])) is not None


def closes_article(text: str) -> bool:
    """Whether a line opens what follows an article on a page ("Related stories", "Lire aussi")."""
    return _pattern("after_article", False).match(fold_line(text[:80])) is not None


def is_sharing(text: str) -> bool:
    """Whether a line offers to share or print the page: what follows may still be the contact."""
    return _SHARE.match(fold_line(text[:40])) is not None


def is_contact_line(text: str) -> bool:
    """Whether a line opens the contacts ("For more information")."""
    return word_of_any("contact_openers").match(fold_line(text[:160]).lstrip(" -*•")) is not None


def is_table_head(text: str) -> bool:
    """Whether a line holds names of columns and nothing else: "Nom Structure", "Name / Position / Organisation"."""
    low = fold_line(text[:120]).strip()
    return len(low.split()) > 1 and _table_head().fullmatch(low) is not None


@cache
def _table_head() -> re.Pattern[str]:
    word = rf"(?:{'|'.join(words(language).any_of('column_heads') for language in LANGUAGES)})"
    return re.compile(rf"(?:n[o°]\.? ?|# ?)?{word}(?:[ ,;|/:]{{1,4}}{word}){{1,8}}")


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the text, or when it was put on the page."""
    low = fold_line(text[:80])
    has_day = _SOME_DAY.search(low) is not None
    return len(text.split()) <= (24 if has_day else 10) and word_of_any("bylines").match(low) is not None


def furniture(lines: tuple[Line, ...]) -> list[bool]:
    """For each line whether it is furniture. Looks at a line and at its neighbours, and at what opens a list."""
    in_list = _in_lists(lines)
    return [
        not in_list[i]
        and _is_alone(line)
        or (i > 0 and not _is_same_headline(lines[i - 1].text, line.text) and _repeats(lines[i - 1].text, line.text))
        or (i + 1 < len(lines) and line.text == lines[i + 1].text)
        or (i + 1 < len(lines) and _repeats(line.text, lines[i + 1].text))
        for i, line in enumerate(lines)
    ]


def _is_same_headline(first: str, second: str) -> bool:
    """Whether a page shows its headline twice: the second time it stands."""
    return first == second and len(first.split()) >= _LEAST_HEADLINE


def _in_lists(lines: tuple[Line, ...]) -> list[bool]:
    """For each line whether it is an entry of a list of people that a line with a colon opens ("Trainers:"), or says
    after a dash whose words the line before was.
    """
    found: list[bool] = []
    for i, line in enumerate(lines):
        opens = i > 0 and (found[i - 1] or opens_list_of_people(lines[i - 1].text))
        signs = i > 0 and lines[i - 1].text.endswith(("”", "»")) and line.text.startswith(("—", "–"))
        found.append(signs or opens and is_bullet(line.text))
    return found


def opens_list_of_people(text: str) -> bool:
    """Whether a line announces a list of those who teach."""
    text = text.rstrip()
    if len(text) >= _LONGEST_OPENER or fold_in_place(text[-1:]) != ":":
        return False
    return word_of_any("expert_nouns").search(fold_in_place(text)) is not None


def _is_alone(line: Line) -> bool:
    text = line.text
    count = len(text.split())
    has_address = "@" in text or "+" in text and any(c.isdigit() for c in text)
    if ":" in text and count <= _CAPTION_WORDS and not has_address and _CAPTION.search(text):
        return True
    if _IN_PLACE_OF_PICTURE.match(text):
        return True
    if _RULE.match(text) or not has_address and _pattern("furniture_lines", False).match(fold_line(text[:80])):
        return True
    if is_bullet(text):
        return count <= 20 and not ends_sentence(text) and not text.endswith((";", ","))
    separators = len(_MENU.findall(text))
    return (
        not has_address
        and (separators >= 2 or line.wide_gaps >= 2 or separators == 1 and count <= _MENU_WORDS)
        and count <= 25
        and not is_date_line(text)
        and not (is_byline(text) and _A_YEAR.search(text))
    )


def _repeats(first: str, second: str) -> bool:
    """A menu shows an entry twice, or an entry and then the same entry grown together with its description."""
    if len(first) > 60 or len(first.split()) > _MENU_WORDS or ends_sentence(first):
        return False
    if not second.casefold().startswith(first.casefold()):
        return False
    following = second[len(first) : len(first) + 1]
    return not following or following.isupper()
