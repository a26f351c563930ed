"""The real site under faults: killed, without room, without handles, ended while busy. `bench faults` does the same at
length; here are so few rounds that each test takes seconds."""

import os
import re
import resource
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from tests.databases import SETTING, Databases
from workshops.bench._browser import Browser
from workshops.bench._site import serving
from workshops.bench.faults import crowd, killed, limits
from workshops.bench.faults.record import Losses, Record, count
from workshops.bench.faults.writers import Writer, signed_in, together

TOKEN = "a-token-for-tests-only-9876543210-zyxw"


def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, databases: Databases) -> None:
    """Threats E1 and D2: each acknowledged write is there once, what was in the air is settled by sending it again."""
    outcome = killed.kill_often(tmp_path, databases.empty()[SETTING], times=3)
    assert outcome.losses.acknowledged > 3
    assert (outcome.losses.lost, outcome.losses.twice, outcome.losses.unwanted) == (0, 0, 0)
    assert (outcome.damaged, outcome.unsettled) == (0, 0)


def test_what_is_lost_twice_or_unwanted_is_found() -> None:
    """The measure itself: it would notice."""
    writer = Writer("http://127.0.0.1:1", 1)
    writer.told.saved = {"a": "R-1", "b": "R-2", "c": "R-3"}
    writer.told.unsaved = {"d"}
    losses = Losses()
    count(losses, [writer.told], {"a": ["R-1", "R-9"], "b": ["R-8"], "d": ["R-3"]})
    assert (losses.lost, losses.twice, losses.unwanted) == (2, 1, 1)


def test_without_room_writes_say_so_and_reads_go_on(tmp_path: Path) -> None:
    """A limit on the size of files stands in for a disk: any machine can set one, and every write meets it."""
    url = f"sqlite:///{tmp_path}/workshops.sqlite"
    with serving(tmp_path) as site, Record(url) as record:
        writers = signed_in(site.address, 2)
        together(writers, seconds=0.5)
        _limit_files(site.workers(), 4096)
        before = {title for writer in writers for title in writer.told.saved}
        together(writers, seconds=0.5)
        refused = [answer for writer in writers for answer in writer.told.refused]
        assert {title for writer in writers for title in writer.told.saved} == before
        assert {(answer.status, answer.retry_after) for answer in refused} == {(503, "5")}
        assert all("Nothing was changed. Tell your administrator (reference " in answer.text for answer in refused)
        for page in ("/", "/workshops", "/trainings"):
            assert writers[0].browser.ask_once(page).status == 200
        _limit_files(site.workers(), resource.RLIM_INFINITY)
        together(writers, seconds=0.5)
        losses = Losses()
        count(losses, [writer.told for writer in writers], record.references())
        assert len({title for writer in writers for title in writer.told.saved}) > len(before), "it recovers alone"
        assert (losses.lost, losses.twice, losses.unwanted) == (0, 0, 0)
        assert record.is_whole()


def test_without_file_handles_people_wait_or_are_told_and_no_process_ends(tmp_path: Path) -> None:
    outcome = limits.without_handles(tmp_path)
    assert (outcome.wrong, outcome.ended) == (0, 0)
    assert outcome.recovered < 5


def test_told_to_end_the_site_finishes_what_is_under_way(tmp_path: Path) -> None:
    outcome = limits.end_while_busy(tmp_path)
    assert (outcome.whole, outcome.cut_off) == (limits.PRINTS, 0)
    assert outcome.seconds < 30


def test_a_commit_is_on_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    """Threat E6, as the kernel sees it: the journal is flushed, then the answer leaves."""
    traced = tmp_path / "calls"
    with serving(tmp_path, settings={"WORKSHOPS_WORKERS": "1"}) as site:
        writer = signed_in(site.address, 1)[0]
        watching = _watched(site.workers(), traced)
        try:
            assert writer.register()
        finally:
            watching.terminate()
            watching.wait(10)
    calls = traced.read_text(errors="replace").splitlines()
    answered = next(place for place, call in enumerate(calls) if re.search(r'(send|write)\w*\(.*"HTTP/1\.1 303', call))
    flushes = [place for place, call in enumerate(calls) if re.search(r"f(data)?sync\(\d+<[^>]*sqlite-wal>", call)]
    writes = [place for place, call in enumerate(calls) if re.search(r"write\w*\(\d+<[^>]*sqlite-wal>", call)]
    assert writes
    last_write = max(place for place in writes if place < answered)
    assert any(last_write < place < answered for place in flushes)


