"""The words of the text that say who the participants are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from workshops.press.audiences import audience, audiences, named, subject_of_lead
from workshops.press.facts import Span
from workshops.press.headcounts import Group
from workshops.press.marks import Marks
from workshops.press.people_phrases import phrase_from
from workshops.press.words import worded

_MANY = 3
_FEWEST_LISTED = 2
_LONGEST_OF_PARTS = 220
_WORDS_BEFORE_HEAD = 4
_SAID_NEXT = re.compile(r" ?: (?P<who>[^.;:\n\d]{4,200})(?:\.|$)")
"""Who those are that a sentence counts, up to its end: "30 participants: judges, clerks and police officers."."""
_SECOND_GROUP = worded(lambda w: rf",? {w.any_of('second_group')} ")
_OTHER_SEX = worded(lambda w: rf" {w.any_of('and')} [\w-]+ {w.any_of('a_sex')}(?!\w)")
_NAMELY = worded(lambda w: rf"(?::|,? {w.any_of('namely')}:?) ")
"""What opens the list of who those are that a plain word names: ": ", ", namely "."""
_APPOSED = worded(
    lambda w: (
        rf"(?:,? {w.any_of('between_them')} (?=\w)"
        rf"|, (?!{w.any_of('not_apposed')})(?:{w.any_of('all_of', 'mostly')} )?(?:d[e'] ?|des )?|: )(?=\w)"
    )
)
"""What sets off who those of a number are, when the noun behind the number says little."""
_OF_THEM = worded(
    lambda w: (
        rf"(?:, {w.any_of('all_told')}| \() ?(?:[\w-]+ )?"
        rf"{w.any_of('women', 'men', 'one_woman', 'one_man')}(?!\w)"
    )
)
"""What says of how many that they are women: "judges and clerks, including nine women"."""
_BEFORE_ORIGIN = worded(lambda w: rf"\s(?:{w.any_of('before_origin')}\s?)*")


def description(
    marks: Marks, counted: Span | None, parts: Sequence[Group] = (), listed: Sequence[Group] = ()
) -> Span | None:
    """The phrase for the participants: what follows their number, else whom the event is for or who attends.

    `counted` runs from after the number to the end of its noun; None if no number of people with a noun is known.
    `parts` are the numbers that the count is a sum of, `listed` those told behind it that make it.
    """
    phrase = _described(marks, counted, parts, listed)
    told = _OF_THEM(marks.language).search(marks.article.low, *phrase) if phrase else None
    return (phrase[0], told.start()) if phrase and told else phrase


def _described(marks: Marks, counted: Span | None, parts: Sequence[Group], listed: Sequence[Group]) -> Span | None:
    """As `description`, perhaps with how many of them are women."""
    if listed and _says_little(marks, counted) and (whole := _all_parts(marks, listed)):
        return whole
    if counted is None:
        phrase = audience(marks) or _origin_of_participants(marks)
        return _fuller(marks, phrase) if phrase else None
    low, phrase = marks.article.low, phrase_from(marks, *counted)
    said_next = _SAID_NEXT.match(low, counted[1])
    if said_next and marks.words.pattern("says_little").match(low, phrase[0]):
        return said_next.span("who")
    if marks.words.pattern("says_little", "of_a_sex").match(low, phrase[0]):
        return (
            _enumerated_after(marks, phrase)
            or _apposed(marks, counted[1])
            or subject_of_lead(marks)
            or audience(marks, ("aimed_at",))
            or _origin(marks, phrase)
            or audience(marks)
            or phrase
        )
    if marks.words.pattern("plain_people").match(low, *phrase) and (
        len(named(marks, phrase)) == 1 or marks.scope.names_event(*phrase)  # "asistentes al taller"
    ):
        return _enumerated_after(marks, phrase) or _apposed(marks, counted[1]) or next(audiences(marks), phrase)
    if len(parts) >= _MANY or _is_part(marks, phrase[1]):
        others = (a for a in audiences(marks) if not any(a[0] <= p.noun_end and p.number.start < a[1] for p in parts))
        return next(others, None) or _all_parts(marks, parts) or phrase
    if any(not part.has_noun for part in parts[1:]):
        return _before_origin(marks, phrase)
    return _fuller(marks, _with_others(marks, phrase))


def _says_little(marks: Marks, counted: Span | None) -> bool:
    """Whether a number has no noun, or one that only says that they are people."""
    if counted is None:
        return True
    phrase = phrase_from(marks, *counted)
    w = marks.words
    return w.pattern("says_little", "plain_people").match(marks.article.low, phrase[0]) is not None


def _all_parts(marks: Marks, parts: Sequence[Group]) -> Span | None:
    """ "judges, 12 prosecutors and eight investigators of the police", if each number has its own noun."""
    of_a_sex = marks.words.pattern("of_a_sex")
    if any(of_a_sex.search(marks.article.low, part.number.end, part.noun_end) for part in parts):
        return None
    if len(parts) < _FEWEST_LISTED or not all(a.has_noun and a.noun_end < b.number.start for a, b in pairwise(parts)):
        return None
    start, end = parts[0].number.end + 1, phrase_from(marks, parts[-1].number.end + 1, parts[-1].noun_end)[1]
    return (start, end) if end - start <= _LONGEST_OF_PARTS else None


def _is_part(marks: Marks, end: int) -> bool:
    """Whether the next number follows behind a comma: "10 policemen, 8 gendarmes and 5 guards"."""
    low = marks.article.low
    following = next(iter(marks.numbers_in(end + 2, end + 12)), None)
    if not low.startswith(", ", end) or following is None:
        return False
    if marks.words.pattern("comes_from", "from").match(low, end + 2):  # ", venus de huit régions"
        return False
    is_of_them = marks.words.pattern("all_told").match(low, end + 2)  # ", dont quatre femmes"
    is_part_of_them = marks.words.pattern("of_them", "of_a_sex", "part_of_those").match(low, following.end + 1)
    return not (is_of_them or is_part_of_them)


def _with_others(marks: Marks, phrase: Span) -> Span:
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


def _before_origin(marks: Marks, phrase: Span) -> Span:
    """The phrase without the body or country of the first of several groups: "six judges of the High Court and five of
    the Court of Audit"."""
    starts = [agency.start for agency in marks.agencies_in(*phrase)]
    starts += [country.start for country in marks.countries_in(*phrase)]
    starts += [number.start for number in marks.numbers_in(*phrase)]
    first = min(starts, default=phrase[1])
    words = marks.article.low[phrase[0] : first].split()
    while words and marks.words.has(words[-1], "of", "from", "articles", "and", "before_origin"):
        words.pop()
    end = phrase[0] + len(" ".join(words))
    return (phrase[0], end) if words else phrase


