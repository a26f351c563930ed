"""Many who write at the same moment, in transactions that truly end: nothing is there twice, nothing is overwritten."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.databases import Databases
from tests.factories import an_organiser, make_office
from workshops.app import create_app
from workshops.config import load_settings
from workshops.domain.access import Actor, command_actor
from workshops.domain.enums import AgencyRole, WorkshopType
from workshops.domain.workshop import AgencyRef, AgencyRow, ParticipantRow, PersonRef, WorkshopDetails
from workshops.errors import Conflict, TooManyTries
from workshops.extensions import db
from workshops.models import Agency, AuditEntry, Person, PressRelease, User, Workshop
from workshops.models.base import now
from workshops.services import answers, audit, press, sign_in, throttle, workshops
from workshops.storage import told

AT_ONCE = 8
COUNTRIES = ("MN", "KG", "KZ", "TJ", "UZ", "NP", "BT", "LK")  # each counts its workshops apart
T = TypeVar("T")


class Site:
    """An installation of its own with one office, in which many act at once."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.by: Actor = self.alone(lambda session: an_organiser(session, make_office(session)))

    def alone(self, act: Callable[[Session], T]) -> T:
        """What `act` gives in a transaction of its own, which is kept."""
        with self.app.app_context():
            audit.act_as(db.session, getattr(self, "by", command_actor()))
            answer = act(db.session)
            db.session.commit()
            return answer

    def at_once(self, act: Callable[[Session, int], T]) -> list[T | Exception]:
        """What each of many gets who act at the same moment: its answer, or the error it is told."""
        start = Barrier(AT_ONCE)

        def one(number: int) -> T | Exception:
            start.wait()
            try:
                return self.alone(lambda session: act(session, number))
            except Exception as error:
                return told(error)

        with ThreadPoolExecutor(AT_ONCE) as threads:
            return list(threads.map(one, range(AT_ONCE)))

    def register(self, session: Session, details: WorkshopDetails) -> str:
        return workshops.register(session, details=details, office_id=self.by.office_id or 0, by=self.by).reference


@pytest.fixture
def site(tmp_path: Path, databases: Databases) -> Iterator[Site]:
    app = create_app(load_settings(databases.migrated(), tmp_path))
    yield Site(app)
    with app.app_context():
        db.engine.dispose()


def details(**given: object) -> WorkshopDetails:
    said = {"title": "Reading passports", "type": WorkshopType.WORKSHOP, "country_code": "MN"} | given
    return WorkshopDetails(**said)  # type: ignore[arg-type]


def test_each_workshop_gets_a_number_of_its_own_and_none_is_left_out(site: Site) -> None:
    given = site.at_once(lambda session, _number: site.register(session, details()))
    assert sorted(map(str, given)) == [f"MNG-{now().year}-{number:03d}" for number in range(1, AT_ONCE + 1)]


def test_of_two_who_change_one_workshop_the_second_is_told(site: Site) -> None:
    reference = site.alone(lambda session: site.register(session, details()))

    def change(session: Session, number: int) -> int:
        row = AgencyRow(agency=AgencyRef(name="Coast Guard"), role=AgencyRole.HOST)
        said = details(city=f"Town {number}", agencies=(row,))
        return workshops.update(session, reference=reference, details=said, expected_version=1, by=site.by).version

    given = site.at_once(change)
    assert sum(isinstance(version, int) for version in given) == 1
    assert {type(error).__name__ for error in given if isinstance(error, Exception)} == {"StaleEdit"}


def test_a_new_agency_and_a_new_person_are_there_once(site: Site) -> None:
    def register(session: Session, number: int) -> str:
        agency = AgencyRef(name=("Coast Guard", "COAST  GUARD")[number % 2])
        person = ParticipantRow(person=PersonRef(full_name=("Tömör Bat", "Tomor  Bat")[number % 2]), agency=agency)
        return site.register(session, details(participants=(person,), country_code=COUNTRIES[number]))

    assert not [error for error in site.at_once(register) if isinstance(error, Exception)]
    assert site.alone(lambda session: session.scalar(select(func.count()).select_from(Agency))) == 1
    assert site.alone(lambda session: session.scalar(select(func.count()).select_from(Person))) == 1


