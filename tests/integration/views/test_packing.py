import gzip

import pytest
from flask import Flask, Response, request

from workshops.views.packing import HOLE, filled, pack, packed, piece_of


def packed_answer(app: Flask, response: Response, encodings: str = "gzip") -> Response:
    with app.test_request_context(headers={"Accept-Encoding": encodings}):
        assert request.path == "/"
        return pack(response)


def test_a_long_page_is_packed(app: Flask) -> None:
    answer = packed_answer(app, Response("<p>Workshop</p>" * 1000))
    assert gzip.decompress(answer.data) == b"<p>Workshop</p>" * 1000
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.content_length == len(answer.data) < 500
    assert "Accept-Encoding" in answer.vary


@pytest.mark.parametrize("encodings", ["", "br", "gzip;q=0"])
def test_who_cannot_unpack_gets_it_as_it_is(app: Flask, encodings: str) -> None:
    answer = packed_answer(app, Response("a" * 5000), encodings)
    assert answer.data == b"a" * 5000
    assert "Accept-Encoding" in answer.vary


@pytest.mark.parametrize(
    "response",
    [
        Response("short"),
        Response(b"\x89PNG" * 5000, mimetype="image/png"),
        Response(iter(["streamed"] * 1000)),
        Response(b"packed" * 1000, headers={"Content-Encoding": "br"}),
    ],
)
def test_nothing_else_is_packed(app: Flask, response: Response) -> None:
    assert packed_answer(app, response).headers.get("Content-Encoding") != "gzip"


def test_the_size_does_not_tell_the_content() -> None:
    assert len({len(packed(b"the same page" * 100)) for _ in range(100)}) > 10


@pytest.mark.parametrize("encodings", ["gzip", "br"])
@pytest.mark.parametrize("text", ["", "<p>Ärzte</p>", "<p>Workshop</p>" * 9000])
def test_a_piece_stands_where_the_page_has_its_hole(app: Flask, text: str, encodings: str) -> None:
    with app.test_request_context(headers={"Accept-Encoding": encodings}):
        answer = pack(filled(f"<h1>é</h1>{HOLE}<p>end</p>", piece_of(text)))
    body = gzip.decompress(answer.data) if encodings == "gzip" else answer.data
    assert body.decode() == f"<h1>é</h1>{text}<p>end</p>"
    assert "Accept-Encoding" in answer.vary
