"""Whatever a record says is printed letter by letter: nothing is fetched, opened, linked to or run."""

import io
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pikepdf
import pytest

from tests.pictured.participant_list import full_list
from workshops.documents import brief_context as b
from workshops.documents.attendee_sheet import AttendeeSheetContext, Column, SheetEvent, SheetRow, attendee_sheet_page
from workshops.documents.brief import brief_page
from workshops.documents.engine import to_pdf
from workshops.documents.participant_list import Column as ListColumn
from workshops.documents.participant_list import ListRow, participant_list_page
from workshops.documents.problems import MissingAsset, PrintFailed

SNIPPETS = [
    '<img src="URL">',
    '<img srcset="URL 2x" src="asset:brief.css">',
    '<link rel="stylesheet" href="URL">',
    '<link rel="attachment" href="URL">',
    '<a rel="attachment" href="URL">list</a>',
    '<a href="URL">here</a>',
    '<a href="javascript:alert(1)">here</a>',
    "<script src='URL'></script>",
    "<style>@import 'URL'; body { background: url(URL) }</style>",
    "<style>@font-face { font-family: 'Noto Sans'; src: url(URL) }</style>",
    '<p style="background: url(URL)">',
    '<p style="content: url(URL); list-style: url(URL)">',
    '<svg><image href="URL"/><use href="URL#a"/></svg>',
    "<svg><style>@import url(URL);</style></svg>",
    '<object data="URL"></object>',
    '<embed src="URL">',
    '<iframe src="URL"></iframe>',
    '<video poster="URL"></video>',
    '<base href="URL">',
    '<meta http-equiv="refresh" content="0; url=URL">',
    '<input type="image" src="URL">',
    '"><img src="URL">',
    "' onerror='fetch(\"URL\")",
    "]]><img src='URL'>",
    "{{ 7 * 7 }}{% include 'URL' %}",
    "%(title)s %s {0.__class__} URL",
]
FORBIDDEN_KEYS = {
    "/JS",
    "/JavaScript",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/URI",
    "/GoToR",
    "/AA",
    "/OpenAction",
}


