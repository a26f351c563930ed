"""Work in a process apart ends when its computing time is over, or somebody stops it."""

import threading
import time

import pytest

from workshops import apart


def test_a_task_that_only_computes_is_ended_and_not_tried_again() -> None:
    process = apart.Apart("tests.integration.endless")
    try:
        assert process.ask(b"one", seconds=20) == b"one"
        used = time.monotonic()
        with pytest.raises(apart.TookTooLong):
            process.ask(b"two", seconds=60)
        assert time.monotonic() - used < 50
        assert process.ask(b"three", seconds=20) == b"three"
    finally:
        process.close()


def test_a_task_that_is_stopped_is_not_tried_again_and_the_next_one_is_done() -> None:
    process = apart.Apart("tests.integration.endless")
    process.interrupt(threading.get_ident())  # nothing is being done
    assert process.ask(b"one", seconds=20) == b"one"
    me = threading.get_ident()
    stopper = threading.Timer(0.2, lambda: (process.interrupt(me + 1), process.interrupt(me)))
    stopper.start()
    try:
        with pytest.raises(apart.Ended):
            process.ask(b"two", seconds=60)
        assert process.ask(b"three", seconds=20) == b"three"
    finally:
        stopper.join()
        process.close()
