"""The words of a document or a command line in its own language, apart from any web request.

Reads the same catalogs as Flask-Babel (`workshops/translations/<language>/LC_MESSAGES/messages.mo`). English is the
source text, so it needs no catalog.
"""

import gettext
import struct
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from workshops.translations import build

LANGUAGES = ("en", *build.LANGUAGES)


@dataclass(frozen=True)
class Translator:
    """Translates texts into one language; values are put in by name, as in Flask-Babel: `%(count)s`."""

    language: str
    catalog: gettext.NullTranslations

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, or as it is where the catalog has none.

        No text stays none: gettext files keep their own header under the empty message.
        """
        text = self.catalog.gettext(message) if message else ""
        return text % values if values else text

    def ngettext(self, singular: str, plural: str, count: int, **values: object) -> str:
        """Chooses the plural form for `count`, which the text may name as `%(num)s`."""
        return self.catalog.ngettext(singular, plural, count) % {"num": count, **values}


@lru_cache(maxsize=8)
def translator(language: str, home: Path = build.HOME) -> Translator:
    """Gives the translator of "en", "fr" or "es". Raises `ValueError` for any other language."""
    if language not in LANGUAGES:
        raise ValueError(f"There are no translations into {language!r}; choose one of {', '.join(LANGUAGES)}.")
    if language == "en":
        return Translator(language, gettext.NullTranslations())
    with suppress(OSError):  # a read-only installation still gets its words, from memory
        ensure_built(home)
    catalog = _up_to_date(language, home) or gettext.GNUTranslations(BytesIO(build.compiled(language, home)))
    return Translator(language, catalog)


def ensure_built(home: Path = build.HOME) -> None:
    """Writes the compiled catalogs if one is missing or older than its words. Raises `OSError` if it cannot."""
    if not is_built(home):
        build.build_all(home)


def is_built(home: Path = build.HOME) -> bool:
    """Whether every compiled catalog is there and made from the words as they are now."""
    return all(_up_to_date(language, home) for language in build.LANGUAGES)


def _up_to_date(language: str, home: Path) -> gettext.GNUTranslations | None:
    """The compiled catalog, unless it is missing, damaged or made from other words."""
    try:
        with build.compiled_path(language, home).open("rb") as file:
            catalog = gettext.GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return None
    version = f"{build.PROJECT} {build.fingerprint(language, home)}"
    return catalog if catalog.info().get("project-id-version") == version else None
