"""The towns that a text names where it tells of the event, each with the weight of what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workshops.press.datelines import name_in_dateline, names_in_datelines
from workshops.press.marks import Marks
from workshops.press.seats import is_of_embassy, is_of_next, is_seat_or_home
from workshops.press.tokens import capital_run
from workshops.press.town_names import countries_of, country_beside, is_called_a_town, is_city_state, town_at

SURE_WEIGHT = 4.5
_OF_VISIT, _OF_HOST, _OF_BODY, _OF_DATELINE, _OF_HEADQUARTERS = 4.0, 5.0, 3.0, 3.4, 2.6
_LEAST_WEIGHT = 2
_NO_GAZETTEER = 0.5
"""What a commune or village of no gazetteer weighs less than a known town: it may be a part of one."""
_OF_EVENT = 1.0
"""What a town gains that stands right behind the event: "the seminar in Bhaktapur"."""
_LEAD = 3
"""The sentence that ends the lead, from 0; journeys, and towns behind bodies, count only before it."""
_SUBJECT_REACH, _DAY_REACH = 60, 20
_MARKS = (".", ",", ";", ")")
_BEHIND_BODY = re.compile(r", ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})")
_TOWN_AND_DAY = (
    r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})(?:, [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)?,? "
    r"(?:(?:du|le|les|del|el|los|from) )?(?=\d)"
)
_IN_BRACKETS = re.compile(r"\(" + _TOWN_AND_DAY)
"""A town and a day behind an event: "the workshop (Apia, 2-6 May 2022)"."""
_IN_HEADLINE = re.compile(r"(?:\(|, )" + _TOWN_AND_DAY)
_BEHIND_ACRONYM = re.compile(r"\([A-Z][A-Z-]{1,9}\)" + _BEHIND_BODY.pattern)


@dataclass(frozen=True)
class Town:
    """A candidate for the place of the event."""

    start: int
    end: int
    weight: float
    countries: tuple[str, ...]


def towns_told(marks: Marks) -> tuple[Town, ...]:
    """All candidates: of date lines, hosts, journeys and bodies, and capital words after "in", "à", "en"."""
    named = {c.code for c in marks.countries if not is_of_embassy(marks, c)}
    named |= _countries_of_dateline(marks, named)
    finders = (_in_datelines, _in_headline, _in_brackets, _hosts, _come_to, _behind_bodies, _after_prepositions)
    return tuple(town for find in finders for town in find(marks, named))


def _countries_of_dateline(marks: Marks, named: set[str]) -> set[str]:
    """The country of the date line's town: of two Nadis, that of "SUVA –" is in Fiji."""
    found = (countries_of(marks, start, end, named) for start, end in names_in_datelines(marks))
    return {countries[0] for countries in found if countries}


def _after_prepositions(marks: Marks, named: set[str]) -> Iterator[Town]:
    title, w = marks.article.title, marks.words
    in_place = w.pattern("in_place", "in_called_place")
    title_end = title.end if title else -1
    dateline = name_in_dateline(marks)
    spans = [(title.start, title_end)] if title else []
    for start, end in (*spans, *((s.start, s.end) for s in marks.scope.told)):
        for m in in_place.finditer(marks.article.low, start, end):
            is_told = m.start() < title_end or marks.scope.is_told(m.start())
            if not is_told or marks.agencies_around(m.start()):
                continue
            found = town_at(marks, m.end(), end)
            if found is None or is_seat_or_home(marks, start, m.start()) or is_of_next(marks, start, m.start()):
                continue
            is_called = is_called_a_town(marks, m.end(), end)
            if not is_called and w.has(m.group(), "in_called_place"):
                continue
            beside = country_beside(marks, found[1])
            countries = (beside.code,) if beside else countries_of(marks, *found, named)
            is_of_dateline = marks.text(*found) == dateline
            is_known = bool(countries) or is_called
            if not is_known and not is_of_dateline and not w.has(m.group(), "in_unknown_town"):
                continue
            weight = _weight(marks, (start, end), m, found, is_known=is_known, is_of_dateline=is_of_dateline)
            weight -= _NO_GAZETTEER * (not countries and is_called)
            if weight >= _LEAST_WEIGHT:
                yield Town(*found, weight, countries)


