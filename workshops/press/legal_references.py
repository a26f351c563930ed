"""Laws, conventions, protocols, codes and the like that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshops.domain.folding import fold
from workshops.press.facts import Finding, PressFacts
from workshops.press.latin_names import latin_name_end
from workshops.press.marks import Marks
from workshops.press.tokens import Token

_YEAR = r"(?:19|20)\d\d(?!\d)"
_NUMBER = re.compile(
    rf"\s?(?:,\s)?(?:\({_YEAR}\)|\((?:[Nn]o|[Nn]úm)\.? ?\d{{1,4}}\)|(?:[Nn]o\.?|[Nn]\.?[°º]|núm\.) ?[\d/-]{{1,10}}"
    rf"|(?:of|de|del|du) {_YEAR}|{_YEAR}|\d{{2,4}}-\d{{2,4}})"
)
_YEAR_ALONE = re.compile(_YEAR)
_TAIL = re.compile(r"\s(?:relati(?:ve|f)s? (?:à|aux?)|portant|on|sobre|relativ[oa]s? al?|contre|contra)\s")


def find_legal_references(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Names that start with, or in English hold, the word for a kind of law, with their numbers and years."""
    if not known.value("is_workshop"):
        return
    seen: list[str] = []
    for start, end in _spans(marks):
        name = marks.text(start, end)
        key = fold(name)
        if any(key in other or other in key for other in seen):
            continue
        seen.append(key)
        yield marks.finding("legal_references", name, 0.8, (start, end), "name of a law", len(seen) - 1)


def _spans(marks: Marks) -> Iterator[tuple[int, int]]:
    tokens = marks.tokens
    body = marks.article.body
    first, last = (body[0].start, body[-1].end) if body else (0, 0)
    i = 0
    while i < len(tokens):
        end = _english_end(tokens, i, marks) if marks.language == "en" else _latin_end(tokens, i, marks)
        is_told = marks.scope.is_told(tokens[i].start) or marks.scope.is_speech(tokens[i].start)
        if end <= i or not first <= tokens[i].start < last or not is_told or _is_in_agency(marks, tokens[i]):
            i += 1
            continue
        dated = i > 0 and _YEAR_ALONE.fullmatch(tokens[i - 1].low) and tokens[i - 1].end + 1 == tokens[i].start
        yield tokens[i - 1 if dated else i].start, _with_number(marks, tokens[end - 1].end)
        i = end


def _is_in_agency(marks: Marks, token: Token) -> bool:
    return any(agency.end > token.end for agency in marks.agencies_around(token.start))


def _with_number(marks: Marks, end: int) -> int:
    """The end with the year or number that belongs to the name: "(2012)", "n° 27-14", ", 2007 (No. 188)"."""
    for _ in range(2):
        m = _NUMBER.match(marks.article.text, end)
        end = m.end() if m else end
    return end


def _latin_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
    """From the head on as for an agency; a number or year may come first, and "relative à ..." may follow."""
    w = marks.words
    head = tokens[i]
    if not w.has(head.low, "legal_heads") or i and tokens[i - 1].low == "(":
        return i
    if not head.is_capital and w.has(head.low, "capital_legal_heads"):
        return i
    numbered = _NUMBER.match(marks.article.text, head.end)
    end = latin_name_end(tokens, i, w, "legal_heads")
    end = next((k for k in range(i + 1, end) if tokens[k].low.startswith(("relati", "portant"))), end)
    is_named_by_subject = head.is_capital and _TAIL.match(marks.article.text, head.end) is not None
    if numbered is not None:
        end = max(end, _index_after(tokens, i, numbered.end()))
    elif is_named_by_subject:
        end = max(end, i + 1)
    elif end <= i + 1 or not _is_specific(tokens[i:end], w.has(head.low, "plain_legal_heads")):
        return i
    tail = _TAIL.match(marks.article.text, tokens[end - 1].end)
    if tail is not None:
        following = _index_after(tokens, end - 1, tail.end())
        following += following < len(tokens) and w.has(tokens[following].low, "determiners")
        end = _phrase_end(tokens, following, marks)
    return end


def _is_specific(name: tuple[Token, ...], is_plain: bool) -> bool:
    """Whether capitals make it a name: "Protocole contre ...", "Code de l'enfant"; a plain head needs two of them."""
    capitals = sum(t.is_capital for t in name)
    return capitals >= (2 if is_plain and name[0].is_capital else 1) and (name[0].is_capital or len(name) > 2)


def _index_after(tokens: tuple[Token, ...], i: int, place: int) -> int:
    while i < len(tokens) and tokens[i].start < place:
        i += 1
    return i


def _phrase_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
    """The end of a phrase of nouns, adjectives and prepositions in small letters."""
    w = marks.words
    j = i
    while j < len(tokens) and j - i < 14:
        t = tokens[j]
        if not t.is_word or w.has(t.low, "phrase_stops", "plain_verbs", "said", "subject_gap_verbs"):
            break
        is_small = not t.is_capital and not w.has(t.low, "name_connectors", "name_joints", "determiners", "adjective")
        if is_small and j > i and tokens[j - 1].is_capital:  # a verb after the capitals of the name
            break
        after = tokens[j + 1 : j + 3]
        if w.has(t.low, "name_joints") and any(w.has(n.low, "legal_heads") for n in after):
            break
        if w.has(t.low, "name_joints") and not (
            j + 1 < len(tokens) and w.has(tokens[j + 1].low, "name_connectors", "determiners")
        ):
            break
        j += 1
    while j > i and w.has(tokens[j - 1].low, "name_connectors", "determiners", "name_joints"):
        j -= 1
    return j


def _english_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
    """A run of capital words with a head among them: "UN Convention against Transnational Organized Crime"."""
    w = marks.words
    if not tokens[i].is_capital or w.has(tokens[i].low, "not_agency_start"):
        return i
    j = i + 1
    while j < len(tokens) and j - i < 22 and tokens[j].start - tokens[j - 1].end <= 1 and tokens[j].is_word:
        if tokens[j].is_capital:
            j += 1
            continue
        following = j + 1
        while following < len(tokens) and following - j < 3 and tokens[following].low in ("the", "of", "and", "to"):
            following += 1
        small = w.has(tokens[j].low, "name_connectors") or tokens[j].low in ("in", "relating", "concerning")
        if not small or following >= len(tokens) or not tokens[following].is_capital:
            break
        if (
            tokens[j].low == "and"
            and (following > j + 1 or tokens[following].is_acronym)
            and _has_head(tokens[following : following + 6], marks)
        ):
            break
        j = following + 1
    return j if j - i >= 2 and _has_head(tokens[i:j], marks) and not w.has(tokens[j - 1].low, "agency_heads") else i


def _has_head(run: tuple[Token, ...], marks: Marks) -> bool:
    return any(t.is_capital and marks.words.has(t.low, "legal_heads") for t in run)
