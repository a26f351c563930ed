"""Stamped sheets are the sheets that the layout of the whole page gives: pages, words, pixels and structure."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from tests.integration.documents import comparing
from tests.integration.documents.comparing import pages
from tests.pictured.attendee_sheet import full_sheet
from workshops.documents import engine, fonts
from workshops.documents.attendee_sheet import (
    AttendeeSheetContext,
    Column,
    Per,
    SheetRow,
    attendee_sheet_page,
    attendee_stamps,
)
from workshops.documents.engine import stamped, to_pdf
from workshops.documents.letterhead import Letterhead, Logo, picture
from workshops.documents.problems import CannotStamp, MissingAsset, MissingGlyph, PrintFailed
from workshops.documents.renderer import Renderer
from workshops.documents.row_stamps import Stamps
from workshops.domain.enums import Sex

Sheet = Callable[..., AttendeeSheetContext]
NAMES = list(fonts.SCRIPTS.values())
LONG = "Donaudampfschifffahrtsgesellschaft" * 5


@pytest.fixture(scope="module")
def printer() -> Iterator[Renderer]:
    printer = Renderer()
    yield printer
    printer.close()


def people(number: int) -> list[SheetRow]:
    """Rows of every kind: each script, one to many lines, one or two names, with and without each value."""
    return [
        SheetRow(
            name=f"{NAMES[n % 12]} {n + 1}" if n % 10 else f"{NAMES[n % 12]} {'and a long name ' * 5}{n + 1}",
            native_name=NAMES[(n + 5) % 12] if n % 3 == 0 else "",
            sex=list(Sex)[n % 4],
            agency=["General Authority for Border Protection", "国家统计局", "وزارة الصحة", "", LONG][n % 5],
            position=["Senior officer, passport control", "", "מנהלת"][n % 3],
            phone="" if n % 6 == 0 else f"+976 7014 {3100 + n}",
            email="" if n % 4 == 0 else f"a.very.long.address.of.person.{n}@ministry.example.org",
        )
        for n in range(number)
    ]


def both(context: AttendeeSheetContext, language: str = "en") -> tuple[bytes, bytes]:
    stamps = attendee_stamps(context, language)
    return to_pdf(attendee_sheet_page(context, language)), stamped(stamps.specimen, stamps.rows)


def assert_same(context: AttendeeSheetContext, language: str = "en") -> int:
    return comparing.assert_same(*both(context, language))


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_sheet_of_every_script_is_the_same_in_each_language(language: str, sheet: Sheet) -> None:
    assert assert_same(sheet(rows=people(40), sessions=3), language) > 3


@pytest.mark.parametrize("number", [0, 1, 5, 6, 7, 8, 9, 10, 90])
def test_however_many_people(number: int, sheet: Sheet) -> None:
    """Among these are sheets whose end just fits the last page and just does not."""
    assert_same(sheet(rows=people(number)))


@pytest.mark.parametrize(
    "columns", [(), (Column.SEX,), (Column.PHONE, Column.EMAIL), tuple(Column)], ids=lambda chosen: "+".join(chosen)
)
@pytest.mark.parametrize("sessions", [0, 1, 9])
def test_whatever_columns_events_and_paper(columns: tuple[Column, ...], sessions: int, sheet: Sheet) -> None:
    """Either paper is there with each choice of columns and with each number of events."""
    paper = "A4" if (len(columns) // 2 + sessions) % 2 else "Letter"
    assert_same(sheet(rows=people(12), sessions=sessions, columns=columns, paper=paper))


def test_with_a_logo(sheet: Sheet) -> None:
    logo = io.BytesIO()
    Image.new("RGB", (60, 30), "navy").save(logo, "PNG")
    head = Letterhead(logos=(Logo(picture(logo.getvalue(), "image/png"), "Fund"),))
    whole, quick = both(sheet(rows=people(3), letterhead=head))
    assert list(pages(quick)) == list(pages(whole))


@pytest.mark.parametrize(("number", "language"), [(0, "en"), (3, "fr"), (9, "en"), (10, "en"), (11, "fr"), (45, "en")])
def test_under_their_agencies(number: int, language: str, sheet: Sheet) -> None:
    """Among these are headings that just fit the page, but not with the row below them."""
    agencies = ["", "General Authority for Border Protection", "وزارة الصحة", LONG, "国家统计局", "Ministry"]
    rows = [replace(row, agency=agencies[place // 4 % 6]) for place, row in enumerate(people(number))]
    assert_same(sheet(rows=rows, under_agencies=True), language)


def test_every_second_row_heads_one() -> None:
    rows = [SheetRow(name=f"Ana {number}", agency=f"Agency {number}") for number in range(70)]
    assert assert_same(full_sheet(rows=rows, under_agencies=True, title="Training")) > 5


@pytest.mark.parametrize("per", [Per.DAY, Per.EVENT])
@pytest.mark.parametrize("number", [3, 8, 12])
def test_a_sheet_for_each_day_or_event(per: Per, number: int, sheet: Sheet) -> None:
    events = sheet(sessions=3).events
    more = replace(events[1], title="Second session of a day")
    assert_same(sheet(rows=people(number), events=[*events[:2], more, events[2]], per=per))


@pytest.mark.parametrize("title", ["درس", "A title " * 40, NAMES[5]])
def test_whatever_title(title: str, sheet: Sheet) -> None:
    assert_same(sheet(title=title, rows=people(20)))


def test_every_mark_leads_to_the_element_it_belongs_to(sheet: Sheet) -> None:
    _whole, quick = both(sheet(rows=people(30)))
    with pikepdf.open(io.BytesIO(quick)) as document:
        nums = list(document.Root.StructTreeRoot.ParentTree.Nums)
        for page, places in enumerate(nums[1::2]):
            assert nums[2 * page] == page
            assert all(
                mark in (element.K if isinstance(element.K, pikepdf.Array) else [element.K])
                for mark, element in enumerate(places)
            )
            marks = [
                int(operands[1].MCID)
                for operands, operator in pikepdf.parse_content_stream(document.pages[page])
                if str(operator) == "BDC" and "/MCID" in operands[1]
            ]
            assert marks == list(range(len(places)))


def test_the_specimen_says_nothing_of_the_people_so_that_it_serves_the_next_print(sheet: Sheet) -> None:
    rows = people(30)
    stamps = attendee_stamps(sheet(rows=rows), "en")
    others = attendee_stamps(sheet(rows=[*rows, SheetRow(name="Somebody Else", agency="Other")]), "en")
    assert stamps.specimen == others.specimen
    first = stamped(stamps.specimen, stamps.rows)
    stamped(others.specimen, others.rows)
    assert stamped(stamps.specimen, stamps.rows) == first


@pytest.mark.parametrize(
    "row",
    [
        SheetRow(name="Ana\nMaria"),
        SheetRow(name="Ana  Maria"),
        SheetRow(name=" Ana"),
        SheetRow(name="Ana soft\u00adhyphen"),
        SheetRow(name="Ana\u202eairaM"),
        SheetRow(name="Ana", agency="Ministry of the Interior " * 120),
    ],
    ids=["line break", "two spaces", "space first", "soft hyphen", "embedded direction", "higher than a page"],
)
def test_what_the_template_cannot_hold_is_laid_out_as_a_whole(row: SheetRow, sheet: Sheet, printer: Renderer) -> None:
    context = sheet(rows=[row])
    stamps = attendee_stamps(context, "en")
    with pytest.raises(CannotStamp):
        stamped(stamps.specimen, stamps.rows)
    page = attendee_sheet_page(context, "en")
    assert list(pages(printer.stamp(stamps, lambda: page))) == list(pages(to_pdf(page)))


def test_a_head_that_leaves_no_room_for_rows_is_laid_out_as_a_whole(sheet: Sheet) -> None:
    stamps = attendee_stamps(sheet(title="A title " * 600), "en")
    with pytest.raises(CannotStamp):
        stamped(stamps.specimen, stamps.rows)


def test_a_character_without_a_glyph_stops_the_stamping_too(sheet: Sheet) -> None:
    stamps = attendee_stamps(sheet(rows=[SheetRow(name="Ana \ue000")]), "en")
    with pytest.raises(MissingGlyph) as caught:
        stamped(stamps.specimen, stamps.rows)
    assert caught.value.characters == ["\ue000"]


def test_nothing_but_our_assets_is_opened_for_a_specimen(sheet: Sheet) -> None:
    stamps = attendee_stamps(sheet(), "en")
    for address in ("http://127.0.0.1:9/x", "file:///etc/hostname"):
        with pytest.raises((MissingAsset, PrintFailed)):
            stamped(stamps.specimen.replace("<header>", f'<header><img src="{address}">'), stamps.rows)


def test_the_printing_process_stamps(sheet: Sheet, printer: Renderer) -> None:
    stamps = attendee_stamps(sheet(rows=people(3)), "en")
    made = printer.stamp(stamps, lambda: pytest.fail("the whole page was asked for"))
    assert made == engine.stamped(stamps.specimen, stamps.rows)


def test_a_specimen_of_another_shape_is_refused() -> None:
    page = "<html lang=en><title>x</title><link rel=stylesheet href='asset:paper.css'><p>words</p>"
    stamps = Stamps(page, [])
    with pytest.raises(CannotStamp):
        stamped(stamps.specimen, stamps.rows)
