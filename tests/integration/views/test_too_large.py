"""A file that is too large takes nothing with it that was typed before."""

import io
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.posting import form_on
from workshops.models import Document, UnfinishedForm, Workshop

SAID = {"CONTENT_LENGTH": str(23 * 1024**2)}  # how long the request says it is; only its beginning is sent here


def too_large(sent: dict[str, Any]) -> dict[str, Any]:
    return sent | {"file": (io.BytesIO(b"x" * 100_000), "film.pdf")}


def test_the_title_of_a_document_is_kept(organiser_client: Browser, session: Session, stored: Workshop) -> None:
    address = f"/workshops/{stored.reference}/documents/new"
    sent = form_on(organiser_client.get(address).text) | {"title": "Agenda of the second day", "type": "agenda"}
    refused = organiser_client.post(address, data=too_large(sent), environ_overrides=SAID)
    assert refused.status_code == 413
    assert "The file has 23 MB; at most 20 MB can be uploaded." in refused.text
    there = refused.text.split('<p><a class="btn btn-primary" href="')[1].split('"')[0]
    form = form_on(organiser_client.get(there).text)
    assert (form["title"], form["type"]) == ("Agenda of the second day", "agenda")
    small: dict[str, Any] = form | {"file": (io.BytesIO(b"Agenda"), "agenda.txt")}
    assert organiser_client.post(address, data=small).status_code == 303
    assert session.scalars(select(Document.title)).one() == "Agenda of the second day"
    assert session.scalars(select(UnfinishedForm)).all() == []


@pytest.mark.parametrize("token", ["", "wrong"])
def test_a_form_without_its_token_is_not_kept(
    app: Flask, monkeypatch: pytest.MonkeyPatch, organiser_client: Browser, session: Session, token: str
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    refused = organiser_client.post(
        "/press", data=too_large({"text": "Planted", "csrf_token": token}), environ_overrides=SAID
    )
    assert refused.status_code == 413
    assert session.scalars(select(UnfinishedForm)).all() == []


def test_a_form_with_its_token_is_kept(
    app: Flask, monkeypatch: pytest.MonkeyPatch, organiser_client: Browser, session: Session
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    sent = form_on(organiser_client.get("/press").text) | {"text": "Ulaanbaatar – 3 May"}
    assert organiser_client.post("/press", data=too_large(sent), environ_overrides=SAID).status_code == 413
    assert session.scalars(select(UnfinishedForm)).one().fields["text"] == ["Ulaanbaatar – 3 May"]


def test_nobody_signed_in_and_broken_bodies_are_only_refused(
    app: Flask, monkeypatch: pytest.MonkeyPatch, client: Browser, organiser_client: Browser, session: Session
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    assert client.post("/press", data=too_large({"text": "x"}), environ_overrides=SAID).status_code == 413
    for body in (b"", b"--x\r\nnothing" * 9, b"--x\r\n" + b"a" * 600_000):
        kind = "multipart/form-data; boundary=x"
        broken = organiser_client.post("/press", data=body, content_type=kind, environ_overrides=SAID)
        assert broken.status_code == 413
    assert session.scalars(select(UnfinishedForm)).all() == []
