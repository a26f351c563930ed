"""Printed documents are kept for a week, under a name made from their content: the same once more is there at once.

The content is all that is printed, so a document found is as current as one made anew; and equal content gives equal
bytes. Erasing and deleting for good throw all of them away, for who knows which names them.
"""

import logging
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files as files_of
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshops.errors import Busy
from workshops.files import Files, put_bytes
from workshops.models import Act

FOLDER: Final = "prints"
KEPT_FOR: Final = timedelta(days=7)
MOST_BYTES: Final = 256 * 1024**2
LONGEST_IN_THE_MAKING: Final = timedelta(minutes=10)
"""A document may have been read before somebody was erased, and kept after."""
FONTS: Final = ("/usr/share/fonts", "/usr/local/share/fonts")
PRINTERS: Final = ("weasyprint", "pydyf", "fonttools", "pillow")
_logger = logging.getLogger(__name__)


def name_of(content: str) -> str:
    """The name under which a document of this content is kept: HTML, or the repr of stamps."""
    return f"{FOLDER}/{sha256((press_version() + content).encode()).hexdigest()}"


@cache
def press_version() -> str:
    """All that decides how a content comes out: the code and styles that print, the libraries they use, the fonts."""
    folders = [files_of("workshops.documents")]
    fonts = [(font.name, font.stat().st_size) for folder in FONTS for font in Path(folder).rglob("*.[ot]t[cf]")]
    said = sha256(repr([*map(version, PRINTERS), *sorted(fonts)]).encode())
    for folder in folders:
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if entry.is_dir():
                folders.append(entry)
            elif entry.name.endswith((".py", ".css")):
                said.update(entry.read_bytes())
    return said.hexdigest()


def find(files: Files, name: str) -> bytes | None:
    """The document of that name, None where there is none or the place of the files is away."""
    try:
        with files.open(name) as file:
            return file.read()
    except (OSError, Busy):
        return None


def keep(files: Files, name: str, pdf: bytes) -> None:
    """Keep a document; without room it is only not there next time."""
    try:
        put_bytes(files, name, pdf)
    except (OSError, Busy) as error:
        _logger.warning("a printed document was not kept", extra={"facts": {"why": type(error).__name__}})


def throw_away_all(files: Files) -> None:
    """Keep none of them any longer."""
    for name in files.names(FOLDER):
        files.delete(name)


def throw_away_old(session: Session, files: Files, *, at: datetime) -> int:
    """Throw away what is older than a week at that moment, then the oldest of what is too much; gives how many."""
    made_final = session.scalar(select(func.max(Act.purged_at)))
    since = max(at - KEPT_FOR, made_final + LONGEST_IN_THE_MAKING if made_final else at - KEPT_FOR)
    room, number = MOST_BYTES, 0
    for entry in sorted(files.entries(FOLDER), key=lambda entry: entry.written_at, reverse=True):
        room -= entry.size
        if room < 0 or entry.written_at < since:
            files.delete(entry.name)
            number += 1
    return number