def _weight(
    marks: Marks,
    around: tuple[int, int],
    preposition: re.Match[str],
    town: tuple[int, int],
    *,
    is_known: bool,
    is_of_dateline: bool,
) -> float:
    """What speaks for a town after a preposition in the headline or a sentence, `around` which is its place."""
    article, w = marks.article, marks.words
    has_event = marks.scope.names_event(*around)
    lead = article.sentences[_LEAD].end if len(article.sentences) > _LEAD else len(article.low)
    title_end = article.title.end if article.title else -1
    tells = w.pattern("organise_active", "organise_passive", "held", "begins").search(article.low, *around)
    weight = 1.0 + 2.0 * is_known + 1.5 * has_event + 1.0 * (town[0] < lead)
    weight += 0.5 * (tells is not None)
    headline = marks.text(article.title.start, title_end) if article.title else ""
    if preposition.start() > title_end and marks.text(*town) in headline:
        weight += 1
    if not is_known and not is_of_dateline:
        weight -= 1 if has_event else 2
        held = w.pattern("held").finditer(article.low, around[0], preposition.start())
        weight += 0.5 * any(m.end() == preposition.start() - 1 for m in held)
    weight += 2 * (is_of_dateline and (has_event or town[0] < lead))
    behind = preposition.start() - 1
    weight += _OF_EVENT * any(event.end == behind for event in marks.scope.events_in(around[0], behind))
    weight -= 0.8 * (w.has(preposition.group(), "at_place") and not has_event)
    return weight


def _come_to(marks: Marks, named: set[str]) -> Iterator[Town]:
    """Towns that those who teach or learn come to: "visited Dili from 2 to 6 December to train", "s'est rendue à"."""
    for sentence in marks.scope.told[:_LEAD]:
        for m in marks.words.pattern("came_to").finditer(marks.article.low, sentence.start, sentence.end):
            found = town_at(marks, m.end(), sentence.end)
            countries = countries_of(marks, *found, named) if found else ()
            is_event = found and (marks.dates_in(found[1], found[1] + _DAY_REACH) or country_beside(marks, found[1]))
            is_visit = any(e.event_type == "study_visit" for e in marks.scope.events_in(sentence.start, sentence.end))
            if found and (is_event and named & set(countries) or is_visit and countries):
                yield Town(*found, _OF_VISIT, countries)


def _hosts(marks: Marks, named: set[str]) -> Iterator[Town]:
    """Towns that are the subject of "hosts", "played host to", "a accueilli", early on of "will welcome" too."""
    lead = marks.scope.told[:_LEAD]
    for sentence, m in marks.told("host_active", "welcomes"):
        is_host = marks.words.pattern("host_active").match(marks.article.low, m.start())
        if not is_host and sentence not in lead and not marks.scope.names_event(sentence.start, sentence.end):
            continue
        tokens = marks.tokens_in(max(sentence.start, m.start() - _SUBJECT_REACH), m.start())
        while tokens and marks.words.has(tokens[-1].low, "subject_gap"):
            tokens.pop()
        first = next((n for n in range(len(tokens)) if len(capital_run(tokens[n:])) == len(tokens) - n), None)
        if first is None:
            continue
        start, end = tokens[first].start, tokens[-1].end
        if any(agency.is_certain for agency in marks.agencies_around(start)):
            continue  # "FAO hosted": no town of Iraq
        if countries := countries_of(marks, start, end, named):
            yield Town(start, end, _OF_HOST, countries)


