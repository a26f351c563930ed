"""The language in which one writes to a body of a country."""

import pytest

from workshops.domain.languages import language_of_country


@pytest.mark.parametrize(
    ("country", "language"),
    [
        *(("SN", "fr"), ("TN", "fr"), ("CM", "fr"), ("CA", "en"), ("RW", "en"), ("KE", "en"), ("PH", "en")),
        *(("MX", "es"), ("PE", "es"), ("GQ", "es"), ("US", "en"), ("MN", ""), ("DE", ""), ("XK", ""), ("", "")),
    ],
)
def test_one_writes_in_an_official_language_if_it_is_one_of_ours(country: str, language: str) -> None:
    assert language_of_country(country) == language
