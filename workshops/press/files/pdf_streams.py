"""What the packed streams of a PDF unpack to, looked at where the file was too much for its reader."""

import re
import zlib
from typing import Final

_STREAM: Final = re.compile(rb"stream\r?\n")
_STEP: Final = 64 * 1024
_LEAST_COST: Final = 1024
"""What each stream counts for at least of what may be fed, so that a file of a million broken ones takes no time."""
_MOST_TIMES: Final = 4
"""How often what comes out of a stream may be packed again."""


def unpack_to_more_than(most: int, body: bytes) -> bool:
    """Whether the Flate streams of a PDF (ISO 32000-1, 7.4.4) hold more than `most` bytes; none of them is kept.

    No more is fed to the unpacker than twice the file and a megabyte, whatever stands in it.
    """
    room, may_feed = most, 2 * len(body) + 16 * _STEP
    for m in _STREAM.finditer(body):
        unpacker, at = zlib.decompressobj(), m.end()
        again = [zlib.decompressobj() for _ in range(_MOST_TIMES)]
        while may_feed > 0 and at < len(body) and not unpacker.eof:
            packed = body[at : at + _STEP]
            try:
                out = unpacker.decompress(packed, _STEP)
            except zlib.error:
                may_feed -= _LEAST_COST
                break
            room = _room_left(room - len(out), out, again)
            taken = len(packed) - len(unpacker.unconsumed_tail) - len(unpacker.unused_data)
            at, may_feed = at + taken, may_feed - max(taken, _LEAST_COST if unpacker.eof else 0)
            if room < 0:
                return True
    return False


def _room_left(room: int, packed: bytes, unpackers: "list[zlib._Decompress]") -> int:
    """What is left of the room once bytes are unpacked again, and what comes out of that; those that are not end it."""
    while packed and unpackers and room >= 0:
        try:
            out = unpackers[0].decompress(packed, _STEP)
        except zlib.error:
            unpackers.clear()
            break
        rest = unpackers[1:]
        room = _room_left(room - len(out), out, rest)
        unpackers[1:] = rest
        packed = unpackers[0].unconsumed_tail
    return room
