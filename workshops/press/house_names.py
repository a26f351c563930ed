"""How far the name of a building goes: hotels, schools, halls, and the rooms in them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from workshops.domain.towns import find_towns
from workshops.press.latin_names import latin_name_end
from workshops.press.marks import Marks
from workshops.press.tokens import Token, capital_run
from workshops.press.words import NameList, any_language, fold_in_place, worded

LONGEST = 160
_HOTEL = worded(lambda _: rf"(?<!\w){any_language('hotels')}(?!\w)")
_OWN_HOUSE = worded(
    lambda w: rf"(?<=s)?(?:['’]s?)? (?:[a-z-]+ ){{0,2}}{w.any_of('venue_heads', 'rooms')}(?!\w)",
)
_TOWN_OF_HOTEL = re.compile(r" (?:de |d['’])(?=(?:[Ll][aeo]s? |el |El )?[A-ZÀ-Þ])")
_BEHIND_HOUSE = re.compile(
    r"(?:,? (?:in|à|en|de)|,|,? in the (?:city|town|capital) of) "
    r"([A-ZÀ-Þ][\w'’-]*(?: (?:de (?:l[ao]s? )?)?[A-ZÀ-Þ][\w'’-]*){0,3})"
)
_PARTICLES = frozenset(("of", "de", "du", "des", "la", "le", "les", "las", "los", "el", "l'", "d'", "&"))
_ALSO_THE = frozenset(("of", "de"))
_LONGEST_RUN = 9
_ACRONYM = re.compile(r" \([A-Z][\w-]{1,10}\)")
_WORDS_BEHIND = 3
_JOINT = re.compile(r" (?:&|and) ")
_OF_THE = re.compile(r" of (?:the )?")
_OF = re.compile(r" (?:of|at|in) (?:the )?")


@cache
def _hotels() -> NameList:
    """Names of hotels that go without the word."""
    text = files("workshops.press").joinpath("words", "hotels.txt").read_text(encoding="utf-8")
    return NameList(fold_in_place(line) for line in text.splitlines() if line and not line.startswith("#"))


def is_hotel(marks: Marks, start: int, end: int) -> bool:
    """Whether a name in the text is that of a hotel, with or without the word."""
    if _HOTEL(marks.language).search(marks.article.low, start, end):
        return True
    tokens = marks.tokens_in(start, end)
    return any(_hotels().longest_at(tokens, n) for n in range(len(tokens)))


def is_chain(marks: Marks, start: int, end: int) -> bool:
    """Whether a name opens with that of a chain of hotels, behind which its town may stand: "Novotel Bogor"."""
    tokens = marks.tokens_in(start, end)
    return bool(_hotels().longest_at(tokens, 0)) if tokens else False


def is_building(marks: Marks, start: int, end: int) -> bool:
    """Whether a name in the text holds the noun of a building or of a room, or is that of a hotel."""
    heads = marks.words.pattern("venue_heads", "rooms")
    return heads.search(marks.article.low, start, end) is not None or is_hotel(marks, start, end)


def without_town(marks: Marks, start: int, end: int) -> int:
    """The end of a name without "de la ciudad de Quito"; hotels go without "de Quito" too, schools are named by it."""
    in_town = marks.words.pattern("of_town").search(marks.article.low, start, end)
    if in_town is not None:
        return in_town.start() - 1
    if is_hotel(marks, start, end):
        for m in _TOWN_OF_HOTEL.finditer(marks.article.text, start, end):
            if find_towns(marks.article.text[m.end() : end]):
                return m.start()
    return end


def house_end(marks: Marks, place: int, end: int) -> int | None:
    """Where the name of a building ends that starts at a place; None if it is no name."""
    tokens = marks.tokens_in(place, min(end, place + LONGEST))
    w, low = marks.words, marks.article.low
    if not tokens or not tokens[0].is_word:
        return None
    agency = next((a for a in marks.agencies_in(tokens[0].start, end) if a.start == tokens[0].start), None)
    if agency is not None and (marks.language == "en" or not w.has(tokens[0].low, "venue_heads", "houses_if_held")):
        is_house = w.pattern("venue_heads", "houses_if_held").search(low, agency.start, agency.end) is not None
        longer = with_own_house(marks, agency.whole_end)
        return longer if is_house or longer > agency.whole_end else None
    if marks.language == "en":
        return _english_end(marks, tokens, end)
    tokens = _with_whole_head(marks, tokens)
    heads = next((name for name in ("venue_heads", "houses_if_held") if w.has(tokens[0].low, name)), None)
    if heads is None:
        run = _house_run(tokens)  # "au Nomad Hôtel Résidence"
        has_head = len(run) > 1 and any(w.has(t.low, "venue_heads") for t in run)
        return run[-1].end if run and (has_head or is_hotel(marks, run[0].start, run[-1].end)) else None
    stop = latin_name_end(tuple(tokens), 0, w, heads)
    if stop <= 1:
        return agency.whole_end if agency is not None else None
    named = next(
        (a for a in marks.agencies_in(tokens[1].start, end) if a.start <= tokens[stop - 1].end <= a.end + 1), agency
    )
    return max(named.whole_end, tokens[stop - 1].end) if named is not None else tokens[stop - 1].end


def _with_whole_head(marks: Marks, tokens: list[Token]) -> list[Token]:
    """The tokens with a head of several words as one: "quartier général", "maison d'arrêt"."""
    head = marks.words.pattern("venue_heads").match(marks.article.low, tokens[0].start)
    if head is None or head.end() <= tokens[0].end:
        return tokens
    rest = [t for t in tokens if t.start >= head.end()]
    written = marks.article.text[head.start() : head.end()]
    return [tokens[0]._replace(end=head.end(), written=written, low=head.group()), *rest]


def _house_run(tokens: list[Token]) -> list[Token]:
    """The capital words at the start with the small words inside: "Palais des Nations", "Whitesands Resort & Spa"."""
    run: list[Token] = []
    for n, token in enumerate(tokens[:_LONGEST_RUN]):
        if run and token.start - tokens[n - 1].end > 1:
            break
        if token.is_word and token.is_capital:
            run += tokens[len(run) : n + 1]
        elif not run or not (token.low in _PARTICLES or token.low == "the" and tokens[n - 1].low in _ALSO_THE):
            break
    return run


def _english_end(marks: Marks, tokens: list[Token], end: int) -> int | None:
    """Where an English name of a building ends: "Hotel Miramar", "Miramar Hotel", "Bandari naval base", and rooms."""
    w, low = marks.words, marks.article.low
    room = w.pattern("of_room").match(low, tokens[0].start, end)
    of = _OF.match(low, room.end(), end) if room else None
    if of is not None and (whose := _of_whom(marks, of.end(), end)) is not None:
        return whose
    run = _house_run(tokens)
    if not run:
        return None
    heads = [n for n, t in enumerate(run) if w.has(t.low, "venue_heads", "rooms")]
    of = _OF_THE.match(low, run[-1].end, end)
    if of is not None and w.pattern("rooms").fullmatch(run[-1].low):
        return _of_whom(marks, of.end(), end)
    if heads and len(run) > 1:
        return _behind_head(marks, run, heads[-1], end)
    if is_hotel(marks, run[0].start, run[-1].end):
        return run[-1].end
    behind = tokens[len(run) : len(run) + _WORDS_BEHIND]
    for token in behind:
        if not token.is_word or token.is_capital or w.has(token.low, "function_words", "held", "months"):
            break
        if w.has(token.low, "venue_heads"):
            return token.end
    return None


def _behind_head(marks: Marks, run: list[Token], last: int, end: int) -> int:
    """The end of a run whose last head is at a place: "Hotel Miramar" begins with it, "Miramar Hotel" ends with it, but
    for what belongs to the house ("Hotel & Casino", "Hotel and Suites") and its acronym."""
    low = marks.article.low
    if last == 0:
        return run[-1].end
    stop = run[last].end
    if last + 1 < len(run) and run[last + 1].low in _PARTICLES - {"&"}:  # "Room 4 of the Palais des Nations"
        stop = run[-1].end
    joint = _JOINT.match(low, stop, end)
    annex = marks.words.pattern("house_annexes").match(low, joint.end(), end) if joint else None
    if annex is not None:
        stop = annex.end()
    acronym = _ACRONYM.match(marks.article.text, stop, end)
    return acronym.end() if acronym else stop


def _of_whom(marks: Marks, place: int, end: int) -> int | None:
    """Where the body ends whose room is named: "the conference hall of the Ministry of the Interior"."""
    body = next((a for a in marks.agencies_in(place, end) if a.start == place), None)
    if body is not None:
        return with_own_house(marks, body.whole_end)
    run = _house_run(marks.tokens_in(place, min(end, place + LONGEST)))
    return run[-1].end if run else None


def with_own_house(marks: Marks, end: int) -> int:
    """The end of "the Bank's training centre", "the University of Malta" after "the Faculty of Law of"."""
    low = marks.article.low
    m = _OWN_HOUSE(marks.language).match(low, end) if marks.language == "en" else None
    if m is not None and (m.group().startswith("'") or m.group().count(" ") == 1):
        return m.end()
    of = _OF_THE.match(low, end)
    bodies = marks.agencies_in(of.end(), of.end() + LONGEST) if of else []
    return next((a.whole_end for a in bodies if of and a.start == of.end()), end)


def end_by_name_alone(marks: Marks, preposition: str, start: int) -> int | None:
    """Where a house ends that goes by its name alone and is placed in a town: "held at the Serena in Dar es Salaam".

    In French and Spanish regions stand behind the same words ("s'est tenu au Kasaï, à Kananga"): two words at least.
    """
    run = capital_run(marks.tokens_in(start, start + LONGEST))
    if marks.language == "en":
        may_be = preposition.endswith(("at", "at the"))
    else:
        may_be = len(run) > 1 and preposition.endswith((" el", " la", "au", "a la"))
    if not may_be or not run or run[0].is_acronym:
        return None
    span = (start, run[-1].end)
    is_person = marks.people_in(start, run[-1].end + 1) and not preposition.endswith(" the")
    if is_person or marks.countries_in(*span) or marks.agencies_in(start, run[-1].end + 1) or marks.dates_in(*span):
        return None
    behind = _BEHIND_HOUSE.match(marks.article.text, run[-1].end)
    return run[-1].end if behind and find_towns(behind.group(1)) else None


def lower_house_end(marks: Marks, start: int, end: int) -> int | None:
    """Where a house without a name ends that a word or two describe: "at the police academy"."""
    w = marks.words
    if marks.language != "en":
        return None
    for n, token in enumerate(marks.tokens_in(start, min(end, start + 50))[: _WORDS_BEHIND + 1]):
        if not token.is_word or token.is_capital or w.has(token.low, "function_words", "held", "months"):
            return None
        if n and w.has(token.low, "venue_heads"):
            return token.end
        if w.has(token.low, "plain_house_words"):
            return None
    return None
