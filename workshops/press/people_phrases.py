"""Where a phrase that names people ends: before verbs, marks, times, and what only says from where they come."""

from __future__ import annotations

import re

from workshops.press.chains import joined
from workshops.press.countries import CountryMention
from workshops.press.marks import Marks
from workshops.press.words import worded

_PHRASE_WORDS = 20
_ENUMERATED = worded(lambda w: rf"(?:, [^,]{{2,70}}){{0,6}},? {w.any_of('last_joint')} [^,]{{2,110}}$")
_NOT_ENUMERATED = worded(lambda w: rf", (?:{w.any_of('not_enumerated')}|\d)(?!\w)|\b{w.any_of('a_sex')}(?!\w)")
"""What ends the phrase at a comma, though more commas follow: ages, women and men, a list of another kind."""
_PHRASE_MARK = worded(
    lambda w: (
        rf"[.;:\n«»\"]| -(?= |\w)|\((?![a-z&-]{{2,12}}\)(?: {w.any_of('behind_brackets')} |,))"
        rf"|\)(?! {w.any_of('behind_brackets')} |,)"
    )
)
"""What ends a phrase: a mark, brackets too unless they hold an acronym and the phrase goes on after them."""
FINITE = worded(lambda w: rf"(?<= ){w.any_of('finite_verbs')}(?!\w)")
"""Any verb with its subject before it, by its end or by what follows: "traced an", "aprendieron"."""
_PRETERITE = re.compile(r"(?<= )[a-zñáéíóú]{2,}ó(?!\w)")
_POSTED_REACH = 16
_BEYOND = 120
_MOST_COUNTRIES, _MOST_BESIDE_A_WORD = 7, 4
"""So many can be kept beside who the people are, fewer beside a lone noun: "nurses from Fiji, Samoa and Tonga"."""
_LEAST_OF_AGENCIES, _LEAST_OF_NOUN = 3, 2
_OF_A_FIELD = worded(lambda w: rf"{w.any_of('of_a_field')}$")
"""How nouns end that a field can follow: "especialistas en riesgos"."""
_FIELD_REACH = 7
_SAME_AGAIN = worded(lambda w: rf", {w.any_of('of', 'from')}(?: |(?<='))")
"""In "agents de la police, de la douane": what goes on with bodies."""
_NEW_GROUP = worded(lambda w: rf"(?:,|(?<!\w){w.any_of('and')}) $")
_AMONG = worded(lambda w: rf",? {w.any_of('among')} ")
_OPENER = worded(lambda w: rf"{w.any_of('opens_phrase')}+")
_TRAILING = worded(lambda w: rf"(?: {w.any_of('ends_phrase')})+$")
_TO_EVENT = worded(lambda w: rf" {w.any_of('to_an_event')}(?:[\w-]+ ){{0,2}}$")
_SMALL = worded(lambda w: rf"(?:{w.any_of('and', 'of', 'from', 'articles')}(?: |(?<=')))*")


def phrase_from(marks: Marks, start: int, noun_end: int) -> tuple[int, int]:
    """The noun phrase from start on, to the verb, mark or time phrase that ends it."""
    low = marks.article.low
    limit = _PHRASE_MARK(marks.language).search(low, noun_end, noun_end + 220)
    end = limit.start() if limit else min(len(low), noun_end + 220)
    end = _phrase_stop(marks, noun_end, end)
    end = min([end, *(day.start for day in marks.dates_in(noun_end, end))])
    end = _before_event(marks, noun_end, end)
    end, behind_countries = _before_countries(marks, start, noun_end, end)
    end = behind_countries if (whole := _list_end(marks, start, noun_end, end)) == end else whole
    end = _before_agencies(marks, start, noun_end, end)
    words = list(re.compile(r"\S+").finditer(low, start, end))
    if len(words) > _PHRASE_WORDS:
        end = words[_PHRASE_WORDS - 1].end()
    while end > start and low[end - 1] in " ,":
        end -= 1
    opener = _OPENER(marks.language).match(low, start, end)
    start = opener.end() if opener else start
    trailing = _TRAILING(marks.language).search(low, start, end)
    return start, trailing.start() if trailing else end


def _before_event(marks: Marks, start: int, end: int) -> int:
    """The phrase ends before "to the seminar": "officers to the seminar", "mediadores al taller"."""
    for event in marks.scope.events_in(start, end):
        if to := _TO_EVENT(marks.language).search(marks.article.low, start, event.start):
            return to.start()
    return end


