"""Writers take turns: over threads and processes, in the order in which they came, and past the end of any of them."""

import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import pytest

from workshops import write_turns
from workshops.write_turns import NoTurn, WriteTurns

HOLDS = """
import sys, time
from pathlib import Path
from workshops.write_turns import WriteTurns
WriteTurns(Path(sys.argv[1])).take("somebody")
print("taken", flush=True)
time.sleep(60)
"""


def test_one_writes_at_a_time_and_all_get_their_turn(tmp_path: Path) -> None:
    turns = [WriteTurns(tmp_path / "db"), WriteTurns(tmp_path / "db")]  # as two processes
    inside, most, waited = 0, 0, []

    def write(number: int) -> None:
        nonlocal inside, most
        begun = monotonic()
        turns[number % 2].take(number)
        waited.append(monotonic() - begun)
        inside += 1
        most = max(most, inside)
        sleep(0.005)
        inside -= 1
        turns[number % 2].give(number)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(write, range(64)))
    assert most == 1
    assert max(waited) < 1


def test_a_turn_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path / "db")], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "taken\n"
    ended = threading.Timer(0.1, child.send_signal, (signal.SIGKILL,))
    ended.start()
    turns = WriteTurns(tmp_path / "db")
    turns.take("we")
    assert child.wait(5) == -signal.SIGKILL
    child.stdout.close()
    turns.give("we")


@pytest.mark.parametrize(
    ("database", "is_own"),
    [("db", True), ("db", False), ("nowhere/db", True)],
    ids=["threads", "processes", "threads without a file"],
)
def test_nobody_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: str, is_own: bool) -> None:
    monkeypatch.setattr(write_turns, "PATIENCE", 0.05)
    first = WriteTurns(tmp_path / database)
    second = first if is_own else WriteTurns(tmp_path / database)
    first.take("one")
    first.take("one")
    with pytest.raises(NoTurn):
        second.take("two")
    second.give("two")
    first.give("one")
    second.take("two")
