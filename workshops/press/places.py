"""Where the event is held: country, town, and by `venues` the building."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.press.article import Kind
from workshops.press.countries import CountryMention
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.online import is_online
from workshops.press.seats import is_of_embassy, is_of_next, is_seat_or_home
from workshops.press.tokens import capital_run
from workshops.press.town_names import countries_of, town_at
from workshops.press.venues import find_venue

_DATELINE = re.compile(r"\(?(?P<place>[A-ZÀ-Þ][^\d.,;:()\-–—]{2,40}?)(?=\s?(?:,|\(|\s?[-–—]\s|\.\s?[-–—]|\. [A-ZÀ-Þ]))")
_DATED_TOWN = re.compile(
    r"(?P<place>[A-ZÀ-Þ][^\d.,;:()\-–—]{2,40}?)(?=(?:, [A-ZÀ-Þ][a-zà-ÿ]+)?, (?:le |el |the )?(?:[a-zà-ÿ]{4,9},? )?\d)"
)
"""A date line of its own: "Quito, 19 de octubre de 2023"."""
_BEFORE_COLON = re.compile(r"(?P<place>[A-ZÀ-Þ][\w'’ -]{2,30}?)(?=\s?:\s)")
"""The town that opens a headline or, in newspapers, the text: "Kananga : des OPJ", "SUVA: More than thirty"."""
_BESIDE = re.compile(r"\s?[,(]\s?(?:(?:en|in|au|aux|the|southern|northern|eastern|western|central)\s)?")
_FIRST_WORD = re.compile(r"[\w'’-]+")
_VENUE_OF = re.compile(r"\s(?:de |d['’]|du |in |of |à |en )([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})")
_AFTER_STREET = re.compile(r"(?:, [^,.;()]{3,40})??, ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})(?=[,.;)])")
"""The town behind a venue and its street: "at the Regency Hotel, Hadfield Street, Georgetown"."""
_BEHIND_BODY = re.compile(
    r", ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})"
    r"(?=[.,;)]| (?:on|from|in|yesterday|today|this|last|du|le|ce|el|del|los)\s)"
)
_BEHIND_ACRONYM = re.compile(r"\([A-Z][A-Z-]{1,9}\)" + _BEHIND_BODY.pattern)
_IN_TOWN = {
    "en": re.compile(r",? in (?=\w)"),
    "fr": re.compile(r",? (?:a|au|aux) (?=\w)"),
    "es": re.compile(r",? en (?=\w)"),
}
_PART_OF_TOWN = re.compile(r"(?:plaza|barrio|calle|avenida|colonia|zona|quartier|avenue|rue|boulevard|place)(?!\w)")
_VISITED = re.compile(
    r"(?<!\w)(?:visit(?:ed|s|o|aron|an?)|travel(?:l?ed|s) to|flew to|(?:a|ont) visite|rendue?s? a|viaj(?:o|aron) a)"
)
_SURE_WEIGHT = 4.5
_OF_DATELINE, _OF_HEADQUARTERS = 3.4, 2.6
_SEATS = re.compile(
    r"geneva|geneve|ginebra|vienna|vienne|viena|brussels|bruxelles|bruselas|rom[ea]|paris|lyon|washington|london|londres"
    r"|(?:new|nueva) york|the hague|la haye|la haya"
)
"""Towns whose date lines say where a headquarters wrote the text."""


@dataclass(frozen=True)
class Town:
    """A candidate for the place of the event."""

    start: int
    end: int
    weight: float
    countries: tuple[str, ...]


def find_place(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`city`, `venue` and `country`. The country follows from the town, else from the words about the event."""
    if not known.value("is_workshop") or is_online(marks):
        return
    venue = find_venue(marks, is_tour=known.value("event_type") == "study_visit")
    town = _behind_venue(marks, venue) if venue else None
    town = town or _town(marks, venue) or (_town_of_venue(marks, venue) if venue else None)
    if town is not None:
        span = (town.start, town.end)
        yield marks.finding("city", marks.text(*span), _confidence(town), span, "town named with the event")
    if venue is not None:
        yield marks.finding("venue", marks.text(*venue), 0.85, venue, "building named with the event")
    country = _country(marks, town)
    if country is not None:
        code, span, rule = country
        is_named = any(c.code == code for c in marks.countries)
        yield marks.finding("country", code, (0.9 if is_named else 0.85) if town else 0.75, span, rule)


