"""The word lists of each language, kept as data in `words/*.toml`."""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Protocol

LANGUAGES = ("en", "fr", "es")

_SPOKEN_LETTERS = 6
"""An acronym as long as this is spoken as a word and often written as one: Unesco, Unicef, Frontex."""

_LINES_MET = 500
"""Openings of lines whose folded text is kept."""

_MOST_MET = 1_500
"""Words of which is kept whether they are on some lists, for each choice of lists."""

_OF_LETTERS = re.compile(r"(?:[\w' &/-]\??)+")
"""An entry that says which letters a word has, and at most that some may be missing: "officers?"."""
_BEGINS = re.compile(r"[a-z](?![?*+{])")
"""How an entry starts that always begins with its first letter."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SAME_LENGTH = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "“": '"', "”": '"',
}  # fmt: skip


@cache
def _fold_character(character: str) -> str:
    """One character in lower case without its accent; always exactly one character, so that places stay valid."""
    base = unicodedata.normalize("NFKD", _SAME_LENGTH.get(character, character))[:1].lower()
    return base if len(base) == 1 else character


def fold_in_place(text: str) -> str:
    """The text in lower case without accents, as long as before: place n of one is place n of the other."""
    if text.isascii():
        return text.lower()
    return _NOT_ASCII.sub(lambda found: _fold_character(found[0]), text).lower()


@lru_cache(maxsize=_LINES_MET)
def fold_line(line: str) -> str:
    """As `fold_in_place`, for the opening of a line, which many rules on lines look at one after the other."""
    return fold_in_place(line)


class _TokenLike(Protocol):
    @property
    def low(self) -> str: ...
    @property
    def is_acronym(self) -> bool: ...
    @property
    def is_capital(self) -> bool: ...


class Expression(Protocol):
    """What an expression is asked for, with the meaning it has for `re.Pattern`."""

    def match(self, string: str, pos: int = ..., endpos: int = ...) -> re.Match[str] | None: ...
    def fullmatch(self, string: str, pos: int = ..., endpos: int = ...) -> re.Match[str] | None: ...
    def search(self, string: str, pos: int = ..., endpos: int = ...) -> re.Match[str] | None: ...
    def finditer(self, string: str, pos: int = ..., endpos: int = ...) -> Iterator[re.Match[str]]: ...


class _Several:
    """Several expressions as one: what begins first is found, and of that the longest.

    Making one expression of long lists takes longer than reading a text with several.
    """

    def __init__(self, members: tuple[Expression, ...]) -> None:
        self._members = members

    def match(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        longest = None
        for expression in self._members:
            found = expression.match(string, pos, endpos)
            if found and (longest is None or found.end() > longest.end()):
                longest = found
        return longest

    def fullmatch(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        return next(filter(None, (e.fullmatch(string, pos, endpos) for e in self._members)), None)

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        first = None
        for expression in self._members:
            found = expression.search(string, pos, endpos)
            if found and (first is None or _order(found) < _order(first)):
                first = found
        return first

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        ahead = [(e, found) for e in self._members if (found := e.search(string, pos, endpos))]
        while ahead:
            first = min((found for _, found in ahead), key=_order)
            yield first
            end = first.end()
            ahead = [
                (e, following)
                for e, found in ahead
                if (following := found if found.start() >= end else e.search(string, end, endpos))
            ]


def _order(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), -found.end()


class Words:
    """The lists of one language. Entries are pieces of regular expressions, folded like the text they meet."""

    def __init__(self, language: str, table: dict[str, Any]) -> None:
        self.language = language
        self._table = table
        self._expressions: dict[tuple[str, ...], str] = {}
        self._patterns: dict[tuple[str, ...], Expression] = {}
        self._mappings: dict[str, dict[str, Any]] = {}
        self._spelt: dict[str, tuple[frozenset[str], re.Pattern[str] | None]] = {}
        self._met: dict[tuple[str, ...], dict[str, bool]] = {}

    def entries(self, name: str) -> tuple[str, ...]:
        """The entries of a list as folded text; () if the language has none."""
        rows: tuple[str, ...] | list[str] = self._table.get(name, ())
        if isinstance(rows, list):  # not folded yet; in its place, since nobody asks for it as it was
            rows = self._table[name] = tuple(map(fold_in_place, rows))
        return rows

    def any_of(self, *names: str) -> str:
        """An expression for any entry of the lists, the longest first; one that never matches if there is none."""
        if names not in self._expressions:
            self._expressions[names] = _any({row for name in names for row in self.entries(name)})
        return self._expressions[names]

    def pattern(self, *names: str) -> Expression:
        """Any entry of the lists as whole words, for folded text."""
        pattern = self._patterns.get(names)
        if pattern is None:
            if len(names) > 1:
                pattern = _Several(tuple(Words.pattern(self, name) for name in names))
            else:
                pattern = re.compile(rf"(?<!\w){self.any_of(*names)}(?:(?!\w)|(?<='))")
            self._patterns[names] = pattern
        return pattern

    def has(self, word: str, *names: str) -> bool:
        """Whether a folded word is, as a whole, an entry of the lists."""
        try:
            return self._met[names][word]
        except KeyError:
            met = self._met.setdefault(names, {})
        if len(met) >= _MOST_MET:
            met.clear()
        met[word] = has = any(self._has(word, name) for name in names)
        return has

    def _has(self, word: str, name: str) -> bool:
        forms, others = self._spelling(name)
        return word in forms or others is not None and others.fullmatch(word) is not None

    def _spelling(self, name: str) -> tuple[frozenset[str], re.Pattern[str] | None]:
        """The words that the entries of a list stand for, and an expression for the entries that tell no words."""
        if name not in self._spelt:
            rows = set(self.entries(name))
            spelt = {row for row in rows if _OF_LETTERS.fullmatch(row)}
            forms = frozenset(form for row in spelt for form in _forms(row))
            self._spelt[name] = forms, re.compile(_any(rows - spelt)) if rows > spelt else None
        return self._spelt[name]

    def among(self, words: AbstractSet[str], name: str) -> set[str]:
        """Those of some folded words that are, as a whole, an entry of the list."""
        forms, others = self._spelling(name)
        found = set(forms & words)
        return found if others is None else found | {word for word in words - found if others.fullmatch(word)}

    def mapping(self, name: str) -> dict[str, Any]:
        """A table of the language, its keys folded."""
        if name not in self._mappings:
            self._mappings[name] = {fold_in_place(key): value for key, value in self._table.get(name, {}).items()}
        return self._mappings[name]


def _any(rows: Iterable[str]) -> str:
    """An expression for any of some entries, the longest first.

    Those with the same first letter stand together, since that rules them all out with one look.
    """
    groups: list[list[str]] = []
    by_letter: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: (-len(row), row)):
        if _BEGINS.match(row) and row[0] in by_letter:
            by_letter[row[0]].append(row)
            continue
        groups.append([row])
        by_letter = {**by_letter, row[0]: groups[-1]} if _BEGINS.match(row) else {}
    alternatives = [f"(?:{'|'.join(group)})" if len(group) > 1 else group[0] for group in groups]
    return f"(?:{'|'.join(alternatives)})" if groups else "(?!)"


def _forms(row: str) -> list[str]:
    """The words that an entry of letters stands for: with and without each that may be missing."""
    if "?" not in row:
        return [row]
    forms = [""]
    for letter, may_lack in re.findall(r"([^?])(\??)", row):
        forms = [form + each for form in forms for each in ((letter, "") if may_lack else (letter,))]
    return forms


@cache
def words(language: str) -> Words:
    """The lists of a language; those of English for a language that is not read."""
    name = language if language in LANGUAGES else "en"
    text = files("workshops.press").joinpath("words", f"{name}.toml").read_text(encoding="utf-8")
    return Words(name, tomllib.loads(text))


def other_languages(w: Words) -> Iterator[Words]:
    """The lists of the languages we read, without those given."""
    return (words(language) for language in LANGUAGES if language != w.language)


def worded(expression: Callable[[Words], str]) -> Callable[[str], re.Pattern[str]]:
    """An expression that holds words of a language; called with the language, it is compiled once for each."""
    return cache(lambda language: re.compile(expression(words(language))))


@cache
def any_language(*names: str) -> str:
    """An expression for any entry of some lists of any language: names keep the words of their own in any text."""
    return f"(?:{'|'.join(words(language).any_of(*names) for language in LANGUAGES)})"


def is_in_any_language(word: str, *names: str) -> bool:
    """Whether a folded word is, as a whole, an entry of some lists of any language."""
    return any(words(language).has(word, *names) for language in LANGUAGES)


def is_foreign_head(word: str, w: Words) -> bool:
    """Whether a folded word is what names of bodies in another language are built on: "y el Fonds central"."""
    return any(other.has(word, "agency_heads") and other.has(word, "tells_language") for other in other_languages(w))


class NameList:
    """Names of one or more words, looked up token by token. Names in capitals match capitals only."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        for name in names:
            parts = tuple(fold_in_place(name).split())
            self._by_first.setdefault(parts[0], []).append((parts, name.isupper()))

    def longest_at(self, tokens: Sequence[_TokenLike], i: int) -> int:
        """How many tokens from i on make the longest name of the list; 0 if none does."""
        sizes = [
            len(parts)
            for parts, in_capitals in self._by_first.get(tokens[i].low, ())
            if (tokens[i].is_acronym or not in_capitals or tokens[i].is_capital and len(parts[0]) >= _SPOKEN_LETTERS)
            and tuple(t.low for t in tokens[i : i + len(parts) - 1]) == parts[:-1]
            and tokens[i + len(parts) - 1 : i + len(parts)]
            and tokens[i + len(parts) - 1].low.removesuffix("'s") == parts[-1]
        ]
        return max(sizes, default=0)


@cache
def known_names() -> NameList:
    """Agencies that texts name without introducing them."""
    text = files("workshops.press").joinpath("words", "known_agencies.txt").read_text(encoding="utf-8")
    return NameList(line for line in text.splitlines() if line and not line.startswith("#"))
