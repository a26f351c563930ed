"""Pages to PDF in a process of their own, so that a hard document neither holds up nor brings down a web worker."""

import atexit
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache

from workshops import apart
from workshops.documents import fonts
from workshops.documents.problems import MissingGlyph, PrinterBusy, PrintFailed, PrintingUnavailable, TookTooLong
from workshops.documents.row_stamps import Stamps
from workshops.documents.slots import SlotStamps
from workshops.documents.worker import problem_in

SECONDS = 60
SECONDS_FOR_A_WORKER = 300
"""Nobody waits at a page for what a worker prints."""
CHARACTERS_A_PAGE = 3_000


@dataclass(frozen=True, kw_only=True)
class Source:
    """The data that a document was made from, as a file in its archive copy; `day` is an ISO date."""

    name: str
    data: str
    day: str


def unavailable() -> PrintingUnavailable | None:
    """Gives what keeps this server from printing, None where it can."""
    needed = set(fonts.missing_packages()) - {"libharfbuzz-subset0"}
    return PrintingUnavailable() if needed else None


class Renderer:
    """Prints one document after the other in a process that stays warm."""

    def __init__(self, seconds: int = SECONDS) -> None:
        self.seconds = seconds
        self.process = apart.Apart("workshops.documents.worker")

    def render(self, page: str) -> bytes:
        """Gives the PDF of a page.

        Raises `PrintingUnavailable`, `MissingGlyph`, `MissingAsset`, `TooManyPages`, `TookTooLong`, `PrinterBusy` or
        `PrintFailed`.
        """
        return self._document(self._answer(b"H" + page.encode()))

    def archive(self, page: str, source: Source) -> bytes:
        """Gives the PDF/A of a page with the data it was made from inside. Raises as `render` does."""
        return self._document(self._answer(b"A" + json.dumps({"page": page} | asdict(source)).encode()))

    def stamp(self, stamps: Stamps | SlotStamps, whole_page: Callable[[], str]) -> bytes:
        """Gives the PDF of rows or pieces set into a template, in a tenth of the time of laying out the whole page.

        Both give the same document. The whole page is asked for only if something in it does not fit the template.
        Raises as `render` does.
        """
        how = b"F" if isinstance(stamps, SlotStamps) else b"S"
        answered = self._answer(how + json.dumps(vars(stamps)).encode())
        if answered.startswith(b"N"):
            logging.getLogger(__name__).info("Laid out as a whole: %s", answered[1:].decode())
            return self.render(whole_page())
        return self._document(answered)

    def preview(self, pdf: bytes, number: int = 0) -> tuple[int, bytes]:
        """Gives how many pages a document has, and the page of that number (from 1) as PNG; of another, b"".

        Raises as `render` does.
        """
        answered = self._document(self._answer(b"V" + number.to_bytes(4) + pdf))
        return int.from_bytes(answered[:4]), answered[4:]

    def number_of_pages(self, pdf: bytes) -> int:
        """Gives how many pages of a file, whoever made it, can be joined to others. Raises as `render` does."""
        return int.from_bytes(self._document(self._answer(b"C" + pdf)))

    def join(self, first: bytes, others: Sequence[bytes]) -> bytes:
        """Gives a document with the pages of other files behind it, as `joining.joined`. Raises as `render` does."""
        lengths = json.dumps([len(pdf) for pdf in (first, *others)]).encode()
        order = b"".join((b"J", len(lengths).to_bytes(4), lengths, first, *others))
        return self._document(self._answer(order))

    def _answer(self, order: bytes) -> bytes:
        if problem := unavailable():
            raise problem
        try:
            return self.process.ask(order, seconds=self.seconds)
        except apart.Occupied:
            raise PrinterBusy from None
        except apart.TookTooLong:
            raise TookTooLong(self.seconds, pages=len(order) // CHARACTERS_A_PAGE + 1) from None
        except apart.Ended:
            raise PrintFailed(
                "The printing process ended before its work was done, perhaps for want of memory."
            ) from None

    def _document(self, answered: bytes) -> bytes:
        if answered.startswith(b"P"):
            return answered[1:]
        raise problem_in(answered)

    def interrupt(self, thread: int) -> None:
        """Ends the print that a thread has asked for, if it is under way, from another: it raises `PrintFailed`."""
        self.process.interrupt(thread)

    def scripts_without_font(self) -> tuple[list[str], MissingGlyph | None]:
        """Gives which of `fonts.SCRIPTS` cannot be printed here, with the error; only the print itself can tell.

        Raises as `render` does.
        """
        try:
            self.render("<!DOCTYPE html><html lang=en><title>.</title>" + "<p>".join(fonts.SCRIPTS.values()))
        except MissingGlyph as missing:
            return [name for name, sample in fonts.SCRIPTS.items() if missing.is_in(sample)], missing
        return [], None

    def close(self) -> None:
        """Ends the process."""
        self.process.close()


@cache
def shared() -> Renderer:
    """Gives the renderer of this process. It ends with it."""
    renderer = Renderer()
    atexit.register(renderer.close)
    return renderer