def _fuller(marks: Marks, phrase: Span) -> Span:
    """The phrase that says most of the same people: "judges", elsewhere "judges and clerks of all regional courts"."""
    first = marks.article.low[slice(*phrase)].split(" ", 1)[0]
    said = named(marks, phrase)
    is_lone = first == marks.article.low[slice(*phrase)]
    others = [phrase] + [
        o
        for o in audiences(marks)
        if marks.article.low.startswith(first, o[0]) or is_lone and _is_head(marks, first, o)
    ]
    return max((o for o in others if said <= named(marks, o)), key=lambda o: len(named(marks, o)), default=phrase)


def _origin(marks: Marks, phrase: Span) -> Span | None:
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


def _origin_of_participants(marks: Marks) -> Span | None:
    """Where the participants come from, where nothing else says who they are."""
    for _, word in marks.told("participants_word"):
        if origin := _origin(marks, word.span()):
            return origin
    return None


def _enumerated_after(marks: Marks, phrase: Span) -> Span | None:
    """ "45 people from Chilean institutions: police, judges and prosecutors": what the colon opens."""
    sentence = marks.article.sentence_at(phrase[0])
    if sentence is None:
        return None
    opening = _NAMELY(marks.language).search(marks.article.low, phrase[0], sentence.end)
    names_people = opening and marks.words.pattern("people_nouns").search(
        marks.article.low, opening.end(), sentence.end
    )
    if opening is None or not (opening.start() <= phrase[1] + 1 or names_people):
        return None
    if marks.numbers_in(opening.end(), opening.end() + 1):
        return None  # ", soit trente participants en tout"
    bracket = marks.article.low.find(" (", opening.end(), sentence.end)
    if names_people is None or 0 <= bracket < names_people.start():  # "border guards (18 women and 22 men)"
        return phrase_from(marks, opening.end(), opening.end() + 1)
    return phrase_from(marks, opening.end(), names_people.end())


def _apposed(marks: Marks, place: int) -> Span | None:
    """ "Each sent six people, inspectors and representatives of unions": who they are, right behind the noun."""
    both = _OTHER_SEX(marks.language).match(marks.article.low, place)
    opening = _APPOSED(marks.language).match(marks.article.low, both.end() if both else place)
    sentence = marks.article.sentence_at(place)
    if opening is None or sentence is None or marks.numbers_in(opening.end(), opening.end() + 1):
        return None
    following = marks.words.pattern("people_nouns").search(marks.article.low, opening.end(), sentence.end)
    if following is None or re.search(r"[,.;:\d]", marks.article.low[opening.end() : following.start()]):
        return None
    drawn = marks.words.pattern("comes_from").match(marks.article.low, opening.end())
    origin = _BEFORE_ORIGIN(marks.language).match(marks.article.low, drawn.end()) if drawn else None
    return phrase_from(marks, origin.end() if origin else opening.end(), following.end())


def _is_head(marks: Marks, noun: str, phrase: Span) -> bool:
    """Whether a noun is what the first words of a phrase describe: "customs and harbour officers from six islands"."""
    opening = marks.article.low[slice(*phrase)].split(" ")[: _WORDS_BEFORE_HEAD + 1]
    return noun in (word.rstrip(",") for word in opening)