def test_one_text_is_received_once_and_becomes_one_workshop(site: Site) -> None:
    def receive(session: Session, _number: int) -> int:
        text = "Ulaanbaatar - A workshop on visas was held on 3 May 2016."
        return press.receive(session, text=text, office_id=site.by.office_id or 0, by=site.by).press_release.id

    ids = set(site.at_once(receive))
    assert len(ids) == 1
    release = ids.pop()
    assert isinstance(release, int)
    given = site.at_once(
        lambda session, _number: press.accept(session, press_release_id=release, details=details(), by=site.by).id
    )
    assert sum(isinstance(answer, int) for answer in given) == 1
    assert sum(isinstance(answer, Conflict) for answer in given) == AT_ONCE - 1
    assert site.alone(lambda session: session.scalar(select(func.count()).select_from(Workshop))) == 1
    assert site.alone(lambda session: session.scalar(select(func.count()).select_from(PressRelease))) == 1


def test_tries_at_once_are_counted_like_tries_one_after_the_other(site: Site) -> None:
    email = site.alone(lambda session: session.scalars(select(User.email)).first() or "nobody@example.org")

    def guess(_session: Session, number: int) -> str:
        with site.app.app_context():
            try:
                address = f"192.0.2.{number}"
                sign_in.authenticate(db.session, email=email, password="wrong", address=address, now=now())
            except (sign_in.WrongSignIn, TooManyTries) as error:
                db.session.commit()
                return type(error).__name__
        return "in"

    for number in range(throttle.PER_ACCOUNT - 3):
        site.alone(lambda session, number=number: guess(session, number))  # type: ignore[misc]
    given = site.at_once(guess)
    assert given.count("WrongSignIn") == 3
    assert given.count("TooManyTries") == AT_ONCE - 3


def test_an_answer_is_never_older_than_the_record_whoever_commits_first(site: Site) -> None:
    """On PostgreSQL a transaction with a later number may be visible while one with an earlier number is not."""

    def count(session: Session) -> int:
        return answers.kept(session, "workshops", lambda: session.scalar(select(func.count(Workshop.id))) or 0)

    first_has_written, second_is_kept = Barrier(2), Barrier(2)
    is_sqlite = site.app.config["SETTINGS"].database_url.startswith("sqlite")

    def first(session: Session) -> None:
        site.register(session, details())
        if not is_sqlite:  # there nobody else may write now
            first_has_written.wait(10)
            second_is_kept.wait(10)

    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(site.alone, first)
        if not is_sqlite:
            first_has_written.wait(10)
            office = site.alone(lambda session: make_office(session).id)
            assert office
            assert site.alone(count) == 0
            newest = site.alone(lambda session: session.scalar(select(func.max(AuditEntry.id))))
            second_is_kept.wait(10)
        waiting.result(10)
        if not is_sqlite:
            again = site.alone(lambda session: session.scalar(select(func.max(AuditEntry.id))))
            assert again == newest, "the later number was visible first"
    assert site.alone(count) == 1


def test_what_one_is_about_the_other_waits_for_also_over_registers(site: Site) -> None:
    """Saves that add names and saves that do not never wait for each other in a circle."""

    def register(session: Session, number: int) -> str:
        names = [f"Agency {each}" for each in range(4)]
        rows = tuple(
            AgencyRow(agency=AgencyRef(name=name), role=AgencyRole.HOST)
            for name in (names if number % 2 else reversed(names))
        )
        return site.register(session, details(agencies=rows, country_code=COUNTRIES[number]))

    for _ in range(3):
        assert not [error for error in site.at_once(register) if isinstance(error, Exception)]
    assert site.alone(lambda session: session.scalar(select(func.count()).select_from(Agency))) == 4
