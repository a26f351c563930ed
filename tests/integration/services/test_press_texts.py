"""Files are opened in a process apart, with limits; letters and archives give several texts."""

import io
import json
import time
import zlib
from datetime import date
from typing import Any

import pytest

from tests.text_files import as_file, assembled, docx, message, pdf, word_paragraph, zipped
from workshops.domain.file_kinds import FileKind
from workshops.domain.file_problems import BOMB, NO_TEXT, TOO_HEAVY
from workshops.errors import UnreadableFile
from workshops.press.files import opening, worker
from workshops.services.press_texts import Refused, TextFile, texts_in

TEXT = "Training in Dakar\n\nA three-day workshop for 30 border guards was held in Dakar, Senegal."


def read(body: bytes, name: str) -> list[Any]:
    return list(texts_in(io.BytesIO(body), name))


@pytest.mark.parametrize("kind", [FileKind.HTML, FileKind.WORD, FileKind.OPEN_TEXT, FileKind.PDF])
def test_each_kind_comes_back_from_the_process_as_text(kind: FileKind) -> None:
    assert read(as_file(TEXT, kind), f"release.{kind}") == [TextFile(f"release.{kind}", TEXT)]


def test_a_letter_gives_its_text_with_its_headers_and_the_texts_attached_to_it() -> None:
    inner = message("Inside.\n", files=[("deep.txt", b"Deep inside.")])
    body = message(TEXT, files=[("release.docx", docx([word_paragraph("In Word.")])), ("inner.eml", inner)])
    letter, *attached = read(body, "mail.eml")
    assert (letter.text.strip(), letter.subject) == (TEXT, "Communiqué: training")
    assert letter.sent_on == date(2024, 5, 3)
    assert [(one.name, one.text.strip()) for one in attached] == [
        ("release.docx", "In Word."),
        ("inner.eml", "Inside."),
        ("deep.txt", "Deep inside."),
    ]


def test_an_archive_with_nothing_in_it_is_one_without_text() -> None:
    (refused,) = read(zipped({}), "all.zip")
    assert str(refused.error) == NO_TEXT


def test_one_bad_file_of_an_archive_stops_no_other() -> None:
    body = zipped(
        {
            "a/one.txt": TEXT,
            "old.doc": b"\xd0\xcf\x11\xe0",
            "broken.pdf": b"%PDF-1.7\n%%EOF",
            "empty.docx": docx([]),
            "two.odt": as_file(TEXT, FileKind.OPEN_TEXT),
            "more.zip": zipped({"three.txt": TEXT}),
        }
    )
    found = read(body, "all.zip")
    assert [(one.name, one.error.status if isinstance(one, Refused) else 200) for one in found] == [
        ("one.txt", 200),
        ("old.doc", 415),
        ("broken.pdf", 422),
        ("empty.docx", 422),
        ("two.odt", 200),
        ("more.zip", 415),
    ]


def test_an_archive_of_nothing_is_refused() -> None:
    (refused,) = read(zipped({"folder/": b""}), "all.zip")
    assert refused.error.status == 422


def process_id() -> int | None:
    return opening._process().process_id


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    endless = pdf([[(60, 700 - y / 10, 1, "x" * 200) for y in range(6000)]] * 20)
    started = time.monotonic()
    with pytest.raises(UnreadableFile) as caught:
        opening.opened(endless, FileKind.PDF, seconds=1)
    assert (caught.value.message, caught.value.status) == (TOO_HEAVY, 422)
    assert time.monotonic() - started < 5
    assert opening.opened(as_file(TEXT, FileKind.PDF), FileKind.PDF).text == TEXT


def bomb() -> bytes:
    """A PDF whose only page unpacks to 350 MB: one packed piece, and the same again and again."""
    page = b"BT /F1 9 Tf (a word) Tj ET\n" * 40_000
    packer = zlib.compressobj()
    first, again = (packer.compress(page) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    packed = first + again * 340
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        ]
    )


def test_a_pdf_that_unpacks_to_too_much_is_called_that_and_the_next_is_read() -> None:
    with pytest.raises(UnreadableFile) as caught:
        opening.opened(bomb(), FileKind.PDF)
    assert (caught.value.message, caught.value.status, caught.value.params) == (BOMB, 422, {"most": 100})
    assert opening.opened(as_file(TEXT, FileKind.PDF), FileKind.PDF).text == TEXT


def test_the_process_has_no_more_than_its_memory_and_says_so_where_that_is_not_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opening.opened(as_file(TEXT, FileKind.HTML), FileKind.HTML)
    with open(f"/proc/{process_id()}/limits") as file:
        (limit,) = [line.split()[3] for line in file if line.startswith("Max address space")]
    assert int(limit) == 300 * 1024**2

    def exhausted(body: bytes, kind: FileKind) -> str:
        raise MemoryError

    monkeypatch.setattr(worker, "text_of", exhausted)
    assert json.loads(worker.answer(b"pdf\nx"))["message"] == TOO_HEAVY


def test_ten_thousand_pages_are_refused_at_once() -> None:
    started = time.monotonic()
    with pytest.raises(UnreadableFile) as caught:
        opening.opened(pdf([[(60, 700, 10, "x")]] * 10_000), FileKind.PDF)
    assert caught.value.params == {"most": 200, "pages": 10_000}
    assert time.monotonic() - started < 5


def test_the_process_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOPS_SECRET_KEY", "a-secret")
    opening._process().close()
    opening.opened(as_file(TEXT, FileKind.HTML), FileKind.HTML)
    with open(f"/proc/{process_id()}/environ", "rb") as file:
        assert b"a-secret" not in file.read()
