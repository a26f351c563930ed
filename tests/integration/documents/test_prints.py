"""What stands on paper: everything that went in, on the pages it should be."""

import io
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from tests.pictured.participant_list import full_list
from workshops.documents import brief_context as b
from workshops.documents import fonts
from workshops.documents.attendee_sheet import AttendeeSheetContext, Column, SheetRow, attendee_sheet_page
from workshops.documents.brief import brief_page
from workshops.documents.engine import stamped, to_pdf
from workshops.documents.participant_list import ListRow, participant_stamps
from workshops.domain.enums import AgencyRole

Brief = Callable[..., b.BriefContext]
Sheet = Callable[..., AttendeeSheetContext]
Reader = Callable[[bytes], list[str]]
LAM_ALEF = str.maketrans({"أ": "ا", "ل": "ا"})  # readers disagree on the order inside this ligature


def letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(LAM_ALEF)


@pytest.mark.parametrize("script", fonts.SCRIPTS)
def test_names_in_each_script_come_out_as_they_went_in(
    script: str, brief: Brief, sheet: Sheet, pages_of: Reader
) -> None:
    name = fonts.SCRIPTS[script]
    quote = b.QuoteLine(text="It will help.", speaker_name=name)
    printed = letters(pages_of(to_pdf(brief_page(brief(title=name, quotes=(quote,)), "en")))[0])
    assert printed.count(letters(name)) == 2
    rows = [SheetRow(name=name, agency=f"({name}) 2024")]
    printed = letters(pages_of(to_pdf(attendee_sheet_page(sheet(rows=rows), "fr")))[0])
    assert printed.count(letters(name)) == 2
    listed = full_list(rows=[ListRow(name=name, agency=f"({name}) 2024", country=name)], under_agencies=True)
    stamps = participant_stamps(listed, "fr")
    (page,) = pages_of(stamped(stamps.specimen, stamps.rows))
    assert letters(page).count(letters(name)) == 3


def test_a_name_written_right_to_left_keeps_its_order_inside_a_line_written_left_to_right(brief: Brief) -> None:
    """Readers of text guess the order; so the letters are taken by where they stand on the page."""
    hebrew = "שירה"
    pdf = to_pdf(brief_page(brief(title=f"Course for {hebrew} Levi in Jaffa"), "en"))
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        text = document[0].get_textpage()
        start = text.search("Course for").get_next()[0]
        places = [(text.get_charbox(index)[0], text.get_text_range(index, 1)) for index in range(start, start + 29)]
    seen = "".join(character for _left, character in sorted(places) if not character.isspace())
    assert seen == f"Coursefor{hebrew[::-1]}LeviinJaffa"


@pytest.mark.parametrize(("language", "words"), [("en", "Page 1 of"), ("fr", "Page 1 sur"), ("es", "Página 1 de")])
def test_the_brief_says_everything_on_two_pages_at_most(
    language: str, words: str, brief: Brief, pages_of: Reader
) -> None:
    pages = pages_of(to_pdf(brief_page(brief(), language)))
    assert len(pages) <= 2
    text = " ".join("".join(pages).split())
    for said in (
        "MNG-2024-003", "Border management", "Ulaanbaatar", "training hall", "Prevent irregular", "both agencies",
        "fraudulent documents", "Smuggling of Migrants", "CBMM", "17", "23", "40", "45", "GABP", "Inês Carvalho",
        "IOM Development Fund", "TC.0714", "Made possible by the Fund.", "It will help.", "Dashdorj Murun",
        "Kieran Best", "+976 7014 3100", "kieran@example.org", "Against irregular migration", words,
    ):  # fmt: skip
        assert said in text


def test_a_document_carries_its_language_title_and_structure(brief: Brief) -> None:
    with pikepdf.open(io.BytesIO(to_pdf(brief_page(brief(), "fr")))) as pdf:
        assert str(pdf.Root.Lang) == "fr"
        assert (
            str(pdf.docinfo.Title) == "MNG-2024-003 Border management and the detection of fraudulent travel documents"
        )
        assert pdf.Root.MarkInfo.Marked
        assert "pdfuaid" in pdf.Root.Metadata.read_bytes().decode()


