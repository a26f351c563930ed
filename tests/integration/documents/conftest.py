"""Contexts with every part filled in, and readers of the documents made from them."""

import io
from collections.abc import Callable

import pypdfium2
import pytest

from tests.pictured.attendee_sheet import full_sheet
from tests.pictured.brief import full_brief
from workshops.documents import brief_context as b
from workshops.documents import fonts
from workshops.documents.attendee_sheet import AttendeeSheetContext
from workshops.documents.renderer import unavailable


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if unavailable():
        missing = ", ".join(fonts.missing_packages())
        for item in items:
            if "integration/documents" in item.path.as_posix():
                item.add_marker(pytest.mark.skip(reason=f"printing needs {missing}"))


@pytest.fixture
def brief() -> Callable[..., b.BriefContext]:
    """A maker of full briefs, in which single values can be changed."""
    return full_brief


@pytest.fixture
def sheet() -> Callable[..., AttendeeSheetContext]:
    """A maker of sheets with so many people and sessions, in which single values can be changed."""
    return full_sheet


@pytest.fixture(scope="session")
def pages_of() -> Callable[[bytes], list[str]]:
    """A reader of the text of each page; pdfium gives a hyphen at the end of a line as U+FFFE."""

    def read(pdf: bytes) -> list[str]:
        with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
            return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]

    return read
