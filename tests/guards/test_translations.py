"""Every text of the product exists in French and Spanish, with the same placeholders and with their punctuation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_file

from workshops.translations import build

ROOT = Path(__file__).parents[2]
KEYWORDS = {
    "_": None,
    "_l": None,
    "N_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sdif]|\{\w*\}")

Msgid = str | tuple[str, ...]


@dataclass(frozen=True)
class Marked:
    """A text marked for translation, and where."""

    msgid: Msgid
    place: str


def marked_texts() -> list[Marked]:
    sources = [("python", path) for path in sorted((ROOT / "workshops").rglob("*.py"))]
    sources += [("jinja2", path) for path in sorted((ROOT / "templates").rglob("*.*"))]
    found = []
    for method, path in sources:
        options = {"silent": "false", "extensions": "jinja2.ext.do"} if method == "jinja2" else {}
        for line, msgid, _comments, _context in extract_from_file(method, path, KEYWORDS, options=options):
            found.append(Marked(msgid, f"{path.relative_to(ROOT)}:{line}"))
    return [text for text in found if text.msgid]


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def forms(text: Msgid | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def complaints(text: Marked, translated: dict[Msgid, Message]) -> Iterator[str]:
    """What is wrong with the translation of one text."""
    message = translated.get(text.msgid)
    if message is None or not all(forms(message.string)):
        yield f"{text.place}: not translated: {text.msgid!r}"
        return
    if message.fuzzy:
        yield f"{text.place}: marked fuzzy: {text.msgid!r}"
    wanted = set().union(*(placeholders(form) for form in forms(text.msgid)))
    given = set().union(*(placeholders(form) for form in forms(message.string)))
    if wanted != given:
        yield f"{text.place}: placeholders {sorted(wanted)} became {sorted(given)}: {message.string!r}"


@pytest.mark.parametrize("language", build.LANGUAGES)
def test_every_text_is_translated_with_its_placeholders(language: str) -> None:
    catalog = build.merged(language)
    translated = {message.id: message for message in catalog if message.id}
    found = [complaint for text in marked_texts() for complaint in complaints(text, translated)]
    assert not found, "\n".join(sorted(set(found)))


@pytest.mark.parametrize("language", build.LANGUAGES)
def test_no_two_parts_translate_the_same_text_differently(language: str) -> None:
    said: dict[Msgid, tuple[Path, Msgid]] = {}
    clashes = []
    for part, message in build.messages(language):
        before = said.setdefault(message.id, (part, message.string))
        if before[1] != message.string:
            clashes.append(f"{message.id!r}: {before[0].name} says {before[1]!r}, {part.name} says {message.string!r}")
    assert not clashes, "\n".join(clashes)


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
    for part, message in build.messages(language):
        for text in forms(message.string):
            shown = PLACEHOLDER.sub("x", text)
            found += [
                f"{part.name}: {what}: {text!r}" for what, sign in MISPRINTS[language].items() if sign.search(shown)
            ]
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
