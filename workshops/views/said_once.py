"""Parts of pages that say the same each time, such as the empty row that scripts copy: written once a language."""

from collections.abc import Callable, Hashable
from typing import Any

from flask import request

from workshops.forms.saying import page_language

_said: dict[Hashable, str] = {}


def said_once(what: Hashable, macro: Callable[..., str], *arguments: Any) -> str:
    """What the macro says of these arguments, as it said it the first time on the pages of this subject.

    `what` names it there; it must depend on nothing but the language.
    """
    key = page_language(), request.blueprint, what
    if key not in _said:
        _said[key] = macro(*arguments)
    return _said[key]
