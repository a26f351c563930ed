"""Two machines for the site and two for long work, over PostgreSQL, Redis and a store for files: one of each dies."""

import io
import re
import signal
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.databases import SETTING, Databases
from tests.machines import Machine, Visitor, redis_server, wait_for
from tests.object_store import BUCKET, KEYS, object_store
from workshops.documents import fonts, renderer

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.skipif(
        renderer.unavailable() is not None, reason=f"printing needs {', '.join(fonts.missing_packages())}"
    ),
]
LONG, SHORT = 150, 40  # press releases in an archive
WHO = {"email": "admin@example.org", "password": "a long pass phrase for tests"}


@pytest.fixture
def settings(databases: Databases, tmp_path: Path) -> Iterator[dict[str, str]]:
    """What all machines are told."""
    with redis_server(tmp_path) as queue, object_store() as store:
        yield {
            **databases.migrated(),
            **KEYS,
            "WORKSHOPS_QUEUE_URL": queue,
            "WORKSHOPS_FILES_URL": f"s3://{BUCKET}/workshops",
            "WORKSHOPS_FILES_ENDPOINT": store,
            "WORKSHOPS_SECRET_KEY": "several-machines-0123456789-abcdefghijkl",
            "WORKSHOPS_ADMIN_EMAIL": WHO["email"],
            "WORKSHOPS_ADMIN_PASSWORD": WHO["password"],
            "WORKSHOPS_JOB_SILENCE_SECONDS": "3",
            "WORKSHOPS_WORKERS": "1",
            "WORKSHOPS_LOG_LEVEL": "warning",
        }


@pytest.fixture
def machines(settings: dict[str, str], tmp_path: Path) -> Iterator["Machines"]:
    with ExitStack() as running:
        yield Machines(settings, tmp_path, running)


class Machines:
    """Starts machines and ends what is left of them."""

    def __init__(self, settings: dict[str, str], folder: Path, running: ExitStack) -> None:
        self._settings, self._folder, self._running = settings, folder, running
        self._count = 0

    def start(self, *arguments: str) -> Machine:
        self._count += 1
        own = {"WORKSHOPS_INSTANCE": str(self._folder / f"machine-{self._count}")}
        machine = Machine(self._settings | own, *arguments)
        self._running.callback(lambda: machine.process.poll() is None and machine.end(signal.SIGKILL))
        return machine

    def site(self, *arguments: str) -> tuple[Machine, str]:
        machine = self.start("web", "--port", "0", *arguments)
        return machine, machine.says(" serves on ").split(" serves on ")[1].split()[0]

    def visitor(self, address: str) -> Visitor:
        visitor = self.seen_by(Visitor(address))
        visitor.sign_in(**WHO)
        return visitor

    def seen_by(self, visitor: Visitor) -> Visitor:
        self._running.callback(visitor.close)
        return visitor


def archive(number: int, texts: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for text in range(texts):
            said = f"Training {number}-{text}\n\nA workshop for {text + 3} border guards was held in Dakar, Senegal."
            made.writestr(f"{number}/{text}.txt", said)
    return target.getvalue()


def form_of(visitor: Visitor) -> dict[str, str]:
    fields = visitor.form("/press") | {"text": ""}
    return fields | {"office": fields.get("office") or "1"}


def test_every_job_is_done_once_though_a_site_and_a_worker_die(machines: Machines, settings: dict[str, str]) -> None:
    first, first_address = machines.site("--demo")
    _, second_address = machines.site("--demo")
    visitor = machines.visitor(first_address)
    elsewhere = machines.seen_by(visitor.at(second_address))
    long_job = visitor.attach("/press", form_of(visitor), "file", "long.zip", archive(1, LONG)).location
    assert "as soon as the worker is back" in elsewhere.get(long_job).text

    with closing(psycopg.connect(settings[SETTING], autocommit=True)) as database:

        def one(query: str) -> tuple[Any, ...]:
            found = database.execute(query).fetchone()
            assert found is not None
            return found

        elsewhere.attach("/press", form_of(elsewhere), "file", "short.zip", archive(2, SHORT))
        references = re.findall(r'value="([A-Z]{3}-\d{4}-\d{3})"', visitor.get("/workshops/print").text)[:20]
        chosen = {"lang": "en", "paper": "A4", "documents": "brief", "references": references}
        prints = elsewhere.post("/workshops/print", elsewhere.form("/press") | chosen).location
        dying = machines.start("worker")
        wait_for(lambda: one("SELECT done FROM job ORDER BY id") > (2,), every=0.02)
        dying.end(signal.SIGKILL)
        first.end(signal.SIGKILL)
        assert one("SELECT status, done < total FROM job ORDER BY id") == ("running", True), "it died in the midst"
        living = machines.start("worker")

        wait_for(lambda: one("SELECT count(*) FROM job WHERE ended_at IS NULL") == (0,), seconds=180)
        states = database.execute("SELECT status, done, failed FROM job ORDER BY id").fetchall()
        assert states == [("done", LONG, 0), ("done", SHORT, 0), ("done", len(references), 0)]
        assert one("SELECT count(*) FROM job_item WHERE status <> 'done'") == (0,)
        made_by_jobs = "entity = 'press_release' AND action = 'created' AND request_id LIKE 'JOB-%'"
        for kept in (
            "SELECT count(*), count(DISTINCT sha256) FROM press_release WHERE file_name LIKE '%.txt'",
            f"SELECT count(*), count(DISTINCT entity_id) FROM audit_entry WHERE {made_by_jobs}",
        ):
            assert one(kept) == (LONG + SHORT, LONG + SHORT)

    with zipfile.ZipFile(io.BytesIO(elsewhere.get(f"{prints}/result").body)) as made:
        assert made.testzip() is None
        assert sorted(name[:12] for name in made.namelist()) == sorted(references)
    living.end()
    assert living.process.returncode == 0


def test_without_a_queue_work_waits_and_is_done_when_it_is_back(
    machines: Machines, settings: dict[str, str], tmp_path: Path
) -> None:
    with redis_server(tmp_path) as address:
        settings["WORKSHOPS_QUEUE_URL"] = address
    _, site = machines.site("--no-demo")  # the queue is gone already
    visitor = machines.visitor(site)
    job = visitor.attach("/press", form_of(visitor), "file", "one.zip", archive(1, SHORT)).location
    page = visitor.get(job)
    assert page.status == 202
    assert "Queued. It starts as soon as the worker is back; you may close this page." in page.text
    port = address.rpartition(":")[2].partition("/")[0]
    with redis_server(tmp_path, port=port):
        machines.start("worker")
        wait_for(lambda: visitor.get(job).status == 200 and f"New press releases: {SHORT}." in visitor.get(job).text)
