"""What the best-known international bodies are called in English, French and Spanish, each with its acronym there."""

from collections.abc import Mapping
from functools import cache

from workshops.domain.data_files import read_rows
from workshops.domain.folding import fold
from workshops.domain.naming import split_acronym


def body_in(name: str, language: str) -> tuple[str, str] | None:
    """The name in "en", "fr" or "es" and the acronym there ("" if it has none) of a body named in any of them.

    None for a body that the table does not hold. Spelling with s or z, accents and apostrophes do not count.
    """
    row = names_of_body(name)
    return split_acronym(row[language]) if row else None


def names_of_body(name: str) -> Mapping[str, str]:
    """All names of a body by "en", "fr" and "es", each with its acronym in brackets; none for one not known."""
    return _by_name().get(_key(name), {})


def _key(name: str) -> str:
    return fold(name).replace("isation", "ization")


@cache
def _by_name() -> Mapping[str, Mapping[str, str]]:
    rows = list(read_rows("body_names.tsv"))
    return {_key(split_acronym(name)[0]): row for row in rows for name in row.values()}
