"""The words of the text that say who the participants are."""

from __future__ import annotations

import re

from workshops.press.marks import Marks

_PHRASE_WORDS = 18
_ENUMERATED = re.compile(r"(?:, [^,]{2,70}){0,6},? (?:and|et|y|e|or|ou|o) [^,]{2,110}$")
_NOT_ENUMERATED = re.compile(
    r", (?:entre|from|both|namely|soit|de l[oa]s|of|all|tous|toutes|aged|ages|\d)(?!\w)"
    r"|\b(?:wom[ae]n|m[ae]n|femmes?|hommes?|mujer(?:es)?|hombres?)(?!\w)"
)
"""What ends the phrase at a comma, though more commas follow: ages, women and men, a list of another kind."""
_SUBJECT_OF_LIST = re.compile(
    r"(?<!\w)(?:participant|attendee|trainee|delegate|beneficiaire|beneficiari[oa]|asistente)(?:e?s)?(?!\w)"
    r"[^.;:\n]{0,120}? (?:included|include|are|were|sont|etaient|comprenaient|son|eran|fueron|incluyeron|incluian) "
    r"(?:des |les |d'|los |las |the )?"
)
"""Who the participants are, said as a sentence of its own: "Participants in the workshop included lawyers and ..."."""
_PHRASE_MARK = re.compile(
    r"[.;:\n«»\"]|\((?![a-z&-]{2,12}\)(?: et | and | y |,| of | de ))|\)(?! et | and | y |,| of | de )"
)
"""What ends a phrase: a mark, brackets too unless they hold an acronym and the phrase goes on after them."""
_SAID_AHEAD = re.compile(
    r"(?<!\w)(?:participants|participantes|destinataires|destinatarios) ?: (?P<who>[^.;:\n]{4,160})"
)
"""Who takes part, named like a line of a form: "Participants: airport officers"."""
_POSTED_REACH = 16
_LEAST_OF_AGENCIES, _LEAST_OF_NOUN = 3, 2
_SAYS_LITTLE = re.compile(r"(?:of (?:them|the)|personas?|personnes?|people|participant(?:e?s)?)(?!\w)")


def description(marks: Marks, counted: tuple[int, int] | None) -> tuple[int, int] | None:
    """The phrase for the participants: what follows their number, else whom the event is for or who attends.

    `counted` runs from after the number to the end of its noun; None if no number of people with a noun is known.
    """
    if counted is None:
        return _audience(marks)
    phrase = _phrase_from(marks, *counted)
    low = marks.article.low
    if _SAYS_LITTLE.match(low, *phrase) or marks.words.pattern("of_a_sex").match(low, phrase[0]):
        return (
            _enumerated_after(marks, phrase)
            or _audience(marks, ("aimed_at",))
            or _origin(marks, phrase)
            or _audience(marks)
            or phrase
        )
    return phrase


def _origin(marks: Marks, phrase: tuple[int, int]) -> tuple[int, int] | None:
    """ "54 participants were drawn from the police and the courts of ...": where those come from who have no name."""
    sentence = marks.article.sentence_at(phrase[0])
    if sentence is None:
        return None
    m = marks.words.pattern("comes_from").search(marks.article.low, phrase[0], min(sentence.end, phrase[1] + 60))
    if m is None:
        return None
    opening = re.compile(r"\s(?:(?:the|du|des|de la|de l'|de|del|los|las|la|d')\s?)*").match(marks.article.low, m.end())
    start = opening.end() if opening else m.end() + 1
    return _phrase_from(marks, start, start + 1) if start < sentence.end else None


def _enumerated_after(marks: Marks, phrase: tuple[int, int]) -> tuple[int, int] | None:
    """ "45 people from Chilean institutions: police, judges and prosecutors": what the colon opens."""
    sentence = marks.article.sentence_at(phrase[0])
    if sentence is None:
        return None
    colon = marks.article.low.find(": ", phrase[0], sentence.end)
    is_said_next = 0 <= colon <= phrase[1] + 1
    names_people = marks.words.pattern("people_nouns").search(marks.article.low, colon, sentence.end)
    if colon < 0 or not (is_said_next or names_people):
        return None
    end = marks.article.text.rfind(".", colon, sentence.end)
    return colon + 2, end if end > colon else sentence.end


def _audience(marks: Marks, *only: tuple[str, ...]) -> tuple[int, int] | None:
    """The people after "aimed at", "destiné aux", or who are said to attend; `only` names the lists to look at."""
    w, low = marks.words, marks.article.low
    noun = w.pattern("people_nouns")
    if said := _SAID_AHEAD.search(low):
        return said.span("who")
    if phrase := _said_of_participants(marks):
        return phrase
    for names in only or (("aimed_at",), ("people_verbs",)):
        for sentence in marks.scope.told[:10]:
            for m in w.pattern(*names).finditer(low, sentence.start, sentence.end):
                if not marks.scope.is_told(m.start()) or marks.agencies_around(m.start()):
                    continue
                found = (
                    _after(marks, m.end(), sentence.end)
                    if names == ("aimed_at",)
                    else _subject(marks, sentence.start, m.start())
                )
                is_trainer = names != ("aimed_at",) and found and w.pattern("expert_nouns").search(low, *found)
                if found and not is_trainer and not _SAYS_LITTLE.match(low, found[0]) and not low[found[0]].isdigit():
                    return found
    if only:
        return None
    first = marks.scope.told[0] if marks.scope.told else None
    lone = noun.search(low, first.start, first.end) if first else None
    return _phrase_from(marks, lone.start(), lone.end()) if lone else None


