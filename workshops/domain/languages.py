"""The languages a workshop can be held in and a person can speak, and those of the product itself."""

from functools import cache
from typing import Final

from babel import Locale
from babel.languages import get_official_languages

from workshops.domain.folding import fold

INTERFACE_LANGUAGES: Final = ("en", "fr", "es")
OWN_NAMES: Final = {"en": "English", "fr": "Français", "es": "Español"}
"""What each of them is called by those who speak it."""

# ISO 639-1: the official languages of all countries as far as they have a two-letter code, with those of larger
# communities that trainings are interpreted into (Bambara, Fulah, Hausa, Igbo, Kurdish, Uyghur, Wolof, Zulu, ...)
_CODES = """
am ar ay az be bg bi bm bn bs ca ch cs da de dv dz ee el en es et eu fa ff fi fj fo fr ga gl gn gu gv ha he hi ho hr ht
hu hy id ig is it ja jv ka kg kk kl km kn ko ku ky lb lg ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne nl nn
no nr ny om or pa pl ps pt qu rm rn ro ru rw sd sg si sk sl sm sn so sq sr ss st sv sw ta te tg th ti tk tn to tr ts ty
ug uk ur uz ve vi wo xh yo zh zu
"""
LANGUAGES: Final = tuple(_CODES.split())


@cache
def language_names(language: str) -> dict[str, str]:
    """The names of all listed languages by their code, as CLDR writes them in `language`, in alphabetical order."""
    names = Locale.parse(language).languages
    return dict(sorted(((code, names[code]) for code in LANGUAGES), key=lambda pair: fold(pair[1])))


@cache
def language_of_country(code: str) -> str:
    """In which of ours one writes to a body of a country (ISO 3166-1): "" where none of them is an official language.

    Of several it is the one that most people there use, as CLDR counts them.
    """
    spoken = get_official_languages(code, de_facto=True) if code else ()
    return next((language for language in spoken if language in INTERFACE_LANGUAGES), "")


def find_language(text: str) -> str | None:
    """The code of the language that the text names in English, French or Spanish, or by its code; else None."""
    typed = fold(text)
    return typed if typed in LANGUAGES else _by_name().get(typed)


@cache
def _by_name() -> dict[str, str]:
    return {fold(name): code for language in INTERFACE_LANGUAGES for code, name in language_names(language).items()}
