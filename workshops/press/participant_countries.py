"""The countries whose people take part."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshops.press.article import Sentence
from workshops.press.chains import joined
from workshops.press.countries import CountryMention
from workshops.press.experts import trainer_zones
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.words import worded

_REACH, _REACH_OF_LIST = 110, 260
_LEAST_OF_LIST = 3
_OFFICE_REACH = 50
_several = worded(lambda w: rf"(?<!\w){w.any_of('several_countries')}(?: \(|,? - |: |, )$")
"""Before the names of countries that were counted or called several: "of three countries (Benin, Niger and Togo)"."""
_POSTED_REACH, _NAME_REACH = 30, 45
_posted_to = worded(lambda w: rf"(?<!\w){w.any_of('posted_to')}(?: {w.any_of('articles')})? ?$")
_OF_A_LANGUAGE = worded(lambda w: rf"(?<!\w){w.any_of('of_a_language')}(?: ?[\w-]+,?){{0,3}} ?$")
"""Before the name of a language: "interpreters of Albanian, Turkish and Romani"."""
_MARK = re.compile(r"[:;.]")
_BY_LANGUAGE = re.compile(r"-(?:speaking|language|medium)")
_COUNT = re.compile(r" \(\d{1,3}\)")
_LANGUAGE = re.compile(r"(?<!\w)(?:in|en)(?: [\w-]+,? (?:and|y|et))? $")


def find_participant_countries(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Countries named with the participants; for a national event the country where it is held."""
    if not known.value("is_workshop"):
        return
    named = _named(marks)
    beside = _beside(marks, named, _of_agencies(marks, known))
    found = sorted([*named, *beside], key=lambda c: c.start) if beside else named or _in_phrase(marks, known)
    if not found:
        country = known.one("country")
        if country is not None:
            yield Finding("participant_countries", country.value, 0.8, country.spans, "national event", 0)
        return
    codes: list[str] = []
    for mention in found:
        if mention.code not in codes:
            span = (mention.start, mention.end)
            yield marks.finding("participant_countries", mention.code, 0.9, span, "country of participants", len(codes))
            codes.append(mention.code)
    host, country = marks.words.pattern("host_country").search(marks.article.low), known.one("country")
    if host is not None and country is not None and country.value not in codes:
        span = (host.start(), host.end())
        yield marks.finding("participant_countries", country.value, 0.8, span, "host country", len(codes))


def _named(marks: Marks) -> list[CountryMention]:
    """Chains of countries after "officers from", nationalities beside nouns of people, countries that send staff."""
    lists: list[list[CountryMention]] = []
    zones = marks.once(trainer_zones)
    nationals: list[CountryMention] = []
    for sentence in marks.scope.told:
        lists += _chains(marks, sentence.start, sentence.end)
        nationals += [c for c in _nationals(marks, sentence) if not _in_zone(c, zones)]
    title = marks.article.title
    if title is not None:
        lists += _chains(marks, title.start, title.end)
        nationals = [
            c for c in marks.countries_in(title.start, title.end) if c.is_demonym and _has_people(marks, c)
        ] + nationals
    long_lists = [c for c in lists if len(c) >= 3 and _is_of_participants(marks, c, zones)]
    if long_lists:
        first = {c.code for c in long_lists[0]}  # "nurses from Fiji, Samoa and others", named in full further down
        return max((c for c in long_lists if first <= {each.code for each in c}), key=len)
    pairs = [c for c in lists if len(c) == 2 and _is_of_participants(marks, c, zones)]
    if pairs:
        return [*pairs[0], *nationals]
    from_one = [c[0] for c in lists if len(c) == 1 and not c[0].is_demonym and _comes_from(marks, c[0], zones)]
    return nationals or from_one


def _chains(marks: Marks, start: int, end: int) -> list[list[CountryMention]]:
    """The countries of a span, those together that only commas and small words part."""
    chains: list[list[CountryMention]] = []
    for country in marks.countries_in(start, end):
        if marks.scope.is_speech(country.start) or marks.agencies_around(country.start):
            continue
        if chains and joined(marks, _behind_count(marks, chains[-1][-1].end), country.start):
            chains[-1].append(country)
        else:
            chains.append([country])
    return chains


def _behind_count(marks: Marks, place: int) -> int:
    """The place behind how many come from a country: "Guatemala (5), Honduras (7)"."""
    count = _COUNT.match(marks.article.low, place)
    return count.end() if count else place


def _of_agencies(marks: Marks, known: PressFacts) -> list[CountryMention]:
    """Countries in the names of the agencies whose staff take part: "Gambia Immigration Department"."""
    names = [f.value["name"] for f in known.items("beneficiary_agencies")]
    spans = [(a.start, a.end) for a in marks.agencies if a.name in names]
    return [c for start, end in spans for c in marks.countries_in(start, end)]


def _beside(marks: Marks, named: list[CountryMention], of_agencies: list[CountryMention]) -> list[CountryMention]:
    """Countries of agencies, beside nationalities those of the same sentence: "18 Gambian Police, six Malians"."""
    if len({country.code for country in named}) > 1 and any(not country.is_demonym for country in named):
        return []
    sentences = {marks.article.sentence_at(country.start) for country in named}
    return [c for c in of_agencies if not named or marks.article.sentence_at(c.start) in sentences]


def _in_phrase(marks: Marks, known: PressFacts) -> list[CountryMention]:
    """Countries in the phrase that says who takes part: "inspectors of the Food Authority (AKU) of Albania"."""
    phrase = known.one("participants_description")
    spans = phrase.spans if phrase else ()
    low = marks.article.low
    countries = [
        c
        for c in marks.countries
        if not (
            c.is_demonym
            and (_is_in_a_name(marks, c) or _names_language(marks, low[max(0, c.start - _REACH) : c.start]))
        )
    ]
    return [c for c in countries for a, b in spans if a <= marks.article.original(c.start, c.end)[0] < b]


