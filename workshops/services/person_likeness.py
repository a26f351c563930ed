"""Whether two names may be those of one person, spelt in two ways.

Words in another order, titles, initials, names left out, accents, and the ways in which sounds and other scripts are
written in Latin letters do not part two names. It takes at least two words that agree, one of them written out.
"""

import re
from collections.abc import Iterable
from typing import Final

from rapidfuzz.fuzz import ratio

from workshops.domain.data_files import read_lines

Words = tuple[tuple[str, str], ...]
"""The words of a name, folded, each with how it sounds."""
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


def words_of(folded: str, sound: str) -> Words:
    """The words of a folded name without titles, each with its sound, the longest first.

    `sound` is that of the whole name, as `sounds` gives it. "M. Keller" is no title and a name, but two words.
    """
    words = tuple(zip(folded.split(" "), sound.split(" "), strict=True))
    named = tuple(word for word in words if word[0] not in TITLES)
    return tuple(sorted(named if len(named) > 1 else words, key=lambda word: -len(word[0])))


def likeness(first: Words, second: Words) -> float:
    """From 0 (two people, or too little to tell) to 1 (the same words in whatever order)."""
    one, other = (first, second) if len(first) <= len(second) else (second, first)
    rest, total, written_out = list(other), 0.0, 0
    for word in one:
        best, agrees = -1, 0.0
        for at, there in enumerate(rest):
            if (alike := _alike(word, there)) > agrees:
                best, agrees = at, alike
        if not agrees:
            return 0.0
        total += agrees
        written_out += min(len(word[0]), len(rest.pop(best)[0])) > 1
    if not written_out or (len(one) < 2 and rest):
        return 0.0
    return total / len(one) * (0.97 ** len(rest))


def _alike(one: tuple[str, str], other: tuple[str, str]) -> float:
    word, there = one[0], other[0]
    if word == there:
        return 1.0
    if min(len(word), len(there)) == 1:
        return 0.85 if word[0] == there[0] and word.isalpha() and there.isalpha() else 0.0
    if one[1] == other[1] and len(one[1]) > 1:
        return 0.95
    return ratio(word, there, score_cutoff=_NEARLY) / 100
