"""The process that prints: reads pages from its standard input, writes documents to its standard output.

A frame is four bytes of length and the content. A page comes in as UTF-8; out goes "P" and the PDF, or "E" and the
problem as JSON. It ends when its input ends or nothing was printed for ten minutes, which gives back 130 MB.
"""

import gc
import json
import logging
import os
import resource
import select
import struct
import sys
from typing import IO

from workshops.documents import problems
from workshops.errors import WorkshopsError

IDLE_SECONDS = 600
MEMORY = 2 * 1024**3  # bytes of address space; 500 participants need a tenth of it
GARBAGE_THRESHOLD = 200_000  # objects; a long table makes many that live to its end: 15-20 % less time than with 700
LENGTH = struct.Struct(">I")


def write_frame(stream: IO[bytes], content: bytes) -> None:
    stream.write(LENGTH.pack(len(content)) + content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Gives the next content, None where the other side has ended."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


def answer(page: str) -> bytes:
    """Gives the frame for one page."""
    from workshops.documents.engine import to_pdf  # here, so that a server without Pango still gets an answer

    try:
        return b"P" + to_pdf(page)
    except problems.MissingGlyph as problem:
        said = {"kind": "MissingGlyph", "value": problem.characters}
    except problems.MissingAsset as problem:
        said = {"kind": "MissingAsset", "value": problem.name}
    except Exception as error:
        logging.exception("A document could not be printed")
        said = {"kind": "PrintFailed", "value": f"{type(error).__name__}: {error}"}
    return b"E" + json.dumps(said).encode()


def problem_in(answered: bytes) -> WorkshopsError:
    """Gives the error that an "E" frame tells of."""
    said = json.loads(answered[1:])
    problem: WorkshopsError = getattr(problems, said["kind"])(said["value"])
    return problem


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    gc.set_threshold(GARBAGE_THRESHOLD)
    os.nice(5)  # pages for people go first
    pages = sys.stdin.buffer
    documents = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to the log, not into a document
    while select.select([pages], [], [], IDLE_SECONDS)[0]:
        page = read_frame(pages)
        if page is None:
            return
        write_frame(documents, answer(page.decode()))


if __name__ == "__main__":
    main()