class Server(HTTPServer):
    """Counts who calls."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.calls: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/x"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.calls.append(self.path)
        self.send_response(204)
        self.end_headers()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


class Opened:
    """The files and addresses that Python opens, noted while `is_on`; an audit hook cannot be taken away again."""

    def __init__(self) -> None:
        self.is_on = False
        self.what: list[str] = []
        sys.addaudithook(self.note)

    def note(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.is_on and event in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen"):
            self.what.append(f"{event} {arguments[0] if event == 'open' else arguments}")

    def during(self, act: Callable[[], bytes]) -> tuple[bytes, list[str]]:
        self.what, self.is_on = [], True
        try:
            return act(), self.what
        finally:
            self.is_on = False


@pytest.fixture(scope="session")
def opened() -> Opened:
    return Opened()


def pages_saying(
    texts: list[str], brief: Callable[..., b.BriefContext], sheet: Callable[..., AttendeeSheetContext]
) -> list[str]:
    """A brief, a sheet and a list that say these texts in every place that holds words."""
    whole = brief()
    agency, expert, funder, contact = whole.agencies[0], whole.experts[0], whole.funders[0], whole.contacts[0]
    lines = {
        "agencies": [replace(agency, name=text) for text in texts],
        "experts": [replace(expert, name=text, affiliation=text) for text in texts],
        "funders": [replace(funder, name=text, grant_reference=text, visibility_statement=text) for text in texts],
        "quotes": [b.QuoteLine(text=text, speaker_name=text, speaker_title=text) for text in texts],
        "contacts": [replace(contact, name=text, organisation=text, phone=text, email=text) for text in texts],
        "sources": [b.SourceLine(headline=text, publisher=text, url=text) for text in texts],
        "topics": texts,
        "legal_references": texts,
    }
    all_of_them = "\n".join(texts)
    words = ("title", "office", "city", "venue", "objectives", "summary", "target_audience", "project")
    words_of_a_row = ("name", "native_name", "agency", "position", "phone", "email")
    rows = [SheetRow(**dict.fromkeys(words_of_a_row, text)) for text in texts]
    return [
        brief_page(brief(**lines, **dict.fromkeys(words, all_of_them)), "en"),
        attendee_sheet_page(
            sheet(
                rows=rows,
                events=[SheetEvent(title=text) for text in texts[:3]],
                organisers=texts,
                funders=texts,
                columns=tuple(Column),
                **dict.fromkeys(("title", "office", "city", "venue"), all_of_them),
            ),
            "en",
        ),
        participant_list_page(
            full_list(
                rows=[ListRow(**dict.fromkeys((*words_of_a_row, "country", "status"), text)) for text in texts],
                columns=tuple(ListColumn),
                under_agencies=True,
                **dict.fromkeys(("title", "office", "city", "venue"), all_of_them),
            ),
            "en",
        ),
    ]


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_nothing_is_opened_and_the_same_letters_are_printed(
    scheme: str,
    brief: Callable[..., b.BriefContext],
    sheet: Callable[..., AttendeeSheetContext],
    server: Server,
    opened: Opened,
    pages_of: Callable[[bytes], list[str]],
    tmp_path: Path,
) -> None:
    secret = tmp_path / "x"
    secret.write_text("body { color: red }")
    texts = [snippet.replace("URL", server.url if scheme == "http" else secret.as_uri()) for snippet in SNIPPETS]
    usual = pages_saying(["some words"], brief, sheet)
    for page, harmless in zip(pages_saying(texts, brief, sheet), usual, strict=True):
        _, opened_always = opened.during(lambda harmless=harmless: to_pdf(harmless))
        pdf, opened_now = opened.during(lambda page=page: to_pdf(page))
        assert set(opened_now) <= set(opened_always)
        assert server.calls == []
        printed = "".join("".join(pages_of(pdf)).split())
        assert [text for text in texts if "".join(text.split()) not in printed] == []
        assert keys_in(pdf) & FORBIDDEN_KEYS == set()


def test_the_keys_that_may_not_occur_would_be_found() -> None:
    page = "<html lang=en><title>x</title><a href='https://example.org/'>here</a>"
    assert {"/URI", "/Link"} <= keys_in(to_pdf(page))


def keys_in(pdf: bytes) -> set[str]:
    """The keys of all dictionaries of a PDF, and the kinds of its objects and actions."""
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        to_read = list(document.objects)
        while to_read:
            item = to_read.pop()
            inside = list(item) if isinstance(item, pikepdf.Array) else []
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                found |= {str(key) for key in item}
                found |= {str(item[kind]) for kind in ("/S", "/Type", "/Subtype") if kind in item}
                inside = [value for _key, value in item.items()]
            to_read += [value for value in inside if isinstance(value, pikepdf.Object) and not value.is_indirect]
    return found


@pytest.mark.parametrize(
    "address",
    [
        "URL",
        "file:///etc/hostname",
        "asset:../engine.py",
        "asset:",
        "data:text/css,a{}",
        "data:image/png;base64,PHN2Zy8+",
        "data:image/svg+xml;base64,PHN2Zy8+",
    ],
)
@pytest.mark.parametrize(
    "markup",
    [
        '<img src="URL">',
        '<link rel="stylesheet" href="URL">',
        '<style>@import "URL";</style>',
        '<p style="background: url(URL)">words',
        '<svg><image href="URL"/></svg>',
        '<object data="URL"></object>',
    ],
)
def test_even_markup_that_asks_for_more_than_our_assets_gets_nothing(markup: str, address: str, server: Server) -> None:
    """The second wall: if text ever became markup, the print stops."""
    page = f"<html lang=en><title>x</title>{markup.replace('URL', address.replace('URL', server.url))}"
    with pytest.raises((MissingAsset, PrintFailed)):
        to_pdf(page)
    assert server.calls == []
