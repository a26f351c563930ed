"""Two who issue certificates at the same moment give each person one, over a database where all is truly committed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select

from tests.browsing import Browser
from tests.conftest import KEY
from tests.databases import Databases
from tests.factories import PASSWORD, an_organiser, make_office, make_user
from tests.integration.services.certificates import attended_workshop, person_ids
from tests.posting import form_on
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.access import command_actor
from workshops.extensions import db
from workshops.models import Certificate
from workshops.services import audit

EMAIL = "organiser@example.org"
AT_ONCE = 4


@pytest.fixture
def busy(tmp_path: Path, databases: Databases) -> Iterator[Flask]:
    """An application of its own, with one organiser and a workshop."""
    app = create_app(load_settings({"WORKSHOPS_SECRET_KEY": KEY, **databases.migrated()}, tmp_path))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = Browser
    with app.app_context():
        audit.act_as(db.session, command_actor())
        office = make_office(db.session)
        make_user(db.session, email=EMAIL, office=office)
        workshop = attended_workshop(db.session, an_organiser(db.session, office))
        app.config["WANTED"] = workshop.reference, person_ids(workshop)
        db.session.commit()
    yield app
    with app.app_context():
        db.engine.dispose()


def ready_to_issue(app: Flask) -> Callable[[], int]:
    """Somebody with the form open, who only has to press the button."""
    browser = app.test_client()
    assert browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD}).status_code == 303
    reference, people = app.config["WANTED"]
    address = f"/workshops/{reference}/certificates/issue"
    chosen = [str(people[name]) for name in ("Oyunchimeg", "Bat Erdene")]
    sent = {**form_on(browser.get(address).text), "people": chosen, "first_name": "Anna Keller"}
    return lambda: browser.post(address, data=sent).status_code


def test_each_person_gets_one_and_each_number_is_given_once(busy: Flask) -> None:
    acts, start = [ready_to_issue(busy) for _ in range(AT_ONCE)], Barrier(AT_ONCE)

    def press(act: Callable[[], int]) -> int:
        start.wait()
        return act()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        assert list(threads.map(press, acts)) == [303] * AT_ONCE
    with busy.app_context():
        found = db.session.execute(select(Certificate.position, Certificate.full_name).order_by(Certificate.position))
        assert [tuple(row) for row in found] == [(1, "Oyunchimeg"), (2, "Bat Erdene")]
