"""Compiles the catalog of each language, which Flask-Babel and `workshops.translating` read at run time.

`<language>/LC_MESSAGES/messages.po` holds the words and is written by hand; `python -m workshops.translations.build`
writes the `messages.mo` beside it.
"""

import hashlib
import os
import tempfile
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HOME = Path(__file__).parent
LANGUAGES = ("fr", "es")
PROJECT = "workshops"


def written_path(language: str, home: Path = HOME) -> Path:
    """Where the words of a language are written by hand."""
    return home / language / "LC_MESSAGES" / "messages.po"


def compiled_path(language: str, home: Path = HOME) -> Path:
    """Where they lie compiled, as programs read them."""
    return home / language / "LC_MESSAGES" / "messages.mo"


def fingerprint(language: str, home: Path = HOME) -> str:
    """Gives the SHA-256 of a language's words, which the compiled catalog carries as its version."""
    return hashlib.sha256(written_path(language, home).read_bytes()).hexdigest()


def written(language: str, home: Path = HOME) -> Catalog:
    """Reads the words of a language. Raises `babel.messages.pofile.PoFileError`."""
    with written_path(language, home).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def compiled(language: str, home: Path = HOME) -> bytes:
    """Gives the bytes of the language's `.mo` file; fuzzy messages are left out."""
    catalog = written(language, home)
    catalog.project, catalog.version = PROJECT, fingerprint(language, home)
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def build_all(home: Path = HOME) -> list[Path]:
    """Writes the `.mo` of each language and gives the paths. A reader never sees a half-written file."""
    paths = []
    for language in LANGUAGES:
        content = compiled(language, home)
        target = compiled_path(language, home)
        handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
        paths.append(target)
    return paths


if __name__ == "__main__":
    for path in build_all():
        print(path)
