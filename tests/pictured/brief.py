"""A brief with every part filled in."""

from datetime import date
from decimal import Decimal
from functools import partial

from workshops.documents import brief as b
from workshops.domain import enums as e
from workshops.domain.partial_date import PartialDate
from workshops.domain.reach import Reach

STORY = "Officials of both agencies worked for three days on the examination of travel documents. "


def full_brief(**changes: object) -> b.BriefContext:
    """A full brief, in which single values can be changed."""
    values: dict[str, object] = {
        "reference": "MNG-2024-003",
        "title": "Border management and the detection of fraudulent travel documents",
        "type": e.WorkshopType.WORKSHOP,
        "status": e.WorkshopStatus.COMPLETED,
        "office": "Office in Mongolia",
        "printed_on": date(2024, 6, 3),
        "starts_on": PartialDate(2024, 5, 6),
        "ends_on": PartialDate(2024, 5, 8),
        "country_code": "MN",
        "city": "Ulaanbaatar",
        "venue": "Immigration Agency, training hall",
        "languages": ("en", "mn"),
        "objectives": "Prevent irregular movements, and ease the travel of those who may cross.",
        "summary": STORY * 5,
        "target_audience": "Officers at border control",
        "topics": ("border protection", "fraudulent documents"),
        "legal_references": ("Protocol against the Smuggling of Migrants",),
        "project": "Capacity Building in Migration Management (CBMM)",
        "reach": Reach(women=17, men=23),
        "planned": 45,
        "agencies": (
            b.AgencyLine(role=e.AgencyRole.ORGANISER, name="International Organization for Migration"),
            b.AgencyLine(role=e.AgencyRole.PARTICIPATING, name="General Authority (GABP)"),
        ),
        "experts": (
            b.ExpertLine(role=e.ExpertRole.LEAD_TRAINER, name="Inês Carvalho", country_code="PT"),
            b.ExpertLine(role=e.ExpertRole.RESOURCE_PERSON, country_code="PH"),
        ),
        "funders": (
            b.FunderLine(
                name="IOM Development Fund",
                amount=Decimal(125000),
                currency="USD",
                grant_reference="TC.0714",
                visibility_statement="Made possible by the Fund.",
            ),
        ),
        "quotes": (b.QuoteLine(text="It will help.", speaker_name="Dashdorj Murun", speaker_title="Director"),),
        "contacts": (
            b.ContactLine(
                name="Kieran Best",
                organisation="Press office",
                phone="+976 7014 3100",
                email="kieran@example.org",
            ),
        ),
        "sources": (b.SourceLine(headline="Against irregular migration", published_on=date(2024, 5, 9)),),
    }
    return b.BriefContext(**{**values, **changes})


def _pdf(language: str) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    return to_pdf(b.brief_page(full_brief(), language))


PICTURES = {"brief-en": partial(_pdf, "en"), "brief-fr": partial(_pdf, "fr")}
