"""Each view says who may use it. A test fails on a route that does not."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Access(IntEnum):
    """Who may use a route; each includes those after it."""

    PUBLIC = 0
    SIGNED_IN = 1
    ORGANISER = 2
    ADMINISTRATOR = 3


def access(rule: Access) -> Callable[[View], View]:
    """Mark a view with its rule, written directly under the route."""

    def mark(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]
        return view

    return mark
