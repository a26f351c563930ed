"""Trainers and resource persons: who they are and from which countries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshops.domain.countries import find_country
from workshops.domain.towns import find_towns
from workshops.press.article import Sentence
from workshops.press.expert_roles import role_of
from workshops.press.facts import Finding, PressFacts
from workshops.press.foreign_guests import foreign_guests
from workshops.press.institution_seats import seats
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.programme_lists import teachers_in_lists
from workshops.press.scope import mask, whole_sentences
from workshops.press.teaching import behind_the_first, is_bullet, is_trainer, nameless_teachers, teaches
from workshops.press.words import worded

_OF_TRAINERS = worded(lambda w: rf"\s(?:[\w-]+ )?{w.any_of('from', 'of')}(?: {w.any_of('articles')})?\s?")
_NEXT_NAME = 60
_NEAR_NAME, _TITLE_REACH = 20, 28
_BEFORE_THING = worded(lambda w: rf"(?<!\w)(?:{w.any_of('articles')}(?: |(?<='))|{w.any_of('venue_heads')} )$")
_LAW = worded(lambda w: rf" {w.any_of('legal_heads')}(?!\w)")
"""Behind an acronym that is part of a law's name: "the ISPS Code"."""
_AND_TITLE = worded(lambda w: rf"\s{w.any_of('and')}\s(?:{w.any_of('of', 'by', 'with')}(?: |(?<=')))?")
_ANOTHER = worded(
    lambda w: (
        rf"(?<!\w){w.any_of('and')}\s(?:{w.any_of('of', 'by', 'with')}(?: |(?<=')))?"
        rf"{w.any_of('indefinite', 'number_words')}\s"
    )
)
_APPOSED = worded(lambda w: rf", (?:{w.any_of('singular_articles', 'indefinite')}(?: |(?<=')))?(?:[\w-]+ ){{0,2}}")
_IN_BRACKETS = re.compile(r"\s\(([A-Z][\w/&-]{1,12}(?:, [A-ZÀ-Þ][\w-]+)?)\)")
"""What stands alone in brackets after a name: "Ann Lee (SAG)", "(UNODC, Tunisie)"."""
_OF_ONE_WORD = worded(
    lambda w: (
        rf",? (?:(?:[a-z-]+ ){{1,4}}?{w.any_of('of_one_body')}|{w.any_of('of', 'from')}(?: |(?<='))"
        rf"(?:{w.any_of('singular_articles')}(?: |(?<=')))?)(?P<word>[a-z]{{4,12}})(?=[,.;)]| [a-z(])"
    )
)
_AFFILIATION_REACH = 150
_COUNTRY_REACH = 140
_LONGEST_ENUMERATION = 800
_DELEGATION_REACH = 40
"""A delegation that somebody leads is not taught by them."""


