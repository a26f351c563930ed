"""The process that prints. A page comes in as UTF-8; out goes "P" and the PDF, or "E" and the problem as JSON.

It ends when nothing was printed for ten minutes, which gives back 130 MB.
"""

import json
import logging

from workshops import apart
from workshops.documents import problems
from workshops.errors import WorkshopsError

MEMORY = 2 * 1024**3  # bytes of address space; 500 participants need a tenth of it
GARBAGE_THRESHOLD = 200_000  # objects; a long table makes many that live to its end: 15-20 % less time than with 700


def answer(page: bytes) -> bytes:
    """Gives the frame for one page."""
    from workshops.documents.engine import to_pdf  # here, so that a server without Pango still gets an answer

    try:
        return b"P" + to_pdf(page.decode())
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


if __name__ == "__main__":
    apart.serve(answer, memory=MEMORY, garbage_threshold=GARBAGE_THRESHOLD)