def _confidence(town: Town) -> float:
    """High for a town that several things speak for, with no steps between high and middling."""
    return 0.88 if town.weight >= _SURE_WEIGHT else min(0.85, 0.5 + town.weight / 10)


def towns_named(marks: Marks) -> list[tuple[int, int]]:
    """The places of the towns that are known and named where an event is told of, in order."""
    return sorted({(town.start, town.end) for town in _towns(marks) if town.countries})


def _town(marks: Marks, venue: tuple[int, int] | None) -> Town | None:
    candidates = [t for t in _towns(marks) if venue is None or not venue[0] <= t.start < venue[1]]
    return max(candidates, key=lambda t: (t.weight, -t.start), default=None)


def _behind_venue(marks: Marks, venue: tuple[int, int]) -> Town | None:
    """The town, known or not, in which a building is said to be: "à l'Institut de formation, à Aramoun"."""
    opening = _IN_TOWN[marks.language].match(marks.article.low, venue[1])
    found = town_at(marks, opening.end() - 1, min(opening.end() + 60, len(marks.article.text))) if opening else None
    if found is None:
        return None
    beside = _country_beside(marks, found[1])
    countries = (beside.code,) if beside else countries_of(marks, *found, {c.code for c in marks.countries})
    is_part_of_town = marks.article.text[venue[1]] != "," or _PART_OF_TOWN.match(marks.article.low, found[0])
    return Town(*found, _SURE_WEIGHT, countries) if countries or not is_part_of_town else None


def _town_of_venue(marks: Marks, venue: tuple[int, int]) -> Town | None:
    """The town after the name of a building: "en el Hotel Quan de Comayagua"."""
    end = min(venue[1] + 45, len(marks.article.text))
    found = [*_VENUE_OF.finditer(marks.article.text, venue[0], end)]
    found.sort(key=lambda m: (m.start() != venue[1], -m.start() if m.start() < venue[1] else m.start()))
    found += [m for m in (_AFTER_STREET.match(marks.article.text, venue[1], end),) if m]
    named = {c.code for c in marks.countries}
    towns = [Town(*m.span(1), 2.0, countries_of(marks, *m.span(1), named)) for m in found]
    first = _FIRST_WORD.match(marks.article.text, *venue)  # "Batumi International Airport"
    if first is not None and named & set(countries := countries_of(marks, *first.span(), named)):
        towns.append(Town(*first.span(), 2.0, countries))
    return next((town for town in towns if town.countries), None)


