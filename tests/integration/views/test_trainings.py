import csv
import io
import json
import re
import time
import zipfile
from collections.abc import Callable
from urllib.parse import quote

import html5lib
import pytest
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import an_organiser, make_office
from workshops.domain.enums import AgencyRole, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import AgencyRef, AgencyRow, FunderRow, Headcount, TopicRef, WorkshopDetails
from workshops.models import Office
from workshops.services import trainings, workshops

Register = Callable[..., str]


@pytest.fixture
def register(session: Session, office: Office) -> Register:
    def registered(title: str, **details: object) -> str:
        given = WorkshopDetails(**{"title": title, "starts_on": PartialDate(2013, 5, 14), **details})  # type: ignore[arg-type]
        stored = workshops.register(session, details=given, office_id=office.id, by=an_organiser(session, office))
        session.commit()
        return stored.reference

    return registered


def texts(page: str, path: str) -> list[str]:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return [" ".join("".join(element.itertext()).split()) for element in tree.findall(path)]


def titles(page: str) -> list[str]:
    return texts(page, ".//section//tbody//th//a")


def test_countries_stand_first_with_their_counts_then_the_list(viewer_client: Browser, register: Register) -> None:
    for title, country in (("A", "MN"), ("B", "MN"), ("C", "CN"), ("D", "")):
        register(title, country_code=country)
    page = viewer_client.get("/trainings?sort=title").text
    assert texts(page, ".//h1") == ["4 workshops"]
    assert titles(page) == ["A", "B", "C", "D"]
    assert re.findall(r'<a href="([^"]*)"><title>([^<]*)</title>', page) == [
        ("/trainings/MN?sort=title", "Mongolia: 2 workshops"),
        ("/trainings/CN?sort=title", "China: 1 workshop"),
    ], "on the map"
    bars = texts(page, ".//div[@class='charts']/div[1]/figure/ul/li")
    assert bars == ["Mongolia 2", "No country 1", "China 1"]
    assert page.index("Mongolia") < page.index('id="list"')
    assert "/trainings/MN?sort=title" in page


def test_a_country_has_a_page_of_its_own(viewer_client: Browser, register: Register) -> None:
    register("A", country_code="MN", headcount=Headcount(women=3, men=4))
    register("B", country_code="CN")
    page = viewer_client.get("/trainings/MN").text
    assert texts(page, ".//h1") == ["1 workshop in Mongolia"]
    assert titles(page) == ["A"]
    assert texts(page, ".//section//tbody//td")[-3:] == ["3", "4", "7"]
    assert re.findall(r'<a href="/trainings/(..)" class="chosen"', page) == ["MN"], "on the map of all countries"
    assert titles(viewer_client.get("/trainings/none").text) == []
    assert viewer_client.get("/trainings/XX").status_code == 404
    moved = viewer_client.get("/trainings/mn?year=2013&_external=1&_scheme=javascript")
    assert (moved.status_code, moved.location) == (301, "/trainings/MN?year=2013")


def test_the_filter_and_its_sentence_speak_the_language_of_the_page(viewer_client: Browser, register: Register) -> None:
    register(
        "A",
        type=WorkshopType.SEMINAR,
        country_code="MN",
        agencies=(AgencyRow(agency=AgencyRef(name="IOM"), role=AgencyRole.ORGANISER),),
    )
    viewer_client.post("/language", data={"language": "fr"})
    page = viewer_client.get("/trainings?type=seminar&country=MN&year=2013").text
    assert texts(page, ".//h1") == ["1 séminaire en Mongolie en 2013"]
    assert {"Séminaire", "Mongolie", "2013"} <= set(texts(page, ".//option[@selected]"))
    assert texts(page, ".//form[@id='filter']//button[@class='btn btn-primary']") == ["Afficher"]


def test_files_hold_the_rows_of_the_page_and_of_all_pages(
    monkeypatch: pytest.MonkeyPatch, viewer_client: Browser, register: Register
) -> None:
    monkeypatch.setattr(trainings, "ROWS_ON_A_PAGE", 2)
    for number in range(3):
        register(f"=T{number}", country_code="MN", topics=(TopicRef(label="Visas"),))
    register("other", country_code="CN")
    query = "?country=MN&sort=-title"
    pages = [titles(viewer_client.get(f"/trainings{query}&page={number}").text) for number in (1, 2)]
    assert pages == [["=T2", "=T1"], ["=T0"]]
    shown = [title for page in pages for title in page]

    answer = viewer_client.get(f"/trainings.csv{query}")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="trainings-20')
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))
    assert [row["Title"].removeprefix("'") for row in rows] == shown
    assert all(row["Title"].startswith("'=") for row in rows)

    content = json.loads(viewer_client.get(f"/trainings.json{query}").data)
    assert [row["title"] for row in content["rows"]] == shown
    assert content["sentence"] == "3 workshops in Mongolia"
    assert list(content["columns"].values()) == list(rows[0])

    with zipfile.ZipFile(io.BytesIO(viewer_client.get(f"/trainings.xlsx{query}").data)) as book:
        strings, about = (book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2))
    assert "<f>" not in strings
    assert strings.index("=T2") < strings.index("=T1") < strings.index("=T0")
    assert "3 workshops in Mongolia" in about


