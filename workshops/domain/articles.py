"""The article that a name takes inside a sentence: "funded by the IOM Development Fund", "par le Fonds de l’OIM"."""

import re
from typing import Final

from workshops.domain.countries import find_country
from workshops.domain.folding import fold

_ENGLISH: Final = """
academy administration agency airport alliance army assembly association auditorium authority bank board bureau
centre center chamber coalition college commission committee community complex corporation council court delegation
department directorate embassy facility federation force foundation fund government guard hall headquarters hospital
hotel house inn inspectorate institute kingdom league library lodge ministry mission museum nations navy network
office organization organisation palace parliament police programme program republic resort school secretariat
section service services society theatre tribunal trust union unit university
"""
_FRENCH: Final = {
    "le": """
bureau campus centre collège comité commandement commissariat complexe conseil consulat corps croissant département
fonds gouvernement gouvernorat groupe haut laboratoire lycée ministère musée palais parlement parquet pôle programme
réseau royaume secrétariat service siège stade théâtre trésor tribunal""",
    "la": """
banque bibliothèque brigade caisse caserne cellule chambre commission communauté confédération coopération cour croix
délégation direction division faculté fédération fondation force garde gendarmerie haute ligue magistrature mairie
maison mission police préfecture présidence principauté prison région représentation république résidence salle section
société sûreté surintendance villa""",
    "l’": """
académie administration aéroport agence alliance ambassade armée assemblée association auditorium autorité école
hôpital hôtel inspection institut observatoire office organisation union unité université""",
    "les": "forces nations services",
}
_SPANISH: Final = {
    "el": """
aeropuerto alto auditorio ayuntamiento banco centro colegio comando comité complejo congreso consejo cuerpo departamento
edificio ejército fondo gobierno hospital hotel instituto juzgado laboratorio ministerio municipio museo observatorio
organismo palacio parlamento poder principado programa registro reino salón secretariado senado servicio sistema teatro
tribunal viceministerio""",
    "la": """
academia administración agencia alcaldía alianza alta asamblea asociación autoridad biblioteca cámara cancillería
casa comandancia comisaría comisión comunidad confederación contraloría cooperación coordinación corporación corte
cruz defensoría delegación dirección división embajada escuela facultad federación fiscalía fundación gendarmería
gobernación guardia inspección inspectoría jefatura junta misión municipalidad oficina organización parroquia
policía prefectura presidencia procuraduría red república sala secretaría sede sociedad subsecretaría
superintendencia unidad unión universidad""",
    "los": "servicios",
    "las": "fuerzas naciones",
}
_ELIDED_MASCULINES: Final = frozenset(
    {"aeroport", "auditorium", "hopital", "hotel", "institut", "observatoire", "office"}
)
"""French nouns of those with l’ that take "el" in Spanish."""
_ENGLISH_FEMININES: Final = """
academy administration agency alliance army assembly association authority chamber coalition commission community
corporation court delegation embassy facility federation force foundation guard house league library mission navy
organization organisation police republic school section society union unit university
"""
_FEMININES: Final = {
    "fr": frozenset(f"{_ENGLISH_FEMININES} bank directorate hall inspectorate".split()),
    "es": frozenset(f"{_ENGLISH_FEMININES} board directorate headquarters inspectorate network office".split()),
}
"""Of the English nouns those that another language speaks of as "la", as it does of its own word for them."""
_PLURALS: Final = {"services": ("les", "los"), "nations": ("les", "las")}
_GENDERS: Final = {
    ("fr", "es"): {"le": "el", "la": "la", "les": "los", "l’": "la"},
    ("es", "fr"): {"el": "le", "la": "la", "los": "les", "las": "les"},
}
_FRENCH_PLURAL_FEMININES: Final = frozenset({"forces", "nations"})
_VOWEL: Final = re.compile(r"[AEIOUÀÂÉÈÊÎÔÛ]", re.IGNORECASE)
_SPOKEN_YOU: Final = re.compile(r"(?:United|University|Universal|Unified|Europe|European)\b")
"""English words that begin with a consonant when they are said, before which French does not elide."""
_ELIDING_ACRONYM: Final = re.compile(r"(?!.*POL$)[AEIOU][A-Z]{1,7}")
"""Said with a vowel at first, by letters or as a word: l’OMS, l’UNFPA. INTERPOL and the like are proper names."""
_ENGLISH_NOUNS: Final = frozenset(_ENGLISH.split())
_ENGLISH_COMPOUNDING: Final = _ENGLISH_NOUNS - {"hotel"}
_LATIN_LINKS: Final = frozenset(
    ("a", "au", "aux", "d", "da", "das", "de", "del", "des", "do", "dos", "du")
    + ("e", "el", "en", "et", "l", "la", "las", "le", "les", "los", "y")
)
_BY_FIRST_WORD: Final = {
    language: {fold(word): article for article, words in table.items() for word in words.split()}
    for language, table in (("fr", _FRENCH), ("es", _SPANISH))
}


