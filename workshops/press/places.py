"""Where the event is held: country, town, and by `venues` the building."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workshops.press.countries import CountryMention
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.online import is_online
from workshops.press.seats import is_of_embassy
from workshops.press.town_names import country_beside, in_small_letters
from workshops.press.towns_told import SURE_WEIGHT, Town, towns_told
from workshops.press.venue_towns import town_behind, town_in_name
from workshops.press.venues import find_venue
from workshops.press.words import worded

_OPENS = 1.5
"""What a country weighs that opens the headline or the text."""
_OFTEN = 2
_ONLY = "only country of the lead"
_VISIT_REACH = 60

_TO_COUNTRY = worded(
    lambda w: rf"(?: [\w'-]+){{0,5}}?(?: |\b){w.any_of('to_destination')}\s?(?:{w.any_of('articles')}\s)?"
)
_IN_COUNTRY = worded(lambda w: rf"(?:^|\W){w.any_of('in_place')}\s(?:{w.any_of('articles')}\s)?$")


def find_place(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`city`, `venue` and `country`. The country follows from the town, else from the words about the event."""
    if not known.value("is_workshop") or is_online(marks):
        return
    is_tour = known.value("event_type") == "study_visit"
    abroad = _destination(marks) if is_tour else None
    venue = find_venue(marks, is_tour=is_tour)
    town = town_behind(marks, venue) if venue else None
    town = town or _town(marks, venue, abroad.code if abroad else None)
    if town is not None:
        span = (town.start, town.end)
        yield marks.finding(
            "city", in_small_letters(marks.text(*span)), _confidence(town), span, "town named with the event"
        )
    if venue is not None:
        yield marks.finding("venue", marks.text(*venue), 0.85, venue, "building named with the event")
    country = (abroad.code, (abroad.start, abroad.end), "country visited") if abroad else _country(marks, town)
    if country is not None:
        code, span, rule = country
        is_named = any(c.code == code for c in marks.countries)
        least = 0.6 if rule == _ONLY else 0.75
        yield marks.finding("country", code, (0.9 if is_named else 0.85) if town else least, span, rule)


def _confidence(town: Town) -> float:
    """High for a town that several things speak for, with no steps between high and middling."""
    return 0.88 if town.weight >= SURE_WEIGHT else min(0.85, 0.5 + town.weight / 10)


def towns_named(marks: Marks) -> list[tuple[int, int]]:
    """The places of the towns that are known and named where an event is told of, in order."""
    return sorted({(town.start, town.end) for town in marks.once(towns_told) if town.countries})


def _destination(marks: Marks) -> CountryMention | None:
    """The country to which a visit is said to go: "study visit to Mauritius", "visite d'étude de dix jours au Togo"."""
    to_country = _TO_COUNTRY(marks.language)
    for event in (*marks.scope.title_events, *marks.scope.events):
        for country in marks.countries_in(event.end, event.end + _VISIT_REACH):
            if not country.is_demonym and to_country.fullmatch(marks.article.low, event.end, country.start):
                return country
    return None


def _town(marks: Marks, venue: tuple[int, int] | None, country: str | None) -> Town | None:
    """The likeliest town outside the venue's name; `country` is that in which it must be, if known."""
    candidates = [
        t
        for t in marks.once(towns_told)
        if (venue is None or not venue[0] <= t.start < venue[1]) and (country is None or country in t.countries)
    ]
    if venue is not None and (town := town_in_name(marks, venue)) is not None:
        candidates.append(town)
    return max(candidates, key=lambda t: (t.weight, -t.start), default=None)


def _country(marks: Marks, town: Town | None) -> tuple[str, tuple[int, int], str] | None:
    """(code, span, rule): the country beside the town, of the town, or that the lead names most.

    A town whose country the lead does not name may be a small one of the country that opens it: "Paraguay: inspectores
    del Chaco" are trained in a Filadelfia that is not the one of the United States, which pays.
    """
    if town is not None:
        beside = country_beside(marks, town.end)
        if beside is not None:
            return beside.code, (beside.start, beside.end), "country beside the town"
    scores: dict[str, float] = {}
    spans: dict[str, tuple[int, int]] = {}
    for country, weight in _weighed(marks):
        scores[country.code] = scores.get(country.code, 0.0) + weight
        spans.setdefault(country.code, (country.start, country.end))
    code = max(scores, key=lambda c: scores[c], default="")
    if town is not None and town.countries:
        is_sure = len(set(town.countries)) == 1 or any(c.code == town.countries[0] for c in marks.countries)
        is_other = len(set(town.countries)) > 1 and town.countries[0] not in scores and scores.get(code, 0) >= _OPENS
        if is_sure and not is_other:
            return town.countries[0], (town.start, town.end), "country of the town"
    if scores and scores[code] >= 1:
        return code, spans[code], "country the lead speaks of"
    for place in (town, *sorted(marks.once(towns_told), key=lambda candidate: -candidate.weight)):
        if place is not None and place.countries:
            return place.countries[0], (place.start, place.end), "country of the biggest town of that name"
    if len(scores) == 1 and scores[code] > 0:
        return code, spans[code], _ONLY
    return _often_named(marks)


def _often_named(marks: Marks) -> tuple[str, tuple[int, int], str] | None:
    """The country that a text without any other sign names most, and twice at least; not for who pays or sends."""
    named = [c for c in marks.countries if marks.scope.is_told(c.start) and not is_of_embassy(marks, c)]
    counts = Counter(c.code for c in named)
    code, times = max(counts.items(), key=lambda item: item[1], default=("", 0))
    if times < _OFTEN or list(counts.values()).count(times) > 1:
        return None
    first = next(c for c in named if c.code == code)
    return code, (first.start, first.end), "country named most"


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
        elif _IN_COUNTRY(marks.language).search(before):
            weight = 1.5
        elif w.pattern("fund_before", "fund_active", "expert_nouns").search(before) or is_of_embassy(marks, country):
            weight = 0.0
        else:
            weight = 0.6
        yield country, weight