def test_downloads_and_pages_keep_what_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, viewer_client: Browser, register: Register
) -> None:
    monkeypatch.setattr(trainings, "ROWS_ON_A_PAGE", 1)
    for title in "AB":
        register(title, country_code="MN", city="Oulan-Bator")
    page = viewer_client.get("/trainings/MN?text=oulan%20bat&sort=title").text
    assert "/trainings.csv?country=MN&amp;text=oulan+bat&amp;sort=title" in page
    assert "/trainings/MN?text=oulan+bat&amp;sort=title&amp;page=2" in page
    assert "/trainings/MN?text=oulan+bat&amp;sort=-title" in page


@pytest.mark.parametrize(
    "text",
    ["(" * 2000, "OR " * 3000, '"', "NEAR(", "a*", "title:x", "%", "_", "'; DROP TABLE workshop;--", "***"],
)
def test_any_words_are_answered_at_once(viewer_client: Browser, register: Register, text: str) -> None:
    register("Formation")
    viewer_client.get("/trainings?text=formation")  # templates are compiled once
    started = time.process_time()  # other work of the machine does not count
    answer = viewer_client.get(f"/trainings?text={quote(text)}")
    assert answer.status_code == 200
    assert time.process_time() - started < 0.3
    assert titles(answer.text) == []
    assert "Nothing found for" in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "sort=title;DROP TABLE workshop",
        "sort=-",
        "order=desc'",
        "country=' OR 1=1",
        "country=a&country=b",
        "year=abc",
        "topic=1 OR 1",
        "type=%27",
        "agency=99999999999999999999",
        "since=31/02/2025",
        "page=-1",
        "page=99999999",
    ],
)
def test_a_changed_address_is_answered_as_if_it_asked_for_nothing(
    viewer_client: Browser, register: Register, query: str
) -> None:
    register("A")
    answer = viewer_client.get(f"/trainings?{query}")
    assert answer.status_code == 200
    assert titles(answer.text) == ["A"]


def test_a_mistyped_filter_is_said_on_the_page_and_gives_no_file(viewer_client: Browser, register: Register) -> None:
    register("A")
    page = viewer_client.get("/trainings?country=ZZ&since=2016&until=2014").text
    assert texts(page, ".//p[@id='country-error']") == ["“ZZ” cannot be chosen here."]
    assert texts(page, ".//p[@id='until-error']") == [
        "The end date (2014) is before the start date (2016). Change one of them."
    ]
    refused = viewer_client.get("/trainings.json?country=ZZ")
    assert refused.status_code == 422
    assert refused.json["field"] == "country"


def test_a_date_that_is_none_is_said_at_its_field_and_kept(viewer_client: Browser, register: Register) -> None:
    register("A")
    page = viewer_client.get("/trainings?since=31/02/2025").text
    assert texts(page, ".//p[@id='since-error']") == [
        "31/02/2025 is not a date. Use day, month and year, for example 28 February 2025."
    ]
    assert 'value="31/02/2025"' in page


def test_letters_of_titles_and_words_are_shown_as_they_are(viewer_client: Browser, register: Register) -> None:
    register("<script>alert(1)</script> “x”", country_code="MN", city="</td><b>")
    page = viewer_client.get("/trainings?text=script").text
    assert titles(page) == ["<script>alert(1)</script> “x”"]
    assert "<script>alert" not in page
    assert "&lt;img" in viewer_client.get("/trainings?text=<img src=x onerror=alert(1)>").text


def test_empty_pages_say_what_belongs_here(viewer_client: Browser, register: Register) -> None:
    assert "Register a workshop" in viewer_client.get("/trainings").text
    register("A")
    assert "No past workshop fits all of this" in viewer_client.get("/trainings?year=1999").text


def test_an_office_sees_its_own_trainings_only(
    session: Session, viewer_client: Browser, administrator_client: Browser, register: Register
) -> None:
    stranger = make_office(session)
    details = WorkshopDetails(title="Hidden", starts_on=PartialDate(2013), country_code="KZ")
    workshops.register(session, details=details, office_id=stranger.id, by=an_organiser(session, stranger))
    register("A", country_code="MN")
    page = viewer_client.get("/trainings").text
    assert titles(page) == ["A"]
    assert "Kazakhstan" not in page
    assert "Hidden" not in viewer_client.get("/trainings.json").text
    assert sorted(titles(administrator_client.get("/trainings").text)) == ["A", "Hidden"]


def test_the_page_takes_the_same_statements_for_one_and_for_many(
    session: Session, viewer_client: Browser, register: Register
) -> None:
    def statements() -> int:
        with counted_statements(session.get_bind().engine) as sent:
            assert viewer_client.get("/trainings?country=MN").status_code == 200
        return len(sent)

    details = {
        "country_code": "MN",
        "languages": ("mn", "en"),
        "topics": (TopicRef(label="Visas"),),
        "funders": (FunderRow(agency=AgencyRef(name="Fund")),),
        "agencies": (AgencyRow(agency=AgencyRef(name="Agency")),),
    }
    register("T", **details)
    few = statements()
    assert statements() == 2, "who is signed in, and whether anything changed"
    for number in range(12):
        register(f"T{number}", **details)
    assert statements() == few <= 12
