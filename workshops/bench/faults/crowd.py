"""Sixteen people who register workshops at once, while a worker reads an archive of press releases."""

import io
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, func, select

from workshops.bench._site import serving
from workshops.bench.faults.writers import signed_in, together
from workshops.models import PressRelease

WRITERS: Final = 16
TEXTS: Final = 200
PATIENCE: Final = 40.0
TEXT: Final = """Border guards train in document examination ({number})

Ulaanbaatar, {day} May 2013 - Twenty-five border guards took part in a three-day workshop on the examination of travel
documents, organised by the International Organization for Migration (IOM) and funded by the IOM Development Fund.

"Each officer now knows what to look for," said Grace Okafor, the trainer.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How long each waited for each answer, in seconds, the shortest first; how many were refused; how many press
    releases were read meanwhile."""

    waited: list[float]
    refused: int
    read: int


def write_together(instance: Path, url: str, *, seconds: float) -> Outcome:
    """Let them write for a while into the database at this address."""
    instance.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))

    def read() -> int:
        with engine.connect() as connection:
            return connection.scalar(select(func.count()).select_from(PressRelease)) or 0

    try:
        with serving(instance, settings={"WORKSHOPS_DATABASE_URL": url}) as site:
            writers = signed_in(site.address, WRITERS)
            browser = writers[0].browser
            browser.attach("/press", browser.form("/press", office="1"), "file", "texts.zip", _archive())
            until = time.monotonic() + PATIENCE
            while not read() and time.monotonic() < until:
                time.sleep(0.1)
            before = read()
            waited = together(writers, seconds=seconds)
            return Outcome(waited, sum(len(writer.told.refused) for writer in writers), read() - before)
    finally:
        engine.dispose()


def _archive() -> bytes:
    """Texts that differ, as one file."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for number in range(TEXTS):
            file.writestr(f"{number}.txt", TEXT.format(number=number, day=1 + number % 28))
    return archive.getvalue()
