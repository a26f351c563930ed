"""What the packed streams of a PDF unpack to, looked at where the file was too much for its reader."""

import re
import zlib
from typing import Final

_STREAM: Final = re.compile(rb"stream\r?\n")
_STEP: Final = 64 * 1024
_LEAST_COST: Final = 1024
"""What each stream counts for at least of what may be fed, so that a file of a million broken ones takes no time."""


def unpack_to_more_than(most: int, body: bytes) -> bool:
    """Whether the Flate streams of a PDF (ISO 32000-1, 7.4.4) hold more than `most` bytes; none of them is kept.

    No more is fed to the unpacker than twice the file and a megabyte, whatever stands in it.
    """
    room, may_feed = most, 2 * len(body) + 16 * _STEP
    for m in _STREAM.finditer(body):
        unpacker, at = zlib.decompressobj(), m.end()
        while may_feed > 0 and at < len(body) and not unpacker.eof:
            packed = body[at : at + _STEP]
            try:
                room -= len(unpacker.decompress(packed, _STEP))
            except zlib.error:
                may_feed -= _LEAST_COST
                break
            taken = len(packed) - len(unpacker.unconsumed_tail) - len(unpacker.unused_data)
            at, may_feed = at + taken, may_feed - max(taken, _LEAST_COST if unpacker.eof else 0)
            if room < 0:
                return True
    return False
