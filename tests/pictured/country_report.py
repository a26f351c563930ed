"""Reports on the trainings of a country and of the world."""

from datetime import date
from functools import partial

from workshops.documents.both import Both
from workshops.documents.country_report import CountryReportContext, country_report_page
from workshops.domain import enums as e
from workshops.domain.countries import country_name
from workshops.domain.partial_date import PartialDate
from workshops.domain.reach import Reach
from workshops.domain.training import Totals, Training
from workshops.maps.countries import countries_map
from workshops.maps.towns import country_map

TITLES = (
    "Border management and the detection of fraudulent travel documents",
    "Хил хамгаалах байгууллагын албан хаагчдын сургалт",
    "تدريب المدربين على مكافحة الاتجار بالأشخاص",
    "边境管理与旅行证件查验培训班",
)
CITIES = {"MN": ("Ulaanbaatar", "Erdenet", "Ulaanbaatar", "Khovd", "Nowhere"), "KG": ("Bishkek",), "PE": ("Lima",)}


def training(number: int, country: str = "MN") -> Training:
    """Some training, with a title in the script of its number."""
    cities = CITIES[country]
    return Training(
        reference=f"{country}G-20{10 + number % 5}-{number:03}",
        title=TITLES[number % 4],
        type=e.WorkshopType.WORKSHOP,
        status=e.WorkshopStatus.COMPLETED,
        starts_on=PartialDate(2010 + number % 5, 5, 29),
        ends_on=PartialDate(2010 + number % 5, 6, 2),
        country=country,
        city=cities[number % len(cities)],
        languages=("en",),
        organisers=("International Organization for Migration (IOM)", "General Authority for Border Protection (GABP)"),
        partners=(),
        funders=(),
        project="",
        topics=(),
        reach=Reach(women=7 + number, men=12, unknown=number % 3) if number % 4 else None,
    )


def report(rows: list[Training], country: str, sentence: str) -> CountryReportContext:
    """The report on these trainings."""
    totals = Totals(trainings=len(rows), women=1_240, men=1_910, other=3, unknown=40, without_numbers=2)
    year = Totals(trainings=len(rows) // 2, women=620, men=900, other=3, unknown=20, without_numbers=1)
    cities = {"Ulaanbaatar": 9, "Erdenet": 3, "Khovd": 2, "Nowhere": 2}
    name_of = partial(country_name, language="en")
    countries = [("MN", 16), ("KG", 7), ("PE", 1), ("", 1)]
    return CountryReportContext(
        sentence=sentence,
        office="Office in Mongolia",
        printed_on=date(2024, 6, 3),
        country_code=country,
        totals=totals,
        by_place=list(cities.items()) if country else countries,
        by_year=[(2014, totals), (2013, year), (None, year)],
        map=country_map(country, cities) if country else countries_map(dict(countries), name_of),
        rows=rows,
    )


def _pdf(kind: str) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    if kind == "country":
        rows = [training(number) for number in range(16)]
        return to_pdf(country_report_page(report(rows, "MN", "16 talleres en Mongolia"), "es"))
    rows = [training(number, country) for number, country in enumerate(("MN", "KG", "PE"))]
    sentence = Both({"fr": "3 ateliers en 2024", "en": "3 workshops in 2024"})
    return to_pdf(country_report_page(report(rows, "", sentence), ("fr", "en")))


PICTURES = {"country-report-es": partial(_pdf, "country"), "trainings-report-fr-en": partial(_pdf, "world")}
