"""In which building or institution the event is held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshops.domain.towns import find_towns
from workshops.press.article import Sentence
from workshops.press.latin_names import latin_name_end
from workshops.press.marks import Marks
from workshops.press.tokens import Token, capital_run

_OF_BODY = re.compile(
    r"locaux|siege|enceinte|installations|bureaux|locales|instalaciones|oficinas|salones|ambientes|campus|premises"
    r"|headquarters|offices|grounds|facilities"
)
_LONGEST = 160
_HELD_REACH, _HELD = 70, 2
_BEFORE = 35
_HOTELS = frozenset(
    ("azalai", "bravia", "fairmont", "hilton", "hyatt", "ibis", "intercontinental", "kempinski", "lancaster", "laico")
    + ("marriott", "mercure", "movenpick", "noom", "novotel", "onomo", "pullman", "radisson", "ramada", "serena")
    + ("sheraton", "sofitel", "westin")
)
"""Chains of hotels, which often go without the word."""
_HOTEL = re.compile(rf"(?<!\w)(?:hotels?|lodge|resort|motel|inn|hostal|{'|'.join(_HOTELS)})(?!\w)")
_TOWN_OF_HOTEL = re.compile(r" (?:de |d['’])((?:la |le |las |los |el )?[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,2})$")
_BEHIND_HOUSE = re.compile(
    r"(?:(?: in|,) |,? in the (?:city|town|capital) of )([A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,2})"
)
_WAS = re.compile(r"(?:(?<!\w)(?:was|is|were|will be|est|etait|a ete|sera|es|fue|fueron) )$")
_WORDS_BEHIND = 3


def find_venue(marks: Marks, *, is_tour: bool) -> tuple[int, int] | None:
    """The building where the event is said to be held, else that hosts it, else the likeliest after "at", "à l'".

    A tour (a study visit) goes to many: only what is said to be held in one counts.
    """
    found = max(_after_preposition(marks), key=lambda f: (f[0], -f[1]), default=None)
    if found is not None and found[0] >= _HELD:
        return found[1:]
    hosting = next(_that_host(marks), None)
    if hosting is not None or found is None or is_tour:
        return hosting or next(_where(marks), None)
    return found[1:]


def _that_host(marks: Marks) -> Iterator[tuple[int, int]]:
    """ "L'hôtel Azalaï abrite un atelier": a building that opens the sentence."""
    w, low = marks.words, marks.article.low
    for sentence in marks.scope.told:
        verb = w.pattern("host_active", "is_venue").search(low, sentence.start, sentence.end)
        tokens = marks.tokens_in(sentence.start, verb.start()) if verb else []
        while tokens and (w.has(tokens[0].low, "determiners") or tokens[0].low in ("c'", "est", "it", "was", "fue")):
            tokens.pop(0)
        end = _venue_end(marks, tokens[0].start, verb.start()) if tokens and verb else None
        if end is not None and w.pattern("venue_heads").search(low, tokens[0].start, end):
            is_hotel = _HOTEL.search(low, tokens[0].start, end) is not None
            yield tokens[0].start, _without_town(marks, tokens[0].start, end, is_hotel)


def _where(marks: Marks) -> Iterator[tuple[int, int]]:
    """ "l'École de police, où se tient l'atelier", "la Escuela Politécnica, en cuyo campus se desarrolló"."""
    for sentence, m in marks.told("where_held"):
        end = m.start() - 2
        body = next((a for a in marks.agencies_in(sentence.start, end + 1) if a.whole_end == end), None)
        if body is not None and marks.article.text[end] == ",":
            yield body.start, body.whole_end


def _after_preposition(marks: Marks) -> Iterator[tuple[int, int, int]]:
    """(weight, start, end) of each building in a sentence about the event that stands after "at", "dans les locaux de".

    What is said to be held there, or is a hotel, weighs more than what may be somebody's place of work.
    """
    w, low, text = marks.words, marks.article.low, marks.article.text
    for sentence in marks.scope.told:
        span = (sentence.start, sentence.end)
        near = marks.scope.names_event(*span)
        if not near and w.pattern("event_again", "held", "participant_word").search(low, *span) is None:
            continue
        for m in w.pattern("venue_prepositions").finditer(low, *span):
            start = _last_word(text, m) if _is_name(text, m) else m.end() + (low[m.end()] == " ")
            if not _may_be_named(marks, start) or not marks.scope.is_told(m.start()):
                continue
            is_held = _is_held(marks, sentence, m)
            ends = (_body_end(marks, m, start, is_held), _venue_end(marks, start, sentence.end))
            end = max((end for end in ends if end is not None), default=None)
            if end is None or not (_OF_BODY.search(m.group()) or is_held or _is_building(marks, start, end)):
                end = _house_end(marks, m, start) if is_held else None
            if end is None:
                continue
            is_hotel = _HOTEL.search(low, start, end) is not None
            if not (is_held or is_hotel) and w.pattern("not_venue").search(
                low[max(0, m.start() - _BEFORE) : m.start()]
            ):
                continue
            yield _HELD * is_held + is_hotel, start, _without_town(marks, start, end, is_hotel)


def _is_name(text: str, preposition: re.Match[str]) -> bool:
    """Whether the last word of "at the regional" belongs to the name: "at the Regional College"."""
    return " " in preposition.group() and text[_last_word(text, preposition)].isupper()


def _last_word(text: str, preposition: re.Match[str]) -> int:
    return preposition.start() + preposition.group().rfind(" ") + 1


def _may_be_named(marks: Marks, start: int) -> bool:
    """Whether a word is written like a name, or is the noun of a building or of the part of one."""
    if marks.article.text[start : start + 1].isupper():
        return True
    return marks.words.pattern("venue_heads", "rooms", "of_room").match(marks.article.low, start) is not None


def _is_building(marks: Marks, start: int, end: int) -> bool:
    low = marks.article.low
    return marks.words.pattern("venue_heads", "rooms").search(low, start, end) is not None or bool(
        _HOTEL.search(low, start, end)
    )


def _is_held(marks: Marks, sentence: Sentence, preposition: re.Match[str]) -> bool:
    """Whether "held", "s'est tenu", "began" stands shortly before a preposition, and no body or person between."""
    low = marks.article.low
    floor = max(sentence.start, preposition.start() - _HELD_REACH)
    before = low[floor : preposition.start() + (preposition.group().startswith("held"))]
    if preposition.group().startswith(("held", "hosted", "tenu", "lieu", "tient", "deroul")):
        return True
    if _WAS.search(before):
        return True
    verbs = [m.end() for m in marks.words.pattern("held", "begins", "ends").finditer(before)]
    if not verbs:
        return False
    return not any(c.start >= floor + verbs[-1] for c in marks.bodies_in(floor, preposition.start()))


def _body_end(marks: Marks, preposition: re.Match[str], start: int, is_held: bool) -> int | None:
    """Where a body ends that has the event in its premises: "dans les locaux du Conseil", "held at the Ministry"."""
    is_of_body = _OF_BODY.search(preposition.group()) is not None
    body = next((a for a in marks.agencies_in(start, start + _LONGEST) if a.start == start), None)
    if body is None or not is_of_body and not is_held:
        return None
    is_house = is_of_body or marks.words.pattern("venue_bodies", "venue_heads").search(
        marks.article.low, body.start, body.whole_end
    )
    return _with_own_house(marks, body.whole_end) if is_house else None


def _with_own_house(marks: Marks, end: int) -> int:
    """The end of "the Bank's training centre", "the University of Malta" after "the Faculty of Law of"."""
    low = marks.article.low
    own = re.compile(rf"(?<=s)?(?:['’]s?)? (?:[a-z-]+ ){{0,2}}{marks.words.any_of('venue_heads', 'rooms')}(?!\w)")
    m = own.match(low, end) if marks.language == "en" else None
    if m is not None and (m.group().startswith("'") or m.group().count(" ") == 1):
        return m.end()
    of = re.compile(r" of (?:the )?").match(low, end)
    more = (
        next((a for a in marks.agencies_in(of.end(), of.end() + _LONGEST) if a.start == of.end()), None) if of else None
    )
    return more.whole_end if more is not None else end


def _house_end(marks: Marks, preposition: re.Match[str], start: int) -> int | None:
    """Where a house ends that goes by its name alone and is placed in a town: "held at the Serena in Dar es Salaam"."""
    if marks.language != "en" or not preposition.group().endswith(("at", "at the")):
        return None
    run = capital_run(marks.tokens_in(start, start + _LONGEST))
    if (
        not run
        or run[0].is_acronym
        or marks.people_in(start, run[-1].end + 1)
        or marks.countries_in(start, run[-1].end)
    ):
        return None
    if marks.agencies_in(start, run[-1].end + 1) or marks.dates_in(start, run[-1].end):
        return None
    behind = _BEHIND_HOUSE.match(marks.article.text, run[-1].end)
    return run[-1].end if behind and find_towns(behind.group(1)) else None


def _without_town(marks: Marks, start: int, end: int, is_hotel: bool) -> int:
    """The end of a name without "de la ciudad de Quito"; hotels go without "de Quito" too, schools are named by it."""
    in_town = marks.words.pattern("of_town").search(marks.article.low, start, end)
    if in_town is not None:
        return in_town.start() - 1
    town = _TOWN_OF_HOTEL.search(marks.article.text[start:end]) if is_hotel else None
    return start + town.start() if town and find_towns(town.group(1)) else end


def _venue_end(marks: Marks, place: int, end: int) -> int | None:
    """Where the name of a building ends that starts at a place; None if it is no name."""
    tokens = marks.tokens_in(place, min(end, place + _LONGEST))
    w, low = marks.words, marks.article.low
    if not tokens or not tokens[0].is_word:
        return None
    agency = next((a for a in marks.agencies_in(tokens[0].start, end) if a.start == tokens[0].start), None)
    if agency is not None and (marks.language == "en" or not w.has(tokens[0].low, "venue_heads")):
        is_building = w.pattern("venue_heads").search(low, agency.start, agency.end) is not None
        longer = _with_own_house(marks, agency.whole_end)
        return longer if is_building or longer > agency.whole_end else None
    if marks.language == "en":
        return _english_end(marks, tokens, end)
    if not w.has(tokens[0].low, "venue_heads"):
        run = capital_run(tokens)  # "au Nomad Hôtel Résidence"
        is_house = any(w.has(t.low, "venue_heads") for t in run) and len(run) > 1 or bool(run) and run[0].low in _HOTELS
        return run[-1].end if is_house else None
    stop = latin_name_end(tuple(tokens), 0, w, "venue_heads")
    if stop <= 1:
        return agency.whole_end if agency is not None else None
    named = next(
        (a for a in marks.agencies_in(tokens[1].start, end) if a.start <= tokens[stop - 1].end <= a.end + 1), agency
    )
    return max(named.whole_end, tokens[stop - 1].end) if named is not None else tokens[stop - 1].end


def _english_end(marks: Marks, tokens: list[Token], end: int) -> int | None:
    """Where an English name of a building ends: "Hotel Miramar", "Miramar Hotel", "Bandari naval base", and rooms."""
    w, low = marks.words, marks.article.low
    room = w.pattern("of_room").match(low, tokens[0].start, end)
    of = re.compile(r" (?:of|at) (?:the )?").match(low, room.end(), end) if room else None
    if of is not None:
        return _of_whom(marks, of.end(), end)
    run = [t for t in capital_run(tokens) if t.low not in ("la", "el")]
    if not run:
        return None
    last = max((n for n, t in enumerate(run) if w.has(t.low, "venue_heads", "rooms")), default=None)
    of = re.compile(r" of (?:the )?").match(low, run[-1].end, end)
    if of is not None and w.pattern("rooms").fullmatch(run[-1].low):
        return _of_whom(marks, of.end(), end)
    if last is not None and len(run) > 1:
        return run[last or -1].end  # "Hotel Miramar" begins with its head, "Miramar Hotel" ends with it
    if last is None and any(t.low in _HOTELS for t in run):
        return run[-1].end
    behind = tokens[len(run) : len(run) + _WORDS_BEHIND]
    for token in behind:
        if not token.is_word or token.is_capital or w.has(token.low, "function_words", "held", "months"):
            break
        if w.has(token.low, "venue_heads"):
            return token.end
    return None


def _of_whom(marks: Marks, place: int, end: int) -> int | None:
    """Where the body ends whose room is named: "the conference hall of the Ministry of the Interior"."""
    body = next((a for a in marks.agencies_in(place, end) if a.start == place), None)
    if body is not None:
        return _with_own_house(marks, body.whole_end)
    run = capital_run(marks.tokens_in(place, min(end, place + _LONGEST)))
    return run[-1].end if run else None
