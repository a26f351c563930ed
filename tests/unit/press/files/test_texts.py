"""What of a file is text, and in which order."""

from datetime import date

import pytest

from tests.text_files import assembled, docx, message, odt, page, pdf, typeset, word_paragraph
from workshops.domain.file_kinds import FileKind
from workshops.domain.file_problems import TOO_HEAVY
from workshops.errors import UnreadableFile
from workshops.press.files import mail
from workshops.press.files.texts import text_of

LONG = "The three-day course on travel documents was held in Dakar for thirty officers of the border police of Senegal."


def test_word_tables_are_lines_and_heads_of_pages_stand_apart() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = "<w:tr>" + cell.format("Contact:") + cell.format("Anna Keller") + "</w:tr>"
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>A headline</w:t></w:r></w:p>'
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = docx(
        [heading, word_paragraph("Dakar, 3 May 2024"), word_paragraph(LONG), f"<w:tbl>{row}{row}</w:tbl>"],
        word__header1=f"<w:hdr {w}>{word_paragraph('Ministry of Examples')}</w:hdr>",
        word__header2=f"<w:hdr {w}>{word_paragraph('Ministry of Examples')}</w:hdr>",
        word__footer1=f"<w:ftr {w}>{word_paragraph('Page 1 of 2')}</w:ftr>",
    )
    assert text_of(body, FileKind.WORD) == (
        f"Ministry of Examples\n\nA headline\n\nDakar, 3 May 2024\n\n{LONG}\n\n"
        "Contact:\tAnna Keller\nContact:\tAnna Keller"
    )


