"""Countries by their ISO 3166-1 codes (and XK) with the short names that the United Nations uses.

The table is `workshops/data/countries.tsv`; where it comes from stands in `SOURCES.md` beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from workshops.domain.data_files import read_rows
from workshops.domain.folding import fold

_LANGUAGES = ("en", "fr", "es")
_ARTICLES = {"the", "la", "le", "les", "l", "el", "los", "las"}


@dataclass(frozen=True)
class Country:
    """One row of the table.

    `names` are UN short names by language, `places` the same after the word for "in" ("aux Philippines"),
    `time_zone` the IANA zone of the capital or of most people, `aliases` other spellings people use.
    """

    code: str
    alpha3: str
    time_zone: str
    names: Mapping[str, str]
    places: Mapping[str, str]
    aliases: tuple[str, ...]


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its ISO 3166-1 alpha-2 code."""
    return MappingProxyType({row["code"]: _country(row) for row in read_rows("countries.tsv")})


def country_name(code: str, language: str) -> str:
    """The UN short name in 'en', 'fr' or 'es'. Raises KeyError for any other code or language."""
    return countries()[code].names[language]


def in_country(code: str, language: str) -> str:
    """The name as a place: 'in Mongolia', 'au Viet Nam', 'en el Perú'. Raises KeyError as `country_name` does."""
    return countries()[code].places[language]


def country_names(language: str) -> list[tuple[str, str]]:
    """(code, name) of all countries in the order of the alphabet, in which accents do not count."""
    return sorted(((code, country_name(code, language)) for code in countries()), key=lambda pair: fold(pair[1]))


@cache
def country_forms() -> Mapping[str, str]:
    """Every folded name and alias, in any of the three languages, with the code of its country."""
    return MappingProxyType(
        {
            fold(name): country.code
            for country in countries().values()
            for name in (*country.names.values(), *country.aliases)
        }
    )


def find_country(text: str) -> str | None:
    """The code of the country that the text names as a whole, in any of the three languages, or None.

    Case, accents and a leading article do not count: "L'Afghanistan" is AF. Codes in capitals, such as MN or MNG,
    are understood too.
    """
    typed = text.strip()
    if typed in countries():
        return typed
    first, _, rest = (folded := fold(typed)).partition(" ")
    found = country_forms().get(folded) or (country_forms().get(rest) if first in _ARTICLES else None)
    return found or _by_alpha3().get(typed)


@cache
def _by_alpha3() -> Mapping[str, str]:
    return {country.alpha3: country.code for country in countries().values()}


def _country(row: Mapping[str, str]) -> Country:
    names = {language: row[language] for language in _LANGUAGES}
    return Country(
        code=row["code"],
        alpha3=row["alpha3"],
        time_zone=row["time_zone"],
        names=MappingProxyType(names),
        places=MappingProxyType({lang: _joined(row[f"in_{lang}"], name) for lang, name in names.items()}),
        aliases=tuple(row["aliases"].split("|")) if row["aliases"] else (),
    )


def _joined(preposition: str, name: str) -> str:
    return preposition + name if preposition.endswith("’") else f"{preposition} {name}"
