"""The process that prints.

In comes "H" and a page as UTF-8; or, as JSON, "S" and a specimen with the rows to set into it, "F" and specimens with
the pieces whose slots are filled, or "A" and a page with the data to put into its archive copy. Out goes "P" and the
PDF, "E" and the problem as JSON, or "N" and why the values cannot be set into the specimen. To "V", the number of a
page in four bytes and a PDF, the answer is "P", the number of pages in four bytes, and the picture. It ends when
nothing was printed for ten minutes, which gives back 130 MB. "C" asks how many pages a PDF has, whoever made it, and
"J" joins several, whose lengths stand before them as JSON.
"""

import json
import logging
from itertools import accumulate, pairwise

from workshops import apart
from workshops.documents import problems
from workshops.errors import WorkshopsError

MEMORY = 2 * 1024**3  # bytes of address space; 500 participants need a tenth of it
GARBAGE_THRESHOLD = 200_000  # objects; a long table makes many that live to its end: 15-20 % less time than with 700


def answer(order: bytes) -> bytes:
    """Gives the frame that answers one order."""
    from workshops.documents import engine  # here, so that a server without Pango still gets an answer
    from workshops.documents.joining import joined, number_of_pages
    from workshops.documents.preview import page_picture

    try:
        if order.startswith(b"V"):
            pages, picture = page_picture(order[5:], int.from_bytes(order[1:5]))
            return b"P" + pages.to_bytes(4) + picture
        if order.startswith(b"C"):
            return b"P" + number_of_pages(order[1:]).to_bytes(4)
        if order.startswith(b"J"):
            first, *others = _parts(order)
            return b"P" + joined(first, others)
        if order.startswith(b"S"):
            return b"P" + engine.stamped(**json.loads(order[1:]))
        if order.startswith(b"F"):
            return b"P" + engine.stamped_slots(**json.loads(order[1:]))
        if order.startswith(b"A"):
            return b"P" + engine.to_archive(**json.loads(order[1:]))
        return b"P" + engine.to_pdf(order[1:].decode())
    except problems.CannotStamp as reason:
        return b"N" + str(reason).encode()
    except problems.MissingGlyph as problem:
        said: dict[str, object] = {"kind": "MissingGlyph", "value": problem.characters}
    except problems.MissingAsset as problem:
        said = {"kind": "MissingAsset", "value": problem.name}
    except problems.TooManyPages as problem:
        said = {"kind": "TooManyPages", "value": problem.pages}
    except Exception as error:
        logging.exception("A document could not be printed")
        said = {"kind": "PrintFailed", "value": f"{type(error).__name__}: {error}"}
    return b"E" + json.dumps(said).encode()


def _parts(order: bytes) -> list[bytes]:
    """The files of an order that names their lengths first."""
    end = 5 + int.from_bytes(order[1:5])
    ends = list(accumulate(json.loads(order[5:end]), initial=end))
    return [order[start:stop] for start, stop in pairwise(ends)]


def problem_in(answered: bytes) -> WorkshopsError:
    """Gives the error that an "E" frame tells of."""
    said = json.loads(answered[1:])
    problem: WorkshopsError = getattr(problems, said["kind"])(said["value"])
    return problem


if __name__ == "__main__":
    apart.serve(answer, memory=MEMORY, garbage_threshold=GARBAGE_THRESHOLD)