def _said_of_participants(marks: Marks) -> tuple[int, int] | None:
    for sentence in marks.scope.told:
        m = _SUBJECT_OF_LIST.search(marks.article.low, sentence.start, sentence.end)
        if m is None or not marks.scope.is_told(m.start()):
            continue
        noun = marks.words.pattern("people_nouns").search(marks.article.low, m.end(), min(sentence.end, m.end() + 35))
        if noun and not re.search(r"[.,;:]", marks.article.low[m.end() : noun.start()]):
            return _phrase_from(marks, m.end(), noun.end())
    return None


def _after(marks: Marks, place: int, end: int) -> tuple[int, int] | None:
    low = marks.article.low
    small = marks.words.any_of("determiners", "chain_words")
    skip = re.compile(rf"\s?(?:(?:{small})(?:\s|(?<=')|(?!\w))){{0,3}}").match(low, place, end)
    start = skip.end() if skip else place
    noun = marks.words.pattern("people_nouns").search(low, start, min(end, start + 45))
    if noun is None or re.search(r"[.,;:]", low[start : noun.start()]):
        return None
    if marks.words.pattern("plain_verbs", "organise_active", "gathers").search(low, start, noun.start()):
        return None  # "formation de l'OIT a rassemblé des inspecteurs": another subject stands between
    return _phrase_from(marks, start, noun.end())


def _subject(marks: Marks, start: int, verb: int) -> tuple[int, int] | None:
    w, low = marks.words, marks.article.low
    nouns = [m for m in w.pattern("people_nouns").finditer(low, max(start, verb - 120), verb)]
    if not nouns:
        return None
    begin = _noun_phrase_start(marks, nouns[0].start(), start)
    return _phrase_from(marks, begin, nouns[0].end())


def _noun_phrase_start(marks: Marks, noun: int, floor: int) -> int:
    before = list(re.compile(r"[\w'-]+").finditer(marks.article.low, max(floor, noun - 60), noun))
    start = noun
    for m in reversed(before):
        if (
            marks.words.has(m.group(), "determiners", "clause_prepositions", "plain_verbs", "not_agency_start")
            and m.group() != "and"
        ):
            break
        start = m.start()
    return start


def _phrase_from(marks: Marks, start: int, noun_end: int) -> tuple[int, int]:
    """The noun phrase from start on, to the verb, mark or time phrase that ends it."""
    low, w = marks.article.low, marks.words
    limit = _PHRASE_MARK.search(low, noun_end, noun_end + 220)
    end = limit.start() if limit else min(len(low), noun_end + 220)
    end = _phrase_stop(marks, noun_end, end)
    end = min([end, *(day.start for day in marks.dates_in(noun_end, end))])
    end = _before_countries(marks, noun_end, end)
    comma = low.find(",", noun_end, end)
    while comma >= 0:
        is_list = _ENUMERATED.match(low, comma, end) and not _NOT_ENUMERATED.search(low, comma, end)
        if is_list and not marks.numbers_in(comma, end):
            break
        following = w.pattern("people_nouns").search(low, comma, min(end, comma + 40))
        if following is None or marks.numbers_in(comma + 1, comma + 3) or "," in low[comma + 1 : following.start()]:
            end = comma
            break
        comma = low.find(",", comma + 1, end)
    end = _before_agencies(marks, start, noun_end, end)
    words = list(re.compile(r"\S+").finditer(low, start, end))
    if len(words) > _PHRASE_WORDS:
        end = words[_PHRASE_WORDS - 1].end()
    while end > start and low[end - 1] in " ,":
        end -= 1
    opener = re.compile(r"(?:d'|de |des |of |the |les |los |las )+").match(low, start, end)
    start = opener.end() if opener else start
    trailing = re.compile(
        r"(?: (?:a|de|d|the|in|who|et|and|y|at|of|from|en|del|du|des|on|pour|para|for|are|la|le))+$"
    ).search(low, start, end)
    return start, trailing.start() if trailing else end


def _phrase_stop(marks: Marks, start: int, end: int) -> int:
    """Where a verb or a clause ends the phrase; in "especialistas en riesgos" none does."""
    low, w = marks.article.low, marks.words
    for stop in w.pattern("phrase_stops", "said", "people_verbs").finditer(low, start, end):
        is_field = (
            stop.start() == start + 1 and stop.group() in ("in", "en") and low[start - 6 : start].endswith("istas")
        )
        if not is_field and not w.pattern("posted").search(
            low[max(start, stop.start() - _POSTED_REACH) : stop.start()]
        ):
            return stop.start()
    return end


def _before_countries(marks: Marks, start: int, end: int) -> int:
    """A list of countries says from where people come, not who they are."""
    for country in marks.countries_in(start, end):
        if country.is_demonym or marks.article.low[country.end : country.end + 2] != ", ":
            continue
        if _lists_country(marks, country.end + 2):
            return country.start
    return end


def _lists_country(marks: Marks, place: int) -> bool:
    """Whether a country is named at a place, under an article or a preposition at most."""
    small = re.compile(r"(?:and |et |y |of |from |the |de la |de l'|de |du |des |del |d'|la |le |les |l')*").match(
        marks.article.low, place
    )
    start = small.end() if small else place
    return any(not c.is_demonym for c in marks.countries_in(start, start + 1))


def _before_agencies(marks: Marks, start: int, noun_end: int, end: int) -> int:
    """Several agencies after a noun that says enough tell where people come from: "consuls and officials of ..."."""
    agencies = marks.agencies_in(noun_end, end)
    words = re.findall(r"\w{4,}", marks.article.low[start : agencies[0].start]) if agencies else []
    if len(agencies) < _LEAST_OF_AGENCIES or len(words) < _LEAST_OF_NOUN:
        return end
    return agencies[0].start - 1
