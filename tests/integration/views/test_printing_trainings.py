"""The documents of a list of trainings: chosen on a page that leads on from the list, made for scripts and commands."""

import io
import json
import re
import threading
from datetime import timedelta

import pypdf
import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser
from tests.integration.views.test_printing import needs_libraries, words
from workshops.domain.jobs import JobKind
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import WorkshopDetails
from workshops.models import Job, Office
from workshops.services import workshops
from workshops.services.prints import country_report
from workshops.tasks.running import Runner


@pytest.fixture(autouse=True)
def _held(session: Session, office: Office) -> None:
    """Two trainings that are over, in two countries."""
    for title, country in (("Border management", "MN"), ("Document fraud", "SN")):
        day = PartialDate(2014, 5, 6)
        details = WorkshopDetails(title=title, country_code=country, starts_on=day, ends_on=day)
        workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))
    session.commit()


def test_the_list_leads_to_its_documents_with_its_filter(viewer_client: Browser) -> None:
    listed = viewer_client.get("/trainings/MN?year=2014").text
    address = re.search(r'href="(/trainings/print\?[^"]*)"', listed)
    assert address, "no way from the list to its documents"
    page = viewer_client.get(address[1].replace("&amp;", "&")).text
    assert re.search(r'type="hidden" name="country" value="MN"', page)
    assert re.search(r'type="hidden" name="year" value="2014"', page)
    assert "/trainings/country-report.pdf?country=MN&amp;year=2014" in page
    assert viewer_client.get("/trainings/brief.pdf?country=MN").status_code == 404


@needs_libraries
def test_a_report_holds_what_the_filter_chooses(viewer_client: Browser) -> None:
    answer = viewer_client.get("/trainings/country-report.pdf?country=MN&lang=fr")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert re.search(
        r'filename="MNG report on trainings \d{4}-\d\d-\d\d fr.pdf"', answer.headers["Content-Disposition"]
    )
    text = words(answer.data)
    assert "Border management" in text
    assert "Document fraud" not in text
    assert viewer_client.get("/trainings/country-report.json?country=MN&lang=fr").json["pages"] >= 1
    assert viewer_client.get("/trainings/country-report.png?country=MN&lang=fr").mimetype == "image/png"
    archived = viewer_client.get("/trainings/country-report.pdf?country=MN&archive=1").data
    (data,) = pypdf.PdfReader(io.BytesIO(archived)).attachments["trainings.json"]
    assert [row["title"] for row in json.loads(data)["rows"]] == ["Border management"]
    nothing = viewer_client.get("/trainings/country-report.json?country=MN&year=1999")
    assert (nothing.status_code, nothing.json["field"]) == (422, "")
    refused = viewer_client.get("/trainings/country-report.pdf?since=soon", headers={"Accept": "application/json"})
    assert (refused.status_code, refused.json["field"]) == (422, "since")


@needs_libraries
def test_a_long_report_is_made_by_a_worker(
    viewer_client: Browser, session: Session, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(country_report, "LONG", 0)
    led = viewer_client.get("/trainings/country-report.pdf?country=SN&lang=es")
    assert led.status_code == 303
    page = viewer_client.get(led.location).text
    assert 'formmethod="post" formaction="/trainings/country-report.pdf?country=SN"' in page
    answer = viewer_client.post("/trainings/country-report.pdf?country=SN", data={"lang": "es", "country": "SN"})
    job = session.scalars(select(Job)).one()
    assert (job.kind, job.params["trainings"]) == (JobKind.PRINT, {"country": "SN"})
    Runner(app, silence=timedelta(hours=1), stopping=threading.Event()).run(job.id)
    result = viewer_client.get(f"{answer.location}/result")
    assert "Document fraud" in words(result.data)
    result.close()
