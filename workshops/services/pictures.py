"""Pictures: measured by their header before they are opened, then drawn anew, so that nothing else travels along.

Pillow is loaded with the first picture: most processes of a site never see one.
"""

import struct
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from workshops.domain.file_kinds import FileKind
from workshops.domain.file_problems import DAMAGED
from workshops.errors import N_, UnreadableFile

MOST_POINTS: Final = 25_000_000
FORMATS: Final = {FileKind.PNG: "PNG", FileKind.JPEG: "JPEG"}
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG markers that hold the size (ITU T.81, table B.1)
_ALONE = frozenset(range(0xD0, 0xD9)) | {0x01}  # markers without a length

TOO_MANY_POINTS: Final = N_("The picture has %(points)s million points; at most %(most)s million fit. Make it smaller.")


def redrawn(body: bytes, kind: FileKind) -> bytes:
    """The same picture without metadata, colour profile, further frames and whatever was hidden behind it.

    Raises `UnreadableFile` (422) for one that is too large or damaged.
    """
    width, height = size_of(body, kind)
    if width * height > MOST_POINTS:
        points, most = -(-width * height // 1_000_000), MOST_POINTS // 1_000_000
        raise UnreadableFile(TOO_MANY_POINTS, status=422, points=points, most=most)
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings(), Image.open(BytesIO(body), formats=[FORMATS[kind]]) as picture:
            warnings.simplefilter("error")
            upright = ImageOps.exif_transpose(picture)
            has_alpha = kind is FileKind.PNG and ("A" in upright.getbands() or "transparency" in upright.info)
            drawn = upright.convert("RGBA" if has_alpha else "RGB")
            plain = Image.frombytes(drawn.mode, drawn.size, drawn.tobytes())
    except (OSError, SyntaxError, ValueError, struct.error, Warning, Image.DecompressionBombError):
        raise UnreadableFile(DAMAGED, status=422) from None
    out = BytesIO()
    plain.save(out, FORMATS[kind], quality=90, optimize=True)
    return out.getvalue()


def fitted(body: bytes, kind: FileKind, size: tuple[int, int]) -> bytes:
    """A picture that was drawn anew, made smaller where it is wider or higher than `size` in points."""
    from PIL import Image

    with Image.open(BytesIO(body), formats=[FORMATS[kind]]) as picture:
        picture.thumbnail(size)
        out = BytesIO()
        picture.save(out, FORMATS[kind], quality=90, optimize=True)
    return out.getvalue()


def size_of(body: bytes, kind: FileKind) -> tuple[int, int]:
    """Width and height in points, from the header alone. Raises `UnreadableFile` where it has none."""
    try:
        if kind is FileKind.PNG:
            return struct.unpack(">II", body[16:24])
        return next(_jpeg_sizes(body))
    except (struct.error, IndexError, StopIteration):
        raise UnreadableFile(DAMAGED, status=422) from None


def _jpeg_sizes(body: bytes) -> Iterator[tuple[int, int]]:
    place = 2
    while body[place] == 0xFF:
        marker = body[place + 1]
        if marker in _SIZES:
            height, width = struct.unpack(">HH", body[place + 5 : place + 9])
            yield width, height
        place += (
            2 if marker in _ALONE else 1 if marker == 0xFF else 2 + struct.unpack(">H", body[place + 2 : place + 4])[0]
        )
