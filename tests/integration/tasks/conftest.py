"""A worker in the process of the tests, and a kind of work whose steps do what a test says."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.factories import make_user
from workshops.domain.access import Actor
from workshops.domain.jobs import JobKind
from workshops.models import Job, Office
from workshops.services import jobs
from workshops.services.job_holding import Result
from workshops.services.jobs import Order
from workshops.tasks import TASKS
from workshops.tasks.running import Runner
from workshops.tasks.task import Keep, Task

Act = Callable[[str], None]


class Script(Task):
    """A step for each name; `act` is called with it first, and `done` lists what was kept."""

    names: Sequence[str] = ()
    act: Act = staticmethod(lambda name: None)
    done: list[str]

    def plan(self, session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
        return [(name, {"name": name}) for name in self.names]

    def prepare(self, session: Session, params: Mapping[str, Any]) -> Keep:
        name = params["name"]
        type(self).act(name)

        def keep(session: Session) -> Mapping[str, Any]:
            self.done.append(name)
            return {"name": name}

        return keep

    def finish(self, session: Session, made: Sequence[Mapping[str, Any]]) -> Result | None:
        text = " ".join(each["name"] for each in made)
        return Result("result.txt", "text/plain", self.work.keep_file(BytesIO(text.encode())))


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> type[Script]:
    """The kind of work that stands in for prints here."""

    class Steps(Script):
        names = ("a", "b", "c")
        done: list[str] = []

    monkeypatch.setitem(TASKS, JobKind.PRINTS, Steps)
    return Steps


@pytest.fixture
def asker(session: Session, office: Office) -> Actor:
    """Who asks for the work: an organiser of `office`."""
    user = make_user(session, office=office)
    session.commit()
    return Actor(user_id=user.id, name=user.name, role=user.role, office_id=office.id)


@pytest.fixture
def job(app: Flask, session: Session, script: type[Script], asker: Actor) -> Job:
    """An order for that work, which waits."""
    order = Order(JobKind.PRINTS, {"x": 1}, subject="three")
    job, _ = jobs.ask(session, app.extensions["queue"], order=order, by=asker)
    session.commit()
    return job


@pytest.fixture
def stopping() -> threading.Event:
    return threading.Event()


@pytest.fixture
def runner(app: Flask, session: Session, stopping: threading.Event) -> Runner:
    return Runner(app, silence=timedelta(hours=1), stopping=stopping)


def reread(session: Session, job: Job) -> Job:
    session.refresh(job)
    return job


def text_of(app: Flask, job: Job) -> bytes:
    with app.extensions["files"].open(job.result_stored) as file:
        content: bytes = file.read()
    return content
