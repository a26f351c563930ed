"""Certificates: stamped or laid out they are the same; what they say is all there, and can be read and checked."""

import io
import re
from functools import partial

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.integration.documents import comparing
from tests.pictured.certificate import NAMES, certificate, certificates
from workshops.documents import engine
from workshops.documents.certificate import Certificate, CertificateContext, certificate_page, certificate_stamps
from workshops.documents.letterhead import Letterhead, Logo, picture
from workshops.documents.problems import CannotStamp, MissingGlyph
from workshops.documents.renderer import Renderer
from workshops.domain.certificates import Signatory
from workshops.domain.document_texts import FilledText

LONG = "Wolfeschlegelsteinhausenbergerdorff Maximiliane Wilhelmine von und zu Schwarzburg-Rudolstadt-Sondershausen"


def quick(context: CertificateContext, languages: tuple[str, ...] = ("en",)) -> bytes:
    stamps = certificate_stamps(context, languages)
    return engine.stamped_slots(stamps.specimen, stamps.pieces, stamps.places)


def outline(pdf: bytes) -> list[tuple[str, list[float]]]:
    """The bookmarks: each title, and the point of the page it leads to."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as read:
        return [(entry.title, [round(float(edge), 3) for edge in entry.destination[2:4]]) for entry in read.root]


def assert_same(context: CertificateContext, languages: tuple[str, ...] = ("en",)) -> int:
    whole = engine.to_pdf(certificate_page(context, languages))
    made = quick(context, languages)
    assert outline(made) == outline(whole)
    return comparing.assert_same(whole, made)


@pytest.mark.parametrize("languages", [("en",), ("fr", "en"), ("es", "fr")], ids="+".join)
def test_stamped_certificates_are_those_of_the_whole_layout(languages: tuple[str, ...]) -> None:
    unlike = [FilledText("Diploma", ("Given in May.",)), *certificate(1, languages).texts[1:]]
    signs = [Signatory(name=LONG, title="Chief"), Signatory(name="Dashdorj Murun", title=LONG)]
    all_kinds = [certificate(number, languages) for number in range(13)]
    all_kinds.append(certificate(13, languages, texts=unlike[: len(languages)], signatories=signs))
    assert assert_same(certificates(certificates=all_kinds), languages) == 14


def test_two_languages_stand_side_by_side_with_the_name_once_across() -> None:
    with pypdfium2.PdfDocument(io.BytesIO(quick(certificates(1, ("fr", "en")), ("fr", "en")))) as document:
        page = document[0]
        text = page.get_textpage()

        def box(words: str) -> list[float]:
            index, count = text.search(words).get_next()
            return [text.get_charbox(index + place)[side] for side, place in ((0, 0), (2, count - 1), (1, 0))]

        for french, english in (("Certificat de", "Certificate of"), ("atteste que", "certify that")):
            assert box(french)[1] < page.get_width() / 2 < box(english)[0]
            assert abs(box(french)[2] - box(english)[2]) < 3
        assert text.get_text_range().count("Ana-María Núñez 0") == 1
        left, right, _bottom = box("Ana-María Núñez 0")
        assert left < page.get_width() / 2 < right


@pytest.mark.parametrize(
    "changes",
    [
        {"name": LONG, "native_name": ""},
        {"name": f"{LONG} {LONG}", "native_name": NAMES[10] * 20},
        {"name": NAMES[3] * 9, "native_name": ""},
        {"native_name": "", "signatories": (), "issued_on": None, "check_address": ""},
        {"signatories": (Signatory(name=LONG, title=LONG),)},
        {
            "texts": [
                FilledText("A certificate of a very long title" * 4, ("It says" + " much" * 60, "x", "and more"), 1)
            ]
        },
        {"texts": [FilledText("شهادة", ("نشهد أن", "x", "حضر الورشة\nفي أولان باتور"), 1)]},
        {"texts": [FilledText("Diploma", ("Given in May.",))]},
    ],
    ids=["long", "very long", "long Arabic", "bare", "one signs", "many words", "Arabic words", "no name within"],
)
def test_whatever_they_say(changes: dict[str, object]) -> None:
    assert assert_same(certificates(certificates=[certificate(), certificate(2, **changes)])) == 2


@pytest.mark.parametrize("logos", [1, 5])
def test_on_letter_paper_with_logos(logos: int) -> None:
    png = io.BytesIO()
    Image.new("RGB", (60, 30), "navy").save(png, "PNG")
    band = tuple(Logo(picture(png.getvalue(), "image/png"), f"Funder {n}") for n in range(logos))
    assert assert_same(certificates(3, paper="Letter", letterhead=Letterhead(logos=band))) == 3


def test_every_name_is_read_again_as_it_was_given() -> None:
    context = certificates(12)
    with pypdfium2.PdfDocument(io.BytesIO(quick(context))) as document:
        for page, one in zip(document, context.certificates, strict=True):
            words = page.get_textpage().get_text_range()
            assert one.name in words
            assert one.number in words
            assert one.check_address in re.sub(r"\s", "", words)
            assert "for a total of" in words


def test_a_certificate_is_an_article_with_its_title_and_the_picture_of_its_code() -> None:
    with pikepdf.open(io.BytesIO(quick(certificates(2)))) as document:
        (whole,) = document.Root.StructTreeRoot.K
        assert [str(kid.S) for kid in whole.K] == ["/Art", "/Art"]
        tags = [str(node.S) for node in document.objects if isinstance(node, pikepdf.Dictionary) and "/S" in node]
        assert tags.count("/H1") == tags.count("/Figure") == 2
        assert [str(node.Alt) for node in document.objects if isinstance(node, pikepdf.Dictionary) and "/Alt" in node]


@pytest.mark.parametrize("name", ["Ana  Maria", " Ana", "W" * 900], ids=["two spaces", "space first", "wide"])
def test_what_no_specimen_can_hold_is_laid_out_as_a_whole(name: str) -> None:
    context = certificates(certificates=[certificate(name=name, native_name="")])
    with pytest.raises(CannotStamp):
        quick(context)
    printer = Renderer()
    try:
        made = printer.stamp(certificate_stamps(context, ("en",)), partial(certificate_page, context, ("en",)))
    finally:
        printer.close()
    words = "".join(words for words, _picture in comparing.pages(made))
    assert re.sub(r"\W", "", name) in re.sub(r"\W", "", words)


def test_a_character_without_a_glyph_stops_the_stamping_too() -> None:
    with pytest.raises(MissingGlyph) as caught:
        quick(certificates(certificates=[certificate(name="Ana \ue000", native_name="")]))
    assert caught.value.characters == ["\ue000"]


def test_the_specimen_says_nothing_of_the_people() -> None:
    stamps = certificate_stamps(certificates(12), ("en",))
    others = certificate_stamps(certificates(certificates=[certificate(n) for n in range(24, 48)]), ("en",))
    assert stamps.specimen == others.specimen
    first = engine.stamped_slots(stamps.specimen, stamps.pieces, 1)
    engine.stamped_slots(others.specimen, others.pieces, 1)
    assert engine.stamped_slots(stamps.specimen, stamps.pieces, 1) == first


def test_the_printing_process_stamps() -> None:
    stamps = certificate_stamps(certificates(2), ("en",))
    printer = Renderer()
    try:
        made = printer.stamp(stamps, lambda: pytest.fail("the whole page was asked for"))
    finally:
        printer.close()
    assert made == engine.stamped_slots(stamps.specimen, stamps.pieces, stamps.places)


def test_hostile_text_is_printed_letter_by_letter() -> None:
    hostile = "<img src=file:///etc/passwd>{{7*7}}%(x)s"
    signs = [Signatory(name=hostile, title=hostile)]
    texts = [FilledText(hostile, (hostile, "x", hostile), 1)]
    one = Certificate(name=hostile, texts=texts, number=hostile, check_address=hostile, signatories=signs)
    made = engine.to_pdf(certificate_page(certificates(certificates=[one]), ("en",)))
    said = "".join(words for words, _picture in comparing.pages(made))
    assert re.sub(r"\s", "", said).count(hostile.replace(" ", "")) == 8