def _list_end(marks: Marks, first: int, start: int, end: int) -> int:
    """Where a list that goes on behind commas ends: after more people or bodies, before something else."""
    low, language = marks.article.low, marks.language
    is_bare = " " not in low[first:start].strip()
    comma = low.find(",", start, end)
    while comma >= 0:
        if _AMONG(language).match(low, comma):
            return comma
        if _ENUMERATED(language).match(low, comma, end) and not _NOT_ENUMERATED(language).search(low, comma, end):
            is_other = any(_NEW_GROUP(language).search(low, comma, n.start) for n in marks.numbers_in(comma, end))
            return comma if is_other else end
        is_demonym = any(c.is_demonym for c in marks.countries_in(comma + 2, comma + 20) if c.start == comma + 2)
        following = marks.words.pattern("people_nouns").search(low, comma, min(end, comma + 40))
        if following is not None and marks.words.pattern("of_a_sex").match(low, following.start()):
            return comma
        is_people = is_demonym or following is not None and "," not in low[comma + 1 : following.start()]
        is_body = is_bare and _SAME_AGAIN(language).match(low, comma, end) and not marks.numbers_in(comma, comma + 16)
        if marks.numbers_in(comma + 1, comma + 3) or not (is_people or is_body):
            return comma
        comma = low.find(",", comma + 1, end)
    return end


def _phrase_stop(marks: Marks, start: int, end: int) -> int:
    """Where a verb or a clause ends the phrase; in "especialistas en riesgos" none does."""
    low, w = marks.article.low, marks.words
    for verb in FINITE(marks.language).finditer(low, start, end):
        if not marks.agencies_around(verb.start()):
            end = verb.start()
            break
    if marks.language == "es":  # "comenzó", whose accent no noun of people has
        end = next((m.start() for m in _PRETERITE.finditer(marks.article.text, start, end)), end)
    stops = list(w.pattern("phrase_stops", "said", "people_verbs").finditer(low, start, end))
    for number, stop in enumerate(stops):
        is_next = stop.start() == start + 1
        behind = stops[number + 1].start() if number + 1 < len(stops) else end
        is_field = is_next and w.has(stop.group(), "in_a_field") or w.has(stop.group(), "in_matters")
        is_field = is_field and _OF_A_FIELD(marks.language).search(low, start - _FIELD_REACH, start) is not None
        is_in_name = marks.agencies_around(stop.start())  # "Délégation générale à la sûreté nationale"
        if is_field or is_in_name or w.has(stop.group(), "drawn") and _is_nameless(marks, stop.end(), behind):
            continue
        if not w.pattern("posted").search(low[max(start, stop.start() - _POSTED_REACH) : stop.start()]):
            return stop.start()
    return end


def _is_nameless(marks: Marks, place: int, end: int) -> bool:
    """Whether no agency and no country is named where people come from: "drawn from all the districts"."""
    return not (marks.agencies_in(place, end) or marks.countries_in(place, end))


def _before_countries(marks: Marks, first: int, start: int, end: int) -> tuple[int, int]:
    """Where a list of countries begins, and where the phrase ends with them: a long list says from where people come,
    not who they are.
    """
    for country in marks.countries_in(start, end):
        if country.is_demonym or marks.article.low[country.end : country.end + 2] != ", ":
            continue
        if _lists_country(marks, country.end + 2):
            whole = _countries_from(marks, country)
            is_lone = len(_weighty(marks, first, country.start)) < _LEAST_OF_NOUN
            is_long = len(whole) > (_MOST_BESIDE_A_WORD if is_lone else _MOST_COUNTRIES)
            return country.start, country.start if is_long else whole[-1].end
    return end, end


def _countries_from(marks: Marks, first: CountryMention) -> list[CountryMention]:
    """A country and those of the same list behind it."""
    listed = [first]
    for country in marks.countries_in(first.end, first.end + _BEYOND):
        if not joined(marks, listed[-1].end, country.start):
            break
        listed.append(country)
    return listed


def _lists_country(marks: Marks, place: int) -> bool:
    """Whether a country is named at a place, under an article or a preposition at most."""
    small = _SMALL(marks.language).match(marks.article.low, place)
    start = small.end() if small else place
    return any(not c.is_demonym for at in (place, start) for c in marks.countries_in(at, at + 1))  # "El Salvador"


def _weighty(marks: Marks, start: int, end: int) -> list[str]:
    words = re.findall(r"\w{4,}", marks.article.low[start:end])
    return [word for word in words if not marks.words.has(word, "clause_prepositions", "from", "of")]


def _before_agencies(marks: Marks, start: int, noun_end: int, end: int) -> int:
    """Several agencies after a noun that says enough tell where people come from: "consuls and officials of ..."."""
    agencies = marks.agencies_in(noun_end, end + _BEYOND)
    words = _weighty(marks, start, agencies[0].start) if agencies else []
    if len(agencies) < _LEAST_OF_AGENCIES or len(words) < _LEAST_OF_NOUN or agencies[0].start >= end:
        return end
    low, place = marks.article.low, agencies[0].end
    nouns, new_group = marks.words.pattern("people_nouns").finditer(low, place, end), _NEW_GROUP(marks.language)
    return end if any(new_group.search(low, place, noun.start()) for noun in nouns) else agencies[0].start - 1
