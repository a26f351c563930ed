"""Pages and lists are sent packed with gzip, for slow lines: a long form shrinks to a tenth.

A piece that is the same for many readers is packed once, kept so, and set into the page of each.
"""

import secrets
import struct
import zlib
from typing import Final, NamedTuple

from flask import Flask, Response, request
from markupsafe import Markup

SMALLEST = 1_000  # bytes; packing less gains nothing
PACKED_KINDS = ("text/", "application/json")
LONGEST_NOISE = 48  # bytes
LEVEL = 2  # packs to a seventh more than the usual 6, in less than half the time
HEAD: Final = b"\x1f\x8b\x08\x08\0\0\0\0\0\xff"  # of a gzip file with a name and without a time (RFC 1952)
HOLE: Final = Markup("<!-- the piece -->")  # a template says by it where the piece stands


class Piece(NamedTuple):
    """A packed part of a page: its unpacked bytes are `size`, and `check` is their part in the sum of what it is in."""

    packed: bytes
    size: int
    check: int


NO_PIECE: Final = Piece(b"", 0, 0)


def register_packing(app: Flask) -> None:
    """Pack every answer that is worth it."""
    app.after_request(pack)


def pack(response: Response) -> Response:
    """The answer packed, if its reader can unpack it and it is a text of some length."""
    is_text = (response.mimetype or "").startswith(PACKED_KINDS)
    if not is_text or response.is_streamed or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    if len(body) >= SMALLEST and _is_wanted():
        response.set_data(packed(body))
        response.headers["Content-Encoding"] = "gzip"
    return response


def piece_of(text: str) -> Piece:
    """A text packed by itself, so that it can stand in any page."""
    body = text.encode()
    packer = _packer()
    content = packer.compress(body) + packer.flush(zlib.Z_FULL_FLUSH)
    return Piece(content, len(body), zlib.crc32(body) ^ zlib.crc32(bytes(len(body))))


def filled(page: str, piece: Piece) -> Response:
    """The answer with the piece in the hole of the page, packed if its reader can unpack it."""
    before, _, after = page.encode().partition(HOLE.encode())
    if not _is_wanted():
        return Response(before + zlib.decompressobj(-zlib.MAX_WBITS).decompress(piece.packed) + after)
    response = Response(packed(before, piece, after), headers={"Content-Encoding": "gzip"})
    response.vary.add("Accept-Encoding")
    return response


def packed(before: bytes, piece: Piece = NO_PIECE, after: bytes = b"") -> bytes:
    """A gzip file of all three, with a name of random length in its head.

    That blurs the size, from which a secret in the page could be guessed where the page also repeats what somebody
    else sends (the attack BREACH).
    """
    noise = secrets.token_bytes(LONGEST_NOISE).hex()[: 1 + secrets.randbelow(LONGEST_NOISE)]
    packer = _packer()
    content = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH) + piece.packed
    content += packer.compress(after) + packer.flush()
    check = (
        zlib.crc32(bytes(piece.size), zlib.crc32(before)) ^ piece.check
    )  # as if it had run over the piece: CRC is linear
    size = len(before) + piece.size + len(after)
    return b"".join((HEAD, noise.encode(), b"\0", content, struct.pack("<II", zlib.crc32(after, check), size % 2**32)))


def _packer() -> "zlib._Compress":
    return zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS)  # without a head and a sum of its own


def _is_wanted() -> bool:
    return request.accept_encodings["gzip"] > 0
