"""The rule for texts that all records share."""

from collections.abc import Iterator
from typing import Final

from workshops.errors import N_, Problem, Words

LONGEST_REASON: Final = 500
"""Characters of why somebody deletes or withdraws something."""


def is_too_long(field: str, name: str, text: str, limit: int) -> Iterator[Problem]:
    """One problem if the text has more characters than fit. `name` is a message: the field with its article."""
    if len(text) > limit:
        yield Problem(
            field,
            N_("%(what)s has %(count)s characters; at most %(limit)s fit."),
            {"what": Words(name), "count": len(text), "limit": limit},
        )
