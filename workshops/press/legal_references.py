"""Laws, conventions, protocols, codes and the like that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshops.domain.folding import fold
from workshops.press.facts import Finding, PressFacts
from workshops.press.latin_names import latin_name_end
from workshops.press.legal_numbers import BARE_NUMBER, NUMBER, YEAR
from workshops.press.marks import Marks
from workshops.press.tokens import Token
from workshops.press.words import Words

_WORLDWIDE = re.compile(
    r"(?:inter)?(?:africain[ea]?|african[oa]|american[oa]|americaine?|europe[oa]|europeen(?:ne)?|nationale?|nacional)"
    r"|universelle|universal|arabe"
)
"""What makes a name of a law without another capital: "Charte africaine des droits de l'homme"."""
_OF_HOUSES = ("enforcement", "hall", "centre", "center", "school", "society", "firm", "faculty", "house", "reform")
"""What follows a word for a law in names of other things: "Convention Centre", "Law School"."""
_YEAR_ALONE = re.compile(YEAR)
_TAIL = re.compile(
    r"\s(?:relati(?:ve|f)s? (?:à|aux?)|portant|concernant|régissant|sur|on|against|concerning|relating to|governing"
    r"|sobre|relativ[oa]s? al?|contre|contra|para (?:la|el|los|las)(?= [A-ZÀ-Þ])|que (?:regula|establece))\s"
)
_LAW_ON = re.compile(r"(?<!\w)(?:convention|protocol|charter|act|treaty|code|covenant|agreement) (?:on|against) ")
_TO_MAKER, _SMALL, _ENOUGH_WORDS, _LONG_BODY, _AFTER_BODY = 7, 3, 3, 12, 30
_MOST_TOKENS = 22
_SAME_KIND = re.compile(
    r",? (?:et|and|y) (?P<law>(?:celle|celui|that|la|el) (?:de l['’]|de la |del |de |du |of the |of )"
    rf"[\w -]{{0,30}}?{YEAR})"
)
"""Another law of the kind just named: "la Convention de 1951 et celle de l'OUA de 1969"."""
_ACRONYM = re.compile(r" \([A-Z][A-Za-z-]{1,9}\)")
_IN_TITLE = re.compile(r"\([A-Z][A-Za-z ]{3,50}\) (?=[A-Z])")
_DEFINITE = ("la", "l'", "le", "el", "del", "du", "al", "au", "the")
_EVENT_WORDS = ("event_workshop", "event_seminar", "event_training_course", "event_conference", "event_webinar")


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
        start = tokens[i].start
        end = max(end, _known_end(marks, tokens[i]))
        is_law = end > start and first <= start < last and _is_of_event(marks, tokens[i], end)
        if not is_law or marks.words.pattern("not_laws").match(marks.article.low, start):
            i += 1
            continue
        dated = i > 0 and _YEAR_ALONE.fullmatch(tokens[i - 1].low) and tokens[i - 1].end + 1 == tokens[i].start
        acronym = _ACRONYM.match(marks.article.text, end)
        end = acronym.end() if acronym else end
        yield tokens[i - 1 if dated else i].start, end
        if other := _SAME_KIND.match(marks.article.text, end):
            yield other.span("law")
        i = _index_after(tokens, i, end)


def _is_of_event(marks: Marks, token: Token, end: int) -> bool:
    """Whether a token stands in what is told or said of the event, and not in the name of a body."""
    is_told = marks.scope.is_told(token.start) or marks.scope.is_speech(token.start)
    return is_told and not _is_in_agency(marks, token, end)


def _is_in_agency(marks: Marks, token: Token, end: int) -> bool:
    """Whether a body is named there; "Reglamento Sanitario Internacional (RSI)" looks like one and begins as a law."""
    is_head = marks.language != "en" and marks.words.has(token.low, "legal_heads")
    around = [agency for agency in marks.agencies_around(token.start) if agency.end > token.end]
    is_law = is_head or all(_LAW_ON.search(marks.article.low, a.start, a.end) for a in around)
    return any(agency.start < token.start or not is_law and agency.end >= end for agency in around)


def _known_end(marks: Marks, token: Token) -> int:
    """The end of a law known by a name that no head makes one: "Cadre de normes SAFE"; its start if it is none."""
    known = marks.words.pattern("known_laws").match(marks.article.low, token.start) if token.is_capital else None
    if known and marks.article.low[token.start - 1 : token.start] == "(":
        return token.start
    return known.end() if known else token.start


def _with_number(marks: Marks, end: int) -> int:
    """The end with the year or number that belongs to the name: "(2012)", "n° 27-14", ", 2007 (No. 188)"."""
    for _ in range(3):
        m = NUMBER.match(marks.article.text, end)
        end = m.end() if m else end
    return end


def _latin_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
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
    end = next((k for k in range(i + 1, end) if tokens[k].low.startswith(("relati", "portant"))), end)
    end = _before_other_law(tokens, i, end, w)
    numbered = _with_number(marks, head.end)
    if numbered > head.end:
        end = i + 1
    named = tokens[max(end - 1, i)].end
    place = _with_number(marks, max(named, bare.end() if bare else named))
    has_number = place > named
    is_definite = (
        i > 0 and tokens[i - 1].low in _DEFINITE and (i < 2 or tokens[i - 2].low not in ("projet", "avant-projet"))
    )
    by_subject = _TAIL.match(text, head.end) and (head.is_capital or is_definite and not is_plain)
    if not (has_number or by_subject or _is_specific(tokens[i:end], is_plain) or _is_called(tokens[i:end], is_plain)):
        return none
    if has_number and (other := _same_law(tokens, i, marks, place)) > place:
        return other
    if has_number:
        place = _with_maker(marks, place)
    elif end > i + 1:
        place = _without_body(marks, tokens[i].start, place)
    return _with_subject(tokens, i, marks, place)


def _same_law(tokens: tuple[Token, ...], i: int, marks: Marks, place: int) -> int:
    """The end of the name behind a number and a comma: "Ley N.º 28806, Ley General de Inspección"; `place` if none."""
    following = _index_after(tokens, i, place)
    if following + 1 >= len(tokens) or tokens[following].low != "," or tokens[following + 1].low != tokens[i].low:
        return place
    return max(place, _latin_end(tokens, following + 1, marks))


def _with_subject(tokens: tuple[Token, ...], i: int, marks: Marks, place: int) -> int:
    """The end with "relative à ...", "sobre ..." and the year behind it."""
    tail = _TAIL.match(marks.article.text, place)
    if tail is None:
        return place
    following = _index_after(tokens, i, tail.end() - 1)
    following += following < len(tokens) and marks.words.has(tokens[following].low, "determiners")
    end = _phrase_end(tokens, following, marks)
    return _with_number(marks, tokens[end - 1].end) if end > following else place


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
    cut = re.search(r" (?:de la|de l['’]|del|de|du|des)$", named)
    return start + cut.start() if cut and len(own) >= _ENOUGH_WORDS and body.end - body.start > _LONG_BODY else end


def _before_other_law(tokens: tuple[Token, ...], i: int, end: int, w: Words) -> int:
    """Where "y de la Convención ..." begins another law."""
    for k in range(i + 1, end):
        if w.has(tokens[k].low, "name_joints") and any(w.has(t.low, "legal_heads") for t in tokens[k + 1 : k + 4]):
            return k
    return end


def _is_called(name: tuple[Token, ...], is_plain: bool) -> bool:
    """Whether one capital word is its name: "la convention Médicrime", "ley Micaela"."""
    return len(name) == 2 and name[1].is_capital and not is_plain


def _is_specific(name: tuple[Token, ...], is_plain: bool) -> bool:
    """Whether capitals make it a name: "Protocole contre ...", "Code de l'enfant"; a plain head needs two of them."""
    if not name:
        return False
    if len(name) > 2 and name[0].is_capital and _WORLDWIDE.fullmatch(name[1].low):
        return True
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
        if not t.is_word or t.low.isdigit() or w.has(t.low, "phrase_stops", "plain_verbs", "said", "subject_gap_verbs"):
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
    """The place up to which it goes, with its number: "Regulation (EC) No 882/2004"; the start if it is no law."""
    w, none = marks.words, tokens[i].start
    if w.has(tokens[i].low, "legal_heads") and (place := _numbered_end(tokens, i, marks)) > none:
        return place
    if not tokens[i].is_capital or w.has(tokens[i].low, "not_agency_start"):
        return none
    j = i + 1
    while j < len(tokens) and j - i < _MOST_TOKENS and (step := _english_step(tokens, i, j, marks)):
        j += step
    run = tokens[i:j]
    is_body = w.has(tokens[j - 1].low, "agency_heads") and not any(t.low in ("on", "against") for t in run)
    if j - i < 2 or not _has_head(run, marks) or is_body:
        return none
    if any(w.has(t.low, *_EVENT_WORDS) for t in run):  # "Regional Workshop on Rules of Origin"
        return none
    last = tokens[j - 1]
    bare = BARE_NUMBER.match(marks.article.text, last.end) if w.has(last.low, "legal_heads") else None
    return _with_number(marks, bare.end() if bare else last.end)


def _numbered_end(tokens: tuple[Token, ...], i: int, marks: Marks) -> int:
    """The end of a head with its number or year, and subject: "law No. 27 on asylum", "2015 law on ..."."""
    head, text = tokens[i], marks.article.text
    dated = i > 0 and _YEAR_ALONE.fullmatch(tokens[i - 1].low) is not None
    bare = BARE_NUMBER.match(text, head.end) if head.is_capital else None
    place = _with_number(marks, bare.end() if bare else head.end)
    if place == head.end and not (dated and not head.is_capital and _TAIL.match(text, head.end)):
        return head.start
    return _with_subject(tokens, i, marks, place) if not head.is_capital else place


def _english_step(tokens: tuple[Token, ...], i: int, j: int, marks: Marks) -> int:
    """How many tokens from j on belong to the name that starts at i."""
    w, token = marks.words, tokens[j]
    inside = tokens[j : j + 4]
    if [t.low for t in inside[::2]] == ["(", ")"] and len(inside) == 4 and inside[1].is_acronym:
        return 4 if _has_head(inside[3:], marks) else 0  # "Port Facility Security (ISPS) Code"
    if token.low == "(" and (close := _IN_TITLE.match(marks.article.text, token.start)):
        following = _index_after(tokens, j, close.end())  # "Trafficking in Persons (Prevention) Act"
        return following + 1 - j if _has_head(tokens[following : following + 1], marks) else 0
    if token.start - tokens[j - 1].end > 1 or not token.is_word or token.low in ("no", "nos"):
        return 0
    if token.is_capital:
        return 1
    following = j + 1
    while following < len(tokens) and following - j < 3 and tokens[following].low in ("the", "of", "and", "to"):
        following += 1
    small = w.has(token.low, "name_connectors") or token.low in ("in", "relating", "concerning")
    if not small or following >= len(tokens) or not tokens[following].is_capital:
        return 0
    after = tokens[following]
    is_law = _has_head(tokens[following : following + 6], marks) or _known_end(marks, after) > after.start
    is_numbered = w.has(after.low, "legal_heads") and _numbered_end(tokens, following, marks) > after.start
    has_own = is_numbered or following > j + 1 or after.is_acronym or _has_head(tokens[i:j], marks)
    return 0 if token.low == "and" and is_law and has_own else following + 1 - j


def _has_head(run: tuple[Token, ...], marks: Marks) -> bool:
    """Whether a word for a kind of law is among the capitals; "law" in "law enforcement" is none."""
    return any(
        t.is_capital and marks.words.has(t.low, "legal_heads") and after not in _OF_HOUSES
        for t, after in zip(run, [*(t.low for t in run[1:]), ""], strict=True)
    )