def find_experts(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Persons in sentences about those who teach, with the institution that stands after the name."""
    if not known.value("is_workshop"):
        return
    seen = {contact["name"] for contact in known.values("contacts")}
    guests = ((person, sentence) for person, _, sentence in foreign_guests(marks, known.value("country")))
    for person, sentence in (*_teachers(marks), *guests):
        name = marks.text(person.start, person.end)
        if name in seen or _is_title(marks, person) or _is_thing(marks, person):
            continue
        seen.add(name)
        span = (person.titles_start, person.end)
        value = {"name": name, "affiliation": _affiliation(marks, person, sentence)} | role_of(marks, person, sentence)
        yield marks.finding("experts", value, 0.85, span, "person in a sentence on trainers", len(seen) - 1)


def _teachers(marks: Marks) -> Iterator[tuple[PersonMention, Sentence]]:
    """Those who teach, each with the sentence that says so."""
    for sentence in marks.once(expert_sentences):
        people = marks.people_in(sentence.start, sentence.end)
        yield from ((person, sentence) for person in people if teaches(marks, person, sentence))
    for person in marks.once(teachers_in_lists):
        if (of_list := marks.article.sentence_at(person.start)) is not None:
            yield person, of_list


def expert_sentences(marks: Marks) -> tuple[Sentence, ...]:
    """Told sentences that speak of trainers, experts or teaching; and "among them is ..." after such a sentence."""
    return tuple(whole_sentences(marks.article.low, _of_experts(marks), _LONGEST_ENUMERATION))


def _of_experts(marks: Marks) -> Iterator[Sentence]:
    w, low = marks.words, marks.article.low
    was_one = False
    for sentence in marks.scope.told:
        span = sentence.start, sentence.end
        goes_on = was_one and (
            w.pattern("among_them").match(low, *span) is not None
            or low[sentence.start - 2 : sentence.start] == "; "
            or is_bullet(low, sentence)
        )
        was_one = (
            goes_on
            or any(is_trainer(marks, m) for m in w.pattern("expert_nouns").finditer(low, *span))
            or any(marks.scope.is_told(m.start()) for m in w.pattern("expert_verbs", "taught_by").finditer(low, *span))
            or w.pattern("who_teaches").search(low, *span) is not None
        )
        if was_one:
            yield sentence


def _is_thing(marks: Marks, person: PersonMention) -> bool:
    """Whether capitals are part of a body's name, or stand without a title behind an article or a kind of house."""
    inside = any(a.start < person.start and person.end < a.end for a in marks.agencies_around(person.start))
    if inside or person.titles_start < person.start:
        return inside
    before = marks.article.low[max(0, person.start - _NEAR_NAME) : person.start]
    return _BEFORE_THING(marks.language).search(before) is not None


def _is_title(marks: Marks, person: PersonMention) -> bool:
    """Whether a name stands in quotation marks that hold no speech: a project, a book."""
    return bool(marks.quotes_around(person.start)) and not marks.scope.is_speech(person.start)


def _affiliation(marks: Marks, person: PersonMention, sentence: Sentence) -> str | None:
    """The agency between this person and the next, else that of the trainers among whom the person is named."""
    own = _agency_after(marks, person, sentence)
    if own is None and (following := _joined_person(marks, person, sentence)) is not None:
        own = _agency_after(marks, following, sentence)
    return own or _agency_of_trainers(marks, person, sentence) or _body_by_one_word(marks, person, sentence)


def _body_by_one_word(marks: Marks, person: PersonMention, sentence: Sentence) -> str | None:
    """The one capital word behind "of" and a name that is no place: "Ann Lee of Statec", "Luc Roy, de l'Insee"."""
    m = _OF_ONE_WORD(marks.language).match(marks.article.low, person.end, sentence.end)
    if m is None or marks.countries_in(*m.span("word")) or marks.people_in(*m.span("word")):
        return None
    written = marks.text(*m.span())
    is_other = marks.words.has(m["word"], "months", "weekdays", "agency_heads", "legal_heads", "project_heads")
    is_one = written[m.start("word") - m.start() :].istitle() and sum(c.isupper() for c in written) == 1
    is_one = is_one and not marks.article.text[m.end() + 1 : m.end() + 2].isupper()
    return None if is_other or not is_one or find_towns(m["word"]) else marks.text(*m.span("word"))


def _joined_person(marks: Marks, person: PersonMention, sentence: Sentence) -> PersonMention | None:
    """The next person, named by "and" alone after this one: "A and B, of the Coast Guard"."""
    following = marks.people_in(person.end, min(sentence.end, person.end + _NEXT_NAME))
    joint = marks.article.low[person.end : following[0].titles_start] if following else ""
    return following[0] if _AND_TITLE(marks.language).fullmatch(joint) else None


def _agency_of_trainers(marks: Marks, person: PersonMention, sentence: Sentence) -> str | None:
    """The agency beside the word for trainers before the name: "WCO experts A", "la especialista de INTERPOL A"."""
    low, w = marks.article.low, marks.words
    nouns = list(
        w.pattern("expert_nouns", "people_nouns").finditer(
            low, max(sentence.start, person.start - 200), person.titles_start
        )
    )
    nouns = [m for m in nouns if not marks.agencies_around(m.start()) and not _is_apposed(marks, m.start(), person)]
    if not nouns:
        return None
    noun = nouns[-1]
    first = marks.people_in(noun.end(), person.end)[0]
    joint = low[first.end : person.titles_start] if first is not person else ""
    agencies = marks.agencies_in(noun.end(), first.titles_start)
    of_noun = [a for a in agencies if _OF_TRAINERS(marks.language).fullmatch(low, noun.end(), a.start)]
    before = marks.agencies_in(max(sentence.start, noun.start() - _AFFILIATION_REACH), noun.start())
    if not of_noun and before and low[before[-1].whole_end : noun.start()].strip() in ("", "'s"):
        of_noun = before[-1:]
    is_theirs = bool(of_noun) and not re.search(r"[;:.]\s", marks.article.text[noun.end() : first.titles_start])
    if not is_theirs or re.search(r"[;]", joint):
        return None
    return of_noun[-1].full_name


def _is_apposed(marks: Marks, noun: int, person: PersonMention) -> bool:
    """Whether a noun says what another person is, named right before it: "Ann Lee, consultant for IOM, and Bob Ray"."""
    before = marks.people_in(max(0, noun - _NEXT_NAME), noun)
    joint = marks.article.low[before[-1].end : noun] if before and before[-1] is not person else ""
    return _APPOSED(marks.language).fullmatch(joint) is not None


def _agency_after(marks: Marks, person: PersonMention, sentence: Sentence) -> str | None:
    """The agency between this person and the next, or an acronym in brackets right after the name."""
    following = marks.people_in(person.end, sentence.end)
    end = min(sentence.end, person.end + _AFFILIATION_REACH, following[0].titles_start if following else sentence.end)
    between = [
        a for a in marks.agencies_in(person.end, end) if not _LAW(marks.language).match(marks.article.low, a.end)
    ]
    bracket = _IN_BRACKETS.match(marks.article.text, person.end, sentence.end)
    if bracket is not None and find_country(bracket.group(1)) is None and not between:
        return bracket.group(1)
    if between and marks.words.pattern("formerly").search(marks.article.low, person.end, between[0].start):
        return None
    if between and _ANOTHER(marks.language).search(marks.article.low, person.end, between[0].start):
        return None
    if not between or re.search(r"[;.]\s", marks.article.text[person.end : between[0].start]):
        return None
    return between[0].full_name


def find_expert_countries(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """Countries and nationalities beside the words for trainers, beside experts, and in their institutions."""
    if not known.value("is_workshop"):
        return
    seen: set[str] = set()
    for start, end in marks.once(_all_zones):
        for country in marks.countries_in(start, end):
            if country.code in seen or not marks.scope.is_told(country.start) or _is_pupil(marks, start, country.start):
                continue
            seen.add(country.code)
            span = (country.start, country.end)
            yield marks.finding("expert_countries", country.code, 0.85, span, "country of trainers", len(seen) - 1)
        for code, span in seats(marks, start, end):
            if code not in seen and not _is_pupil(marks, start, span[0]):
                seen.add(code)
                yield marks.finding("expert_countries", code, 0.7, span, "town of an institution", len(seen) - 1)
    for _, country, _ in foreign_guests(marks, known.value("country")):
        if country.code not in seen:
            seen.add(country.code)
            span = (country.start, country.end)
            yield marks.finding("expert_countries", country.code, 0.75, span, "nationality of a guest", len(seen) - 1)


def trainer_zones(marks: Marks) -> bytes:
    """For each place of the text whether it describes trainers: what stands there does not describe participants."""
    return mask(len(marks.article.text), marks.once(_all_zones))


def _all_zones(marks: Marks) -> tuple[tuple[int, int], ...]:
    zones = [zone for sentence in marks.once(expert_sentences) for zone in _zones(marks, sentence)]
    for person in marks.once(teachers_in_lists):
        sentence_of_list = marks.article.sentence_at(person.start)
        zones.append((person.titles_start, sentence_of_list.end if sentence_of_list else person.end))
    return tuple(zones)


def _zones(marks: Marks, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that describe trainers: from the noun to its clause's end, and after each name."""
    w, low = marks.words, marks.article.low
    for m in w.pattern("expert_nouns").finditer(low, sentence.start, sentence.end):
        if is_trainer(marks, m):
            stop = w.pattern("zone_stops", "fund_before", "partner_before").search(
                low, m.end(), min(sentence.end, m.end() + _COUNTRY_REACH)
            )
            colon = low.find(":", m.end(), sentence.end)
            end = stop.start() if stop else min(sentence.end, m.end() + _COUNTRY_REACH)
            provided = w.pattern("provided").search(low, sentence.start, m.start())
            start = sentence.start if provided else max(sentence.start, m.start() - 14)
            yield start, sentence.end if 0 <= colon < end else end
    for m in w.pattern("taught_by").finditer(low, sentence.start, sentence.end):
        if w.pattern("delegations").search(low, max(sentence.start, m.start() - _DELEGATION_REACH), m.start()):
            continue
        if w.pattern("partner_before").match(low, m.start()) and _is_body_next(marks, m.end(), sentence.end):
            continue  # "de la mano de la Fundación"
        first = behind_the_first(marks, m.end(), sentence.end)
        stop = w.pattern("zone_stops", "fund_before", "partner_before").search(low, first, sentence.end)
        end = min(m.end() + _COUNTRY_REACH, stop.start() if stop else sentence.end)
        yield first, end
    yield from (span for span in marks.once(nameless_teachers) if sentence.start <= span[0] < sentence.end)
    for person in marks.people_in(sentence.start, sentence.end):
        if not _is_title(marks, person) and teaches(marks, person, sentence):
            following = marks.people_in(person.end, sentence.end)
            yield (
                _start_of_apposed(marks, person, sentence),
                following[0].titles_start if following else min(sentence.end, person.end + 90),
            )


def _is_body_next(marks: Marks, place: int, end: int) -> bool:
    """Whether a body is named right behind a place, with an article at most."""
    following = marks.agencies_in(place, end)
    return bool(following) and following[0].start - place <= len(" the ")


def _start_of_apposed(marks: Marks, person: PersonMention, sentence: Sentence) -> int:
    """Where it begins to say who a person is: "a Spanish professor of the University, Ann Lee", or a little before."""
    near = max(sentence.start, person.titles_start - _TITLE_REACH)
    low, floor = marks.article.low, max(sentence.start, person.titles_start - _COUNTRY_REACH)
    if not low.startswith(", ", person.titles_start - 2):
        return near
    nouns = list(marks.words.pattern("expert_nouns", "people_nouns").finditer(low, floor, near))
    is_other = not nouns or marks.people_in(nouns[-1].start(), person.start - 1)
    if is_other or re.search(r"[.;:,]", low[nouns[-1].end() : person.titles_start - 2]):
        return near
    return nouns[-1].start()


def _is_pupil(marks: Marks, start: int, place: int) -> bool:
    """Whether people who take part stand between the trainers and the country ("trained officers from Peru")."""
    titles = [(p.titles_start, p.end) for p in marks.people_in(start, place)]
    pupils = marks.words.pattern("participant_word").finditer(marks.article.low, start, place)
    return any(not any(a <= m.start() < b for a, b in titles) for m in pupils if m.group().endswith("s"))
