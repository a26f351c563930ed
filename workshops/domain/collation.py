"""The order of names, as the alphabets of their scripts have it: the Unicode Collation Algorithm (UTS #10), small.

`workshops/data/letters.txt` holds the letters in the order of Unicode: the first line the accents, each further line
one letter with those that differ from it only as accents do. Of our languages only Spanish has an order of its own: ñ
is a letter after n (CLDR, `es`). No library was taken: PyICU is built by a C++ compiler on the machine that runs it,
and pyuca stands still since 2017 and knows no Spanish; without it both give the same order.
"""

import re
import unicodedata
from functools import cache

from workshops.domain.data_files import read_lines

SPACE, FIRST_LETTER = 1, 2
UNLISTED = 100_000  # Han and what else the table leaves out, by code point: for Han the order of radical and strokes
SPANISH_N = "n\u0303"
BEFORE_ITS_CONSONANT = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])|([\u0ec0-\u0ec4])([\u0e81-\u0eae])")
"""Vowels of Thai and Lao that are written before the consonant after which they are sorted (UTS #10, 3.5)."""

SPELT_OUT = str.maketrans({"æ": "ae", "œ": "oe"})
Key = tuple[tuple[float, ...], tuple[int, ...], str]


def collation_key(text: str, language: str) -> Key:
    """What texts of any script are sorted by, as a list in this language (ISO 639-1) has them: `sorted(key=...)`.

    First by letters, then by accents from the left, then by capitals.
    """
    folded = unicodedata.normalize("NFKD", text.casefold()).translate(SPELT_OUT)
    folded = BEFORE_ITS_CONSONANT.sub(lambda pair: pair[0][::-1], folded)
    places = _places(language == "es")
    letters: list[float] = []
    accents = []
    start = 0
    while start < len(folded):
        for length in (3, 2, 1):
            sign = folded[start : start + length]
            if sign in places:
                break
        letter, accent = places.get(sign) or (SPACE if sign.isspace() else UNLISTED + ord(sign), 0)
        letters += [letter] if letter else []
        accents.append(accent)
        start += len(sign)
    return tuple(letters), tuple(accents), text.swapcase()


@cache
def _places(spanish: bool) -> dict[str, tuple[float, int]]:
    """Of each sign its place among the letters, 0 for an accent, and its place among those that are like it."""
    accents, *letters = read_lines("letters.txt")
    places: dict[str, tuple[float, int]] = {sign: (0, place) for place, sign in enumerate(accents.split(), 1)}
    for number, line in enumerate(letters, FIRST_LETTER):
        places |= {sign: (number, place) for place, sign in enumerate(line.split())}
    if spanish:
        places[SPANISH_N] = places["n"][0] + 0.5, 0
    return places
