"""What the gate lets in, and what each hostile file is told (threats B1 to B6, A4; bad input)."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from tests.text_files import odt
from workshops.domain.file_kinds import FileKind
from workshops.errors import UnreadableFile
from workshops.services import archives, uploads
from workshops.translating import translator
from workshops.wording import worded

MAIN = {FileKind.WORD: "word/document.xml", FileKind.EXCEL: "xl/workbook.xml", FileKind.SLIDES: "ppt/presentation.xml"}
XML = b'<?xml version="1.0"?><x/>'


def archive(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def office(kind: FileKind = FileKind.WORD, **more: bytes) -> bytes:
    extra = {name.replace("__", "/").replace("_dot_", "."): content for name, content in more.items()}
    return archive({"[Content_Types].xml": XML, MAIN[kind]: XML, **extra})


def picture(kind: str, size: tuple[int, int] = (8, 6), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **options)
    return out.getvalue()


def refusal(body: bytes, name: str, **options: object) -> tuple[int, str]:
    with pytest.raises(UnreadableFile) as caught:
        uploads.read(io.BytesIO(body), name, **options)
    error = caught.value
    return error.status, worded(error.message, error.params, "en", translator("en").gettext)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("release.txt", "Улаанбаатар, 3 May".encode()),
        ("release.txt", "Améliorer".encode("cp1252")),
        ("release.txt", "Ulaanbaatar".encode("utf-16")),
        ("list.csv", b"name,agency\r\nAnna,IOM\r\n"),
        ("paper.pdf", b"%PDF-1.7\n...\n%%EOF\n"),
        ("report.docx", office(FileKind.WORD)),
        ("list.xlsx", office(FileKind.EXCEL)),
        ("slides.PPTX", office(FileKind.SLIDES)),
        ("page.html", b"<!doctype html><p>Ulaanbaatar"),
        ("mail.eml", b"Received: x\r\n\tby y\r\nSubject: Training\r\n\r\nUlaanbaatar"),
        ("text.odt", odt([])),
        ("all.zip", archive({"\u00e9t\u00e9.txt": b"x", "a/b.docx": office()})),
        ("chart.docx", office(word__embeddings__table_dot_xlsx=office(FileKind.EXCEL))),
    ],
)
def test_what_an_office_hands_over_passes_unchanged(name: str, body: bytes) -> None:
    file = uploads.read(io.BytesIO(body), name, accepted=FileKind)
    assert (file.name, file.body) == (name, body)
    assert file.kind == name.rpartition(".")[2].lower()
    assert file.media_type.split("/")[0] in ("text", "application", "message")
    assert len(file.sha256) == 64


def lying_archive() -> bytes:
    """An archive whose headers say that a part is one byte long."""
    body = bytearray(office(word__big_dot_xml=b"x" * 5_000_000))
    struct.pack_into("<I", body, body.rfind(b"PK\x03\x04") + 22, 1)
    struct.pack_into("<I", body, body.rfind(b"PK\x01\x02") + 24, 1)
    return bytes(body)


def overlapping() -> bytes:
    """Two entries that share their bytes, as in the bombs of David Fifield (2019)."""
    body = bytearray(archive({"[Content_Types].xml": XML, "word/document.xml": XML, "word/b.xml": XML}))
    first = body.find(b"PK\x01\x02")
    last = body.rfind(b"PK\x01\x02")
    struct.pack_into("<I", body, last + 42, struct.unpack_from("<I", body, first + 42)[0])
    return bytes(body)


def with_link() -> bytes:
    out = io.BytesIO(office())
    with zipfile.ZipFile(out, "a") as file:
        link = zipfile.ZipInfo("word/link")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")
    return out.getvalue()


def locked() -> bytes:
    body = bytearray(office())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", body, body.find(signature) + place, 1)
    return bytes(body)


def crowd() -> bytes:
    return office(**{f"word__{number}": b"" for number in range(2000)})


def corrupt() -> bytes:
    body = bytearray(office(word__b_dot_xml=bytes(range(256)) * 40))
    at = body.find(b"word/b.xml") + 20
    body[at : at + 20] = b"\0" * 20
    return bytes(body)


def laughs() -> bytes:
    """Entities that stand for one another, as in the "billion laughs": three gigabytes from one reference."""
    steps = (f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY e0 "lol">{"".join(steps)}]><a>&e9;</a>'.encode("utf-16")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DAMAGED = "The file is damaged and could not be read. Open and save it again."
BOMB = "The file unpacks to more than 100 MB and was not opened."
OLD = "Old or macro-carrying Office files are not accepted. Save it as .docx or .xlsx."
PAGES = "'list.pages' cannot be read. Upload .txt, .csv, .pdf, .docx, .xlsx, .pptx, .png or .jpg."
NO_EXCEL = "'list.xlsx' is not an Excel file inside. Save it as .xlsx and try again."
POINTS = "The picture has 900 million points; at most 25 million fit. Make it smaller."
LOCKED = "The file is protected by a password. Save a copy without it."
DTD = "The file contains definitions of its own (a DTD) and was not opened. Save it again as .docx."
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "make", "status", "sentence"),
    [
        ("list.pages", lambda: b"x", 415, PAGES),
        ("run.svg", lambda: b"<svg/>", 415, "'run.svg' cannot be read."),
        ("page.html", lambda: b"<html>", 415, "'page.html' cannot be read."),
        ("nothing", lambda: b"x", 415, "'nothing' cannot be read."),
        ("list.xlsx", lambda: b"name,agency", 415, NO_EXCEL),
        ("list.xlsx", lambda: office(FileKind.WORD), 415, "'list.xlsx' is not an Excel file inside."),
        ("list.docx", lambda: archive({"a.txt": b"x"}), 415, "'list.docx' is not a Word file inside."),
        ("paper.pdf", lambda: b"<html>", 415, "'paper.pdf' is not a PDF file inside."),
        ("photo.jpg", lambda: picture("PNG"), 415, "'photo.jpg' is not a JPEG picture inside."),
        ("photo.png", lambda: b"<svg/>", 415, "'photo.png' is not a PNG picture inside."),
        ("text.txt", lambda: b"MZ\x90\x00\x03", 415, "'text.txt' is not a text file inside."),
        ("old.doc", lambda: OLE, 415, OLD),
        ("old.docx", lambda: OLE, 415, OLD),
        ("macro.docm", lambda: office(), 415, OLD),
        ("macro.docx", lambda: office(word__vbaProject_dot_bin=b"x"), 415, OLD),
        ("secret.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), 422, LOCKED),
        ("secret.docx", locked, 422, LOCKED),
        ("empty.txt", lambda: b" \r\n", 422, "The file is empty."),
        ("empty.docx", lambda: b"", 422, "The file is empty."),
        ("cut.pdf", lambda: b"%PDF-1.7\nhalf", 422, DAMAGED),
        ("cut.docx", lambda: office()[:-30], 422, DAMAGED),
        ("corrupt.docx", corrupt, 422, DAMAGED),
        ("ratio.docx", lambda: office(word__b_dot_xml=b"0" * 2_000_000), 422, BOMB),
        ("lies.docx", lying_archive, 422, DAMAGED),
        ("crowd.docx", crowd, 422, BOMB),
        ("laughs.docx", lambda: office(word__styles_dot_xml=laughs()), 422, BOMB),
        ("up.docx", lambda: archive({MAIN[FileKind.WORD]: XML, "../../etc/passwd": b"x"}), 422, DAMAGED),
        ("root.docx", lambda: archive({MAIN[FileKind.WORD]: XML, "/etc/passwd": b"x"}), 422, DAMAGED),
        ("drive.docx", lambda: archive({MAIN[FileKind.WORD]: XML, "C:/x": b"x"}), 422, DAMAGED),
        ("overlap.docx", overlapping, 422, DAMAGED),
        ("link.docx", with_link, 422, DAMAGED),
        ("nested.docx", lambda: office(word__media__b_dot_zip=office()), 422, DAMAGED),
        ("entities.docx", lambda: office(word__styles_dot_xml=ENTITIES), 422, DTD),
        ("utf16.docx", lambda: office(word__styles_dot_xml=ENTITIES.decode().encode("utf-16")), 422, DTD),
    ],
)  # fmt: skip
def test_each_hostile_file_is_told_what_is_wrong(
    name: str, make: Callable[[], bytes], status: int, sentence: str
) -> None:
    given = refusal(make(), name)
    assert given[0] == status
    assert given[1].startswith(sentence)


def test_the_sum_of_sizes_is_checked_before_anything_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = random.Random(1).randbytes(60_000)
    body = office(word__a_dot_bin=noise, word__b_dot_bin=noise[::-1])
    assert uploads.read(io.BytesIO(body), "large.docx").body == body
    monkeypatch.setattr(archives, "MOST_BYTES", 100_000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("unpacked"))
    assert refusal(body, "large.docx")[0] == 422


def test_a_definition_across_two_steps_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "STEP", 16)
    for shift in range(17):
        body = office(word__styles_dot_xml=b" " * shift + ENTITIES[21:])
        assert refusal(body, "late.docx") == (422, DTD)


def test_a_file_past_the_limit_is_refused_with_its_size() -> None:
    assert refusal(b"x" * (3 * 1024**2 + 1), "big.txt", most_mb=2) == (
        413,
        "The file has 4 MB; at most 2 MB can be uploaded.",
    )


def test_only_what_is_asked_for_is_accepted() -> None:
    assert refusal(office(), "a.docx", accepted=[FileKind.TEXT])[1] == "'a.docx' cannot be read. Upload .txt."


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("JPEG", "a.jpeg")])
def test_pictures_are_drawn_anew_without_what_they_carried(kind: str, name: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "CANARY where it was taken"
    body = picture(kind, exif=exif) + b"<script>CANARY</script>"
    file = uploads.read(io.BytesIO(body), name)
    assert b"CANARY" in body
    assert b"CANARY" not in file.body
    with Image.open(io.BytesIO(file.body)) as drawn:
        assert drawn.size == (8, 6)
        assert drawn.convert("RGB").getpixel((4, 3))[0] > 180


def test_a_picture_lying_on_its_side_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    file = uploads.read(io.BytesIO(picture("JPEG", (8, 6), exif=exif)), "a.jpg")
    with Image.open(io.BytesIO(file.body)) as drawn:
        assert drawn.size == (6, 8)


def png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "body", "sentence"),
    [
        ("a.png", png_of(30_000, 30_000), POINTS),
        ("a.png", png_of(100, 100), DAMAGED),
        ("a.png", b"\x89PNG\r\n\x1a\n", DAMAGED),
        ("a.jpg", b"\xff\xd8\xff\xe0", DAMAGED),
        ("a.jpg", b"\xff\xd8\xff\xc0\x00\x11\x08\x75\x30\x75\x30\x03", POINTS),
        ("a.jpg", b"\xff\xd8" + b"\xff" * 1000, DAMAGED),
    ],
)  # fmt: skip
def test_pictures_are_measured_before_they_are_opened(name: str, body: bytes, sentence: str) -> None:
    status, said = refusal(body, name)
    assert status == 422
    assert said.startswith(sentence)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/cron.d/x.txt", "x.txt"),
        (r"C:\Users\Anna\list.xlsx", "list.xlsx"),
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf"),
        ("Formation « été ».docx", "Formation « été ».docx"),
        ("a\u202etxt.exe.pdf", "atxt.exe.pdf"),
        ("x" * 400 + ".pdf", "x" * 147 + ".pdf"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_names_lead_nowhere(given: str, kept: str) -> None:
    assert uploads.plain_name(given) == kept
