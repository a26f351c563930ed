"""Names of laws in French and Spanish: they start with the word for the kind of law."""

from __future__ import annotations

import re
from functools import cache

from workshops.press.latin_names import latin_name_end
from workshops.press.law_ends import before_subject, index_after, with_number, with_subject
from workshops.press.law_members import with_members
from workshops.press.legal_numbers import BARE_NUMBER
from workshops.press.marks import Marks
from workshops.press.tokens import Token
from workshops.press.words import Words, words

_TO_MAKER, _SMALL, _ENOUGH_WORDS, _LONG_BODY, _AFTER_BODY = 7, 3, 3, 12, 30


@cache
def _of_body(language: str) -> re.Pattern[str]:
    """The preposition before a body that keeps a law."""
    return re.compile(rf" {words(language).any_of('of_body')}$")


def latin_law_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
    """The place up to which it goes from the head on, as for an agency; the start of the head if it is no law.

    A number or year may follow, the body that made it, and "relative à ...", which alone names a law with an article.
    """
    w, text = marks.words, marks.article.text
    head = tokens[i]
    none = head.start
    if not w.has(head.low, "legal_heads") or i and tokens[i - 1].low == "(":
        return none
    if not head.is_capital and w.has(head.low, "capital_legal_heads"):
        return none
    is_plain = w.has(head.low, "plain_legal_heads")
    bare = BARE_NUMBER.match(text, head.end) if head.is_capital or not is_plain else None
    end = latin_name_end(tokens, i, w, "legal_heads")
    end = next((k for k in range(i + 1, end) if w.has(tokens[k].low, "opens_law_subject")), end)
    end = _before_other_law(tokens, i, end, w)
    numbered = with_number(marks, head.end)
    if numbered > head.end:
        end = i + 1
    named = tokens[max(end - 1, i)].end
    place = with_number(marks, max(named, bare.end() if bare else named))
    has_number = place > named
    is_draft = i > 1 and w.has(tokens[i - 2].low, "drafts")
    is_definite = i > 0 and w.has(tokens[i - 1].low, "definite") and not is_draft
    by_subject = before_subject(marks, head.end) and (head.is_capital or is_definite and not is_plain)
    is_name = _is_specific(tokens[i:end], w, is_plain=is_plain) or _is_called(tokens[i:end], is_plain=is_plain)
    if not (has_number or by_subject or is_name):
        return none
    if has_number and (other := _same_law(tokens, i, marks, place)) > place:
        return other
    if has_number:
        place = _with_maker(marks, place)
    elif end > i + 1:
        place = _without_body(marks, tokens[i].start, place)
    place = max(with_subject(tokens, i, marks, place), _with_own_subject(tokens, i, end, marks))
    return with_members(tokens, i, marks, place)


def _with_own_subject(tokens: tuple[Token, ...], i: int, end: int, marks: Marks) -> int:
    """The end of a subject in small letters that begins inside the name: "Convenio sobre las peores formas de ..."."""
    if tokens[end - 1].is_capital:
        return tokens[i].start
    places = (tokens[k - 1].end for k in range(i + 1, end) if not tokens[k].is_capital)
    return max((with_subject(tokens, i, marks, p) for p in places if before_subject(marks, p)), default=tokens[i].start)


def _same_law(tokens: tuple[Token, ...], i: int, marks: Marks, place: int) -> int:
    """The end of the name behind a number and a comma: "Ley N.º 28806, Ley General de Inspección"; `place` if none."""
    following = index_after(tokens, i, place)
    if following + 1 >= len(tokens) or tokens[following].low != "," or tokens[following + 1].low != tokens[i].low:
        return place
    return max(place, latin_law_end(tokens, following + 1, marks))


def _with_maker(marks: Marks, place: int) -> int:
    """The end with the body whose law it is, behind its number: "convention n° 189 de l'OIT"."""
    maker = next((a for a in marks.agencies_in(place, place + 120) if a.start - place <= _TO_MAKER), None)
    return maker.end if maker is not None and "." not in marks.article.text[place : maker.start] else place


def _without_body(marks: Marks, start: int, end: int) -> int:
    """The end before the body in full that keeps the law: "Código Sanitario de la Organización ..."."""
    body = next((a for a in marks.agencies_in(start, end + _AFTER_BODY) if start < a.start < end <= a.end), None)
    if body is None:
        return end
    named = marks.article.text[start : body.start].rstrip()
    own = [word for word in named.split() if len(word) > _SMALL]
    cut = _of_body(marks.language).search(marks.article.low, start, start + len(named))
    return cut.start() if cut and len(own) >= _ENOUGH_WORDS and body.end - body.start > _LONG_BODY else end


def _before_other_law(tokens: tuple[Token, ...], i: int, end: int, w: Words) -> int:
    """Where "y de la Convención ..." begins another law."""
    for k in range(i + 1, end):
        if w.has(tokens[k].low, "name_joints") and any(w.has(t.low, "legal_heads") for t in tokens[k + 1 : k + 4]):
            return k
    return end


def _is_called(name: tuple[Token, ...], *, is_plain: bool) -> bool:
    """Whether one capital word is its name: "la convention Médicrime", "ley Micaela"."""
    return len(name) == 2 and name[1].is_capital and not is_plain


def _is_specific(name: tuple[Token, ...], w: Words, *, is_plain: bool) -> bool:
    """Whether capitals make it a name: "Protocole contre ...", "Code de l'enfant"; a plain head needs two of them."""
    if not name:
        return False
    if len(name) > 2 and name[0].is_capital and w.has(name[1].low, "worldwide"):
        return True
    capitals = sum(t.is_capital for t in name)
    return capitals >= (2 if is_plain and name[0].is_capital else 1) and (name[0].is_capital or len(name) > 2)
