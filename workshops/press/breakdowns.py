"""The groups in which a sentence counts the participants: "fifteen Peruvian and nine Chilean consuls"."""

from __future__ import annotations

from collections.abc import Iterable

from workshops.press.article import Sentence
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.numbers import Number

_REACH = 32
"""Characters after a number in which the people that it counts are named."""
_LARGEST = 500


def find_breakdown(marks: Marks, known: PressFacts) -> Iterable[Finding]:
    """`participants_parts`: the numbers of groups in one sentence, where they are more than the number of all.

    It stands in no form: it says that the number of participants wants a look.
    """
    total = known.value("participants_count")
    if total is None:
        return
    for sentence in marks.scope.told:
        parts = _groups(marks, sentence)
        whole = next((part for part in parts if part.value == total), None)
        if whole is not None and any(part.value < total for part in parts):
            parts.remove(whole)  # "54 participants, 23 of them women"; "10 police and 20 guards: 30 people"
        if len(parts) > 1 and total < sum(part.value for part in parts) <= 3 * total:
            span = (parts[0].start, parts[-1].end)
            yield marks.finding("participants_parts", [part.value for part in parts], 0.7, span, "groups in a sentence")
            return


def _groups(marks: Marks, sentence: Sentence) -> list[Number]:
    """The numbers of a sentence that count people who take part: each followed by a nationality or a noun of people."""
    w, low = marks.words, marks.article.low
    found = []
    for number in marks.numbers_in(sentence.start, sentence.end):
        following = next((n.start for n in marks.numbers_in(number.end, number.end + _REACH)), number.end + _REACH)
        reach = min(sentence.end, following)
        is_people = w.pattern("people_nouns", "participant_word").search(low, number.end, reach) is not None or any(
            country.is_demonym for country in marks.countries_in(number.end, reach)
        )
        is_other = w.pattern("expert_nouns", "day_words", "day_adjectives").search(low, number.end, reach) is not None
        if is_people and not is_other and 1 < number.value <= _LARGEST and marks.scope.is_told(number.start):
            found.append(number)
    return found
