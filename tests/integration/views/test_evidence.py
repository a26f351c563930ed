"""The order of an evidence pack: a job for whoever may read the workshop, and what a worker makes of it."""

import zipfile
from datetime import timedelta
from io import BytesIO
from threading import Event

import pypdf
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.integration.views.test_printing import needs_libraries
from workshops.domain.jobs import JobKind, JobStatus
from workshops.models import Job, Workshop
from workshops.tasks.running import Runner


def order(browser: Browser, workshop: Workshop, **chosen: str) -> int:
    return browser.post(f"/workshops/{workshop.reference}/evidence-pack", data=chosen).status_code


@needs_libraries
def test_a_worker_makes_it(app: Flask, viewer_client: Browser, session: Session, stored: Workshop) -> None:
    stored.participations[0].person.full_name = "Zoe \ue000"
    session.flush()
    assert order(viewer_client, stored, lang="fr", second="en", **{"as": "zip"}) == 303
    job = session.scalars(select(Job).where(Job.kind == JobKind.EVIDENCE)).one()
    Runner(app, silence=timedelta(minutes=1), stopping=Event()).run(job.id)
    session.refresh(job)
    assert job.status is JobStatus.DONE
    result = viewer_client.get(f"/jobs/{job.id}/result")
    with zipfile.ZipFile(BytesIO(result.data)) as archive:
        names = archive.namelist()
        cover = " ".join(pypdf.PdfReader(BytesIO(archive.read(names[0]))).pages[0].extract_text().split())
    result.close()
    assert names[0].startswith(f"{stored.reference} evidence pack 2024-05-06 fr-en")
    assert "(U+E000), in: Zoe" in cover, "it says why a part is missing"
    assert not any("list of participants" in name for name in names)
    assert any(name.startswith("01 ") for name in names)
    assert "SHA256SUMS" in names


@needs_libraries
def test_a_script_gets_it_at_once(viewer_client: Browser, stored: Workshop) -> None:
    offered = viewer_client.get(f"/workshops/{stored.reference}/print.json").get_json()["evidence_pack"]
    answer = viewer_client.get(f"{offered['pdf']}?lang=es&second=en")
    assert (answer.status_code, answer.headers["Missing-Parts"]) == (200, "0")
    assert (
        "EXPEDIENTE DE PRUEBAS /\N{NO-BREAK SPACE}EVIDENCE PACK"
        in pypdf.PdfReader(BytesIO(answer.data)).pages[0].extract_text()
    )
    with zipfile.ZipFile(BytesIO(viewer_client.get(offered["zip"]).data)) as archive:
        assert "SHA256SUMS" in archive.namelist()
    assert viewer_client.get(f"{offered['zip']}?lang=xx").status_code == 422
    assert viewer_client.get("/workshops/MNG-1999-999/evidence-pack.zip").status_code == 404


def test_what_cannot_be_chosen_is_refused(viewer_client: Browser, stored: Workshop) -> None:
    assert order(viewer_client, stored, lang="xx") == 422
    assert order(viewer_client, stored, second="xx") == 422
    assert order(viewer_client, stored, **{"as": "exe"}) == 422
    assert viewer_client.post("/workshops/MNG-1999-999/evidence-pack").status_code in (400, 404)
