"""Messages as sentences in the language of the page."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import get_locale, gettext

from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.errors import Problem
from workshops.wording import worded


def page_language() -> str:
    """The language of this answer: "en", "fr" or "es"."""
    locale = get_locale()
    return locale.language if locale is not None and locale.language in INTERFACE_LANGUAGES else "en"


def say(message: str, params: Mapping[str, object] | None = None) -> str:
    """The sentence of a message with its parameters, for whoever reads the page."""
    return worded(message, params or {}, page_language(), gettext)


def said(problem: Problem) -> str:
    """The sentence of a problem."""
    return say(problem.message, problem.params)


def show(form: Any, problems: Iterable[Problem]) -> None:
    """Put each problem on its field, or on the form where no field has its name."""
    for problem in problems:
        field = form._fields.get(problem.field)
        if field is None:
            form.form_errors.append(said(problem))
        else:
            field.errors = [*field.errors, said(problem)]