def _behind_bodies(marks: Marks, named: set[str]) -> Iterator[Town]:
    """ "inaugurated at the National Academy of Customs, Faridabad, yesterday": the town right behind the place."""
    text, prepositions = marks.article.text, marks.words.pattern("venue_prepositions")
    for acronym in _BEHIND_ACRONYM.finditer(text):
        sentence = marks.article.sentence_at(acronym.start())
        if sentence not in marks.article.sentences[:_LEAD] or not _ends_name(marks, acronym.end()):
            continue
        countries = countries_of(marks, *acronym.span(1), named)
        if countries and sentence is not None and marks.scope.names_event(sentence.start, sentence.end):
            yield Town(*acronym.span(1), _OF_BODY, countries)
    for agency in marks.agencies:
        m = _BEHIND_BODY.match(text, agency.whole_end)
        if m is None or not _ends_name(marks, m.end()) or not marks.scope.is_told(agency.start):
            continue
        before = marks.article.low[max(0, agency.start - 12) : agency.start].rstrip()
        is_place = any(at.end() == len(before) for at in prepositions.finditer(before))
        countries = countries_of(marks, *m.span(1), named) if is_place else ()
        if countries:
            yield Town(*m.span(1), _OF_BODY, countries)


def _in_headline(marks: Marks, named: set[str]) -> Iterator[Town]:
    """A town and a day that close a headline: "Course on cultural property crime, Skopje, 11-13 September 2023"."""
    title = marks.article.title
    if title is None or not marks.scope.title_events:
        return
    for m in _IN_HEADLINE.finditer(marks.article.text, title.start, title.end):
        if not marks.dates_in(m.end(), m.end() + 1):
            continue
        beside = country_beside(marks, m.end(1))
        if countries := (beside.code,) if beside else countries_of(marks, *m.span(1), named):
            yield Town(*m.span(1), _OF_VISIT, countries)


def _in_brackets(marks: Marks, named: set[str]) -> Iterator[Town]:
    for m in _IN_BRACKETS.finditer(marks.article.text):
        sentence = marks.article.sentence_at(m.start())
        is_event = sentence is not None and marks.scope.names_event(sentence.start, sentence.end)
        if not is_event or not marks.scope.is_told(m.start()) or not marks.dates_in(m.end(), m.end() + 1):
            continue
        beside = country_beside(marks, m.end(1))
        if countries := (beside.code,) if beside else countries_of(marks, *m.span(1), named):
            yield Town(*m.span(1), _OF_VISIT, countries)


def _ends_name(marks: Marks, place: int) -> bool:
    """Whether a town's name ends there: with a mark, or before a day or another small word."""
    low = marks.article.low
    return low[place : place + 1] in _MARKS or marks.words.pattern("after_town").match(low, place + 1) is not None


def _is_town_of_its_name(marks: Marks, start: int, end: int) -> bool:
    """Whether a date line is the town of a country that is called like it: "Guatemala, 3 de mayo", "Djibouti – "."""
    own = next((c for c in marks.countries_in(start, end) if c.start == start and c.end == end), None)
    return own is not None and is_city_state(own) and marks.article.text[end : end + 2].lstrip()[:1] != ":"


def _in_datelines(marks: Marks, named: set[str]) -> Iterator[Town]:
    for start, end in names_in_datelines(marks):
        beside = country_beside(marks, end)
        countries = (beside.code,) if beside else countries_of(marks, start, end, named)
        own = [c.code for c in marks.countries_in(start, end) if c.start == start and not c.is_demonym]
        is_country = bool(own) and not (named - set(own)) & set(countries)  # "Trinidad, Beni" is in Bolivia
        is_country = is_country and not _is_town_of_its_name(marks, start, end)
        if countries and not is_country:
            is_seat = marks.words.pattern("seats_of_headquarters").fullmatch(marks.article.low, start, end)
            yield Town(start, end, _OF_HEADQUARTERS if is_seat else _OF_DATELINE, countries)
