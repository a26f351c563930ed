"""In which building or institution the event is held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshops.domain.towns import find_towns
from workshops.press.article import Sentence
from workshops.press.foreign_houses import foreign_house_end
from workshops.press.house_names import (
    LONGEST,
    end_by_name_alone,
    house_end,
    is_building,
    is_hotel,
    lower_house_end,
    with_own_house,
    without_town,
)
from workshops.press.marks import Marks
from workshops.press.words import worded

_OF_BODY = worded(lambda w: w.any_of("parts_of_a_body"))
_HELD_REACH, _HELD = 110, 2
_BEFORE, _RIGHT_BEFORE, _WORKS_AT = 35, 16, 60
"""How far before a preposition stands what makes a building a place of work; the last for a person's name."""
_LEAD_SENTENCES = 2
_OF_EVENT = ("event_again", "held", "participant_word", "event_verbs", "learners")
"""Lists of words that make a sentence one on the event though it does not name it."""
_OPENING = 60
"""Letters of the date with which a sentence may open."""
_DASH = re.compile(r"[^\n–—]{3,60}?(?:\s[-–—]|:)\s")
"""A date line before the first sentence."""
_THAT = worded(lambda w: rf"{w.any_of('that')}$")
_TO_VERB = re.compile(r"(?: \([\w-]+\))?(?: (?:de |of )?[\w' -]{0,40})?(?:,[^,.;]{3,80},)?(?: \w+){0,3}\s?")
"""What may stand between who hosts and the verb: "l'Académie (AP), sise à Ségou, a accueilli"."""
_OWNER = re.compile(r"([A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)['’]s ")
_WAS = worded(lambda w: rf"(?<!\w){w.any_of('was')} $")


def find_venue(marks: Marks, *, is_tour: bool) -> tuple[int, int] | None:
    """The building where the event is said to be held, else that hosts it, else the likeliest after "at", "à l'".

    A tour (a study visit) goes to many: only what is said to be held in one counts. The town that it is said to be of
    ("Windhoek's Safari Hotel") is none of its name.
    """
    venue = _likeliest(marks, is_tour=is_tour)
    owner = _OWNER.match(marks.article.text, *venue) if venue else None
    return (owner.end(), venue[1]) if venue and owner and find_towns(owner.group(1)) else venue


def _likeliest(marks: Marks, *, is_tour: bool) -> tuple[int, int] | None:
    found = max(_after_preposition(marks), key=lambda f: (f[0], -f[1]), default=None)
    if found is not None and found[0] >= _HELD:
        return found[1:]
    hosting = next(_that_host(marks), None)
    if hosting is not None or found is None or is_tour:
        return hosting or next(_where(marks), None)
    return found[1:]


def _that_host(marks: Marks) -> Iterator[tuple[int, int]]:
    """ "L'hôtel Azalaï abrite un atelier", "Hier, l'École de police a accueilli", "l'atelier qu'abrite la salle".

    A building that opens the sentence, or stands behind its first comma, or behind the verb of a relative clause.
    """
    w, low = marks.words, marks.article.low
    for sentence in marks.scope.told:
        verb = w.pattern("host_active", "is_venue").search(low, sentence.start, sentence.end)
        for floor, stop in _may_host(marks, sentence, verb) if verb else ():
            tokens = marks.tokens_in(floor, stop)
            while tokens and w.has(tokens[0].low, "determiners", "it_was"):
                tokens.pop(0)
            end = house_end(marks, tokens[0].start, stop) if tokens else None
            if end is None or floor > sentence.start and stop < sentence.end and not _TO_VERB.fullmatch(low, end, stop):
                continue
            if w.pattern("venue_heads").search(low, tokens[0].start, end):
                yield tokens[0].start, without_town(marks, tokens[0].start, end)
                break


