"""The same form from several connections at the same moment, over a database in which everything is truly committed."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.browsing import Browser
from tests.conftest import KEY
from tests.databases import Databases
from tests.factories import PASSWORD, make_user
from tests.posting import form_on
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.access import command_actor
from workshops.extensions import db
from workshops.models import Agency, Base, FormSubmission, PressRelease, Workshop
from workshops.services import audit

AT_ONCE = 4
EMAIL = "organiser@example.org"


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[Flask]:
    """An application of its own, with one organiser."""
    environ = {"WORKSHOPS_SECRET_KEY": KEY, **databases.migrated()}
    app = create_app(load_settings(environ, Path(tmp_path_factory.mktemp("busy"))))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = Browser
    with app.app_context():
        audit.act_as(db.session, command_actor())
        make_user(db.session, email=EMAIL)
        db.session.commit()
    yield app
    with app.app_context():
        db.engine.dispose()


def signed_in(app: Flask) -> Browser:
    browser = app.test_client()
    assert isinstance(browser, Browser)
    assert browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD}).status_code == 303
    return browser


@pytest.mark.parametrize(
    ("address", "model", "typed"),
    [
        ("/workshops/new", Workshop, {"title": "Visas"}),
        ("/agencies/new", Agency, {"name": "Coast Guard", "type": "government"}),
        ("/press", PressRelease, {"text": "Ulaanbaatar - A workshop on visas was held on 3 May 2016."}),
    ],
)
def test_one_record_is_made_and_every_answer_leads_to_it(
    busy: Flask, address: str, model: type[Base], typed: dict[str, str]
) -> None:
    browsers = [signed_in(busy) for _number in range(AT_ONCE)]
    sent = form_on(browsers[0].get(address).text) | typed
    start = Barrier(AT_ONCE)

    def send(browser: Browser) -> tuple[int, str | None]:
        start.wait()
        answer = browser.post(address, data=sent)
        return answer.status_code, answer.location

    with ThreadPoolExecutor(AT_ONCE) as threads:
        answers = set(threads.map(send, browsers))
    assert len(answers) == 1
    assert answers.pop()[0] == 303
    with busy.app_context():
        assert db.session.scalar(select(func.count()).select_from(model)) == 1
        noted = db.session.scalars(select(FormSubmission).where(FormSubmission.location.like(f"{address[:6]}%")))
        assert {row.location for row in noted}.isdisjoint({""})
