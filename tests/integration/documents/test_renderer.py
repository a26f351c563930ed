"""The printing process: warm, bounded in time, replaced when it dies, and clear about what went wrong."""

import os
import resource
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from workshops.documents import fonts, renderer
from workshops.documents.brief import brief_page
from workshops.documents.brief_context import BriefContext
from workshops.documents.inside_weasyprint import writing
from workshops.documents.problems import (
    MissingAsset,
    MissingGlyph,
    PrintFailed,
    PrintingUnavailable,
    TookTooLong,
    TooManyPages,
)
from workshops.documents.renderer import Renderer
from workshops.documents.worker import MEMORY, answer, problem_in

HEAD = "<html lang=en><title>x</title>"
ENDLESS = HEAD + "<p>" + "many words " * 200_000


@pytest.fixture(scope="module")
def printer() -> Iterator[Renderer]:
    printer = Renderer()
    yield printer
    printer.close()


def process_of(printer: Renderer) -> int:
    assert printer.process.process_id is not None
    return printer.process.process_id


def test_a_page_is_printed_and_the_process_stays_warm(printer: Renderer, brief: Callable[..., BriefContext]) -> None:
    page = brief_page(brief(), "en")
    assert printer.render(page).startswith(b"%PDF-")
    first = process_of(printer)
    started = time.monotonic()
    assert printer.render(page).startswith(b"%PDF-")
    assert process_of(printer) == first
    assert time.monotonic() - started < 5


def test_a_character_without_a_glyph_stops_the_print_and_is_named(printer: Renderer) -> None:
    with pytest.raises(MissingGlyph) as caught:
        printer.render(f"{HEAD}<p>Ana \ue000")
    assert caught.value.characters == ["\ue000"]
    assert caught.value.params["characters"] == "\ue000 (U+E000)"
    assert caught.value.params["command"] == "apt-get install fonts-noto-core"


def test_every_script_has_a_font(printer: Renderer) -> None:
    lines = "".join(f"<p>{names}" for names in fonts.SCRIPTS.values())
    page = f'{HEAD}<link rel="stylesheet" href="asset:paper.css"><link rel="stylesheet" href="asset:brief.css">{lines}'
    assert printer.render(page).startswith(b"%PDF-")


def test_an_asset_that_is_not_there_stops_the_print_and_is_named(printer: Renderer) -> None:
    with pytest.raises(MissingAsset) as caught:
        printer.render(f'{HEAD}<link rel="stylesheet" href="asset:nowhere.css">')
    assert caught.value.name == "asset:nowhere.css"


def test_what_the_engine_only_warns_of_stops_the_print(printer: Renderer) -> None:
    with pytest.raises(PrintFailed, match="unknown property"):
        printer.render(f"{HEAD}<style>p {{ colour: red }}</style>")


def test_a_document_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_PAGES", 3)
    page = f"{HEAD}<style>p {{ break-after: page }}</style>" + "<p>x</p>" * 5
    refused = problem_in(answer(b"H" + page.encode()))
    assert isinstance(refused, TooManyPages)
    assert refused.params == {"pages": 5}


def test_a_document_that_takes_too_long_is_given_up_and_the_next_one_is_printed() -> None:
    hasty = Renderer(seconds=2)
    try:
        started = time.monotonic()
        with pytest.raises(TookTooLong) as caught:
            hasty.render(ENDLESS)
        assert time.monotonic() - started < 10
        assert caught.value.params == {"seconds": 2, "pages": 734}
        hasty.seconds = 60
        assert hasty.render(f"{HEAD}<p>short").startswith(b"%PDF-")
    finally:
        hasty.close()


def test_a_document_that_takes_too_much_memory_is_refused_and_the_next_one_is_printed() -> None:
    narrow = Renderer()
    try:
        narrow.render(f"{HEAD}<p>one")
        process = process_of(narrow)
        assert resource.prlimit(process, resource.RLIMIT_AS) == (MEMORY, MEMORY)
        resource.prlimit(process, resource.RLIMIT_AS, (address_space(process) + 8 * 1024**2, MEMORY))
        with pytest.raises(PrintFailed):
            narrow.render(HEAD + "<p>words" * 5_000_000)
        assert narrow.render(f"{HEAD}<p>two").startswith(b"%PDF-")
    finally:
        narrow.close()


def address_space(process: int) -> int:
    """How many bytes of addresses a process has in use."""
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def test_a_process_that_died_meanwhile_is_replaced(printer: Renderer) -> None:
    printer.render(f"{HEAD}<p>one")
    first = process_of(printer)
    os.kill(first, signal.SIGKILL)
    assert printer.render(f"{HEAD}<p>two").startswith(b"%PDF-")
    assert process_of(printer) != first


def test_secrets_of_the_settings_do_not_reach_the_process(printer: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOPS_SECRET_KEY", "a-secret")
    printer.close()
    printer.render(f"{HEAD}<p>one")
    with open(f"/proc/{process_of(printer)}/environ", "rb") as file:
        assert b"a-secret" not in file.read()


def test_without_the_libraries_the_command_that_installs_them_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer.fonts, "missing_packages", lambda: ("libpango-1.0-0",))
    with pytest.raises(PrintingUnavailable) as caught:
        Renderer().render(HEAD)
    assert "libpango-1.0-0" in caught.value.params["command"]


def test_without_the_subset_library_printing_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer.fonts, "missing_packages", lambda: ("libharfbuzz-subset0",))
    assert renderer.unavailable() is None
