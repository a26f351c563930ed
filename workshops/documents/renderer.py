"""Pages to PDF in a process of their own, so that a hard document neither holds up nor brings down a web worker."""

import atexit
from functools import cache

from workshops import apart
from workshops.documents import fonts
from workshops.documents.problems import PrinterBusy, PrintFailed, PrintingUnavailable, TookTooLong
from workshops.documents.worker import problem_in

SECONDS = 60
CHARACTERS_A_PAGE = 3_000


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

        Raises `PrintingUnavailable`, `MissingGlyph`, `MissingAsset`, `TookTooLong`, `PrinterBusy` or `PrintFailed`.
        """
        if problem := unavailable():
            raise problem
        try:
            answered = self.process.ask(page.encode(), seconds=self.seconds)
        except apart.Occupied:
            raise PrinterBusy from None
        except apart.TookTooLong:
            raise TookTooLong(self.seconds, pages=len(page) // CHARACTERS_A_PAGE + 1) from None
        except apart.Ended:
            raise PrintFailed(
                "The printing process ended before its work was done, perhaps for want of memory."
            ) from None
        if answered.startswith(b"P"):
            return answered[1:]
        raise problem_in(answered)

    def close(self) -> None:
        """Ends the process."""
        self.process.close()


@cache
def shared() -> Renderer:
    """Gives the renderer of this process. It ends with it."""
    renderer = Renderer()
    atexit.register(renderer.close)
    return renderer
