"""Tries are counted by address and minute, over processes."""

import os

import pytest

from workshops import tries
from workshops.tries import Tries


def test_each_address_has_a_count_of_its_own() -> None:
    counted = Tries()
    assert [counted.add("192.0.2.1") for _ in range(3)] == [1, 2, 3]
    assert counted.add("192.0.2.2") == 1
    assert counted.add("") == 1


def test_a_network_of_version_6_is_one_address() -> None:
    counted = Tries()
    assert counted.add("2001:db8::1") == 1
    assert counted.add("2001:db8::ffff:2") == 2
    assert counted.add("2001:db8:0:1::1") == 1


def test_the_next_minute_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    counted, clock = Tries(), [120.0]
    monkeypatch.setattr(tries.time, "monotonic", lambda: clock[0])
    assert [counted.add("192.0.2.1"), counted.add("192.0.2.1")] == [1, 2]
    assert counted.seconds_left() == 60
    clock[0] = 179.5
    assert counted.add("192.0.2.1") == 3
    assert counted.seconds_left() == 1
    clock[0] = 180.0
    assert counted.add("192.0.2.1") == 1


def test_all_processes_count_together() -> None:
    counted = Tries()
    child = os.fork()
    if child == 0:
        counted.add("192.0.2.1")
        os._exit(0)
    os.waitpid(child, 0)
    assert counted.add("192.0.2.1") == 2


def test_it_can_begin_anew_at_once() -> None:
    counted = Tries()
    counted.add("192.0.2.1")
    counted.forget()
    assert counted.add("192.0.2.1") == 1
