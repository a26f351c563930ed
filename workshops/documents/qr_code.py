"""QR codes, many of them quickly.

A QR code of one size and mask depends on its bits one by one: changing one bit always changes the same modules
(data, check words and masks are all joined by exclusive or). So a code is that of a text of zeros, changed by what each
byte of the text changes.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

ERROR, MASK = "m", 3
MARGIN = 4  # modules, as ISO/IEC 18004 asks for
AT_ONCE = 11  # modules of a row that are painted by what is remembered of them
DARK = re.compile("1+")


@dataclass(frozen=True)
class QrCode:
    """The modules row by row as a hexadecimal number, dark ones as 1, and the side of the square, margin included."""

    modules: str
    side: int

    def rows(self) -> list[str]:
        """The modules of each row, as "1" and "0"."""
        across = self.side - 2 * MARGIN
        bits = f"{int(self.modules, 16):0{across * across}b}"
        return [bits[start : start + across] for start in range(0, across * across, across)]

    @property
    def path(self) -> str:
        """The dark modules as the path of an SVG, to be filled."""
        runs = [(y, *run.span()) for y, row in enumerate(self.rows(), MARGIN) for run in DARK.finditer(row)]
        return "".join(f"M{x + MARGIN} {y}h{end - x}v1h-{end - x}z" for y, x, end in runs)

    def ops(self) -> bytes:
        """The dark modules as one path of PDF, to be filled: squares painted one by one would show seams."""
        return b"".join(
            b"".join(_runs(x, row[x : x + AT_ONCE]) for x in range(0, len(row), AT_ONCE)).replace(b"y", b"%d" % y)
            for y, row in enumerate(self.rows(), MARGIN)
        )


def qr_code(text: str) -> QrCode:
    """The code of a text with error level M. Raises `segno.DataOverflowError` for more than 2,331 bytes."""
    body = text.encode()
    across, modules = _of_zeros(len(body))
    for place, byte in enumerate(body):
        modules ^= _changed(len(body), place, byte)
    return QrCode(f"{modules:x}", across + 2 * MARGIN)


def first_module(side: int) -> QrCode:
    """A square of this side in which nothing but the first module is dark."""
    across = side - 2 * MARGIN
    return QrCode(f"{1 << across * across - 1:x}", side)


@lru_cache(maxsize=50_000)
def _runs(x: int, bits: str) -> bytes:
    """What paints these modules of a row from a column on; "y" stands for the row."""
    spans = [run.span() for run in DARK.finditer(bits)]
    return b"".join(b"%d y %d 1 re\n" % (MARGIN + x + start, end - start) for start, end in spans)


@lru_cache(maxsize=64)
def _of_zeros(length: int) -> tuple[int, int]:
    return _modules(bytes(length))


@lru_cache(maxsize=50_000)
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
    """How many modules stand side by side without the margin, and all of them row by row as one number."""
    import segno  # here: with the XML that it brings it takes 1 MB, and only what prints makes codes

    code = segno.make(body, error=ERROR, mask=MASK, mode="byte", micro=False, boost_error=False)
    return len(code.matrix), int("".join("1" if dark else "0" for row in code.matrix for dark in row), 2)
