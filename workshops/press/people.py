"""Names of persons: runs of capital words that are not places, agencies or functions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workshops.domain.demonyms import demonym_forms
from workshops.domain.towns import find_towns
from workshops.press.agencies import AgencyMention
from workshops.press.article import Article
from workshops.press.countries import CountryMention
from workshops.press.tokens import Token, has_no_capitals, names_a_thing
from workshops.press.words import Words, is_in_any_language

_PARTICLES = {
    "de",
    "da",
    "do",
    "dos",
    "del",
    "della",
    "di",
    "van",
    "von",
    "der",
    "den",
    "bin",
    "binti",
    "ter",
    "ibn",
    "ben",
    "al",
    "el",
    "la",
    "le",
    "ould",
    "bint",
    "wit",
    "los",
    "las",
    "das",
}
_ALSO_GIVEN = {"ben", "al", "van", "von", "den", "bin", "ibn", "ould", "bint"}
"""Particles that, with a capital, open a name: "Ben Carter"."""
_MOST_WORDS, _LONGEST_SHORT = 5, 5
_FARTHEST_FUNCTION = 6
_LONGEST_SMALL = 4
_MOST_IN_CAPITALS = 0.7
_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ad|ed|es)-[A-ZÀ-Þ]")
"""The Arabic article written with the name: "Rashid al-Kindi"."""
_BEFORE_NAMES = {"for", "and", "but", "with", "as", "when", "while", "after"} | {
    *("pour", "et", "mais", "avec", "comme", "quand", "selon"),
    *("para", "y", "pero", "con", "como", "cuando", "segun"),
}
"""What opens a sentence with a capital before a name: "For Ann Lee, ..."."""
_OF = {"of", "from", "at", "de", "d'", "chez", "du", "del"}
_BY = {"by", "par", "por"}
_FIRST_NAMES = {"julio", "domingo", "abril", "avril", "janvier"}
_TOPIC_PREPOSITIONS = {"on", "in", "at", "under", "into", "sobre", "sur"}


@dataclass(frozen=True)
class PersonMention:
    """A name without its honorific; `titles_start` is where the honorifics or functions before it begin."""

    start: int
    end: int
    titles_start: int


def find_people(
    article: Article,
    tokens: tuple[Token, ...],
    agencies: tuple[AgencyMention, ...],
    countries: tuple[CountryMention, ...],
    w: Words,
) -> tuple[PersonMention, ...]:
    """Names of two words and more, or of one word after an honorific, outside of agencies and countries."""
    taken = {place for a in agencies for place in range(a.start, a.whole_end)}
    named = {c.start: c.end for c in countries if not c.is_demonym or " " in article.text[c.start : c.end]}
    ends_of_countries = {end for start, end in named.items() if start not in taken}
    found = []
    i = _after_headline(article, tokens)
    while i < len(tokens):
        j = _run_end(tokens, i, taken, w)
        if j == i:
            i += 1
            continue
        first = _first_of_name(tokens, i, j, w)
        if _is_portfolio(tokens, first, w) and _holds_person(tokens, first, j, w):
            first = j - 2  # "Commissioner of Labour Willie Kalsakau"
        words = [t for t in tokens[first:j] if t.is_capital or t.low not in _PARTICLES]
        has_title = _titles_start(tokens, first, w) < first
        if first < j and words and not _is_portfolio(tokens, first, w) and not _is_country(tokens[first:j], named):
            enough = 1 if has_title or has_no_capitals(words[0].written) else 2
            if enough <= len(words) <= _MOST_WORDS and _is_name(
                tokens[first:j], tokens[j] if j < len(tokens) else None, w
            ):
                is_place = find_towns(article.text[tokens[first].start : tokens[j - 1].end])
                if is_place or _is_of_a_country(tokens, first, j, ends_of_countries):
                    i = j
                    continue
                titles = _titles_start(tokens, first, w)
                found.append(PersonMention(tokens[first].start, tokens[j - 1].end, tokens[titles].start))
        i = j
    return tuple(found)


def _after_headline(article: Article, tokens: tuple[Token, ...]) -> int:
    """The first token after a headline that writes most of its words with capitals, which tell no names there."""
    title = article.title
    if title is None or tokens and tokens[0].start < title.start:
        return 0
    inside = [t for t in tokens if t.start < title.end]
    long = [t for t in inside if t.is_word and len(t.low) > _LONGEST_SMALL]
    return len(inside) if sum(t.is_capital for t in long) > len(long) * _MOST_IN_CAPITALS else 0


def _run_end(tokens: tuple[Token, ...], i: int, taken: set[int], w: Words) -> int:
    """The end of the run of capital words (with particles between them) that starts at i; i if there is none."""
    if not tokens[i].is_word or not tokens[i].is_capital or tokens[i].start in taken:
        return i
    j = i + 1
    while j < len(tokens) and tokens[j].start not in taken and j - i < 12:
        t = tokens[j]
        close = t.start - tokens[j - 1].end <= 1
        if t.is_word and (t.is_capital or _ARTICLE.match(t.written)) and close and not any(c.isdigit() for c in t.low):
            j += 1
        elif t.low == "." and tokens[j - 1].end == t.start and j + 1 < len(tokens):
            is_initial = len(tokens[j - 1].low) == 1
            is_short = is_initial or w.has(tokens[j - 1].low, "personal_titles", "honorifics")
            if not is_short or not (tokens[j + 1].is_capital or is_initial and tokens[j + 1].low in _PARTICLES):
                break
            j += 1
        elif (
            t.low in _PARTICLES
            and j + 1 < len(tokens)
            and (tokens[j + 1].is_capital or tokens[j + 1].low in _PARTICLES)
            and close
        ):
            j += 1
        else:
            break
    while j > i + 1 and (not tokens[j - 1].is_word or tokens[j - 1].low in _PARTICLES and not tokens[j - 1].is_capital):
        j -= 1
    return j


def _first_of_name(tokens: tuple[Token, ...], i: int, j: int, w: Words) -> int:
    """Where the name begins once honorifics and functions are off."""
    first = i + (tokens[i].low in _BEFORE_NAMES and j - i > 2)
    for k in range(first, j):
        is_class = first == k < j - 2 and (
            w.has(tokens[k].low, "expert_nouns", "people_nouns")  # "Trainers Ann Lee"
            or tokens[k].low in demonym_forms()  # "l'Ivoirienne Awa Koné"
            or tokens[k].low.endswith("'s")  # "Ghana's Kwame Mensah"
        )
        if (
            is_class
            or first == k
            and w.has(tokens[k].low, "said", "expert_verbs", "verbs_first")
            or w.has(tokens[k].low, "personal_titles")
            and not (k > first and tokens[k].low in _PARTICLES)  # "Driss El Fassi", and "El Hadj Issa Ba"
            or tokens[k].low == "general"
            or tokens[k].low == "."
            and first == k
            or tokens[k].low in _PARTICLES
            and first == k
            and not (tokens[k].is_capital and (tokens[k].low in _ALSO_GIVEN or k > i and tokens[k].low == "el"))
        ):
            first = k + 1
    return first


def _is_name(tokens: tuple[Token, ...], after: Token | None, w: Words) -> bool:
    words = [t for t in tokens if t.is_word]
    if w.language != "es" and _goes_on_as_a_body(tokens):
        return False
    if len(words) == 1 and after is not None and w.has(after.low, "name_connectors"):
        return False
    return (
        all(not any(c.isdigit() for c in t.low) for t in words)
        and not any(w.has(t.low, "agency_heads") for t in (words if w.language == "en" else words[:1]))
        and not any(w.has(t.low, "legal_heads", "event_again") for t in words)
        and not _is_dated(words, w)
        and not any(w.has(t.low, "venue_heads", "project_heads") for t in words)
        and not (_is_plain(words[0]) and w.has(words[0].low, "not_agency_start", "function_words", "determiners"))
        and not (len(tokens) > 1 and tokens[1].low in _OF and w.has(words[0].low, "opening_participles"))
        and not w.has(words[0].low, "expert_nouns", "people_nouns", "not_towns", "comes_from")
        and not (len(words) == 1 and w.has(words[0].low, "function_title_words"))
        and not is_in_any_language(words[-1].low, "world_regions")  # "TradeMark Africa"
        and not (w.language == "en" and w.has(words[-1].low, "plain_functions"))
        and any(len(t.low) > 2 or has_no_capitals(t.written) and len(t.low) > 1 for t in words)
    )


def _goes_on_as_a_body(tokens: tuple[Token, ...]) -> bool:
    """Whether "de la" stands in the words, but not behind two names that head no body: "María José de la Fuente"."""
    at = next((k for k, t in enumerate(tokens[:-1]) if t.low == "de" and tokens[k + 1].written in ("la", "el")), None)
    if at is None:
        return False
    return at < 2 or any(
        names_a_thing(t.low) or is_in_any_language(t.low, "agency_heads", "function_title_words") for t in tokens[:at]
    )


def _is_of_a_country(tokens: tuple[Token, ...], first: int, j: int, ends: set[int]) -> bool:
    """Whether "of" stands before a run that ends in a country: "of Biosecurity New Zealand", "de Radio France"."""
    return first > 0 and tokens[first - 1].low in _OF | _BY and tokens[j - 1].end in ends


def _is_country(run: tuple[Token, ...], named: dict[int, int]) -> bool:
    """Whether a country opens the run, and at most one more word follows or none that is not its own."""
    end = named.get(run[0].start)
    return end is not None and (len(run) <= 2 or end >= run[-1].end)


def _is_dated(words: list[Token], w: Words) -> bool:
    """Whether the words hold a month or a day, which in French and Spanish begin no name in capitals but a person's."""
    dated = [t for t in words if w.has(t.low, "months", "weekdays")]
    if not dated or len(dated) == len(words):
        return bool(dated)
    if w.language == "en":  # "Jan van der Berg" is no day of January, "May Conference" is no person
        return dated != words[:1] or words[0].low != "jan"
    return words[0] in dated and words[0].low not in _FIRST_NAMES


