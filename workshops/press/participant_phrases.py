"""The words of the text that say who the participants are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshops.press.entities import SMALL_WORDS
from workshops.press.marks import Marks
from workshops.press.people_phrases import phrase_from
from workshops.press.words import worded

_MANY = 3
_SUBJECT_REACH, _SAYS_ENOUGH = 300, 3
_WORDS_BEFORE_HEAD, _SENTENCES = 4, 10
_TO_TRAINERS, _NOUN_REACH = 6, 40
_LISTED = worded(lambda w: rf"(?<!\w){w.any_of('participants_listed')}")
"""Who the participants are, said as a sentence of its own: "Participants in the workshop included lawyers and ..."."""
_SAID_AHEAD = worded(lambda w: rf"(?<!\w){w.any_of('participants_label')} ?: (?P<who>[^.;:\n]{{4,160}})")
"""Who takes part, named like a line of a form: "Participants: airport officers"."""
_SAID_NEXT = re.compile(r" ?: (?P<who>[^.;:\n\d]{4,200})(?:\.|$)")
"""Who those are that a sentence counts, up to its end: "30 participants: judges, clerks and police officers."."""
_TO_WHOM = worded(
    lambda w: rf"(?:,[^,.;:]{{3,80}},| {w.any_of('opens_when_where')} [^,.;:]{{3,60}}?)? {w.any_of('to_whom')} (?=\w)"
)
"""Between "was given" and those to whom it was: ", at the College in Kabwe, to"."""
_SECOND_GROUP = worded(lambda w: rf",? {w.any_of('second_group')} ")
_OTHER_SEX = worded(lambda w: rf" {w.any_of('and')} [\w-]+ {w.any_of('a_sex')}(?!\w)")
_APPOSED = worded(lambda w: rf"(?:, (?!{w.any_of('not_apposed')})(?:{w.any_of('all_of')} )?(?:d[e'] ?)?|: )(?=\w)")
"""What sets off who those of a number are, when the noun behind the number says little."""
_BEFORE_ORIGIN = worded(lambda w: rf"\s(?:{w.any_of('before_origin')}\s?)*")
_SMALL = worded(lambda w: rf"\s?(?:{w.any_of('determiners', 'chain_words')}(?:\s|(?<=')|(?!\w))){{0,3}}")


def description(marks: Marks, counted: tuple[int, int] | None, parts: int = 1) -> tuple[int, int] | None:
    """The phrase for the participants: what follows their number, else whom the event is for or who attends.

    `counted` runs from after the number to the end of its noun; None if no number of people with a noun is known.
    `parts` is how many numbers with nouns the count is a sum of: a part is not all of them.
    """
    if counted is None:
        phrase = _audience(marks)
        return _fuller(marks, phrase) if phrase else None
    low, phrase = marks.article.low, phrase_from(marks, *counted)
    said_next = _SAID_NEXT.match(low, counted[1])
    if said_next and marks.words.pattern("says_little").match(low, phrase[0]):
        return said_next.span("who")
    if marks.words.pattern("says_little", "of_a_sex").match(low, phrase[0]):
        return (
            _enumerated_after(marks, phrase)
            or _apposed(marks, counted[1])
            or _subject_of_lead(marks)
            or _audience(marks, ("aimed_at",))
            or _origin(marks, phrase)
            or _audience(marks)
            or phrase
        )
    if marks.words.pattern("plain_people").fullmatch(low, *phrase):
        return _enumerated_after(marks, phrase) or next(_audiences(marks), phrase)
    if parts >= _MANY or _is_part(marks, phrase[1]):
        return next(_audiences(marks), phrase)
    return _fuller(marks, _with_others(marks, phrase))


def _is_part(marks: Marks, end: int) -> bool:
    """Whether the next number follows behind a comma: "10 policemen, 8 gendarmes and 5 guards"."""
    low = marks.article.low
    following = next(iter(marks.numbers_in(end + 2, end + 12)), None)
    if not low.startswith(", ", end) or following is None:
        return False
    is_of_them = marks.words.pattern("all_told").match(low, end + 2)  # ", dont quatre femmes"
    return not (is_of_them or marks.words.pattern("of_them", "of_a_sex").match(low, following.end + 1))


def _with_others(marks: Marks, phrase: tuple[int, int]) -> tuple[int, int]:
    """The phrase with a second group: "officers, as well as 6 technicians of the laboratory"."""
    joint = _SECOND_GROUP(marks.language).match(marks.article.low, phrase[1])
    number = (
        next((n for n in marks.numbers_in(joint.end(), joint.end() + 25) if n.start == joint.end()), None)
        if joint
        else None
    )
    if number is None:
        return phrase
    noun = marks.words.pattern("people_nouns").search(marks.article.low, number.end, number.end + 30)
    return (phrase[0], phrase_from(marks, noun.start(), noun.end())[1]) if noun else phrase


def _fuller(marks: Marks, phrase: tuple[int, int]) -> tuple[int, int]:
    """The phrase that says most of the same people: "judges", elsewhere "judges and clerks of all regional courts"."""
    first = marks.article.low[slice(*phrase)].split(" ", 1)[0]
    said = _named(marks, phrase)
    is_lone = first == marks.article.low[slice(*phrase)]
    others = [phrase] + [
        o
        for o in _audiences(marks)
        if marks.article.low.startswith(first, o[0]) or is_lone and _is_head(marks, first, o)
    ]
    return max((o for o in others if said <= _named(marks, o)), key=lambda o: len(_named(marks, o)), default=phrase)


def _named(marks: Marks, phrase: tuple[int, int]) -> set[str]:
    """The words of weight of a phrase, without countries; of "experts from 17 administrations" the first alone."""
    number = next(iter(marks.numbers_in(*phrase)), None)
    tokens = marks.tokens_in(phrase[0], number.start if number else phrase[1])
    return {t.low for t in tokens if t.is_word and not marks.countries_in(t.start, t.end)} - SMALL_WORDS


def _origin(marks: Marks, phrase: tuple[int, int]) -> tuple[int, int] | None:
    """ "54 participants were drawn from the police and the courts of ...": where those come from who have no name."""
    sentence = marks.article.sentence_at(phrase[0])
    if sentence is None:
        return None
    m = marks.words.pattern("comes_from").search(marks.article.low, phrase[0], min(sentence.end, phrase[1] + 60))
    if m is None:
        return None
    opening = _BEFORE_ORIGIN(marks.language).match(marks.article.low, m.end())
    start = opening.end() if opening else m.end() + 1
    return phrase_from(marks, start, start + 1) if start < sentence.end else None


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
    return phrase_from(marks, colon + 2, names_people.end() if names_people else colon + 3)


def _apposed(marks: Marks, place: int) -> tuple[int, int] | None:
    """ "Each sent six people, inspectors and representatives of unions": who they are, right behind the noun."""
    both = _OTHER_SEX(marks.language).match(marks.article.low, place)
    opening = _APPOSED(marks.language).match(marks.article.low, both.end() if both else place)
    sentence = marks.article.sentence_at(place)
    if opening is None or sentence is None:
        return None
    following = marks.words.pattern("people_nouns").search(marks.article.low, opening.end(), sentence.end)
    if following is None or re.search(r"[,.;:]", marks.article.low[opening.end() : following.start()]):
        return None
    return phrase_from(marks, opening.end(), following.end())


def _is_head(marks: Marks, noun: str, phrase: tuple[int, int]) -> bool:
    """Whether a noun is what the first words of a phrase describe: "customs and harbour officers from six islands"."""
    opening = marks.article.low[slice(*phrase)].split(" ")[: _WORDS_BEFORE_HEAD + 1]
    return noun in (word.rstrip(",") for word in opening)


def _audience(marks: Marks, *only: tuple[str, ...]) -> tuple[int, int] | None:
    """The people after "aimed at", "destiné aux", or who are said to attend; `only` names the lists to look at."""
    if (found := next(_audiences(marks, *only), None)) or only:
        return found
    first = marks.scope.told[0] if marks.scope.told else None
    lone = marks.words.pattern("people_nouns").search(marks.article.low, first.start, first.end) if first else None
    return phrase_from(marks, lone.start(), lone.end()) if lone else None


def _audiences(marks: Marks, *only: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """All such phrases, those whom the event is for first; those that are counted, which may be others, last."""
    w, low = marks.words, marks.article.low
    counted: list[tuple[int, int]] = []
    if said := _SAID_AHEAD(marks.language).search(low):
        yield said.span("who")
    if phrase := _said_of_participants(marks):
        yield phrase
    yield from _receivers(marks)
    if not only and (phrase := _subject_of_lead(marks)):
        yield phrase
    for names in only or (("aimed_at",), ("people_verbs",)):
        is_before = names != ("aimed_at",)
        for sentence in marks.scope.told[:_SENTENCES]:
            for m in w.pattern(*names).finditer(low, sentence.start, sentence.end):
                if not marks.scope.is_told(m.start()) or marks.agencies_around(m.start()):
                    continue
                found = (
                    _subject(marks, sentence.start, m.start()) if is_before else _after(marks, m.end(), sentence.end)
                )
                if not found or not _is_of_pupils(marks, m, found, is_before=is_before):
                    continue
                noun = w.pattern("people_nouns").search(low, *found)
                number = next(iter(marks.numbers_in(found[0], noun.start() if noun else found[0])), None)
                if w.pattern("plain_people").fullmatch(low, *found):
                    counted.append(found)
                elif number is None:
                    yield found
                elif number.end + 1 < found[1]:
                    counted.insert(0 if is_before else len(counted), (number.end + 1, found[1]))
    yield from counted


def _subject_of_lead(marks: Marks) -> tuple[int, int] | None:
    """Who is said at the very start to attend the event that the sentence names, if that says more than a word."""
    lead = next(iter(marks.scope.told), None)
    event = marks.scope.first_event(lead.start, lead.end) if lead else None
    if lead is None or event is None:
        return None
    low, w = marks.article.low, marks.words
    verb = w.pattern("people_verbs").search(low, lead.start, event.start)
    phrase = _subject(marks, lead.start, verb.start()) if verb else None
    if phrase is None or len(_named(marks, phrase)) < _SAYS_ENOUGH or marks.numbers_in(lead.start, phrase[0]):
        return None
    return None if w.pattern("expert_nouns").search(low, *phrase) else phrase


def _is_of_pupils(marks: Marks, m: re.Match[str], phrase: tuple[int, int], *, is_before: bool) -> bool:
    """Whether a phrase says who takes part: no trainers, nor what a training of trainers is called."""
    low, w = marks.article.low, marks.words
    trainer = w.pattern("expert_nouns").search(low, phrase[0] if is_before else m.end(), phrase[1])
    if trainer is not None and is_before or w.pattern("says_little").match(low, phrase[0]):
        return False
    is_training = m.group().startswith(("form", "train", "capacit"))
    return trainer is None or not is_training or trainer.start() - m.end() > _TO_TRAINERS


def _receivers(marks: Marks) -> Iterator[tuple[int, int]]:
    """ "The course was given, at the College in Kabwe, to wardens of ...": to whom the event was given."""
    low = marks.article.low
    for sentence, m in marks.told("given_to"):
        to = _TO_WHOM(marks.language).match(low, m.end(), sentence.end)
        noun = marks.words.pattern("people_nouns").search(low, to.end(), to.end() + _NOUN_REACH) if to else None
        if (
            to
            and noun
            and not re.search(r"[.,;:]", low[to.end() : noun.start()])
            and not marks.numbers_in(*noun.span())
            and not any(d.end > to.end() for d in marks.dates_in(m.end(), noun.start()))  # "held from 5 to 7 June"
        ):
            yield phrase_from(marks, to.end(), noun.end())


def _said_of_participants(marks: Marks) -> tuple[int, int] | None:
    for sentence in marks.scope.told:
        m = _LISTED(marks.language).search(marks.article.low, sentence.start, sentence.end)
        if m is None or not marks.scope.is_told(m.start()):
            continue
        noun = marks.words.pattern("people_nouns").search(marks.article.low, m.end(), min(sentence.end, m.end() + 35))
        is_part = noun is not None and marks.words.pattern("of_a_sex").match(marks.article.low, noun.start())
        if noun and not is_part and not re.search(r"[.,;:]", marks.article.low[m.end() : noun.start()]):
            return phrase_from(marks, m.end(), noun.end())
    return None


def _after(marks: Marks, place: int, end: int) -> tuple[int, int] | None:
    low = marks.article.low
    skip = _SMALL(marks.language).match(low, place, end)
    start = skip.end() if skip else place
    noun = marks.words.pattern("people_nouns").search(low, start, min(end, start + 70))
    if noun is None or re.search(r"[.,;:]", low[start : noun.start()]):
        return None
    if marks.words.pattern("plain_verbs", "organise_active", "gathers").search(low, start, noun.start()):
        return None  # "formation de l'OIT a rassemblé des inspecteurs": another subject stands between
    return phrase_from(marks, start, noun.end())


def _subject(marks: Marks, start: int, verb: int) -> tuple[int, int] | None:
    w, low = marks.words, marks.article.low
    nouns = [m for m in w.pattern("people_nouns").finditer(low, max(start, verb - _SUBJECT_REACH), verb)]
    if not nouns:
        return None
    begin = _noun_phrase_start(marks, nouns[0].start(), start)
    return phrase_from(marks, begin, nouns[0].end())


def _noun_phrase_start(marks: Marks, noun: int, floor: int) -> int:
    before = list(re.compile(r"[\w'-]+").finditer(marks.article.low, max(floor, noun - 60), noun))
    start = noun
    for m in reversed(before):
        if (
            re.search(r"[^\w\s'-]", marks.article.low[m.end() : start])
            or m.group()[0] in "-0123456789"
            or (
                marks.words.has(m.group(), "determiners", "clause_prepositions", "plain_verbs", "not_agency_start")
                and not marks.words.has(m.group(), "and")
            )
        ):
            break
        start = m.start()
    return start
