"""Whether two names may be those of one person, spelt in two ways.

Words in another order, titles, initials, names left out, accents, and the ways in which sounds and other scripts are
written in Latin letters do not part two names. It takes at least two words that agree, one of them written out.
"""

import re
from collections.abc import Iterable
from typing import Final

from rapidfuzz.fuzz import ratio

from workshops.domain.data_files import read_lines

TITLES: Final = frozenset(read_lines("person_titles.txt"))
"""Words before a name, folded, that belong to an office or a degree."""
_NEARLY: Final = 85
"""Of 100: from here on two words are the same but for a slip."""
_LATIN: Final = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуфыэіґ", "abvgdeziklmnoprstufyeig", strict=True)),
        **{"ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": ""},
        **{"ю": "yu", "я": "ya", "є": "ye", "ө": "o", "ү": "u", "ә": "a", "қ": "k", "ғ": "g", "ң": "n", "ұ": "u"},
        **dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)),
        **{"θ": "th", "χ": "kh", "ψ": "ps"},
        **dict(zip("ابتجحدرزسصضطعفقكلمنهويةىء", "abtjhdrzssdt" + "afqklmnhuiaaa", strict=True)),
        **{"ث": "th", "خ": "kh", "ذ": "dh", "ش": "sh", "ظ": "z", "غ": "gh"},
    }
)
"""Letters of Cyrillic, Greek and Arabic as Latin ones, close enough to compare sounds."""
_SAME: Final = (("tsch", "x"), ("tch", "x"), ("sch", "x"), ("ch", "x"), ("sh", "x"), ("dj", "j"), ("ck", "k"))
_SOUNDS: Final = str.maketrans("EIOUJcqCQzZwWfFvVbB", "AYAAYkkKKsSvVvVvVbB", "aeiouyhj")
"""What sounds alike in many ways of writing; inside a word vowels and "h" say little."""
_DOUBLED: Final = re.compile(r"([^\W\d])\1+")


def sounds(folded: Iterable[str]) -> list[str]:
    """How folded names sound, for each the words as consonants: "Muhammad" and "Mohamed" both give "Md"."""
    text = "\n".join(folded)
    if not text.isascii():
        text = text.translate(_LATIN)
    for written, sound in _SAME:
        text = text.replace(written, sound)
    return _DOUBLED.sub(r"\1", text.title().translate(_SOUNDS)).split("\n")


def likeness(first: str, second: str) -> float:
    """From 0 (two people, or too little to tell) to 1 (the same words in whatever order), for folded names."""
    one, other = sorted((_words(first), _words(second)), key=len)
    rest, total, written_out = list(other), 0.0, 0
    for word in sorted(one, key=lambda word: -len(word[0])):
        best = max(rest, key=lambda there: _alike(word, there), default=None)
        agrees = _alike(word, best) if best else 0.0
        if best is None or not agrees:
            return 0.0
        rest.remove(best)
        total += agrees
        written_out += min(len(word[0]), len(best[0])) > 1
    if not written_out or (len(one) < 2 and rest):
        return 0.0
    return total / len(one) * (0.97 ** len(rest))


def _words(folded: str) -> tuple[tuple[str, str], ...]:
    """The words of a name without titles, each with its sound. "M. Keller" is no title and a name, but two words."""
    words = folded.split()
    named = [word for word in words if word not in TITLES]
    named = named if len(named) > 1 else words
    return tuple(zip(named, sounds(named), strict=False))


def _alike(one: tuple[str, str], other: tuple[str, str]) -> float:
    word, there = one[0], other[0]
    if word == there:
        return 1.0
    if min(len(word), len(there)) == 1:
        return 0.85 if word[0] == there[0] and word.isalpha() and there.isalpha() else 0.0
    if one[1] == other[1] and len(one[1]) > 1:
        return 0.95
    near = ratio(word, there)
    return near / 100 if near >= _NEARLY else 0.0