def _towns(marks: Marks) -> Iterable[Town]:
    """Capital words after "in", "à", "en" in sentences about the event, and the date line."""
    named = {c.code for c in marks.countries if not is_of_embassy(marks, c)}
    yield from _dateline(marks, named)
    yield from _hosts(marks, named)
    yield from _visited(marks, named)
    yield from _behind_bodies(marks, named)
    w, low = marks.words, marks.article.low
    lead = marks.article.sentences[3].end if len(marks.article.sentences) > 3 else len(low)
    title_end = marks.article.title.end if marks.article.title else -1
    pattern = w.pattern("in_place")
    dateline = _name_in_dateline(marks)
    title = [(marks.article.title.start, title_end)] if marks.article.title else []
    spans = [*title, *((s.start, s.end) for s in marks.scope.told)]
    for start, end in spans:
        has_event = marks.scope.names_event(start, end)
        for m in pattern.finditer(low, start, end):
            if not (m.start() < title_end or marks.scope.is_told(m.start())) or marks.agencies_around(m.start()):
                continue
            found = town_at(marks, m.end(), end)
            if found is None or is_seat_or_home(marks, start, m.start()) or is_of_next(marks, start, m.start()):
                continue
            begin, stop = found
            beside = _country_beside(marks, stop)
            countries = (beside.code,) if beside else countries_of(marks, begin, stop, named)
            is_of_dateline = marks.text(begin, stop) == dateline
            if not countries and not is_of_dateline and low[m.start() : m.end()] not in ("a", "in", "en"):
                continue
            weight = 1.0 + 2.0 * bool(countries) + 1.5 * has_event + 1.0 * (begin < lead)
            weight += 0.5 * bool(
                w.pattern("organise_active", "organise_passive", "held", "begins").search(low, start, end)
            )
            if m.start() > title_end > 0 and marks.text(begin, stop) in marks.article.text[:title_end]:
                weight += 1
            if not countries and not is_of_dateline:
                weight -= 1 if has_event else 2
            weight += 2 * is_of_dateline
            weight -= 0.8 * (low[m.start() : m.end()] == "at" and not has_event)
            if weight >= 2:
                yield Town(begin, stop, weight, countries)


def _is_name(place: str) -> bool:
    """Whether a date line's words are a name: "The mission, requested by" is none, "La Paz" is."""
    return place.split()[-1][:1].isupper()


def _visited(marks: Marks, named: set[str]) -> Iterable[Town]:
    """Towns that those who teach or learn come to: "visited Dili from 2 to 6 December to train", "s'est rendue à"."""
    for sentence in marks.scope.told[:3]:
        for m in _VISITED.finditer(marks.article.low, sentence.start, sentence.end):
            found = town_at(marks, m.end(), sentence.end)
            countries = countries_of(marks, *found, named) if found else ()
            if found and named & set(countries) and marks.dates_in(found[1], found[1] + 20):
                yield Town(*found, 4.0, countries)


def _hosts(marks: Marks, named: set[str]) -> Iterable[Town]:
    """Towns that are the subject of "hosts", "played host to", "a accueilli"."""
    for sentence in marks.scope.told:
        for m in marks.words.pattern("host_active").finditer(marks.article.low, sentence.start, sentence.end):
            tokens = marks.tokens_in(max(sentence.start, m.start() - 60), m.start())
            while tokens and marks.words.has(tokens[-1].low, "subject_gap"):
                tokens.pop()
            first = next(
                (n for n in range(len(tokens)) if len(capital_run(tokens[n:])) == len(tokens) - n), len(tokens)
            )
            if first < len(tokens):
                start, end = tokens[first].start, tokens[-1].end
                countries = countries_of(marks, start, end, named)
                if countries:
                    yield Town(start, end, 5.0, countries)


def _behind_bodies(marks: Marks, named: set[str]) -> Iterable[Town]:
    """ "inaugurated at the National Academy of Customs, Faridabad, yesterday": the town right behind the place."""
    for acronym in _BEHIND_ACRONYM.finditer(marks.article.text):
        sentence = marks.article.sentence_at(acronym.start())
        if sentence in marks.article.sentences[:3] and marks.scope.names_event(sentence.start, sentence.end):
            countries = countries_of(marks, *acronym.span(1), named)
            yield from [Town(*acronym.span(1), 3.0, countries)] if countries else []
    for agency in marks.agencies:
        m = _BEHIND_BODY.match(marks.article.text, agency.whole_end)
        if m is None or not marks.scope.is_told(agency.start):
            continue
        before = marks.article.low[max(0, agency.start - 12) : agency.start].rstrip()
        is_place = any(at.end() == len(before) for at in marks.words.pattern("venue_prepositions").finditer(before))
        countries = countries_of(marks, *m.span(1), named) if is_place else ()
        if countries:
            yield Town(*m.span(1), 3.0, countries)