def size_in_mm(pdf: bytes) -> tuple[int, int]:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        width, height = document[0].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def test_paper_sizes(brief: Brief, sheet: Sheet) -> None:
    assert size_in_mm(to_pdf(brief_page(brief(), "en"))) == (210, 297)
    assert size_in_mm(to_pdf(brief_page(brief(paper="Letter"), "en"))) == (216, 279)
    assert size_in_mm(to_pdf(attendee_sheet_page(sheet(), "en"))) == (297, 210)
    assert size_in_mm(to_pdf(attendee_sheet_page(sheet(paper="Letter"), "en"))) == (279, 216)


def test_the_head_of_the_sheet_and_its_id_stand_on_every_page(sheet: Sheet, pages_of: Reader) -> None:
    pages = pages_of(to_pdf(attendee_sheet_page(sheet(people=40), "en")))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "Agency and position" in page
        assert "Session 2" in page
        assert "MNG-2024-003/7K3F9QXA" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "Border management" in page
    assert "Funded by IOM Development Fund" in pages[0]
    assert "40" in pages[-1]
    assert "45" in pages[-1]


def test_a_sheet_of_nobody_has_blank_rows_on_one_page(sheet: Sheet, pages_of: Reader) -> None:
    (page,) = pages_of(to_pdf(attendee_sheet_page(sheet(people=0, sessions=0), "en")))
    assert [number for number in "12345" if f"\n{number}" not in page.replace("\r", "")] == []
    assert "Signature" in page


def test_more_events_than_fit_go_on_with_the_same_people_on_further_pages(sheet: Sheet, pages_of: Reader) -> None:
    pages = pages_of(to_pdf(attendee_sheet_page(sheet(people=2, sessions=9, columns=tuple(Column)), "en")))
    assert len(pages) == 5
    assert all("officer@example.org" in page for page in pages)
    assert "Session 9" in pages[-1]


def gaps(line: list[int]) -> list[float]:
    """The stretches of white between the strokes that a line of points crosses, in mm at 10 points a mm."""
    strokes = [place for place, shade in enumerate(line) if shade < 220]
    return [(right - left) / 10 for left, right in pairwise(strokes) if right - left > 20]


def test_boxes_are_large_enough_to_sign_in(sheet: Sheet) -> None:
    sessions = 4
    pdf = to_pdf(attendee_sheet_page(sheet(people=0, sessions=sessions), "en"))
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        picture = document[0].render(scale=254 / 72).to_pil().convert("L")
    near_the_right = picture.crop((2750, 0, 2751, picture.height)).get_flattened_data()
    heights = gaps(list(near_the_right))[-6:-1]
    assert [height for height in heights if height < 11] == []
    assert len(heights) == 5
    middle_of_a_row = picture.crop((0, 950, picture.width, 951)).get_flattened_data()
    widths = gaps(list(middle_of_a_row))[-sessions - 1 : -1]
    assert [width for width in widths if width < 28] == []


def test_long_words_stay_on_the_page(brief: Brief, sheet: Sheet) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 8
    agency = b.AgencyLine(role=AgencyRole.HOST, name=word)
    for pdf in (
        to_pdf(brief_page(brief(title=word[:300], summary=word, agencies=(agency,)), "en")),
        to_pdf(attendee_sheet_page(sheet(rows=[SheetRow(name=word[:300], agency=word)], title=word[:300]), "en")),
    ):
        with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
            for page in document:
                text, (width, _height) = page.get_textpage(), page.get_size()
                edges = [text.get_charbox(index) for index in range(text.count_chars())]
                assert max(right for _left, _bottom, right, _top in edges) <= width - 14 / 25.4 * 72 + 1


def test_five_hundred_people_are_all_on_the_sheet(sheet: Sheet, pages_of: Reader) -> None:
    text = letters("".join(pages_of(to_pdf(attendee_sheet_page(sheet(people=500, sessions=3), "en")))))
    missing = [row.name for row in sheet(people=500).rows if letters(row.name) not in text]
    assert missing == []
    assert "505" in text
