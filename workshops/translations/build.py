"""Merges the parts of each language into the one compiled catalog that is read at run time.

`parts/<language>/<area>.po` is written by hand, one file per area. `python -m workshops.translations.build` writes
`<language>/LC_MESSAGES/messages.mo`, which Flask-Babel and `workshops.translating` both read.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HOME = Path(__file__).parent
LANGUAGES = ("fr", "es")
PROJECT = "workshops"


class ConflictingTranslation(Exception):
    """Two parts translate the same text differently."""


def parts(language: str, home: Path = HOME) -> list[Path]:
    """Gives the `.po` files of a language in a fixed order."""
    return sorted((home / "parts" / language).glob("*.po"))


def compiled_path(language: str, home: Path = HOME) -> Path:
    return home / language / "LC_MESSAGES" / "messages.mo"


def fingerprint(language: str, home: Path = HOME) -> str:
    """Gives the SHA-256 over a language's parts, which the compiled catalog carries as its version."""
    digest = hashlib.sha256()
    for part in parts(language, home):
        digest.update(part.name.encode() + b"\0" + part.read_bytes() + b"\0")
    return digest.hexdigest()


def messages(language: str, home: Path = HOME) -> Iterator[tuple[Path, Message]]:
    """Gives each message of each part with the file it stands in. Raises `babel.messages.pofile.PoFileError`."""
    for part in parts(language, home):
        with part.open("rb") as file:
            for message in read_po(file, locale=language, abort_invalid=True):
                if message.id:
                    yield part, message


def merged(language: str, home: Path = HOME) -> Catalog:
    """Puts all parts of a language into one catalog. Raises `ConflictingTranslation` naming both files."""
    catalog = Catalog(
        locale=language, project=PROJECT, version=fingerprint(language, home), charset="utf-8", fuzzy=False
    )
    origin: dict[object, Path] = {}
    for part, message in messages(language, home):
        key = (message.context, message.id)
        known = catalog.get(message.id, message.context)
        if known is not None and known.string != message.string:
            raise ConflictingTranslation(
                f"{part} and {origin[key]} translate {message.id!r} differently: {message.string!r}, {known.string!r}"
            )
        origin[key] = part
        catalog.add(message.id, message.string, flags=message.flags, context=message.context)
    return catalog


def compiled(language: str, home: Path = HOME) -> bytes:
    """Gives the bytes of the language's `.mo` file; fuzzy messages are left out."""
    buffer = BytesIO()
    write_mo(buffer, merged(language, home))
    return buffer.getvalue()


def build_all(home: Path = HOME) -> list[Path]:
    """Writes the `.mo` of each language and gives the paths. A reader never sees a half-written file."""
    written = []
    for language in LANGUAGES:
        content = compiled(language, home)
        target = compiled_path(language, home)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
        written.append(target)
    return written


if __name__ == "__main__":
    for path in build_all():
        print(path)
