"""Reading press releases: a page, a thousand of them, longer and longer texts, and files that mean harm."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from workshops.bench._releases import pages
from workshops.bench._rows import Row
from workshops.press.extract import read_press_release
from workshops.press.language import guess_language

PAGE, MOST_MS = 3_000, 30
"""A page of text in characters, and the computing time for it."""
FIRST_PAGES: Final = 18
TIMES_AS_LONG: Final = (8, 64)
MOST_GROWTH: Final = 1.2
"""How much longer a character may take in a longer text: what is more than linear is far above."""
LOADING: Final = "import sys; from workshops.press.extract import read_press_release; read_press_release(sys.argv[1])"
MOST_SECONDS_TO_LOAD, MOST_MB_TO_LOAD = 1, 150
BATCH, JOBS, MOST_SECONDS_OF_BATCH = 1_000, 2, 60
MOST_SECONDS_OF_FILE, MOST_MB_OF_FILE = 10, 300
LONG: Final = 200_000
REPEATS: Final = {
    "one word": "a",
    "words": "The ",
    "capitals": "The Ministry of ",
    "numbers": "1,",
    "brackets": "((",
    "quotes": "« “",
    "days": "12 May ",
    "commas": "Ana, Border Guard, ",
}


def measure(folder: Path) -> Iterator[Row]:
    """All figures; nothing is kept in `folder`."""
    first = list({guess_language(text)[0]: text for text in pages(FIRST_PAGES, length=PAGE)}.values())  # one in each
    loaded = _run("-c", LOADING, "\n\n".join(first))
    yield Row("loading the reader", round(loaded.cpu, 2), "CPU s", most=MOST_SECONDS_TO_LOAD)
    yield Row("the reader in memory", round(loaded.peak), "MB", most=MOST_MB_TO_LOAD)
    for text in first:  # what is measured below is measured once loaded
        read_press_release(text)
    page_ms = _milliseconds(PAGE, times=15)
    yield Row(f"a page of {PAGE:,} characters", round(page_ms, 1), "CPU ms", most=MOST_MS)
    for times in TIMES_AS_LONG:
        growth = _milliseconds(PAGE * times, times=3) / page_ms / times
        yield Row(f"a character in {times} pages, to one in a page", round(growth, 2), "times", most=MOST_GROWTH)
    for name, piece in REPEATS.items():
        taken = _computing((piece * LONG)[:LONG]) / 1000
        most = MOST_MS / 1000 * LONG / PAGE
        yield Row(f"a line of {LONG:,} characters, {name}", round(taken, 2), "CPU s", most=most)
    with TemporaryDirectory() as place:
        yield from _batch(Path(place))
        yield from _hostile(Path(place))


def _milliseconds(length: int, *, times: int) -> float:
    """The computing time of reading a text of that many characters, the median of several texts not read before."""
    texts = islice(pages(FIRST_PAGES + times, length=length), FIRST_PAGES, None)
    return statistics.median(_computing(text) for text in texts)


def _computing(text: str) -> float:
    """The computing time of reading a text, in milliseconds."""
    begun = time.process_time()
    read_press_release(text)
    return 1000 * (time.process_time() - begun)


def _batch(place: Path) -> Iterator[Row]:
    texts = place / "texts"
    texts.mkdir()
    for number, text in enumerate(pages(BATCH, length=PAGE)):
        (texts / f"{number:04d}.txt").write_text(text, "utf-8")
    read = _run("-m", "workshops", "read", str(texts), "--out", str(place / "records"), "--jobs", str(JOBS))
    yield Row(f"{BATCH:,} pages in {JOBS} processes", round(read.seconds, 1), "s", most=MOST_SECONDS_OF_BATCH)
    yield Row("of them read", len(list((place / "records").glob("*.json"))), "", least=BATCH)


def _hostile(place: Path) -> Iterator[Row]:
    for name, (ending, body) in _hostile_files():
        file = place / f"hostile.{ending}"
        file.write_bytes(body)
        read = _run("-m", "workshops", "read", str(file), "--out", str(place / "records"))
        yield Row(f"{name}: time", round(read.seconds, 1), "s", most=MOST_SECONDS_OF_FILE)
        yield Row(f"{name}: memory", round(read.peak), "MB", most=MOST_MB_OF_FILE)


def _hostile_files() -> Iterator[tuple[str, tuple[str, bytes]]]:
    import pypdfium2  # here, since it takes memory and time of its own

    numbers = [number * 7_919 % 1_000_003 for number in range(900_000)]  # so that it is no bomb to the gate
    paragraphs = "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in numbers)
    yield "a Word file of 900,000 paragraphs", ("docx", _word_file(paragraphs))
    boxes = "".join(f'<w:sdt n="{number}">' for number in numbers[:100_000])
    yield "a Word file of 100,000 boxes, one in the other", ("docx", _word_file(boxes))
    yield "a web page of 50,000 boxes, one in the other", ("html", b"<html><body>" + b"<div>" * 50_000 + b"text")
    yield "a web page of 20,000 heads, one in the other", ("html", b"<html><body>" + b"<header>" * 20_000 + b"text")
    yield (
        "an archive of a gigabyte",
        ("zip", _archive({f"{number}.txt": b"word " * 2_000_000 for number in range(100)})),
    )
    document = pypdfium2.PdfDocument.new()
    for _ in range(10_000):
        document.new_page(595, 842)
    file = BytesIO()
    document.save(file)
    yield "a PDF of 10,000 pages", ("pdf", file.getvalue())
    yield "a broken PDF", ("pdf", file.getvalue()[:100_000] + b"%%EOF")


def _word_file(content: str) -> bytes:
    schema = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{schema}"><w:body>{content}</w:body></w:document>'
    return _archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})


def _archive(files: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return file.getvalue()


_MEASURING: Final = """
import resource, subprocess, sys, time
begun = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
"""Run in a small process between, since a process begins with the memory of the one that starts it."""


@dataclass(frozen=True, slots=True)
class _Done:
    """What a process took: seconds of time and of computing, and the most memory of itself or one it started, in MB."""

    seconds: float
    cpu: float
    peak: float


def _run(*arguments: str) -> _Done:
    command = [sys.executable, "-c", _MEASURING, sys.executable, *arguments]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own commands
    return _Done(*map(float, said.split()))
