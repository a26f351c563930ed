"""Which of the languages we read a text is written in."""

from __future__ import annotations

import re
from collections import Counter

from workshops.press.words import LANGUAGES, fold_in_place, words

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
MOST_SURE = 0.99
"""The most confidence that there is in a language."""
_ENOUGH = 0.08
"""Share of function words below which a text is in none of our languages; running prose has 0.25 and more."""

_EVENTS = ("event_workshop", "event_seminar", "event_training_course")
"""What tells the language of a few words: "Taller en Quito"."""

_NEIGHBOURS = (
    "o os as do da dos das na nas em um uma ao aos pelo pela com nao para que foi de e por se mais seus sua",  # pt
    "il lo gli di del della dei delle da dal dalla nel nella in un una con per che e si sono ha hanno al ai alla",  # it
    "de het een van in op te met voor en aan is zijn dat die door werd bij uit naar om ook deze",  # nl
    "der die das und in den von zu mit ist im fur auf des dem ein eine wurde an als auch sich bei nach",  # de
    "si in de la cu pentru din pe care a au fost este un o ale al privind prin sau se catre",  # ro
    "el els la les de del dels en amb i per que un una a al als es ha han",  # ca, without what French elides
)
"""Function words, folded, of languages that share many with those we read."""
_A_FEW_SENTENCES = 10
"""So many function words of a neighbour tell it from ours; one sentence has too few that are not shared."""
_NEIGHBOUR_WORDS = tuple(frozenset(entry.split(" ")) for entry in _NEIGHBOURS)


def guess_language(text: str) -> tuple[str | None, float]:
    """The ISO 639-1 code and the confidence of it; (None, 0.0) when the text is in no language we read.

    Counts function words: they make a quarter of any prose, and few are shared between the languages.
    """
    sample = fold_in_place(text[:_SAMPLE])
    counted = dict(Counter(_WORD.findall(sample)))
    total = sum(counted.values())
    scores = {
        language: sum(counted.get(word, 0) for word in words(language).entries("stopwords")) for language in LANGUAGES
    }
    best, second = sorted(LANGUAGES, key=lambda language: -scores[language])[:2]
    if scores[best] == scores[second] and counted:
        best, second = sorted((best, second), key=lambda language: not words(language).pattern(*_EVENTS).search(sample))
    if not total or scores[best] / total < _ENOUGH:
        return None, 0.0
    rival = max(sum(counted.get(word, 0) for word in neighbour) for neighbour in _NEIGHBOUR_WORDS)
    if rival > scores[best] and rival >= _A_FEW_SENTENCES:
        return None, 0.0
    return best, round(min(MOST_SURE, 0.5 + (scores[best] - scores[second]) / (2 * scores[best])), 2)