def test_figures_are_those_of_all_processes_and_outlive_one_of_them(tmp_path: Path) -> None:
    settings = {"WORKSHOPS_METRICS_TOKEN": TOKEN}
    with serving(tmp_path, settings=settings) as site:
        for _ in range(20):
            Browser(site.address).ask_once("/healthz")
        before = set(site.workers())
        os.kill(max(before), signal.SIGKILL)  # started last: one that serves
        until = time.monotonic() + 10
        while not set(site.workers()) - before and time.monotonic() < until:
            time.sleep(0.05)
        for _ in range(20):
            Browser(site.address).ask_once("/healthz")
        asked = urllib.request.Request(f"{site.address}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        with urllib.request.urlopen(asked, timeout=20) as answer:
            figures = answer.read().decode()
    assert 'workshops_requests_total{method="GET",route="/healthz",status="200"} 40.0' in figures


def test_nobody_is_passed_by_while_sixteen_write_and_a_long_import_runs(tmp_path: Path, databases: Databases) -> None:
    """Threat D5. Seconds lie on a busy machine: that all wait alike is what can be told, and that nobody is refused."""
    outcome = crowd.write_together(tmp_path, databases.empty()[SETTING], seconds=3)
    assert outcome.read > 0
    assert outcome.refused == 0
    assert outcome.waited[int(0.95 * len(outcome.waited))] < 4 * outcome.waited[len(outcome.waited) // 2] + 0.5


def test_a_second_server_on_one_sqlite_file_is_refused(tmp_path: Path) -> None:
    """Threat G4, also where the two have instance folders of their own."""
    (tmp_path / "one").mkdir()
    settings = {SETTING: f"sqlite:///{tmp_path}/shared.sqlite"}
    with serving(tmp_path / "one", settings=settings):
        refusal = _refusal({"WORKSHOPS_INSTANCE": str(tmp_path / "two"), **settings})
    assert f"{tmp_path}/shared.sqlite: another server" in refusal


def test_a_start_on_a_full_disk_is_one_line_with_its_cure(tmp_path: Path) -> None:
    (tmp_path / "serving.lock").symlink_to("/dev/full")
    assert "No space left on device. Cure: make room" in _refusal({"WORKSHOPS_INSTANCE": str(tmp_path)})


def _refusal(settings: dict[str, str]) -> str:
    """The one line with which a server does not start."""
    command = [sys.executable, "-m", "workshops", "serve", "--port", "0", "--no-demo"]
    done = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, timeout=60)
    assert done.returncode == 78
    assert "Traceback" not in done.stderr
    last: str = done.stderr.splitlines()[-1]
    assert "Cure: " in last
    return last


def _limit_files(processes: Iterable[int], most: int) -> None:
    """Let processes write no file past so many bytes; as many as they like with `resource.RLIM_INFINITY`."""
    for process in processes:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def _watched(processes: Iterable[int], traced: Path) -> "subprocess.Popen[bytes]":
    """Write down from now on what processes write, flush and send."""
    which = [argument for process in processes for argument in ("-p", str(process))]
    calls = "trace=fsync,fdatasync,write,pwrite64,writev,sendto,sendmsg"
    watching = subprocess.Popen(["strace", "-f", "-qq", "-y", "-s", "40", "-e", calls, "-o", str(traced), *which])
    until = time.monotonic() + 10
    while not all(_is_traced(process) for process in processes) and time.monotonic() < until:
        time.sleep(0.02)
    return watching


def _is_traced(process: int) -> bool:
    tasks = Path(f"/proc/{process}/task").iterdir()
    return all("TracerPid:\t0\n" not in (task / "status").read_text() for task in tasks)