def _in_zone(country: CountryMention, zones: bytes) -> bool:
    return zones[country.start] == 1


def _nationals(marks: Marks, sentence: Sentence) -> list[CountryMention]:
    return [
        c
        for c in marks.countries_in(sentence.start, sentence.end)
        if c.is_demonym
        and marks.scope.is_told(c.start)
        and not _is_in_a_name(marks, c)
        and _has_people(marks, c)
        and not _is_in_agency(marks, c)
        and not marks.people_in(c.end, c.end + _NAME_REACH)  # "the Malagasy psychologist Ann Lee"
    ]


def _names_language(marks: Marks, before: str) -> bool:
    """Whether a nationality is that of a language: "in Tajik", "interpreters of Albanian, Turkish and Romani"."""
    return bool(_LANGUAGE.search(before) or _OF_A_LANGUAGE(marks.language).search(before))


def _is_in_agency(marks: Marks, country: CountryMention) -> bool:
    """Whether a nationality is a word of an agency's name, other than of "a Kenyan delegation"."""
    agencies = marks.agencies_around(country.start)
    return bool(agencies) and not marks.words.pattern("delegations").match(marks.article.low, agencies[0].start)


def _is_in_a_name(marks: Marks, country: CountryMention) -> bool:
    """Whether a nationality is a word of a name: "la reserva Indio Maíz"; in small letters it would be none."""
    text = marks.article.text
    is_name = text[country.start].isupper() and text[country.end + 1 : country.end + 2].isupper()
    return marks.language != "en" and is_name and text[country.end] == " "


def _has_people(marks: Marks, country: CountryMention) -> bool:
    """Whether a nationality stands beside a noun of people who take part or beside their number."""
    low, w = marks.article.low, marks.words
    if w.pattern("expert_nouns", "migrants").search(low, max(0, country.start - 28), country.end + 28):
        return False
    if w.pattern("state_voices").match(low, country.end + 1) or w.pattern("state_voices").fullmatch(
        low[max(0, country.start - 24) : country.start].split(" ")[-2:][0]
    ):
        return False
    before, after = low[max(0, country.start - 26) : country.start], low[country.end : country.end + 32]
    if _BY_LANGUAGE.match(after):
        return False
    if _names_language(marks, before) and not w.pattern("people_nouns").match(low, country.end + 1):
        return False  # "a guide for judges, in Tajik and Russian"
    if any(0 <= country.start - n.end <= 20 for n in marks.numbers_in(max(0, country.start - 40), country.start)):
        return True
    return (
        w.pattern("people_nouns", "delegations").search(_MARK.split(before)[-1] + "|" + re.split(r"[,:;]", after)[0])
        is not None
    )


def _is_of_participants(marks: Marks, chain: list[CountryMention], zones: bytes) -> bool:
    low, w = marks.article.low, marks.words
    if _posted_to(marks.language).search(low, max(0, chain[0].start - _POSTED_REACH), chain[0].start):
        return False  # "consuls posted to Spain and Italy"
    sentence = marks.article.sentence_at(chain[0].start)
    title = marks.article.title
    if sentence is None and title is not None and len(chain) > 1:
        return marks.words.pattern("people_nouns").search(low, title.start, chain[0].start) is not None
    if sentence is None or _in_zone(chain[0], zones):
        return False
    if _are_counted(marks, chain[0].start):
        return True
    reach = _REACH_OF_LIST if len(chain) >= _LEAST_OF_LIST else _REACH
    before = low[max(sentence.start, chain[0].start - reach) : chain[0].start]
    after = low[chain[-1].end : min(sentence.end, chain[-1].end + 60)]
    is_counted = _several(marks.language).search(before) is not None
    if not is_counted and _is_of_an_office(marks, before) or chain[0].is_demonym and _names_language(marks, before):
        return False  # "Chief of Mission in Tanzania", "with the support of Chile"
    if w.pattern("fund_before", "migrants", "origin_words").search(before[-_REACH:]) or w.pattern("fund_active").search(
        after
    ):
        return False
    is_told = w.pattern("people_nouns", "people_verbs", "comes_from").search(before) is not None
    return is_told or w.pattern("people_verbs", "sends").search(after) is not None


def _is_of_an_office(marks: Marks, before: str) -> bool:
    """Whether the head of an office or a supporter stands before a country, and no people after it."""
    near = before[-_OFFICE_REACH:]
    found = list(marks.words.pattern("state_voices", "office_heads", "partner_before").finditer(near))
    return bool(found) and marks.words.pattern("people_nouns").search(near, found[-1].end()) is None


def _are_counted(marks: Marks, place: int) -> bool:
    """Whether a number of somebody stands right before: "thirty registrars from", "dix-huit déléguées venues de"."""
    low = marks.article.low
    for number in marks.numbers_in(max(0, place - 60), place):
        between = low[number.end : place]
        if marks.words.pattern("participants_from", "comes_from").search(between) and len(between.split()) <= 6:
            return not re.search(r"[,;:()]", between)
    return False


def _comes_from(marks: Marks, country: CountryMention, zones: bytes) -> bool:
    sentence = marks.article.sentence_at(country.start)
    floor = max(sentence.start if sentence else 0, country.start - _OFFICE_REACH)
    return _is_of_participants(marks, [country], zones) and bool(
        marks.words.pattern("people_nouns").search(marks.article.low, floor, country.start)
    )
