"""Texts in the languages of a document, one or two: what a bilingual document says, it says in both.

A template of one language needs no change for it. What stands between two texts is a matter of style (`paper.css`):
`also` is the second text in a line, `both` holds two blocks side by side.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from workshops.translating import translator

Languages = str | tuple[str, ...]
"""The languages of a document (ISO 639-1), its own first; a single one may be given as it is."""

FIRST = Markup('<span lang="%s">%s</span>')
ALSO = Markup(' <span class="also%s" lang="%s">%s</span>')
LONG_WORD = re.compile(r"[^\s<>]{20}")
"""May be wider than its place. Behind a stroke that stays with it, WeasyPrint would not break it."""


class Both(str):
    """A text that differs between the languages of a document.

    As a string it is the text in the first of them, for attributes, titles and names of files; as HTML it stands in
    all, each marked with its language. `parts` are the texts by language.
    """

    parts: Mapping[str, str]
    __slots__ = ("parts",)

    def __new__(cls, parts: Mapping[str, str]) -> "Both":
        """At least one text, in the order in which they are to stand."""
        made = super().__new__(cls, next(iter(parts.values())))
        made.parts = MappingProxyType(dict(parts))
        return made

    def __html__(self) -> Markup:
        (language, text), *others = self.parts.items()
        also = (ALSO % (" long" * bool(LONG_WORD.search(text)), language, text) for language, text in others)
        return Markup().join([FIRST % (language, text), *also])

    def __repr__(self) -> str:
        return f"Both({dict(self.parts)!r})"

    def __reduce__(self) -> tuple[type["Both"], tuple[dict[str, str]]]:
        return type(self), (dict(self.parts),)


class Figure(Both):
    """A number or a time as each language writes it. By itself it stands once, in a sentence as the sentence has it."""

    __slots__ = ()

    def __html__(self) -> Markup:
        return Markup.escape(str(self))


def as_tuple(languages: Languages) -> tuple[str, ...]:
    """The languages, whichever way they were given."""
    return (languages,) if isinstance(languages, str) else languages


def in_language(value: Any, language: str) -> Any:
    """The value as a sentence in this language takes it: texts in both, and lists of them, in that one."""
    if isinstance(value, Both):
        return value.parts.get(language, str(value))
    if isinstance(value, list | tuple):
        return [in_language(each, language) for each in value]
    return value


def in_each(languages: Languages, say: Callable[[str], str], kind: type[Both] = Both) -> str:
    """What `say` gives for each language: one text where they are equal or only one is there, else `Both` of them."""
    said = {language: text for language in as_tuple(languages) if (text := say(language))}
    texts = list(dict.fromkeys(said.values()))
    if len(texts) > 1:
        return kind(said)
    return texts[0] if texts else ""


def translated(languages: Languages, message: str) -> str:
    """A text of our own, by its message id."""
    return in_each(languages, lambda language: translator(language).gettext(message))


def known_in(languages: Languages, texts: Mapping[str, str], otherwise: str = "") -> str:
    """A text of the record in those of the languages that it has; in none of them it is `otherwise`."""
    return in_each(languages, lambda language: texts.get(language, "")) or otherwise


def worded(function: Callable[..., str], languages: Languages, kind: type[Both] = Both) -> Callable[..., str]:
    """The function, which takes its `language` by name, as one that says it in all languages of the document."""

    def say_all(*values: Any, **more: Any) -> str:
        given = [list(value) if isinstance(value, Iterator) else value for value in values]

        def say(language: str) -> str:
            named = {name: in_language(value, language) for name, value in more.items()}
            return function(*(in_language(value, language) for value in given), **named, language=language)

        return in_each(languages, say, kind)

    return say_all


def side_by_side(value: str) -> Markup:
    """Whole sentences and paragraphs as HTML: in a bilingual document each language in a column of its own."""
    if not isinstance(value, Both):
        return Markup.escape(value)
    columns = [Markup('<div lang="%s">%s</div>') % part for part in value.parts.items()]
    return Markup('<div class="both">%s</div>') % Markup().join(columns)


def spoken(value: str) -> str:
    """All of a text as plain text: what it says in the languages of the document, with a stroke between."""
    return " / ".join(value.parts.values()) if isinstance(value, Both) else value


def alone(value: str) -> str:
    """The text in the first language only, where there is room for one: attributes, titles, marks of a chart."""
    return next(iter(value.parts.values())) if isinstance(value, Both) else value
