"""Passwords that everybody tries first: common words with figures and signs around them, and runs of keys."""

import re
from typing import Final

from workshops.domain.folding import fold

# the words of the passwords that lists of broken accounts show again and again, in our three languages
WORDS: Final = (  # noqa: SIM905 - read and checked as words
    "abc abcd abcde abcdef admin administrator administrador administrateur alexander amor andrea angel angels anthony "
    "apple arsenal ashley asdf asdfgh asdfghjkl austin azerty azertyuiop babygirl bailey banana baseball basketball "
    "batman blink bonjour bonita buster butterfly carlos carolina changeme change charlie charlotte cheese chelsea "
    "chicken chocolate chouchou company computer contrasena cookie corazon coucou daniel default demo diamond doudou "
    "dragon eminem estrella ferrari flower football forever formation freedom friends gabriel george guest hannah "
    "happy hello hola hunter iloveyou internet invite jasmine jennifer jessica jesus jordan joshua justin killer "
    "letmein liverpool london loulou love loveme lovely loulou maggie marseille martin master matrix matthew me merlin "
    "michael michelle mickey mine monkey motdepasse mustang my mynoob naruto nicolas nicole ninja office orange "
    "organisation organiser password passw passwd passe patrick pepper phoenix pokemon princesa princess princesse "
    "purple qazwsx qwer qwert qwerty qwertyuiop qwertz qwertzuiop rainbow realmadrid richard robert root samsung "
    "secret secreto secure security server shadow snoopy soccer soleil spiderman starwars summer winter spring autumn "
    "sunshine superman system taylor temp tequiero test tester testing thomas tigger trainer training trustno "
    "ultraman user usuario viewer welcome whatever william workshop workshops yellow your you zaq zxcv zxcvbn zxcvbnm"
).split()
_RUNS: Final = (
    "01234567890123456789",
    "09876543210987654321",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
)
_IN_PLACE: Final = str.maketrans("013457$@!", "oieastsai")
_WORD: Final = "|".join(sorted(WORDS, key=len, reverse=True))
_COMMON: Final = re.compile(rf"({_WORD})\1*|(?:{_WORD}){{2}}")  # a word however often, or two; of four a phrase is made
_ENDS: Final = re.compile(r"^[\W\d_]+|[\W\d_]+$")


def is_easy_to_guess(password: str, *names: str) -> bool:
    """Whether it is little else than a common word or two, one of its owner's `names` (e-mail, name) or keys in a row.

    Figures and signs around a word do not help, nor figures in the place of letters (p4ssw0rd1234).
    """
    plain = password.casefold()
    if len(set(plain)) < 5 or plain.isdecimal() or any(plain in run for run in _RUNS):
        return True
    own = {_letters(part) for name in names for part in (name, name.partition("@")[0])} - {""}
    cores = {_letters(plain), _letters(_ENDS.sub("", plain).translate(_IN_PLACE))}
    return any(core in own or _COMMON.fullmatch(core) for core in cores)


def _letters(text: str) -> str:
    """The letters alone, without accents."""
    return "".join(letter for letter in fold(text) if letter.isalpha())
