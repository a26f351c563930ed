"""What the robot of `bench review` takes for a mend, and what its acts are reckoned at."""

from dataclasses import replace
from typing import Any

import pytest

from workshops.bench.review.acts import BUTTON, HOME, KEY, POINT, WHEEL, Way, clicked, pressed, typed
from workshops.bench.review.mends import Mend, mends, values_of
from workshops.domain.enums import AgencyRole
from workshops.domain.workshop import AgencyRef, AgencyRow, ContactRow, Headcount, QuoteRow, WorkshopDetails

GOLD: dict[str, Any] = {
    **dict.fromkeys(("city", "venue", "start_date", "end_date", "date_text", "duration_days")),
    **dict.fromkeys(("participants_description", "event_type")),
    "title": "Officers trained in Lima",
    "event_type": "workshop",
    "country": "PE",
    "participants_count": 20,
    "participants_qualifier": "exact",
    "organisers": ["International Organization for Migration (IOM)"],
    "beneficiary_agencies": [{"name": "National Police", "acronym": None}],
    "project": {"name": None, "acronym": None, "duration_text": None},
    **{name: [] for name in ("partners", "experts", "expert_countries", "funders", "legal_references")},
    "participant_countries": ["PE"],
    "quotes": [{"speaker": "Ana Ruiz", "title": None, "text_start": "We shall use every page of it at our"}],
    "contacts": [{"name": "Ana Ruiz", "organisation": None, "phone": "+51 1 555 0100", "email": None}],
}
SAID = WorkshopDetails(
    title="Officers trained in Lima",
    country_code="PE",
    headcount=Headcount(women=8, unknown=12),
    participant_countries=("PE",),
    agencies=(
        AgencyRow(agency=AgencyRef(name="IOM"), role=AgencyRole.ORGANISER),
        AgencyRow(agency=AgencyRef(name="Peruvian National Police")),
    ),
    quotes=(QuoteRow(text="We shall use every page of it at our office.", speaker_name="Ana Ruiz"),),
    contacts=(ContactRow(name="Ana Ruiz", phone="+51 1 555 0100"),),
)


def test_nothing_is_to_be_mended_where_the_values_agree() -> None:
    assert list(mends(SAID, GOLD)) == []
    assert values_of(GOLD) == 11


@pytest.mark.parametrize(
    ("gold", "wanted"),
    [
        ({"city": "Lima"}, Mend("city", "city", "Lima", ("Lima",))),
        ({"country": None}, Mend("country", "country_code")),
        (
            {"start_date": "2024-05-06", "date_text": "6 May"},
            Mend("start_date", "starts_on", "6/5/2024", ("6 May", "6/5/2024")),
        ),
        ({"participants_count": 21}, Mend("participants_count", "headcount_unknown", "13", ("21",))),
        ({"participant_countries": []}, Mend("participant_countries", "participant_countries", item="PE")),
        ({"funders": ["Japan"]}, Mend("funders", "agency_name", "Japan", ("Japan",), "funders")),
        ({"quotes": []}, Mend("quotes", "quotes-0-text", rows="quotes", row=0, was=SAID.quotes[0].text)),
    ],
)  # fmt: skip
def test_what_is_wrong_or_missing_is_told(gold: dict[str, Any], wanted: Mend) -> None:
    assert list(mends(SAID, GOLD | gold)) == [wanted]


def test_an_agency_in_the_wrong_role_is_given_the_right_one() -> None:
    said = replace(SAID, agencies=(replace(SAID.agencies[0], role=AgencyRole.HOST), SAID.agencies[1]))
    assert list(mends(said, GOLD)) == [Mend("organisers", "agencies-0-role", AgencyRole.ORGANISER)]


def test_keys_and_the_mouse_are_reckoned_by_the_model() -> None:
    assert pressed("Control+Enter").seconds("keys") == pytest.approx(2 * KEY)
    assert typed("Lima").seconds("mouse") == pytest.approx(HOME + 5 * KEY)
    assert clicked("a", is_in_view=False).seconds("mouse") == pytest.approx(WHEEL + POINT + 2 * BUTTON)
    assert Way("", [clicked("a"), typed("no")]).seconds("keys") == pytest.approx(
        2 * HOME + POINT + 2 * BUTTON + 2 * KEY
    )
