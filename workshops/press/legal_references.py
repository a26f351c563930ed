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
    rf"\s?(?:,\s)?(?:\({_YEAR}\)|\((?:[Nn]o|[Nn]úm|[Nn])\.?[°º]? ?\d{{1,4}}\)"
    rf"|(?:du|del?) \d{{1,2}}(?:er)? (?:de )?[a-zéûô]{{3,10}} (?:del? )?{_YEAR}"
    rf"|(?:[Nn]o\.?|[Nn]\.?[°º]|núm\.) ?[\d/-]{{1,10}}"
    rf"|(?:of|de|del|du) {_YEAR}|{_YEAR}|\d{{2,4}}-\d{{2,4}})"
)
_NUMBERED_HEAD = re.compile(
    r"\s(?:\((?:EC|EU|EEC)\)\s)?(?:[Nn]os?\.?\s?)?\d(?:[\d/.-]{0,13}\d)?(?:/[A-Z]{2,3})?(?:\sof\s(?:19|20)\d\d|\s\((?:19|20)\d\d\))?(?!\w)"
)
"""What makes a lone head a name: "Resolution 1325 (2000)", "Directive 2009/45/EC", "Regulation (EC) No 882/2004"."""
_NOT_LAWS = {"rule of law", "rules of origin", "rules of the road", "law school", "law society"}
_NAMED_IN_BRACKETS = re.compile(rf"\s\((?:{_YEAR}|[A-Z]{{2,8}})\)")
_BILL_BEFORE = re.compile(r"(?:projet|proposition|avant-projet|proyecto|anteproyecto) de $")
_OF_BODY = re.compile(r"\s(?:de la|de los|de las|del|de|du|de l['’]|des)\s?$")
_YEAR_ALONE = re.compile(_YEAR)
_TAIL = re.compile(r"\s(?:relati(?:ve|f)s? (?:à|aux?)|portant|on|sobre|sur|relativ[oa]s? al?|contre|contra)\s")


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
        start = tokens[i - 1 if dated else i].start
        yield start, _with_number(marks, _without_body(marks, start, tokens[end - 1].end))
        i = end


def _without_body(marks: Marks, start: int, end: int) -> int:
    """The end without the body that keeps a law whose name is long enough: "Código ... de la Organización Mundial"."""
    last = next((a for a in marks.agencies_in(start, end) if a.end == end and a.start > start), None)
    before = _OF_BODY.search(marks.article.text, start, last.start) if last is not None else None
    if before is None or marks.language == "en":
        return end
    name = marks.tokens_in(start, before.start())
    return before.start() if sum(t.is_capital for t in name) > 2 and not any(t.low[0].isdigit() for t in name) else end


def _is_in_agency(marks: Marks, token: Token) -> bool:
    return any(agency.end > token.end for agency in marks.agencies_around(token.start))


def _with_number(marks: Marks, end: int) -> int:
    """The end with the year or number that belongs to the name: "(2012)", "n° 27-14", ", 2007 (No. 188)"."""
    for _ in range(3):
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
    is_bill = _BILL_BEFORE.search(marks.article.low, max(0, head.start - 24), head.start) is not None
    is_law = head.is_capital or w.has(head.low, "laws") and not is_bill
    is_named_by_subject = is_law and _TAIL.match(marks.article.text, head.end) is not None
    if numbered is not None:
        end = max(end, _index_after(tokens, i, _with_number(marks, head.end)))
    elif is_named_by_subject:
        end = max(end, i + 1)
    elif end <= i + 1 or not _is_specific(tokens[i:end], w.has(head.low, "plain_legal_heads"), marks):
        return i
    tail = _TAIL.match(marks.article.text, tokens[end - 1].end)
    if tail is not None:
        following = _index_after(tokens, end - 1, tail.end())
        following += following < len(tokens) and w.has(tokens[following].low, "determiners")
        end = _phrase_end(tokens, following, marks)
    return end


def _is_specific(name: tuple[Token, ...], is_plain: bool, marks: Marks) -> bool:
    """Whether capitals make it a name: "Protocole contre ...", "Code de l'enfant", "convention Médicrime".

    A plain head needs two of them, or the year or acronym that a known one has: "Règlement sanitaire (2005)".
    """
    capitals = sum(t.is_capital for t in name)
    if is_plain and name[0].is_capital and _NAMED_IN_BRACKETS.match(marks.article.text, name[-1].end):
        return True
    is_named = name[1].is_capital and not is_plain and not marks.agencies_around(name[1].start)
    return capitals >= (2 if is_plain and name[0].is_capital else 1) and (
        name[0].is_capital or len(name) > 2 or is_named
    )


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
    if w.has(tokens[i].low, "legal_heads") and (m := _NUMBERED_HEAD.match(marks.article.text, tokens[i].end)):
        return _index_after(tokens, i, m.end())
    j = i + 1
    while j < len(tokens) and j - i < 22 and (step := _english_step(tokens, i, j, marks)):
        j += step
    run = tokens[i:j]
    is_other = " ".join(t.low for t in run[:3]) in _NOT_LAWS or any(
        w.has(t.low, "event_workshop", "event_seminar", "event_training_course", "event_conference") for t in run
    )
    if len(run) < 2 or is_other or not _has_head(run, marks) or w.has(run[-1].low, "agency_heads"):
        return i
    return j


def _english_step(tokens: tuple[Token, ...], i: int, j: int, marks: Marks) -> int:
    """How many tokens from j on belong to the name that starts at i."""
    w, token = marks.words, tokens[j]
    inside = tokens[j : j + 4]
    if [t.low for t in inside[::2]] == ["(", ")"] and len(inside) == 4 and inside[1].is_acronym:
        return 4 if _has_head(inside[3:], marks) else 0  # "Port Facility Security (ISPS) Code"
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
    begins_another = token.low == "and" and _has_head(tokens[following : following + 6], marks)
    is_numbered = w.has(tokens[following].low, "legal_heads") and _NUMBERED_HEAD.match(
        marks.article.text, tokens[following].end
    )
    has_own = is_numbered or following > j + 1 or tokens[following].is_acronym or _has_head(tokens[i:j], marks)
    return 0 if begins_another and has_own else following + 1 - j


def _has_head(run: tuple[Token, ...], marks: Marks) -> bool:
    """Whether a word for a kind of law is among the capitals; "law" in "law enforcement" is none."""
    return any(
        t.is_capital and marks.words.has(t.low, "legal_heads") and after != "enforcement"
        for t, after in zip(run, [*(t.low for t in run[1:]), ""], strict=True)
    )
