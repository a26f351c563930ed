"""Long work on its pages: asked for by a form, done by a worker, looked at by whoever asked."""

import io
import threading
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser
from tests.integration.views.test_press_files import handed_over
from tests.integration.views.test_printing import needs_libraries
from tests.text_files import zipped
from workshops.documents import renderer
from workshops.domain.jobs import JobStatus
from workshops.domain.workshop import WorkshopDetails
from workshops.models import Job, Office, PressRelease, Workshop
from workshops.services import workshops
from workshops.services.prints import attendee_sheet
from workshops.tasks.running import Runner

TOWNS = ("Dakar", "Lima", "Accra", "Hanoi", "Quito", "Tunis")


@pytest.fixture(scope="module", autouse=True)
def _end_of_printing() -> Iterator[None]:
    yield
    renderer.shared().close()


@pytest.fixture
def runner(app: Flask, session: Session) -> Runner:
    return Runner(app, silence=timedelta(hours=1), stopping=threading.Event())


def texts(*towns: str) -> dict[str, bytes]:
    sentence = "Training in {0}\n\nA three-day workshop for 30 border guards was held in {0}."
    return {f"{town}.txt": sentence.format(town).encode() for town in towns}


def only_job(session: Session) -> Job:
    session.expire_all()
    return session.scalars(select(Job)).one()


def test_many_press_releases_are_read_by_a_worker(organiser_client: Browser, session: Session, runner: Runner) -> None:
    archive = zipped({**texts(*TOWNS), "broken.docx": b"PK\x03\x04", "__MACOSX/x": b"x"})
    answer = handed_over(organiser_client, ("all.zip", archive))
    assert answer.status_code == 303
    page = organiser_client.get(answer.location)
    assert page.status_code == 202
    assert "Queued. It starts as soon as the worker is back; you may close this page." in page.text
    assert session.scalar(select(func.count()).select_from(PressRelease)) == 0
    assert handed_over(organiser_client, ("all.zip", archive)).location == answer.location, "the same order"
    runner.run(only_job(session).id)
    names = session.scalars(select(PressRelease.file_name)).all()
    assert sorted(names) == sorted(f"{town}.txt" for town in TOWNS)
    page = organiser_client.get(answer.location)
    assert page.status_code == 200
    for said in ("Ready: 6 of 7. Failed: 1.", "New press releases: 6. There before: 0.", "broken.docx", "damaged"):
        assert said in page.text
    again = handed_over(organiser_client, ("all.zip", archive))
    assert again.location != answer.location
    runner.run(int(again.location.rpartition("/")[2]))
    assert "New press releases: 0. There before: 6." in organiser_client.get(again.location).text
    assert session.scalar(select(func.count()).select_from(PressRelease)) == 6


def test_several_files_are_one_order_too(organiser_client: Browser, session: Session, runner: Runner) -> None:
    answer = handed_over(organiser_client, *texts(*TOWNS).items(), ("list.pages", b"x"))
    runner.run(only_job(session).id)
    page = organiser_client.get(answer.location).text
    assert "New press releases: 6." in page
    assert "&#39;list.pages&#39; cannot be read." in page
    assert "Partly ready" in page


def test_a_bad_archive_is_refused_in_the_form(organiser_client: Browser, session: Session) -> None:
    assert handed_over(organiser_client, ("all.zip", b"PK\x03\x04")).status_code == 422
    assert session.scalar(select(func.count()).select_from(Job)) == 0


@pytest.fixture
def references(session: Session, office: Office) -> list[str]:
    """Three workshops; the title of the second holds a sign that no font has."""
    by = an_organiser(session, office)
    titles = ("Document fraud", "Title with \U0001f9ff and \ue0b0", "Border management")
    made = [
        workshops.register(session, details=WorkshopDetails(title=title), office_id=office.id, by=by).reference
        for title in titles
    ]
    session.commit()
    return made


