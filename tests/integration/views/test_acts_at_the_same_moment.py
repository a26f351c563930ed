"""Deleting, merging and editing the same records at the same moment, over a database where all is truly committed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.browsing import Browser
from tests.conftest import KEY
from tests.databases import Databases
from tests.factories import PASSWORD, make_office, make_user
from tests.posting import form_on
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.access import command_actor
from workshops.domain.enums import Role
from workshops.domain.register_details import AgencyDetails
from workshops.domain.workshop import AgencyRef, AgencyRow, WorkshopDetails
from workshops.extensions import db
from workshops.models import Act, Agency, Workshop, WorkshopAgency
from workshops.services import agencies, audit, workshops

EMAIL = "chief@example.org"
BY = command_actor()


@pytest.fixture
def busy(tmp_path: Path, databases: Databases) -> Iterator[Flask]:
    """An application of its own, with one administrator, two records of one agency and a workshop of both."""
    app = create_app(load_settings({"WORKSHOPS_SECRET_KEY": KEY, **databases.migrated()}, tmp_path))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = Browser
    with app.app_context():
        audit.act_as(db.session, BY)
        office = make_office(db.session)
        make_user(db.session, email=EMAIL, role=Role.ADMINISTRATOR, office=None)
        for name in ("Border Guard", "Border Guards"):
            agencies.save(db.session, details=AgencyDetails(name=name), by=BY)
        rows = tuple(AgencyRow(agency=AgencyRef(name=name)) for name in ("Border Guard", "Border Guards"))
        workshops.register(
            db.session, details=WorkshopDetails(title="Visas", agencies=rows), office_id=office.id, by=BY
        )
        db.session.commit()
    yield app
    with app.app_context():
        db.engine.dispose()


def signed_in(app: Flask) -> Browser:
    browser = app.test_client()
    assert isinstance(browser, Browser)
    assert browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD}).status_code == 303
    return browser


def at_once(*acts: Callable[[], int]) -> list[int]:
    """The statuses of the answers to requests that begin at the same moment."""
    start = Barrier(len(acts))

    def do(act: Callable[[], int]) -> int:
        start.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(do, acts))


def count(app: Flask, model: type[Act] | type[Agency] | type[WorkshopAgency] | type[Workshop]) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_two_merges_at_once_make_one(busy: Flask) -> None:
    first, second = signed_in(busy), signed_in(busy)
    sent = form_on(first.get("/agencies/1/merge?with=2").text)
    statuses = at_once(
        *(lambda one=one: one.post("/agencies/1/merge", data=sent).status_code for one in (first, second))
    )
    assert statuses == [303, 303]
    assert (count(busy, Act), count(busy, Agency), count(busy, WorkshopAgency)) == (1, 1, 1)


def test_an_edit_during_a_merge_is_refused_or_comes_first(busy: Flask) -> None:
    first, second = signed_in(busy), signed_in(busy)
    merged = form_on(first.get("/agencies/1/merge?with=2").text)
    edited = form_on(second.get("/agencies/2/edit").text) | {"name": "Guards of the border"}
    merge, edit = at_once(
        lambda: first.post("/agencies/1/merge", data=merged).status_code,
        lambda: second.post("/agencies/2/edit", data=edited).status_code,
    )
    assert (merge, edit) in {(303, 410), (303, 503), (409, 303), (503, 303)}  # 503: what was looked up has gone by now
    if merge == 303:
        assert second.post("/agencies/2/edit", data=edited).status_code == 410
    with busy.app_context():
        names = set(db.session.scalars(select(Agency.name)))
    assert ("Guards of the border" in names) == (edit == 303)


def test_an_edit_of_a_workshop_that_is_deleted_meanwhile_keeps_its_text(busy: Flask) -> None:
    first, second = signed_in(busy), signed_in(busy)
    with busy.app_context():
        reference = db.session.scalars(select(Workshop.reference)).one()
    edited = form_on(second.get(f"/workshops/{reference}/edit").text) | {"summary": "Three days"}
    deleted, edit = at_once(
        lambda: first.post(f"/workshops/{reference}/delete", data={"reason": "Twice"}).status_code,
        lambda: second.post(f"/workshops/{reference}/edit", data=edited).status_code,
    )
    assert deleted == 303
    assert edit in {303, 410}
    assert count(busy, Workshop) == 0
    again = second.post(f"/workshops/{reference}/edit", data=edited | {"summary": "Four days"})
    assert again.status_code == 410
    assert "Four days" in again.text


def test_two_who_undo_at_once_bring_it_back_once(busy: Flask) -> None:
    first, second = signed_in(busy), signed_in(busy)
    with busy.app_context():
        reference = db.session.scalars(select(Workshop.reference)).one()
    first.post(f"/workshops/{reference}/delete", data={"reason": "Twice"})
    statuses = at_once(*(lambda one=one: one.post("/acts/1/undo").status_code for one in (first, second)))
    assert statuses == [303, 303]
    assert (count(busy, Workshop), count(busy, WorkshopAgency)) == (1, 2)
