"""The article that a name takes inside a sentence: "funded by the IOM Development Fund", "par le Fonds de l’OIM"."""

import re
from typing import Final

from workshops.domain.folding import fold

_ENGLISH: Final = """
academy administration agency association authority bank bureau centre center college commission committee council
delegation department directorate embassy federation force foundation fund government guard hall hotel house
inspectorate institute mission ministry museum nations office organization organisation police programme program
secretariat section service services union unit
"""
_FRENCH: Final = {
    "le": """
bureau campus centre comité complexe conseil département fonds gouvernement haut ministère musée palais parquet
programme secrétariat service siège stade théâtre""",
    "la": """
banque bibliothèque brigade caserne commission croix délégation direction fédération fondation force garde gendarmerie
mairie maison mission police préfecture résidence salle villa""",
    "l’": """
académie administration aéroport agence ambassade association auditorium autorité école
hôpital hôtel inspection institut office organisation union unité université""",
    "les": "forces nations services",
}
_SPANISH: Final = {
    "el": """
alto auditorio banco centro comité complejo consejo departamento fondo gobierno hospital hotel instituto ministerio
museo palacio programa salón secretariado servicio teatro""",
    "la": """
academia administración agencia asociación autoridad biblioteca casa comisión cruz delegación dirección
embajada escuela federación fundación sala sede guardia misión oficina organización policía unidad unión universidad""",
    "los": "servicios",
    "las": "fuerzas naciones",
}
_ELIDING_ACRONYM: Final = re.compile(r"(?!.*POL$)[AEIOU][A-Z]{1,7}")
"""Said with a vowel at first, by letters or as a word: l’OMS, l’UNFPA. INTERPOL and the like are proper names."""
_ENGLISH_NOUNS: Final = frozenset(_ENGLISH.split())
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
        words = fold(re.split(r"\s(?:of|for|on|to|against)\s", bare, maxsplit=1)[0]).split()
        return f"the {name}" if words and words[-1] in _ENGLISH_NOUNS and words[0] != "the" else name
    if language == "fr" and _ELIDING_ACRONYM.fullmatch(bare):
        return f"l’{name}"
    first = (fold(bare).split() or [""])[0]
    article = _BY_FIRST_WORD.get(language, {}).get(first)
    if article is None:
        return name
    return f"{article}{name}" if article.endswith("’") else f"{article} {name}"