def test_a_letter_laid_out_in_a_table_is_running_text() -> None:
    cell = f"<w:tc>{word_paragraph('Title')}{word_paragraph(LONG)}</w:tc>"
    assert text_of(docx([f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"]), FileKind.WORD) == f"Title\n\n{LONG}"


def test_what_word_hides_or_has_deleted_is_not_text() -> None:
    runs = (
        "<w:r><w:t>kept</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>"
        "<w:del><w:r><w:delText> deleted</w:delText><w:t> gone</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t> added</w:t></w:r></w:ins><w:r><w:instrText> PAGE</w:instrText></w:r>"
        "<w:r><w:tab/><w:t>co</w:t><w:noBreakHyphen/><w:t>led</w:t></w:r>"
    )
    assert text_of(docx([f"<w:p>{runs}</w:p>"]), FileKind.WORD) == "kept added\tco-led"


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{word_paragraph('In the box')}</w:txbxContent>"
    drawing = f"<x><Choice>{box}</Choice><Fallback>{box}</Fallback></x>"
    body = docx([f"<w:p><w:r><w:t>Before</w:t>{drawing}</w:r></w:p>", word_paragraph("After")])
    assert text_of(body, FileKind.WORD) == "Before\n\nIn the box\n\nAfter"


def test_open_document_notes_and_deletions_are_left_out_and_tables_are_lines() -> None:
    body = odt(
        [
            "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>",
            "<text:h>A headline</text:h><text:p>one<text:s text:c='2'/>two<text:note><text:p>a note</text:p></text:note>"
            "<text:tab/>three<text:line-break/>four</text:p>",
            "<text:list><text:list-item><text:p>an item</text:p></text:list-item></text:list>",
            "<table:table><table:table-row><table:table-cell><text:p>Contact:</text:p></table:table-cell>"
            "<table:table-cell><text:p>Anna</text:p></table:table-cell></table:table-row></table:table>",
        ]
    )
    assert text_of(body, FileKind.OPEN_TEXT) == "A headline\n\none two\tthree\nfour\nan item\n\nContact:\tAnna"


def test_only_the_article_of_a_page_is_text() -> None:
    text = text_of(page(f"A headline\n\n{LONG}\nSecond line").encode(), FileKind.HTML)
    assert text == f"A headline\n\n{LONG}\nSecond line"


def test_the_headline_outside_the_article_is_read_with_it() -> None:
    body = f"<body><div class='page-menu'><p>Menu</p></div><h1>A  <b>headline</b></h1><main><p>{LONG}</main></body>"
    assert text_of(body.encode(), FileKind.HTML) == f"A headline\n\n{LONG}"


def test_a_page_whose_name_sounds_like_a_frame_is_not_dropped() -> None:
    body = f"<body><div class='social content'><div><p>{LONG}</p></div></div></body>"
    assert text_of(body.encode(), FileKind.HTML) == LONG


def test_a_page_nested_without_end_is_refused_at_once_and_one_of_many_paragraphs_is_read() -> None:
    with pytest.raises(UnreadableFile) as caught:
        text_of(b"<html><body>" + b"<div class=share>" * 50_000 + b"text", FileKind.HTML)
    assert (caught.value.message, caught.value.status) == (TOO_HEAVY, 422)
    paragraphs = b"<p>A paragraph<br>of two lines<div><li>One</div>" * 6_000
    assert text_of(b"<html><body>" + paragraphs, FileKind.HTML).count("of two lines") == 6_000


def test_elements_inside_dropped_ones_are_no_danger() -> None:
    nested = "<nav><aside><nav>" * 500 + "x" + "</nav></aside></nav>" * 500
    assert text_of(f"<body>{nested}<p>{LONG}</p></body>".encode(), FileKind.HTML) == LONG
    assert text_of(("<div>" * 3_000 + "<p>deep").encode(), FileKind.HTML) == "deep"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "cp1252"),
        ("", "utf-16"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ("<meta charset=windows-1251>", "cp1251"),
        ("<meta charset=nonsense>", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_encoding(head: str, encoding: str) -> None:
    words = "Семинар" if encoding == "cp1251" else "Formación «élégante»"
    assert text_of(f"<html><head>{head}</head><p>{words}".encode(encoding), FileKind.HTML) == words


def test_the_headers_of_a_letter_are_kept_apart() -> None:
    body = message(LONG, files=[("a.docx", docx([])), ("photo.png", b"x"), ("b.PDF", b"y")])
    assert text_of(body, FileKind.EMAIL).strip() == LONG
    assert mail.headers_of(body) == mail.Headers("Communiqué: training", date(2024, 5, 3))
    assert [one.name for one in mail.attached_to(body)] == ["a.docx", "b.PDF"]


def test_the_day_on_which_a_letter_was_passed_on_is_not_that_of_its_text() -> None:
    body = message(LONG).replace(b"Subject: ", b"Subject: Fwd: ")
    assert mail.headers_of(body) == mail.Headers("Communiqué: training", None)


def test_a_letter_without_headers_or_with_nonsense_in_them_is_read() -> None:
    body = b"From: \r\nDate: yesterday\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nAm\xe9liorer"
    assert text_of(body, FileKind.EMAIL) == "Améliorer"
    assert mail.headers_of(body) == mail.Headers("", None)


def test_the_web_version_counts_where_the_plain_one_only_says_that_it_is_there() -> None:
    body = message("See the web version.", html=page(LONG))
    assert text_of(body, FileKind.EMAIL) == LONG
    assert text_of(message(LONG, html=page(LONG)), FileKind.EMAIL).strip() == LONG


def test_flowed_lines_go_on() -> None:
    body = b"Subject: x\r\nContent-Type: text/plain; format=flowed\r\n\r\nThe course \r\nwas held.\r\nContact\r\n"
    assert text_of(body, FileKind.EMAIL).rstrip() == "The course was held.\nContact"


def columns() -> bytes:
    left = ["The left column tells of the co-", "operation between the adminis-", "trations of Guinea-", "Bissau."]
    right = ["The right column is read after", "the left one, whole and in", "order, down to its last line", "here."]
    lines = [(60.0, 780.0, 16.0, "A headline over both columns, in larger letters")]
    for x, column in ((60.0, left), (320.0, right)):
        lines += [(x, 740.0 - 13 * number, 10.0, line) for number, line in enumerate(column)]
    return pdf([sorted(lines, key=lambda line: -line[1])])  # drawn line by line across both columns


def test_columns_are_read_one_after_the_other_and_parted_words_are_whole() -> None:
    assert text_of(columns(), FileKind.PDF) == (
        "A headline over both columns, in larger letters\n\n"
        "The left column tells of the cooperation between the administrations of Guinea-Bissau.\n\n"
        "The right column is read after the left one, whole and in order, down to its last line here."
    )


def test_running_heads_and_page_numbers_are_not_text() -> None:
    pages = typeset("\n\n".join([LONG] * 60))
    assert len(pages) > 2
    for number, lines in enumerate(pages, 1):
        lines.insert(0, (60, 815, 8, f"Ministry of Examples - release {number}"))
        lines.append((290, 30, 8, f"Page {number} of {len(pages)}"))
    text = text_of(pdf(pages), FileKind.PDF)
    assert text.startswith("Ministry of Examples - release 1\n\nThe three-day")
    assert text.count("Ministry of Examples") == 1
    assert "Page" not in text
    assert text.count(LONG) >= 55, "paragraphs are whole, save those across two pages"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (pdf([[]]), "This PDF contains pictures only, no text to read."),
        (pdf([[(60, 700, 10, "x")]] * 201), "Only the first %(most)s pages can be read; this file has %(pages)s."),
        (b"%PDF-1.7\nnothing\n%%EOF", "The file is damaged and could not be read. Open and save it again."),
        (
            assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"(no page)"]),
            "The file is damaged and could not be read (page %(page)s). Open and save it again.",
        ),
        (b"PK\x03\x04 cut", "The file is damaged and could not be read. Open and save it again."),
        (docx(["<w:p>"]), "The file is damaged and could not be read. Open and save it again."),
    ],
    ids=["pictures", "pages", "broken", "page", "archive", "xml"],
)
def test_what_cannot_be_read_is_said(body: bytes, sentence: str) -> None:
    kind = FileKind.WORD if body.startswith(b"PK") else FileKind.PDF
    with pytest.raises(UnreadableFile) as caught:
        text_of(body, kind)
    assert (caught.value.message, caught.value.status) == (sentence, 422)


def test_what_cannot_be_stored_is_left_out() -> None:
    assert text_of(b"Subject: x\n\nA\x00\x0b bell\x07", FileKind.EMAIL) == "A bell"
