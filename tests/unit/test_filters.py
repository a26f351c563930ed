"""Each filter words its value in the language of the page (the wordings themselves are tested in test_formatting)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from flask import Flask
from flask_babel import Babel

from workshops.domain.enums import WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.views.filters import register_filters


@pytest.fixture(params=["en", "fr"])
def page(request: pytest.FixtureRequest) -> Iterator[tuple[str, Flask]]:
    app = Flask("page")
    Babel(app, default_locale=request.param, default_timezone="Europe/Zurich")
    register_filters(app)
    with app.test_request_context():
        yield request.param, app


@pytest.mark.parametrize(
    ("template", "english", "french"),
    [
        ("{{ may | date }}", "May 2013", "mai 2013"),
        ("{{ day | day }}", "Friday 3 May", "vendredi 3 mai"),
        ("{{ dates(may, none) }}", "May 2013", "mai 2013"),
        ("{{ times(nine, none) }}", "09:00", "09:00"),
        ("{{ moment | moment }}", "3 May 2013, 14:02", "3 mai 2013, 14:02"),
        ("{{ moment | moment('Asia/Ulaanbaatar') }}", "3 May 2013, 20:02", "3 mai 2013, 20:02"),
        ("{{ 12345 | number }}", "12,345", "12\u202f345"),
        ("{{ none | number }}", "–", "–"),
        ("{{ 0.455 | percent }}", "46%", "46\u00a0%"),
        ("{{ amount | money('USD') }}", "USD\u00a01,500", "1\u202f500\u00a0USD"),
        ("{{ 2000000 | file_size }}", "2 MB", "2\u202fMo"),
        ("{{ ['a', 'b', 'c'] | and_list }}", "a, b and c", "a, b et c"),
        ("{{ 'CH' | country }}{{ '' | country }}", "Switzerland", "Suisse"),
        ("{{ 'mn' | language_name }}", "Mongolian", "mongol"),
        ("{{ status | label }}", "Planned", "Planned"),  # this small application has no catalogs
    ],
)
def test_values_are_worded(page: tuple[str, Flask], template: str, english: str, french: str) -> None:
    language, app = page
    text = app.jinja_env.from_string(template).render(
        may=PartialDate(2013, 5),
        day=date(2013, 5, 3),
        nine=time(9),
        moment=datetime(2013, 5, 3, 12, 2, tzinfo=UTC),
        amount=Decimal(1500),
        status=WorkshopStatus.PLANNED,
    )
    assert text == (english if language == "en" else french)
