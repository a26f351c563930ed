"""One way to compare names: case, accents, ligatures and punctuation do not count."""

import re
import unicodedata

# letters that Unicode does not decompose, but that people type as two or without their stroke
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"}
_LETTER = re.compile(f"[{''.join(_LETTERS)}]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_ASCII_WORDS = re.compile("[a-z0-9]+")
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """The text in lower case without accents, its words parted by single spaces.

    Any text in, folded text out: "L'Équipe  d’Oulan-Bator" gives "l equipe d oulan bator".
    Two names are taken for the same spelling when their folded forms are equal.
    Marks of scripts that need them (Thai, Devanagari, Khmer, ...) are kept: only combining accents go.
    """
    plain = text.casefold()
    if not plain.isascii():
        spelt_out = _LETTER.sub(lambda letter: _LETTERS[letter[0]], plain)
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", spelt_out))
    if plain.isascii():  # most texts in our languages, ten times as fast as looking at each character
        return " ".join(_ASCII_WORDS.findall(plain))
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", words).strip())
