"""Currencies by their ISO 4217 codes, as Unicode CLDR lists them."""

from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies, list_currencies

from workshops.domain.countries import countries
from workshops.domain.folding import fold

# what programmes are paid in most often stands first where a currency is chosen
USUAL = ("USD", "EUR", "CHF", "GBP", "XOF", "XAF")


@cache
def currencies() -> frozenset[str]:
    """The codes of all currencies, those of former times too, since old workshops were paid in them."""
    return frozenset(list_currencies())


@cache
def currency_names(language: str) -> tuple[tuple[str, str], ...]:
    """(code, name) in the language of the currencies in use, the usual ones first, the others by their codes."""
    names = Locale.parse(language).currencies
    codes = [*USUAL, *sorted(_in_use() - set(USUAL))]
    return tuple((code, names.get(code, code)) for code in codes)


@cache
def currency_nouns(language: str) -> frozenset[str]:
    """What currencies in use are called in a language, folded and without whose they are: "dirham", "shilling"."""
    noun = -1 if language == "en" else 0
    return frozenset(fold(name).split()[noun] for _code, name in currency_names(language))


@cache
def _in_use() -> frozenset[str]:
    return frozenset(code for country in countries() for code in get_territory_currencies(country))


def own_currency(country_code: str) -> str:
    """The code of the currency of a country (ISO 3166-1), "" where none is known."""
    try:
        return next(iter(get_territory_currencies(country_code)), "") if country_code else ""
    except KeyError:
        return ""


def own_currency_is(country_code: str, noun: str, language: str) -> bool:
    """Whether the currency of a country is called so in a language: "soles" in Peru, "pesos" in Chile.

    `noun` is folded text, one or more of the thing.
    """
    return noun in _called(own_currency(country_code), language)


@cache
def _called(code: str, language: str) -> frozenset[str]:
    """The words of the name of a currency in a language, folded, for one and for more of it."""
    name = fold(Locale.parse(language).currencies.get(code, "")).split()
    return frozenset(word + plural for word in name for plural in ("", "s", "es"))