@needs_libraries
def test_prints_of_several_workshops_are_one_archive_without_the_one_that_failed(
    viewer_client: Browser, session: Session, runner: Runner, references: list[str]
) -> None:
    page = viewer_client.get("/workshops/print?state=drafts").text
    assert all(f'value="{reference}"' in page for reference in references)
    data = {"documents": ["brief", "attendee-sheet"], "lang": "fr", "paper": "A4", "references": [*references, "QQQ-1"]}
    answer = viewer_client.post("/workshops/print?state=drafts", data=data)
    assert answer.status_code == 303, answer.text
    assert viewer_client.get(f"{answer.location}/result").status_code == 404, "no half archive"
    runner.run(only_job(session).id)
    page = viewer_client.get(answer.location).text
    assert "Ready: 4 of 6. Failed: 2." in page
    assert references[1] in page
    assert "No font on this server can print" in page
    result = viewer_client.get(f"{answer.location}/result")
    assert result.mimetype == "application/zip"
    assert result.headers["Content-Disposition"].startswith('attachment; filename="documents ')
    assert result.headers["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(result.data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 4
        assert all(archive.read(name).startswith(b"%PDF") for name in archive.namelist())
        assert sorted({name[: len(references[0])] for name in archive.namelist()}) == [references[0], references[2]]
        assert any(name.endswith(" brief fr.pdf") for name in archive.namelist())
    result.close()


def test_nothing_chosen_is_refused_in_the_form(viewer_client: Browser, session: Session, references: list[str]) -> None:
    answer = viewer_client.post("/workshops/print", data={"documents": [], "lang": "en", "paper": "A4"})
    assert answer.status_code == 422
    assert "Choose a document." in answer.text
    assert "Choose a workshop." in answer.text
    data = {"documents": ["brief"], "references": references, "lang": "de"}
    refused = viewer_client.post("/workshops/print", data=data)
    assert refused.status_code == 422
    assert "&#39;de&#39; is not one of the choices." in refused.text
    assert session.scalar(select(func.count()).select_from(Job)) == 0


@needs_libraries
def test_a_long_sheet_is_made_by_a_worker(
    viewer_client: Browser, session: Session, runner: Runner, stored: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/workshops/{stored.reference}/attendee-sheet.pdf"
    assert viewer_client.get(address).status_code == 200
    monkeypatch.setattr(attendee_sheet, "LONG", 10)
    led = viewer_client.get(f"{address}?chosen=1&columns=sex&blank_rows=30&lang=es")
    assert (led.status_code, led.location.endswith("blank_rows=30&lang=es#attendee-sheet")) == (303, True)
    assert f'formmethod="post" formaction="{address}"' in viewer_client.get(led.location).text
    sent = {"lang": "es", "paper": "A4", "columns": ["sex"], "blank_rows": "30", "chosen": "1"}
    answer = viewer_client.post(address, data=sent)
    assert answer.status_code == 303, answer.text
    before = viewer_client.post(address.removesuffix(".pdf"), data=sent)
    assert before.location == answer.location, "the address that it had before asks for the same"
    runner.run(only_job(session).id)
    result = viewer_client.get(f"{answer.location}/result")
    assert result.mimetype == "application/pdf"
    assert f"{stored.reference} attendee sheet" in result.headers["Content-Disposition"]
    assert result.data.startswith(b"%PDF")
    result.close()
    again = viewer_client.get(f"{address}?chosen=1&columns=sex&blank_rows=30&lang=es")
    assert again.data == result.data, "what was made once is there at once"


def test_a_job_is_open_to_who_asked_and_to_administrators_alone(
    app: Flask, organiser_client: Browser, viewer_client: Browser, administrator_client: Browser, session: Session
) -> None:
    address = handed_over(organiser_client, *texts(*TOWNS).items()).location
    for client, status in ((viewer_client, 404), (organiser_client, 202), (administrator_client, 202)):
        assert client.get(address).status_code == status
        assert client.get(f"{address}/progress").status_code == (200 if status == 202 else 404)
    for act in ("cancel", "again"):
        assert viewer_client.post(f"{address}/{act}").status_code == 404
    assert viewer_client.get(f"{address}/result").status_code == 404
    assert address not in viewer_client.get("/jobs").text
    assert address in organiser_client.get("/jobs").text
    listed = administrator_client.get("/jobs").text
    assert address in listed
    assert organiser_client.user.name in listed


def test_a_stopped_job_goes_on_when_it_is_told_to(organiser_client: Browser, session: Session, runner: Runner) -> None:
    address = handed_over(organiser_client, *texts(*TOWNS).items()).location
    assert organiser_client.post(f"{address}/cancel").location == address
    page = organiser_client.get(address)
    assert page.status_code == 200
    assert "It was stopped. Done by then: 0." in page.text
    assert organiser_client.get(f"{address}/progress").json == {
        "status": "cancelled",
        "done": 0,
        "total": None,
        "sentence": "It was stopped. Done by then: 0.",
    }
    assert organiser_client.post(f"{address}/again").location == address
    runner.run(only_job(session).id)
    assert only_job(session).status is JobStatus.DONE


def test_looking_at_progress_is_no_click(organiser_client: Browser, session: Session) -> None:
    """The page asks by itself: a browser at which nobody sits is signed out all the same."""
    address = handed_over(organiser_client, *texts(*TOWNS).items()).location
    with organiser_client.session_transaction() as kept:
        kept["seen"] -= 300
    before = organiser_client.get(f"{address}/progress")
    assert "Set-Cookie" not in before.headers
    assert "Set-Cookie" in organiser_client.get(address).headers
