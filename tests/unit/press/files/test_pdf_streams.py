"""How much the packed streams of a PDF hold."""

import zlib

import pytest

from workshops.press.files.pdf_streams import unpack_to_more_than

MB = 1024**2
ONE = b"<</Filter/FlateDecode>>\nstream\n" + zlib.compress(b" " * MB) + b"\nendstream\n"


@pytest.mark.parametrize(
    ("body", "is_more"),
    [
        (b"%PDF-1.4\n" + ONE * 4, True),
        (b"%PDF-1.4\n" + ONE * 3, False),
        (b"stream\r\n" + zlib.compress(b" " * (4 * MB)), True),
        (b"stream\n" + zlib.compress(zlib.compress(b" " * (4 * MB))), True),
        (b"stream\n" + zlib.compress(zlib.compress(b" " * MB)), False),
        (b"stream\nno Flate" + ONE * 3, False),
        (ONE[:-400], False),
        (b"stream\nx\x9c" * 20_000 + ONE * 4, False),  # no more is fed than twice the file and a megabyte
    ],
)
def test_streams_are_counted_without_being_kept(body: bytes, is_more: bool) -> None:
    assert unpack_to_more_than(3 * MB, body) is is_more
