"""Findings put into the form and taken out of it again."""

from dataclasses import replace
from decimal import Decimal

import pytest

from workshops.domain.enums import FindingStatus
from workshops.domain.press_draft import Read, draft_of
from workshops.forms.press_review import Evidence, Places, put_back, show_evidence, withdraw
from workshops.forms.row_forms import RowsField
from workshops.forms.workshop import WorkshopForm

FUNDERS = [Read(field="funders", value="OIM"), Read(field="funders", value="AFD")]
GIVEN = Read(field="funding", value={"funder": "AFD", "amount": "48500.00", "currency": "EUR"})


@pytest.mark.usefixtures("page")
def test_an_amount_comes_and_goes_without_its_funder() -> None:
    form = WorkshopForm.from_details(draft_of([*FUNDERS, GIVEN], language="fr"))
    shown = Places(form).field(GIVEN)
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


@pytest.mark.usefixtures("page")
def test_rows_are_looked_through_once_however_many_findings_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    to_rows = RowsField.to_rows
    monkeypatch.setattr(RowsField, "to_rows", lambda field: looked.append(field.name) or to_rows(field))
    times = []
    for many in (2, 30):
        reads = [Read(field="experts", value={"name": f"Alice {number}"}) for number in range(many)]
        form = WorkshopForm.from_details(draft_of(reversed(reads), language="en"))
        looked.clear()
        found = [Evidence(number, read, 1.0, FindingStatus.PROPOSED) for number, read in enumerate(reads)]
        assert show_evidence(form, found) == []
        assert [row.person_name.evidence[0].id for row in form.experts.rows] == list(reversed(range(many)))
        times.append(looked.count("experts"))
    assert times[0] == times[1] > 0