def _name_in_dateline(marks: Marks) -> str:
    """The place with which the first paragraph opens, known or not; "" if it opens otherwise."""
    found = (_DATELINE.match(marks.article.text, block.start, block.end) for block in marks.article.opening)
    return next((m.group("place") for m in found if m), "")


def _dateline(marks: Marks, named: set[str]) -> Iterable[Town]:
    dated = [(b, _DATED_TOWN) for b in marks.article.blocks if b.kind is Kind.DATE]
    titles = [(b, _BEFORE_COLON) for b in marks.article.blocks if b.kind is Kind.TITLE]
    opening = [(b, pattern) for b in marks.article.opening for pattern in (_DATELINE, _BEFORE_COLON)]
    for block, pattern in (*dated, *titles, *opening):
        m = pattern.match(marks.article.text, block.start, block.end)
        if m is None:
            continue
        start, end = m.span("place")
        beside = _country_beside(marks, end)
        towns = (beside.code,) if beside else countries_of(marks, start, end, named)
        if (
            towns
            and _is_name(marks.text(start, end))
            and not any(c.start == start and not c.is_demonym for c in marks.countries_in(start, end))
        ):
            yield Town(
                start, end, _OF_HEADQUARTERS if _SEATS.fullmatch(marks.article.low, start, end) else _OF_DATELINE, towns
            )


def _country(marks: Marks, town: Town | None) -> tuple[str, tuple[int, int], str] | None:
    """(code, span, rule): the country beside the town, of the town, or that the lead names most."""
    if town is not None:
        beside = _country_beside(marks, town.end)
        if beside is not None:
            return beside.code, (beside.start, beside.end), "country beside the town"
        if len(set(town.countries)) == 1 or any(c.code == town.countries[0] for c in marks.countries if town.countries):
            return town.countries[0], (town.start, town.end), "country of the town"
    scores: dict[str, float] = {}
    spans: dict[str, tuple[int, int]] = {}
    for country, weight in _weighed(marks):
        scores[country.code] = scores.get(country.code, 0.0) + weight
        spans.setdefault(country.code, (country.start, country.end))
    if scores and max(scores.values()) >= 1:
        code = max(scores, key=lambda c: scores[c])
        return code, spans[code], "country the lead speaks of"
    for place in (town, *sorted(_towns(marks), key=lambda candidate: -candidate.weight)):
        if place is not None and place.countries:
            return place.countries[0], (place.start, place.end), "country of the biggest town of that name"
    return None


def _country_beside(marks: Marks, place: int) -> CountryMention | None:
    """The country right after a town: "Moshi, Tanzania", "Ouagadougou (Burkina Faso)", "Hat Yai, southern Thailand"."""
    for country in marks.countries_in(place, place + 35):
        between = marks.article.low[place : country.start]
        if not country.is_demonym and _BESIDE.fullmatch(between):
            return country
    return None


def _weighed(marks: Marks) -> Iterable[tuple[CountryMention, float]]:
    """Countries of headline, date line and lead, with how much each says about the place."""
    low, w = marks.article.low, marks.words
    title = marks.article.title
    body = marks.article.body[0].start if marks.article.body else 0
    lead = marks.article.sentences[4].end if len(marks.article.sentences) > 4 else len(low)
    for country in marks.countries:
        if country.start >= lead:
            return
        before = low[max(0, country.start - 45) : country.start]
        if title is not None and country.start < title.end:
            weight = 1.5 if country.start == title.start or not country.is_demonym else 1.0
        elif country.start == body:
            weight = 1.5
        elif not marks.scope.is_told(country.start):
            continue
        elif re.search(rf"(?:^|\W){w.any_of('in_place')}\s(?:the\s|la\s|el\s)?$", before):
            weight = 1.5
        elif w.pattern("fund_before", "fund_active", "expert_nouns").search(before):
            weight = 0.0
        else:
            weight = 0.6
        yield country, weight
