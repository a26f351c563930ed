"""A brief with every part filled in."""

from datetime import date
from decimal import Decimal
from functools import partial

from workshops.documents import brief_context as b
from workshops.documents.both import Both
from workshops.documents.brief import brief_page
from workshops.documents.letterhead import Letterhead, Logo
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


def very_full_brief(words: str, stop: str = ". ", times: int = 1) -> b.BriefContext:
    """A brief of which everything is long, and all but a few names are made of these words."""
    roles, parts = list(e.AgencyRole), list(e.ExpertRole)
    sentences = "".join(f"{words} {words} {words} {number}{stop}" for number in range(10 * times)).strip()
    return full_brief(
        title=f"{words} {words} {words}",
        objectives=sentences,
        summary=f"{sentences}\n{sentences}\n{sentences}",
        topics=[f"{words} {number}" for number in range(8 * times)],
        legal_references=[f"{words} {words} {number}" for number in range(4 * times)],
        agencies=[b.AgencyLine(role=roles[n % len(roles)], name=f"{words} {words} {n}") for n in range(25 * times)],
        experts=[
            b.ExpertLine(role=parts[n % len(parts)], name=f"{words} {n}", affiliation=words * 2, country_code="PT")
            for n in range(10 * times)
        ],
        funders=[
            b.FunderLine(
                name=f"Fund {n} {words}",
                amount=Decimal(125_000 + n),
                currency="USD",
                grant_reference=f"TC.{n}",
                visibility_statement=sentences,
            )
            for n in range(8)
        ],
        quotes=[b.QuoteLine(text=sentences, speaker_name=words, speaker_title=words) for _ in range(3 * times)],
        contacts=[b.ContactLine(name=words, organisation=words * 2, email="kieran@example.org")] * 4 * times,
        sources=[b.SourceLine(headline=f"{words} {words} {number}", publisher=words) for number in range(4 * times)],
    )


def unbroken_brief(letters: str, logos: tuple[Logo, ...] = ()) -> b.BriefContext:
    """A brief of which everything is as long as it may be, and all words are of these letters without a space."""
    text = letters * (5000 // len(letters))
    name = text[:300]
    both = Both({"es": name, "fr": name[1:]})
    roles, many = list(e.AgencyRole), range(40)
    lines = {"name": name, "affiliation": name}
    return full_brief(
        **dict.fromkeys(("title", "office", "venue", "city"), name),
        **dict.fromkeys(("objectives", "summary"), text),
        target_audience=text[:1000],
        topics=[both] * 40,
        legal_references=[name] * 40,
        project=both,
        agencies=[b.AgencyLine(role=roles[n % len(roles)], name=both) for n in many],
        experts=[b.ExpertLine(role=e.ExpertRole.CO_TRAINER, **lines, country_code="PT") for _ in many],
        funders=[
            b.FunderLine(
                name=both,
                amount=Decimal(10**12 + n),
                currency="USD",
                grant_reference=name[:100],
                visibility_statement=text,
            )
            for n in range(20)
        ],
        quotes=[b.QuoteLine(text=text, speaker_name=name, speaker_title=name) for _ in many],
        contacts=[b.ContactLine(name=name, organisation=name, phone="1" * 60, email="a" * 242 + "@example.org")] * 40,
        sources=[b.SourceLine(headline=name + name[:200], publisher=name, url="https://" + "a" * 992) for _ in many],
        letterhead=Letterhead(logos=logos, logo_height=18, issuer=name[:200], footer=name[:120], contact=name),
        languages=("en", "mn", "fr", "es", "ar", "zh", "ru", "pt", "vi", "th"),
    )


def _pdf(language: str) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    return to_pdf(brief_page(full_brief(), language))


PICTURES = {"brief-en": partial(_pdf, "en"), "brief-fr": partial(_pdf, "fr")}
