"""The clock of the server goes back, or far ahead: nobody is signed out, and order is that of what happened (G3)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.browsing import Browser
from tests.factories import PASSWORD
from tests.posting import form_on


def register(browser: Browser, title: str) -> str:
    """Register a workshop; gives its address."""
    form = form_on(browser.get("/workshops/new").text)
    answer = browser.post("/workshops/new", data={**form, "title": title, "country_code": "MN"})
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def rename(browser: Browser, address: str, title: str) -> None:
    """Change the title of a workshop."""
    form = form_on(browser.get(f"{address}/edit").text)
    assert browser.post(f"{address}/edit", data={**form, "title": title}).status_code == 303


def test_an_hour_back_keeps_people_signed_in_and_history_in_its_order(organiser_client: Browser) -> None:
    now = datetime.now(UTC)
    with time_machine.travel(now):
        address = register(organiser_client, "First title")
        rename(organiser_client, address, "Second title")
    with time_machine.travel(now - timedelta(hours=1)):
        rename(organiser_client, address, "Third title")
        history = organiser_client.get(f"{address}/history").text
    assert history.rindex("Third title") < history.index("First title"), "the newest first, whatever the clock said"


@pytest.mark.parametrize(
    "moment", [datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC), datetime(2027, 12, 31, 23, 59, 59, tzinfo=UTC)]
)
def test_a_year_end_and_the_end_of_32_bits_are_days_like_others(organiser_client: Browser, moment: datetime) -> None:
    with time_machine.travel(moment):
        organiser_client.post("/sign-in", data={"email": organiser_client.user.email, "password": PASSWORD})
        address = register(organiser_client, "A day like others")
        assert organiser_client.get(address).status_code == 200
        assert organiser_client.get("/").status_code == 200
