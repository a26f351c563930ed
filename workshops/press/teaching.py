"""Who is told to teach: by the word for trainers beside a name, a verb of teaching, thanks to those who taught."""

from __future__ import annotations

import re

from workshops.press.article import Sentence
from workshops.press.facts import Span
from workshops.press.marks import Marks
from workshops.press.people import PersonMention
from workshops.press.words import worded

_NEAR = 14
_NOUN_BEFORE = worded(lambda w: rf"(?<!\w){w.any_of('before_spoken_noun')}$")
"""Before what looks like a verb of speech and is a noun: "les outils d'analyse", "a note"."""
_LED_GROUP = worded(
    lambda w: (
        rf"(?<!\w){w.any_of('group_words')}\b[^.;:]{{0,90}}?,? ?{w.any_of('led')} {w.any_of('by')}"
        rf"(?: {w.any_of('singular_articles')})? ?$"
    )
)
"""Before the head of those who visit: "the delegation, led by"."""
_GROUP_REACH = 140
_RELATIVE_REACH = 110
_NOUN_REACH = 60
_NAMED_REACH = 200
_THANKS_REACH = 80
_CALLED = worded(lambda w: rf"[,:(]? ?(?:{w.any_of('singular_articles')}(?: |(?<=')))?")
_NAMED = worded(
    lambda w: (
        rf"(?:\s?[,:(–-]|\s\(\w+\)[,:]?)\s?(?:{w.any_of('of_whom')})?(?!{w.any_of('number_joints')} )"
        rf"(?:[\w'()-]+,? ){{0,7}}?(?:{w.any_of('elided')})?"
    )
)
"""Between the trainers who are thanked and the first of their names: ", among them the Zambian midwife"."""
_MOST_TEACHERS = 9
_TEACHER_FOLLOWS = worded(lambda w: rf"(?<!\w){w.any_of('before_teacher')}$")
_BY_AT_END = worded(lambda w: rf"(?<!\w){w.any_of('by')}$")
_TO_THE_FIRST = 4
_ONE_OR_FEW = worded(lambda w: rf"{w.any_of('indefinite')}\s")


def is_trainer(marks: Marks, noun: re.Match[str]) -> bool:
    """Whether a noun of experts stands for those who teach, not for people trained ("police instructors")."""
    if not marks.scope.is_told(noun.start()):
        return False
    before = marks.article.low[max(0, noun.start() - 40) : noun.start()]
    w = marks.words
    sentence = marks.article.sentence_at(noun.start())
    if sentence and w.pattern("expert_verbs", "taught_by").search(marks.article.low, sentence.start, noun.start()):
        return True
    if sentence and w.pattern("thanks").search(marks.article.low, sentence.start, noun.start()):
        return True
    if any(len(before) - m.end() <= _NEAR for m in w.pattern("given_by", "one_of_those").finditer(before)):
        return True
    if any(len(before) - m.end() <= 5 for m in w.pattern("trained_ones").finditer(before)):
        return False
    return not any(
        n.end + 1 <= noun.start() <= n.end + 25 and n.value > _MOST_TEACHERS
        for n in marks.numbers_in(max(sentence.start if sentence else 0, noun.start() - 40), noun.start())
    )


def teaches(marks: Marks, person: PersonMention, sentence: Sentence) -> bool:
    """Not a person whom the sentence only lets speak or open; one whom it names after the word for trainers."""
    low, w = marks.article.low, marks.words
    if is_bullet(low, sentence) or _is_called_trainer(marks, person, sentence):
        return True
    relative = w.pattern("who_teaches").search(low, person.end, min(sentence.end, person.end + _RELATIVE_REACH))
    if relative is not None and not marks.people_in(person.end, relative.start()):
        return True
    if _thanks_trainers(marks, person, sentence):
        return False
    has_verb = w.pattern("expert_verbs", "taught_by", "among_them").search(low, sentence.start, sentence.end)
    if not has_verb and not w.pattern("expert_nouns").search(
        low, max(sentence.start, person.start - _NAMED_REACH), person.start
    ):
        noun = w.pattern("expert_nouns").search(low, person.end, min(sentence.end, person.end + _NOUN_REACH))
        return noun is not None and not w.pattern("said").search(low, person.end, noun.start())
    if has_verb and _is_before_passives(marks, person, sentence):
        return False
    end = min(sentence.end, person.end + 120)
    verbs = w.pattern("said", "opens_event").finditer(low, sentence.start, person.titles_start)
    told = [m for m in verbs if not low.startswith(" by ", m.end())]  # "the course is offered by the Academy"
    taught = w.pattern("taught_by", "expert_verbs")
    last = told[-1].end() if told else person.titles_start  # "était présidé par le ministre et facilité par Ann Lee"
    if any(taught.match(low, m.start()) is None for m in told) and not _follows(marks, last, person):
        return False
    if _LED_GROUP(marks.language).search(
        low, max(sentence.start, person.titles_start - _GROUP_REACH), person.titles_start
    ):
        return False
    verbs = w.pattern("said").finditer(low, person.end, end)
    said = next((m for m in verbs if not _NOUN_BEFORE(marks.language).search(low, person.end, m.start())), None)
    return said is None or w.pattern("expert_verbs", "taught_by").match(low, said.start(), sentence.end) is not None


