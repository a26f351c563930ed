"""Letters from the page of prints: one file for all, or an archive with a file for each."""

import io
import re
import zipfile
from datetime import date
from urllib.parse import unquote

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser
from tests.integration.views.test_jobs import runner  # noqa: F401 - a fixture
from tests.integration.views.test_printing import needs_libraries, words
from workshops.domain import workshop as w
from workshops.domain.enums import DatePrecision
from workshops.domain.jobs import JobStatus
from workshops.models import Job, Office, Workshop
from workshops.services import workshops
from workshops.tasks.running import Runner

UNPRINTABLE = "\ue0b0"


@pytest.fixture
def reference(session: Session, office: Office) -> str:
    """A workshop with two people of the same name and one whose name no font can print."""
    names = ("Bat Bold", f"Anna {UNPRINTABLE} Keller", "Bat Bold")
    people = tuple(
        w.ParticipantRow(person=w.PersonRef(full_name=name), email=f"p{n}@x.org") for n, name in enumerate(names)
    )
    details = w.WorkshopDetails(
        title="Border management",
        agencies=(w.AgencyRow(agency=w.AgencyRef(name="Police"), seats=2),),
        participants=people,
    )
    made = workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))
    session.commit()
    return made.reference


@needs_libraries
def test_all_letters_are_one_file_named_after_its_languages(organiser_client: Browser, reference: str) -> None:
    answer = organiser_client.get(f"/workshops/{reference}/nomination-letters.pdf?lang=fr&deadline=12+avril+2024")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert f"{reference} letters asking for nominations Police fr.pdf" in unquote(answer.headers["Content-Disposition"])
    facts = organiser_client.get(f"/workshops/{reference}/nomination-letters.json?lang=fr&second=en&deadline=1.4.2024")
    assert facts.json["file_name"] == f"{reference} letters asking for nominations Police fr-en.pdf"
    assert facts.json["sentence"].startswith(
        "Each letter in two languages, its addressee’s first · Français and English"
    )


def test_the_card_of_letters_says_what_to_think_of_before(
    organiser_client: Browser, reference: str, session: Session
) -> None:
    caution = "This workshop is over; the letters say that it will be held."
    early = "This workshop is not over, as far as the record says; the report tells what is known so far."
    address = f"/workshops/{reference}/print?lang=fr&second=en"
    page = organiser_client.get(address).text
    assert (page.count(caution), page.count(early)) == (0, 1)
    workshop = session.scalars(select(Workshop)).one()
    workshop.starts_on, workshop.starts_precision = date(2013, 1, 1), DatePrecision.YEAR
    session.commit()
    page = organiser_client.get(address).text
    assert (page.count(caution), page.count(early)) == (2, 0)
    assert page.count("Each letter in two languages, its addressee’s first · A4") == 2


@needs_libraries
def test_letters_that_nobody_signs_have_a_line_for_it(organiser_client: Browser, reference: str) -> None:
    address = f"/workshops/{reference}/nomination-letters.pdf?lang=en&deadline=2024-04-12&signatory="
    said = [words(organiser_client.get(address + name).data) for name in ("", "Ana+Chief")]
    assert ["Name and signature" in text for text in said] == [True, False]


def test_a_wrong_day_is_said_at_its_field(organiser_client: Browser, reference: str) -> None:
    answer = organiser_client.get(f"/workshops/{reference}/nomination-letters.pdf?deadline=soon")
    assert answer.status_code == 422
    assert 'id="nomination-letters-deadline-error"' in answer.text
    assert "soon is not a date." in answer.text


@needs_libraries
def test_in_an_archive_each_letter_is_a_file_and_one_that_cannot_be_printed_fails_alone(
    app: Flask,
    organiser_client: Browser,
    session: Session,
    reference: str,
    runner: Runner,  # noqa: F811
) -> None:
    sent = {"documents": ["invitation-letters"], "lang": "en", "paper": "A4", "invitation-letters.signatory": "Zoe"}
    answer = organiser_client.post(f"/workshops/{reference}/print", data=sent)
    assert answer.status_code == 303
    job = session.scalars(select(Job)).one()
    runner.run(job.id)
    session.refresh(job)
    page = organiser_client.get(answer.location).text
    assert job.status is JobStatus.DONE
    assert re.search(rf"Letters of invitation: Anna {UNPRINTABLE} Keller", page)
    assert "No font on this server can print" in page
    assert f"<title>Documents of {reference}" in page
    result = organiser_client.get(f"/jobs/{job.id}/result")
    with zipfile.ZipFile(io.BytesIO(result.data)) as archive:
        names = sorted(archive.namelist())
    result.close()
    assert names == [
        f"{reference} letters of invitation Bat Bold en (2).pdf",
        f"{reference} letters of invitation Bat Bold en.pdf",
    ]