def with_article(name: str, language: str) -> str:
    """The name with its definite article, if it is a common noun of that language ("en", "fr", "es"), else as it is.

    English looks at the noun before "of" or "for" (the General Agency for Border Protection), French and Spanish at the
    first word. Names in other languages take no article, nor do acronyms, but for those that French elides: l’OMS.
    """
    bare = re.sub(r"\([^()]*\)\s*$", "", name)
    if language == "en":
        return f"the {name}" if _english_noun(bare) else name
    if language == "fr" and _ELIDING_ACRONYM.fullmatch(bare):
        return f"l’{name}"
    article = _BY_FIRST_WORD.get(language, {}).get(_first_word(bare))
    return _joined(article, name) if article else name


def with_any_article(name: str, language: str) -> str:
    """As `with_article`; a name in another of the three languages takes the article of that language's sentence too.

    "the Ministerio Público", "la National Police Agency", "el Ministère de la Justice", as newspapers write. Such a
    name begins with a capital letter.
    """
    own = with_article(name, language)
    bare = re.sub(r"\([^()]*\)\s*$", "", name)
    if own != name or not bare or language == "en" and fold(bare).startswith("the "):
        return own
    article = _article_of_foreign(bare, language)
    written = name[0].upper() + name[1:]
    if language == "fr" and article in ("le", "la") and _VOWEL.match(written) and not _SPOKEN_YOU.match(written):
        article = "l’"
    return _joined(article, written) if article else name


def _article_of_foreign(bare: str, language: str) -> str:
    """The article in one language of a name in another; "" where its noun is not known."""
    first = _first_word(bare)
    for other, nouns in _BY_FIRST_WORD.items():
        if other == language or first not in nouns or _is_english_compound(bare, first):
            continue
        if language == "en":
            return "the"
        if first in _ELIDED_MASCULINES:
            return "el"
        return "las" if first in _FRENCH_PLURAL_FEMININES else _GENDERS[other, language][nouns[first]]
    noun = _english_noun(bare) if language != "en" else ""
    if not noun:
        return ""
    if noun in _PLURALS:
        return _PLURALS[noun][language == "es"]
    return "la" if noun in _FEMININES[language] else {"fr": "le", "es": "el"}[language]


def _is_english_compound(bare: str, first: str) -> bool:
    """Whether a word that other languages begin names with stands before an English noun, or alone before a country:
    Police Training Institute, Police Scotland."""
    if first in _ENGLISH_NOUNS and find_country(bare.partition(" ")[2]) is not None:
        return True
    noun = _english_noun(bare)
    return (
        first in _ENGLISH_COMPOUNDING and noun not in ("", first) and not _LATIN_LINKS.intersection(fold(bare).split())
    )


def _english_noun(bare: str) -> str:
    """The noun that an English name is built on and that takes "the"; "" if there is none, or an owner opens it."""
    words = fold(re.split(r"\s(?:of|for|on|to|against|in|at|under)\s", bare, maxsplit=1)[0]).split()
    if not words or words[0] == "the" or bare.split()[0].endswith(("'s", "’s")):
        return ""
    return words[-1] if words[-1] in _ENGLISH_NOUNS else ""


def _first_word(bare: str) -> str:
    return (fold(bare).split() or [""])[0]


def _joined(article: str, name: str) -> str:
    return f"{article}{name}" if article.endswith("’") else f"{article} {name}"