def _is_before_passives(marks: Marks, person: PersonMention, sentence: Sentence) -> bool:
    """Whether all that speaks of teaching names behind the person who does it: "Ann Lee took a course given by IOM"."""
    low, w = marks.article.low, marks.words
    nouns = w.pattern("expert_nouns")
    if nouns.search(low, max(sentence.start, person.start - _NAMED_REACH), min(sentence.end, person.end + _NOUN_REACH)):
        return False
    verbs = w.pattern("expert_verbs", "taught_by", "among_them").finditer(low, sentence.start, sentence.end)
    return all(v.start() >= person.end and _BY_AT_END(marks.language).search(v.group()) for v in verbs)


def _follows(marks: Marks, place: int, person: PersonMention) -> bool:
    """Whether "facilitated by" behind a place names this person, and nobody in between."""
    verb = next(iter(marks.words.pattern("taught_by").finditer(marks.article.low, place, person.titles_start)), None)
    return verb is not None and teacher_follows(marks, verb)


def is_bullet(low: str, sentence: Sentence) -> bool:
    """Whether a sentence is one of a list with marks before its members."""
    return low[sentence.start : sentence.start + 2] in ("- ", "• ", "* ", "– ", "· ")


def _is_called_trainer(marks: Marks, person: PersonMention, sentence: Sentence) -> bool:
    """Whether the word for one who teaches stands right before, or before the first of those named together:
    "according to the course instructor, Captain Lee", "two lecturers, Ann Lee of the Bank and John Ray",
    "thanked the tutors, among them the midwife Ann Lee".
    """
    low, w = marks.article.low, marks.words
    floor = max(sentence.start, person.titles_start - _NAMED_REACH)
    nouns = list(w.pattern("trainer").finditer(low, floor, person.start))
    thanks = w.pattern("thanks").search(low, sentence.start, person.titles_start)
    if thanks is not None and not nouns:
        nouns = list(w.pattern("expert_nouns").finditer(low, max(floor, thanks.end()), person.start))
    if not nouns:
        return False
    place = nouns[-1].end()
    first = marks.people_in(place, person.end)[0]
    between = low[place : first.titles_start]
    is_named = _CALLED(marks.language).fullmatch(between) is not None
    if thanks is not None and thanks.end() <= nouns[-1].start() <= thanks.end() + _THANKS_REACH:
        is_named = (
            is_named
            or _NAMED(marks.language).fullmatch(between) is not None
            and not marks.verbs_in(place + len(", dont"), first.titles_start)
        )
    return is_named and (first is person or not marks.verbs_in(first.end, person.titles_start))


def _thanks_trainers(marks: Marks, person: PersonMention, sentence: Sentence) -> bool:
    """Whether a person thanks or praises those who teach, and so is none of them."""
    low, w = marks.article.low, marks.words
    thanks = w.pattern("thanks").search(low, person.end, min(sentence.end, person.end + 2 * _THANKS_REACH))
    if thanks is None or marks.people_in(person.end, thanks.start()):
        return False
    reach = min(sentence.end, thanks.end() + _THANKS_REACH)
    return w.pattern("expert_nouns").search(low, thanks.end(), reach) is not None


def nameless_teachers(marks: Marks) -> tuple[Span, ...]:
    """Where one or a few without a name are said to teach: "a Kenyan prosecutor and two guides ran the sessions"."""
    return tuple(
        span
        for sentence, verb in marks.told("expert_verbs")
        if not teacher_follows(marks, verb) and marks.scope.is_told(verb.start())
        if not marks.words.pattern("bodies_attend").match(marks.article.low, verb.start())  # "took part"
        if (span := _subject(marks, sentence, verb)) and not marks.people_in(*span)
        if _begins_with_few(marks, span) or marks.words.pattern("trainer").search(verb.group())
    )


def teacher_follows(marks: Marks, verb: re.Match[str]) -> bool:
    """Whether words of teaching name those who teach behind them: "taught by", not "taught", "walked them through"."""
    return _TEACHER_FOLLOWS(marks.language).search(verb.group()) is not None


def _subject(marks: Marks, sentence: Sentence, verb: re.Match[str]) -> Span | None:
    """What stands before a verb in its part of the sentence, or, outside of English, behind one that opens it."""
    before = marks.article.low[sentence.start : verb.start()]
    if before.strip():
        sign = max(before.rfind("; "), before.rfind(": "))
        return sentence.start + (sign + 2 if sign >= 0 else 0), verb.start()
    return (verb.end() + 1, sentence.end) if marks.language != "en" else None


def _begins_with_few(marks: Marks, span: Span) -> bool:
    """Whether a span begins with "a" or a small number and holds people, not many: "a total of 27 technicians"."""
    low = marks.article.low
    if any(n.value > _MOST_TEACHERS for n in marks.numbers_in(*span)):
        return False
    few = any(n.start == span[0] and n.value <= _MOST_TEACHERS for n in marks.numbers_in(span[0], span[0] + 1))
    if not few and not _ONE_OR_FEW(marks.language).match(low, *span):
        return False
    return any(c.is_demonym for c in marks.countries_in(*span)) or bool(
        marks.words.pattern("people_nouns").search(low, *span)
    )


def behind_the_first(marks: Marks, start: int, end: int) -> int:
    """Where those who teach are named behind "taught by", past the word for them: "dispensée par des cadres"."""
    noun = marks.words.pattern("participant_word").search(marks.article.low, start, end)
    if noun is None or len(marks.article.low[start : noun.start()].split()) > _TO_THE_FIRST:
        return start
    return noun.end()
