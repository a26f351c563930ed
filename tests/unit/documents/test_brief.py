from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workshops.documents.brief import brief_page
from workshops.documents.brief_context import AgencyLine, BriefContext, ExpertLine, FunderLine, QuoteLine
from workshops.documents.brief_fitting import SETTINGS, Arrangement, arranged, fitted
from workshops.documents.letterhead import Letterhead
from workshops.domain.enums import AgencyRole, CountQualifier, ExpertRole, WorkshopStatus, WorkshopType
from workshops.domain.offices import complete_order
from workshops.domain.partial_date import PartialDate
from workshops.domain.reach import Reach


def brief(**known: object) -> BriefContext:
    return BriefContext(
        **{
            "reference": "MNG-2013-001",
            "title": "Border management",
            "type": WorkshopType.WORKSHOP,
            "status": WorkshopStatus.COMPLETED,
            "office": "Office in Mongolia",
            "printed_on": date(2024, 5, 3),
            **known,
        }
    )


def arrangement(said: BriefContext) -> Arrangement:
    return arranged(fitted(said, SETTINGS[0]), "en")[0]


def test_agencies_stand_under_their_roles_in_the_order_of_the_list() -> None:
    lines = [
        AgencyLine(role=AgencyRole.PARTICIPATING, name="Police"),
        AgencyLine(role=AgencyRole.ORGANISER, name="IOM"),
        AgencyLine(role=AgencyRole.PARTICIPATING, name="Customs"),
    ]
    grouped = brief(agencies=lines).agencies_by_role
    assert [(role, list(under)) for role, under in grouped] == [
        (AgencyRole.ORGANISER, ["IOM"]),
        (AgencyRole.PARTICIPATING, ["Police", "Customs"]),
    ]


def test_agencies_stand_in_the_order_of_the_office_with_those_who_pay() -> None:
    lines = [
        AgencyLine(role=AgencyRole.ORGANISER, name="IOM"),
        AgencyLine(role=AgencyRole.HOST, name="Police"),
        AgencyLine(role=AgencyRole.HOST, name="École"),
    ]
    head = Letterhead(agency_order=complete_order(("funder", "host")), sorts_agencies=True)
    said = brief(agencies=lines, funders=[FunderLine(name="Fund")], letterhead=head)
    assert said.agencies_by_role == [("funder", ["Fund"]), ("host", ["École", "Police"]), ("organiser", ["IOM"])]
    assert head.funders_lead
    assert not Letterhead().funders_lead


@pytest.mark.parametrize(
    ("language", "wordings"),
    [
        ("en", ["April–May 2013", "about", "USD\u00a0125,000", "“It helped.”", "Participating agencies", "Organiser<"]),
        (
            "fr",
            [
                "Avril–mai 2013",
                "environ",
                "125\u202f000\u00a0USD",
                "«\u202fIt helped.\u202f»",
                "Organismes participants",
            ],
        ),
        ("es", ["Abril–mayo de 2013", "alrededor de", "125.000\u00a0USD", "«It helped.»", "Organismos participantes"]),
    ],
)
def test_the_whole_brief_is_worded_in_its_language(language: str, wordings: list[str]) -> None:
    html = brief_page(
        brief(
            starts_on=PartialDate(2013, 4),
            ends_on=PartialDate(2013, 5),
            reach=Reach(unknown=40),
            reach_qualifier=CountQualifier.ABOUT,
            agencies=[
                AgencyLine(role=AgencyRole.ORGANISER, name="IOM"),
                AgencyLine(role=AgencyRole.PARTICIPATING, name="Police"),
                AgencyLine(role=AgencyRole.PARTICIPATING, name="Customs"),
            ],
            funders=[FunderLine(name="Fund", amount=Decimal("125000"), currency="USD")],
            quotes=[QuoteLine(text="It helped.")],
        ),
        language,
    )
    assert f'<html lang="{language}"' in html
    assert [wording for wording in wordings if wording not in html] == []


def test_the_parts_of_a_brief_stand_where_they_leave_the_columns_of_like_length() -> None:
    bare, story = brief(), "Officials worked for three days on the examination of documents. " * 40
    agencies = [AgencyLine(role=AgencyRole.PARTICIPATING, name=f"Authority of the province {n}") for n in range(10)]
    long = [replace(each, name=each.name + " for labour and social protection") for each in agencies * 3]
    experts = [ExpertLine(role=ExpertRole.OBSERVER, name=f"Expert {number}") for number in range(6)]
    assert arrangement(bare) == Arrangement(closing_beside=True)
    assert arrangement(replace(bare, summary=story, agencies=agencies, experts=experts)) == Arrangement()
    beside = arrangement(replace(bare, agencies=agencies, experts=experts))
    assert beside == Arrangement(experts_aside=False, closing_beside=True)
    assert not arrangement(replace(bare, agencies=long, experts=experts)).agencies_aside
    for summary, place in ((story, -1), ("", 1)):
        said = replace(bare, objectives="Ease travel.", summary=summary, experts=experts, agencies=agencies)
        page = brief_page(said, "en")
        assert (page.index("Expert 0") - page.index("Ease travel.")) * place > 0


def test_what_is_not_known_leaves_no_heading_behind() -> None:
    html = brief_page(brief(), "en")
    assert "Date not known" in html
    for heading in ("People", "Experts", "Funding", "Contacts", "Source", "Purpose", "Topics", "Venue"):
        assert f">{heading}<" not in html


def test_an_expert_may_be_known_by_country_only() -> None:
    html = brief_page(brief(experts=[ExpertLine(role=ExpertRole.RESOURCE_PERSON, country_code="PT")]), "fr")
    assert "Portugal" in html


def test_a_cancelled_workshop_says_so_above_its_title() -> None:
    assert "<strong>Cancelled</strong>" in brief_page(brief(status=WorkshopStatus.CANCELLED), "en")
