"""Messages with their parameters, kept with a job until somebody reads its page in a language of theirs."""

from collections.abc import Mapping
from typing import Any, Final

from workshops.errors import Alternatives, Words, WorkshopsError

LONGEST: Final = 500
"""Characters of a text among the parameters."""


def kept_params(error: WorkshopsError) -> dict[str, Any]:
    """The parameters of an error as JSON takes them."""
    return {name: _kept(value) for name, value in error.params.items()}


def read_params(params: Mapping[str, Any]) -> dict[str, Any]:
    """What `kept_params` gave, as it was."""
    return {name: _read(value) for name, value in params.items()}


def _kept(value: object) -> object:
    if isinstance(value, Alternatives):
        return {"alternatives": [str(each) for each in value]}
    if isinstance(value, Words):
        return {"words": str(value)}
    return value if isinstance(value, int) else str(value)[:LONGEST]


def _read(value: Any) -> object:
    if isinstance(value, dict):
        return Alternatives(value["alternatives"]) if "alternatives" in value else Words(value["words"])
    return value