def _is_plain(token: Token) -> bool:
    """Whether a word has no accent that folding took away ("Pär" is not "par")."""
    return token.written.lower() == token.low


def _is_portfolio(tokens: tuple[Token, ...], first: int, w: Words) -> bool:
    """ "Ministro de Relaciones Exteriores", "on Integrated Border Management": what is governed so is no person."""
    if first and tokens[first - 1].low in _TOPIC_PREPOSITIONS:
        return True
    k = first - 1
    while k > first - _FARTHEST_FUNCTION and k > 0 and w.has(tokens[k].low, "determiners", "name_connectors"):
        k -= 1
    if k == first - 1 or not any(w.has(t.low, "name_connectors") for t in tokens[k + 1 : first]):
        return False
    while k > first - _FARTHEST_FUNCTION and k > 0 and w.has(tokens[k].low, "ranges_of_office"):
        k -= 1
    return w.has(tokens[k].low, "function_title_words", "personal_titles")


def _holds_person(tokens: tuple[Token, ...], first: int, j: int, w: Words) -> bool:
    """Whether two words that name nothing else end a run of three or more, before a verb of speech or a comma."""
    after = tokens[j] if j < len(tokens) else None
    is_free = j - first > 2 and not any(
        w.has(t.low, "agency_heads", "people_nouns", "portfolio_words") or names_a_thing(t.low) or t.low in _PARTICLES
        for t in tokens[j - 2 : j]
    )
    return is_free and after is not None and (w.has(after.low, "said", "plain_verbs") or after.low == ",")


def _titles_start(tokens: tuple[Token, ...], first: int, w: Words) -> int:
    k = first
    while k > 0 and (
        w.has(tokens[k - 1].low, "personal_titles")
        or tokens[k - 1].low == "."
        and k > 1
        and _is_abbreviated(tokens, k, w)
    ):
        k -= 1
    return k


def _is_abbreviated(tokens: tuple[Token, ...], k: int, w: Words) -> bool:
    short = tokens[k - 2]  # no "asistencia técnica." at the end of a sentence
    return len(short.low) <= _LONGEST_SHORT and w.has(short.low, "personal_titles") and short.end == tokens[k - 1].start
