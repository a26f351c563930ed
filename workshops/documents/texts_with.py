"""Where in the values of a document a character stands."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import islice
from typing import Any, Final

from workshops.documents.both import Both

MOST: Final = 100
"""Texts; where more hold such a character, its whole script has no font."""


def texts_with(context: Any, characters: Collection[str]) -> list[str]:
    """The texts of a context that hold one of these characters, each once, those that tell the place best first.

    A name stands by itself before the sentences that hold it.
    """
    holding = (text for text in _texts(context) if any(character in text for character in characters))
    found = dict.fromkeys(islice(holding, MOST))
    return [text for text in found if not any(other != text and other in text for other in found)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Both):
        yield from value.parts.values()
    elif isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))
    elif isinstance(value, Mapping):
        yield from _all(value.values())
    elif isinstance(value, list | tuple):
        yield from _all(value)


def _all(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield from _texts(value)
