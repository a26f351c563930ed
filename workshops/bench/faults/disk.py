"""The disk full under the database, the documents, the temporary files or the log, and room made again."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshops.bench._browser import Answer, Browser
from workshops.bench._site import Site, serving
from workshops.bench.faults.record import Losses, Record, count
from workshops.bench.faults.writers import Writer, signed_in, writing
from workshops.setting_kinds import SQLITE

SIZE: Final = "40m"
FULL_FOR: Final = 1.5  # seconds
PATIENCE: Final = 20.0
PLACES: Final = ("database", "documents", "temporary files", "log")
PAGES: Final = ("/", "/workshops", "/trainings", "/agencies", "/press")
SENTENCE: Final = "The server has no room to save. Nothing was changed. Tell your administrator (reference "
STEP: Final = (1 << 20, 4096, 1)  # bytes; the last room is taken byte by byte


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened while the disk was full, and after."""

    saved: int
    """Writes that went well, as they should where they need no room there."""
    told: int
    """Writes answered with 503 and the sentence for it."""
    wrong: int
    """Writes answered in any other way, or not at all."""
    unread: int
    """Pages that did not come."""
    recovered: float
    """Seconds until something was saved again."""
    losses: Losses
    is_whole: bool


def fill(place: str, folder: Path) -> Outcome:
    """Fill the disk under one of `PLACES` for a while, with people writing. Needs the right to mount a disk."""
    with small_disk(folder / "small") as small:
        on_small = {name: small if name == place else folder / "roomy" / name.replace(" ", "-") for name in PLACES}
        for path in on_small.values():
            path.mkdir(parents=True, exist_ok=True)
        url = f"{SQLITE}{on_small['database']}/workshops.sqlite"
        settings = {"WORKSHOPS_DATABASE_URL": url, "TMPDIR": str(on_small["temporary files"])}
        log = on_small["log"] / "server.log"
        with serving(on_small["documents"], settings=settings, log=log) as site, Record(url) as record:
            return _fill(site, small, record, with_files=place in ("documents", "temporary files"))


def _fill(site: Site, small: Path, record: Record, *, with_files: bool) -> Outcome:
    writers = signed_in(site.address)
    with writing(writers):
        time.sleep(FULL_FOR)
    reference = next(reference for writer in writers for reference in writer.told.saved.values())
    reader = writers[0].browser
    for _ in range(4 if with_files else 0):
        _attached(reader, reference)  # each process finds its folder for temporary files while there is room
    ballast = small / "ballast"
    fill_up(ballast)
    before = sum(len(writer.told.saved) for writer in writers)
    with writing(writers):
        time.sleep(FULL_FOR)
    saved = sum(len(writer.told.saved) for writer in writers) - before  # without what was attached
    refused = [answer for writer in writers for answer in writer.told.refused]
    attached = [_attached(reader, reference) for _ in range(5 if with_files else 0)]
    refused += [answer for answer in attached if answer.status != 303]
    told = sum(is_told(answer) for answer in refused)
    open_ = sum(len(writer.told.open) for writer in writers)
    unread = sum(reader.ask_once(page).status != 200 for page in (*PAGES, f"/workshops/{reference}"))
    ballast.unlink()
    recovered = _until_saved(writers[0], reference if with_files else "")
    losses = Losses()
    count(losses, [writer.told for writer in writers], record.references())
    return Outcome(saved, told, len(refused) - told + open_, unread, recovered, losses, record.is_whole())


def is_told(answer: Answer) -> bool:
    """Whether this is the answer for a full disk."""
    return answer.status == 503 and SENTENCE in answer.text and answer.retry_after != ""


def _attached(browser: Browser, reference: str) -> Answer:
    """A file of 2 MB, more than is kept in memory while it comes in."""
    fields = browser.form(f"/workshops/{reference}/documents/new", type="agenda")
    return browser.attach(f"/workshops/{reference}/documents/new", fields, "file", "notes.txt", b"text " * 400_000)


def _until_saved(writer: Writer, reference: str) -> float:
    """How long it takes until a workshop is saved again, with a file if `reference` names a workshop for it."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < PATIENCE:
        if writer.register() and (not reference or _attached(writer.browser, reference).status == 303):
            break
        time.sleep(0.1)
    return time.perf_counter() - begun


def fill_up(ballast: Path) -> None:
    """Leave no room on a disk."""
    with ballast.open("ab", buffering=0) as file:
        for size in STEP:
            with suppress(OSError):
                while file.write(b"x" * size) == size:
                    pass


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of 40 MB in memory. Raises `CalledProcessError` where we may not mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a fixed program, no shell
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=False)  # noqa: S603, S607 - as above
