"""Findings put into the form and taken out of it again."""

from dataclasses import replace
from decimal import Decimal

import pytest

from workshops.domain.press_draft import Read, draft_of
from workshops.forms.press_review import field_of, put_back, withdraw
from workshops.forms.workshop import WorkshopForm

FUNDERS = [Read(field="funders", value="OIM"), Read(field="funders", value="AFD")]
GIVEN = Read(field="funding", value={"funder": "AFD", "amount": "48500.00", "currency": "EUR"})


@pytest.mark.usefixtures("page")
def test_an_amount_comes_and_goes_without_its_funder() -> None:
    form = WorkshopForm.from_details(draft_of([*FUNDERS, GIVEN], language="fr"))
    shown = field_of(form, GIVEN)
    assert shown is not None
    assert shown.name == "funders-1-amount"
    withdraw(form, GIVEN)
    assert [(row.agency.name, row.amount) for row in form["funders"].to_rows()] == [("OIM", None), ("AFD", None)]
    put_back(form, GIVEN, language="fr")
    row = form["funders"].to_rows()[1]
    assert (row.agency.name, row.amount, row.currency) == ("AFD", Decimal("48500.00"), "EUR")


@pytest.mark.usefixtures("page")
def test_a_country_that_is_rejected_leaves_the_expert_beside_whose_name_it_was_typed() -> None:
    form = WorkshopForm.from_details(draft_of([Read(field="experts", value={"name": "Alice Banda"})], language="en"))
    row = form["experts"].to_rows()[0]
    form["experts"].replace(0, (replace(row, country_code="MW"),))
    withdraw(form, Read(field="expert_countries", value="MW"))
    assert form["experts"].to_rows() == (row,)
