import pytest

from workshops.domain.enums import AgencyType
from workshops.domain.register_filter import RegisterFilter, RegisterSort


def test_a_filter_is_read_from_an_address_and_written_back() -> None:
    args = {"q": "border", "type": "ngo", "country": "MN", "agency": "7", "sort": "used"}
    wanted = RegisterFilter.from_args(args)
    assert wanted == RegisterFilter(
        text="border", agency_type=AgencyType.NGO, country_code="MN", agency_id=7, sort=RegisterSort.USED
    )
    assert wanted.to_args() == args
    assert wanted.is_narrow


@pytest.mark.parametrize(
    "args",
    [
        {},
        {"q": " \u200b "},
        {"type": "'; DROP TABLE agency", "country": "mn", "agency": "-1", "sort": "id DESC"},
        {"agency": "9" * 40},
    ],
)
def test_what_makes_no_sense_asks_for_everything(args: dict[str, str]) -> None:
    wanted = RegisterFilter.from_args(args)
    assert wanted == RegisterFilter()
    assert wanted.to_args() == {}
    assert not wanted.is_narrow


def test_the_order_alone_leaves_nothing_out() -> None:
    assert not RegisterFilter(sort=RegisterSort.NEWEST).is_narrow


def test_a_long_text_is_cut() -> None:
    assert len(RegisterFilter.from_args({"q": "x" * 5000}).text) == 200
