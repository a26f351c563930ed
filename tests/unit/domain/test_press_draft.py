from dataclasses import replace
from decimal import Decimal

import pytest

from workshops.domain.enums import AgencyRole, CountQualifier, FindingStatus, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.domain.press_draft import Read, agency_ref, draft_of
from workshops.domain.press_review import outcome
from workshops.domain.workshop import AgencyRef, Headcount, WorkshopDetails

FOUND = [
    Read(field="title", value="L'OIM forme des agents"),
    Read(field="event_type", value="tot"),
    Read(field="country", value="MN"),
    Read(field="start_date", value="2013-05-14"),
    Read(field="participants_count", value=40),
    Read(field="participants_qualifier", value="about"),
    Read(field="organisers", value="Organisation internationale pour les migrations (OIM)"),
    Read(field="beneficiary_agencies", value={"name": "Agence de l'immigration", "acronym": "MIA"}),
    Read(field="expert_countries", value="PT"),
    Read(field="expert_countries", value="GB"),
    Read(
        field="quotes",
        value={"speaker": "Dashdorj Murun", "title": "Directeur", "text_start": "L'atelier contribuera"},
        words="L'atelier contribuera\naux efforts",
    ),
]


def test_a_draft_says_what_was_found_and_nothing_else() -> None:
    details = draft_of(FOUND, language="fr")
    assert details.title == "L'OIM forme des agents"
    assert details.title_language == "fr"
    assert details.type is WorkshopType.TRAINING_OF_TRAINERS
    assert (details.starts_on, details.ends_on) == (PartialDate(2013, 5, 14), None)
    assert details.headcount.unknown == 40
    assert details.headcount.qualifier is CountQualifier.ABOUT
    assert [(row.agency.acronym, row.role) for row in details.agencies] == [
        ("OIM", AgencyRole.ORGANISER),
        ("MIA", AgencyRole.PARTICIPATING),
    ]
    assert [(row.person, row.country_code) for row in details.experts] == [(None, "PT"), (None, "GB")]
    assert details.quotes[0].text == "L'atelier contribuera aux efforts"
    assert details.city == ""
    assert details.funders == ()


def test_an_empty_text_gives_an_empty_draft() -> None:
    assert draft_of([], language="") == WorkshopDetails(title="", title_language="")


def test_a_name_and_its_acronym_are_told_apart() -> None:
    assert agency_ref("Autorité générale (GABP)") == AgencyRef(name="Autorité générale", acronym="GABP")
    assert agency_ref("GABP") == AgencyRef(name="GABP")


def test_an_address_that_hides_from_robots_is_one_that_can_be_registered() -> None:
    found = Read(field="contacts", value={"name": None, "email": "n.asanov[at]example.org"})
    draft = draft_of([found], language="en")
    assert draft.contacts[0].email == "n.asanov@example.org"
    assert outcome(found, draft) == (FindingStatus.ACCEPTED, None)


def test_an_amount_stands_in_the_row_of_its_funder_alone() -> None:
    given = Read(field="funding", value={"funder": "AFD", "amount": "48500.00", "currency": "EUR"})
    funders = [Read(field="funders", value="OIM"), Read(field="funders", value="AFD")]
    details = draft_of([*funders, given], language="fr")
    assert [(row.agency.name, row.amount, row.currency) for row in details.funders] == [
        ("OIM", None, ""),
        ("AFD", Decimal("48500.00"), "EUR"),
    ]
    assert outcome(given, details)[0] is FindingStatus.ACCEPTED
    assert outcome(given, draft_of(funders, language="fr"))[0] is FindingStatus.REJECTED
    assert draft_of([funders[0], given], language="fr").funders == draft_of(funders[:1], language="fr").funders


def test_what_stands_unchanged_was_accepted() -> None:
    details = draft_of(FOUND, language="fr")
    assert {outcome(found, details)[0] for found in FOUND} == {FindingStatus.ACCEPTED}


def test_what_was_typed_over_was_changed_and_what_was_emptied_rejected() -> None:
    details = replace(
        draft_of(FOUND, language="fr"),
        title="Autre titre",
        starts_on=None,
        headcount=Headcount(women=10, men=30),
    )
    by_field = {found.field: outcome(found, replace(details, agencies=details.agencies[:1])) for found in FOUND}
    assert by_field["title"] == (FindingStatus.CHANGED, "Autre titre")
    assert by_field["start_date"] == (FindingStatus.REJECTED, None)
    assert by_field["participants_count"] == (FindingStatus.ACCEPTED, None)  # 10 and 30 are the 40 of the text
    assert by_field["beneficiary_agencies"] == (FindingStatus.REJECTED, None)
    assert by_field["organisers"] == (FindingStatus.ACCEPTED, None)


def test_an_agency_typed_with_its_acronym_in_brackets_is_the_same() -> None:
    found = Read(field="organisers", value="Border Guard (BG)")
    details = draft_of([found], language="en")
    row = replace(details.agencies[0], agency=AgencyRef(name="Border Guard (BG)"))
    assert outcome(found, replace(details, agencies=(row,)))[0] is FindingStatus.ACCEPTED


@pytest.mark.parametrize(
    ("found", "women", "men", "unknown"),
    [
        ({"participants_count": 40}, None, None, 40),
        ({"participants_count": 40, "women_count": 18, "men_count": 22}, 18, 22, None),
        ({"participants_count": 40, "women_count": 12}, 12, None, 28),
        ({"women_count": 12}, 12, None, None),
    ],
)
def test_nobody_is_given_a_sex_that_the_text_does_not_give(
    found: dict[str, int], women: int | None, men: int | None, unknown: int | None
) -> None:
    details = draft_of([Read(field=name, value=value) for name, value in found.items()], language="en")
    assert (details.headcount.women, details.headcount.men, details.headcount.unknown) == (women, men, unknown)
