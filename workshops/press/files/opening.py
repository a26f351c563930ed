"""Opens files in a process of its own with limits: 300 MB, 200 pages, 8 seconds of computing, 30 in all."""

import atexit
import json
from base64 import b64decode
from dataclasses import dataclass
from datetime import date
from functools import cache

from workshops import apart
from workshops.domain.file_kinds import FileKind
from workshops.domain.file_problems import BOMB, READER_BUSY, TOO_HEAVY
from workshops.errors import Busy, UnreadableFile
from workshops.press.files.pdf_streams import unpack_to_more_than
from workshops.press.files.texts import text_of

SECONDS = 30
MOST_UNPACKED = 100 * 1024**2


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds: its text; of a message also what its headers say, and the files attached to it."""

    text: str
    subject: str = ""
    sent_on: date | None = None
    attached: tuple[tuple[str, bytes], ...] = ()


def opened(body: bytes, kind: FileKind, *, seconds: float = SECONDS) -> Opened:
    """What a file that passed the gate holds. Plain text is decoded here; all else is opened in a process apart.

    Raises `UnreadableFile` (422) as `texts.text_of`, and when time or memory are not enough; `Busy` (503) when
    others keep the process.
    """
    if kind is FileKind.TEXT:
        return Opened(text_of(body, kind))
    try:
        answered = json.loads(_process().ask(f"{kind}\n".encode() + body, seconds=seconds))
    except apart.Occupied:
        raise Busy(READER_BUSY) from None
    except (apart.TookTooLong, apart.Ended):
        raise _too_heavy(body, kind) from None
    if answered.get("message") == TOO_HEAVY:
        raise _too_heavy(body, kind)
    if "message" in answered:
        raise UnreadableFile(answered["message"], status=answered["status"], **answered["params"])
    sent_on = answered.pop("sent_on", None)
    attached = tuple((name, b64decode(content)) for name, content in answered.pop("attached", ()))
    return Opened(**answered, sent_on=date.fromisoformat(sent_on) if sent_on else None, attached=attached)


def _too_heavy(body: bytes, kind: FileKind) -> UnreadableFile:
    """What is said of a file that took too much: of a PDF that is a bomb, that it is one; archives were looked at."""
    if kind is FileKind.PDF and unpack_to_more_than(MOST_UNPACKED, body):
        return UnreadableFile(BOMB, status=422, most=MOST_UNPACKED // 1024**2)
    return UnreadableFile(TOO_HEAVY, status=422)


@cache
def _process() -> apart.Apart:
    """The process of this server process. It ends with it."""
    process = apart.Apart("workshops.press.files.worker")
    atexit.register(process.close)
    return process
