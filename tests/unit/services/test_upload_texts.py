"""The gate for texts and for archives of them (threats B2, B3, B6)."""

import io
import random
from collections.abc import Callable

import pytest

from tests.text_files import docx, odt, zipped
from workshops.domain.file_kinds import FileKind
from workshops.errors import UnreadableFile
from workshops.services import archives, uploads
from workshops.translating import translator
from workshops.wording import worded

ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
DTD = "The file contains definitions of its own (a DTD) and was not opened. Save it again as .odt."


@pytest.mark.parametrize(
    ("name", "make", "status", "sentence"),
    [
        ("a.odt", lambda: zipped({"content.xml": "<x/>"}), 415, "'a.odt' is not an OpenDocument text inside."),
        ("a.odt", lambda: docx([]), 415, "'a.odt' is not an OpenDocument text inside."),
        ("a.odt", lambda: odt([], styles=ENTITIES), 422, DTD),
        ("a.odt", lambda: odt([], Basic__script="x"), 415, "Old or macro-carrying Office files are not accepted."),
        ("a.odt", lambda: odt([], locked=True), 422, "The file is protected by a password."),
        ("a.html", lambda: b"no tags", 415, "'a.html' is not a web page inside."),
        ("a.htm", lambda: b"<p>\0", 415, "'a.htm' is not a web page inside."),
        ("a.eml", lambda: b"Dear all:\n", 415, "'a.eml' is not an e-mail message inside."),
        ("a.zip", lambda: zipped({"../a.txt": "x"}), 422, "The file is damaged"),
        ("a.zip", lambda: zipped({f"{n}.txt": "" for n in range(2001)}), 422, "The file unpacks to more than 100 MB"),
        ("a.zip", lambda: zipped({"a.txt": "0" * 2_000_000}), 422, "The file unpacks to more than 100 MB"),
        ("a.zip", lambda: docx([]), 415, "'a.zip' is not a ZIP archive inside."),
    ],
)
def test_hostile_texts_are_told_what_is_wrong(name: str, make: Callable[[], bytes], status: int, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        uploads.read(io.BytesIO(make()), name, accepted=FileKind)
    assert caught.value.status == status
    said = worded(caught.value.message, caught.value.params, "en", translator("en").gettext)
    assert said.startswith(sentence)


def test_archives_inside_an_archive_unpack_to_no_more_than_one_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = random.Random(1).randbytes(20_000).hex()
    body = zipped({f"{number}.docx": docx([noise]) for number in range(4)})
    assert len(list(archives.unpacked(body))) == 4
    monkeypatch.setattr(archives, "MOST_BYTES", 130_000)
    with pytest.raises(UnreadableFile, match="unpacks to more"):
        list(archives.unpacked(body))


def test_what_a_desktop_adds_to_an_archive_is_left_out() -> None:
    body = zipped({"a/": "", "a/b.txt": "x", "__MACOSX/a/._b.txt": "y", "a/.DS_Store": "z"})
    assert list(archives.unpacked(body)) == [("a/b.txt", b"x")]
