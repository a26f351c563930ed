"""Every text of the product exists in French and Spanish, with the same placeholders and with their punctuation."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from workshops.translations import build, update

PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sdif]|\{\w*\}")

Msgid = str | tuple[str, ...]


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def forms(text: Msgid | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def complaints(message: Message) -> Iterator[str]:
    """What is wrong with the translation of one text."""
    place = ", ".join(file for file, _line in message.locations)
    if not all(forms(message.string)):
        yield f"{place}: not translated: {message.id!r}"
        return
    if message.fuzzy:
        yield f"{place}: marked fuzzy: {message.id!r}"
    wanted = set().union(*(placeholders(form) for form in forms(message.id)))
    given = set().union(*(placeholders(form) for form in forms(message.string)))
    if wanted != given:
        yield f"{place}: placeholders {sorted(wanted)} became {sorted(given)}: {message.string!r}"


@pytest.fixture(scope="module")
def texts() -> Catalog:
    """What code and templates mark for translation."""
    return update.marked()


@pytest.mark.parametrize("language", build.LANGUAGES)
def test_every_text_is_translated_with_its_placeholders(language: str, texts: Catalog) -> None:
    catalog = read_po(BytesIO(update.updated(language, texts)), locale=language)
    found = [complaint for message in catalog if message.id for complaint in complaints(message)]
    assert not found, "\n".join(sorted(set(found)))


@pytest.mark.parametrize("language", build.LANGUAGES)
def test_the_catalog_follows_the_code(language: str, texts: Catalog) -> None:
    written = build.written_path(language).read_bytes()
    assert written == update.updated(language, texts), "Run: python -m workshops.translations.update"


CONTROL = {"a character that cannot be seen": re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")}
MISPRINTS = {
    "fr": {
        **CONTROL,
        "an ordinary space or none before ; : ! ? » or %, or after «": re.compile(
            r"[ \w)’][?!»](?!\w)| [;:](?= |$)|(?<=[a-zà-ÿ)])[;:](?= |$)|«[^\u202f\u00a0]|\d ?%(?!\()(?=\W|$)"
        ),
        "a character that cannot be printed": re.compile(r"[\x00-\x08\x0e-\x1f]"),
        "a straight apostrophe or quotation mark": re.compile(r"(?<=\w)'(?=\w)|\""),
    },
    "es": {
        **CONTROL,
        "a question or exclamation that is not opened": re.compile(r"^[^¿]*\?|^[^¡]*!"),
        "a straight quotation mark": re.compile(r"\""),
    },
}


@pytest.mark.parametrize("language", build.LANGUAGES)
def test_translations_are_set_as_the_language_is_printed(language: str) -> None:
    found = []
    for message in build.written(language):
        for text in forms(message.string) if message.id else ():
            shown = PLACEHOLDER.sub("x", text)
            found += [f"{what}: {text!r}" for what, sign in MISPRINTS[language].items() if sign.search(shown)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("language", "text", "is_misprint"),
    [
        ("fr", "Imprimer ?", True),
        ("fr", "Imprimer?", True),
        ("fr", "Imprimer\u202f?", False),
        ("fr", "Dates : 3 mai", True),
        ("fr", "Dates\u00a0: 3 mai à 14:02", False),
        ("fr", "« oui »", True),
        ("fr", "«\u202foui\u202f»", False),
        ("fr", "l'atelier", True),
        ("fr", "l’atelier", False),
        ("fr", "ici\x01", True),
        ("fr", "40 % de femmes", True),
        ("fr", "https://example.org/?lang=fr", False),
        ("es", "Imprimir?", True),
        ("es", "¿Imprimir?", False),
        ("es", "Listo!", True),
        ("fr", "ci-dessous\u202f\x01 choisissez", True),
    ],
)
def test_the_misprints_are_recognised(language: str, text: str, is_misprint: bool) -> None:
    assert any(sign.search(text) for sign in MISPRINTS[language].values()) == is_misprint
