"""Why a print failed. A print is whole or it fails: never a hole where a letter or a picture should be."""

from collections.abc import Iterable

from workshops.documents import fonts
from workshops.errors import N_, WorkshopsError


class PrintingUnavailable(WorkshopsError):
    """The libraries that set type are missing on this server (503)."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            N_("This server cannot print yet. Its administrator has to run: %(command)s"), command=fonts.INSTALL_ALL
        )


class MissingGlyph(WorkshopsError):
    """No installed font has a sign for these characters (422)."""

    status = 422

    def __init__(self, characters: Iterable[str]) -> None:
        missing = sorted(set(characters))
        super().__init__(
            N_(
                "No font on this server can print these characters: %(characters)s. "
                "Remove them, choose that they are marked, or ask the administrator to run: %(command)s"
            ),
            characters=", ".join(f"{character} (U+{ord(character):04X})" for character in missing),
            command=fonts.command_for(missing),
        )
        self.characters = missing


class MissingAsset(WorkshopsError):
    """The document asks for something that is not one of our own assets (500)."""

    def __init__(self, name: str) -> None:
        super().__init__(N_("This document needs %(name)s, which may not be opened or is not there."), name=name)
        self.name = name


class CannotStamp(Exception):
    """A document that its template cannot hold; it is laid out as a whole instead. Never leaves the printing."""


class TookTooLong(WorkshopsError):
    """The document was not ready in time (422). `pages` is an estimate, since it was never laid out."""

    status = 422

    def __init__(self, seconds: int, pages: int) -> None:
        super().__init__(
            N_(
                "This document could not be made in %(seconds)s seconds. Shorten the texts (now about %(pages)s pages)."
            ),
            seconds=seconds,
            pages=pages,
        )


class PrinterBusy(WorkshopsError):
    """Other documents are being printed (503)."""

    status = 503

    def __init__(self) -> None:
        super().__init__(N_("Many documents are being printed now. Try again in a minute."))


class PrintFailed(WorkshopsError):
    """The document could not be made for a reason that is ours (500); `detail` is for the log."""

    def __init__(self, detail: str) -> None:
        super().__init__(N_("This document could not be made. Tell the administrator: the log says why."))
        self.detail = detail

    def __str__(self) -> str:
        return self.detail