def _may_host(marks: Marks, sentence: Sentence, verb: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where in a sentence its subject may stand."""
    low = marks.article.low
    if _THAT(marks.language).search(low, max(sentence.start, verb.start() - 5), verb.start()):
        yield verb.end() + 1, sentence.end
        return
    yield sentence.start, verb.start()
    dash = _DASH.match(marks.article.text, sentence.start, verb.start())
    if dash is not None and dash.end() - sentence.start < _OPENING:
        yield dash.end(), verb.start()
    comma = low.find(", ", sentence.start, min(verb.start(), sentence.start + _OPENING))
    if comma >= 0:
        yield comma + 2, verb.start()


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
    for n, sentence in enumerate(marks.scope.told):
        span = (sentence.start, sentence.end)
        near = n < _LEAD_SENTENCES or marks.scope.names_event(*span)
        if not near and w.pattern(*_OF_EVENT).search(low, *span) is None:
            continue
        for m in w.pattern("venue_prepositions").finditer(low, *span):
            start = _last_word(text, m) if _is_name(text, m) else m.end() + (low[m.end()] == " ")
            if not marks.scope.is_told(m.start()):
                continue
            is_held = _is_held(marks, sentence, m)
            end = _end(marks, m, start, sentence.end, is_held)
            if end is None:
                continue
            is_of_hotel = is_hotel(marks, start, end)
            reach = _RIGHT_BEFORE if is_held or is_of_hotel else _BEFORE
            if w.pattern("not_venue").search(low[max(0, m.start() - reach) : m.start()]):
                continue
            if not (is_held or is_of_hotel) and marks.people_in(max(sentence.start, m.start() - _WORKS_AT), m.start()):
                continue
            yield _HELD * is_held + is_of_hotel, start, without_town(marks, start, end)


def _end(marks: Marks, preposition: re.Match[str], start: int, end: int, is_held: bool) -> int | None:
    """Where the building ends that begins at a place behind a preposition; None if none begins there."""
    own = _own_end(marks, preposition, start, end, is_held)
    if own is not None and " " in (name := marks.text(start, own)) and find_towns(name):
        return None  # "à Port Vila"
    if own is not None and _is_of_land(marks, start, own):
        return None
    if own is None:
        own = foreign_house_end(marks, start, end)
    if own is None and is_held and _may_be_named(marks, start):
        return end_by_name_alone(marks, preposition.group(), start)
    return own


def _is_of_land(marks: Marks, start: int, end: int) -> bool:
    """Whether words name the middle of a country, no building: "dans le centre de la Côte d'Ivoire"."""
    is_middle = marks.words.pattern("middle_of_land").match(marks.article.low, start) is not None
    return (
        is_middle and marks.article.text[start].islower() and any(c.end == end for c in marks.countries_in(start, end))
    )


def _own_end(marks: Marks, preposition: re.Match[str], start: int, end: int, is_held: bool) -> int | None:
    """The same for a name in the language of the text."""
    if not _may_be_named(marks, start) or not is_held and _is_bare(marks, preposition, start):
        return lower_house_end(marks, start, end) if is_held else None
    ends = (_body_end(marks, preposition, start, is_held), house_end(marks, start, end))
    found = max((end for end in ends if end is not None), default=None)
    if found is None and _OF_BODY(marks.language).search(preposition.group()):
        return _known_house_end(marks, start, end)
    is_house = found is not None and (
        _OF_BODY(marks.language).search(preposition.group()) or is_held or is_building(marks, start, found)
    )
    return found if is_house else None


def _known_house_end(marks: Marks, start: int, end: int) -> int | None:
    """Where a house ends that goes by its noun alone, having been named: "at the premises of the Academy"."""
    first = next(iter(marks.tokens_in(start, min(end, start + LONGEST))), None)
    is_house = first is not None and first.is_capital and marks.words.has(first.low, "venue_heads", "venue_bodies")
    return first.end if first is not None and is_house else None


def _is_name(text: str, preposition: re.Match[str]) -> bool:
    """Whether the last word of "at the regional" belongs to the name: "at the Regional College"."""
    return " " in preposition.group() and text[_last_word(text, preposition)].isupper()


def _last_word(text: str, preposition: re.Match[str]) -> int:
    return preposition.start() + preposition.group().rfind(" ") + 1


def _may_be_named(marks: Marks, start: int) -> bool:
    """Whether a word is written like a name, or is the noun of a building or of the part of one."""
    if marks.article.text[start : start + 1].isupper():
        return True
    heads = marks.words.pattern("venue_heads", "houses_if_held", "rooms", "of_room")
    return heads.match(marks.article.low, start) is not None


def _is_bare(marks: Marks, preposition: re.Match[str], start: int) -> bool:
    """Whether a noun in small letters follows without an article: "la surveillance à base communautaire"."""
    return preposition.group() in ("a", "en", "dans", "aux") and marks.article.text[start].islower()


def _is_held(marks: Marks, sentence: Sentence, preposition: re.Match[str]) -> bool:
    """Whether "held", "s'est tenu", "began" stands shortly before a preposition, and no body or person between."""
    low = marks.article.low
    floor = max(sentence.start, preposition.start() - _HELD_REACH)
    before = low[floor : preposition.start() + (preposition.group().startswith("held"))]
    if marks.words.pattern("held_inside").match(low, preposition.start()):
        return True
    if _WAS(marks.language).search(before):
        return True
    verbs = [m.end() for m in marks.words.pattern("held", "begins", "ends", "organise_active").finditer(before)]
    if not verbs:
        return False
    bodies = marks.bodies_in(floor + verbs[-1], preposition.start())
    return all(marks.article.text[body.start - 1] == "(" for body in bodies)  # "in Lima (Peru), at the Library"


def _body_end(marks: Marks, preposition: re.Match[str], start: int, is_held: bool) -> int | None:
    """Where a body ends that has the event in its premises: "dans les locaux du Conseil", "held at the Ministry"."""
    is_of_body = _OF_BODY(marks.language).search(preposition.group()) is not None
    body = next((a for a in marks.agencies_in(start, start + LONGEST) if a.start == start), None)
    if body is None or not is_of_body and not is_held:
        return None
    is_house = is_of_body or marks.words.pattern("venue_bodies", "venue_heads").search(
        marks.article.low, body.start, body.whole_end
    )
    return with_own_house(marks, body.whole_end) if is_house else None
