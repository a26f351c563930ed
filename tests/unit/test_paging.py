import pytest
from werkzeug.datastructures import MultiDict

from workshops.views.paging import page_number


@pytest.mark.parametrize(
    ("typed", "page"), [("3", 3), ("0", 1), ("-2", 1), ("x", 1), ("٣", 1), ("9" * 40, 1), ("99999999", 100_000)]
)
def test_whatever_is_no_page_number_is_the_first_page(typed: str, page: int) -> None:
    assert page_number(MultiDict({"page": typed})) == page


def test_no_number_is_the_first_page() -> None:
    assert page_number(MultiDict()) == 1
