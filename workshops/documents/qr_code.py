"""QR codes as paths, many of them quickly.

A QR code of one size and mask depends on its bits one by one: changing one bit always changes the same modules
(data, check words and masks are all joined by exclusive or). So a code is that of a text of zeros, changed by what each
byte of the text changes.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import segno

ERROR, MASK = "m", 3
MARGIN = 4  # modules, as ISO/IEC 18004 asks for
DARK = re.compile("1+")


@dataclass(frozen=True)
class QrCode:
    """The dark modules as lines of the width 1, such as "M4 4.5h7", and the side of the square, margin included."""

    path: str
    side: int


def qr_code(text: str) -> QrCode:
    """The code of a text with error level M. Raises `segno.DataOverflowError` for more than 2,331 bytes."""
    body = text.encode()
    side, modules = _of_zeros(len(body))
    for place, byte in enumerate(body):
        modules ^= _changed(len(body), place, byte)
    bits = f"{modules:0{side * side}b}"
    lines = []
    for y in range(side):
        row = bits[y * side : (y + 1) * side]
        lines += [f"M{run.start() + MARGIN} {y + MARGIN}.5h{run.end() - run.start()}" for run in DARK.finditer(row)]
    return QrCode("".join(lines), side + 2 * MARGIN)


@lru_cache(maxsize=64)
def _of_zeros(length: int) -> tuple[int, int]:
    return _modules(bytes(length))


@lru_cache(maxsize=10_000)
def _changed(length: int, place: int, byte: int) -> int:
    """The modules that a byte changes in the code of a text of zeros."""
    if byte.bit_count() > 1:
        low = byte & -byte
        return _changed(length, place, low) ^ _changed(length, place, byte ^ low)
    if not byte:
        return 0
    text = bytearray(length)
    text[place] = byte
    return _of_zeros(length)[1] ^ _modules(bytes(text))[1]


def _modules(body: bytes) -> tuple[int, int]:
    """The side without margin, and the modules row by row as one number."""
    code = segno.make(body, error=ERROR, mask=MASK, mode="byte", micro=False, boost_error=False)
    return len(code.matrix), int("".join("1" if dark else "0" for row in code.matrix for dark in row), 2)
