"""Why a print failed. A print is whole or it fails: never a hole where a letter or a picture should be."""

from collections.abc import Iterable
from typing import Final

from workshops.documents import fonts
from workshops.errors import N_, Words, WorkshopsError

MARKING: Final = N_("Mark characters that cannot be printed")
MOST_SHOWN: Final = 3
"""Texts that a sentence names."""
LONGEST_SHOWN: Final = 60  # characters of such a text


class PrintingUnavailable(WorkshopsError):
    """The libraries that set type are missing on this server (503)."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            N_("This server cannot print yet. Its administrator has to run: %(command)s"), command=fonts.INSTALL_ALL
        )


class MissingGlyph(WorkshopsError):
    """No installed font has a sign for these characters (422). `texts` are those that hold them, where they are known.

    `MARKING` is what to choose so that the document is printed all the same.
    """

    status = 422

    def __init__(self, characters: Iterable[str], texts: Iterable[str] = ()) -> None:
        missing, self.texts = sorted(set(characters)), list(texts)
        shown = [_around(text, missing) for text in self.texts[:MOST_SHOWN]]
        message = (
            N_(
                "No font on this server can print %(characters)s, in: %(texts)s. Change the text, "
                "choose “%(choice)s”, or ask the administrator to run: %(command)s"
            )
            if shown
            else N_(
                "No font on this server can print %(characters)s. Change the text, "
                "choose “%(choice)s”, or ask the administrator to run: %(command)s"
            )
        )
        super().__init__(
            message,
            characters=", ".join(f"{character} (U+{ord(character):04X})" for character in missing),
            texts="; ".join([*shown, "…"] if len(self.texts) > MOST_SHOWN else shown),
            choice=Words(MARKING),
            command=fonts.command_for(missing),
        )
        self.characters = missing

    def is_in(self, text: str) -> bool:
        """Whether a text holds one of the characters."""
        return any(character in text for character in self.characters)


def _around(text: str, characters: Iterable[str]) -> str:
    """A text in one line, or if it is long the part of it where the first of these characters stands."""
    line = " ".join(text.split())
    place = min((line.find(character) for character in characters if character in line), default=0)
    begin = max(0, min(place - LONGEST_SHOWN // 2, len(line) - LONGEST_SHOWN))
    end = begin + LONGEST_SHOWN
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"


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


class TooManyPages(WorkshopsError):
    """The document would be longer than anybody prints (422)."""

    status = 422

    def __init__(self, pages: int) -> None:
        super().__init__(
            N_("This document would have %(pages)s pages, which is too many for one file. Print parts of it."),
            pages=pages,
        )
        self.pages = pages


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
