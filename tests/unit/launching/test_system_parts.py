"""Missing system libraries are installed where we may, else named in one line; the start goes on in any case."""

import pytest

from workshops.launching import system_parts
from workshops.launching.children import ChildFailed
from workshops.launching.steps import Steps
from workshops.launching.system_parts import Part

GONE = (Part("libgone0", library="libgone.so.0"), Part("gone", program="gone-program"), Part("f", font="Gone.ttf"))
LINE = "apt-get install -y --no-install-recommends libgone0 gone f"


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    calls: list[str] = []
    monkeypatch.setattr(system_parts, "run", lambda command, **_: calls.append(" ".join(command)))
    monkeypatch.setattr(system_parts.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(system_parts.os, "geteuid", lambda: 0)
    return calls


def test_parts_are_found_by_what_they_bring() -> None:
    there = (Part("libc6", library="libc.so.6"), Part("dash", program="sh"))
    assert system_parts.missing(there + GONE) == ["libgone0", "gone", "f"]


def test_root_on_debian_installs_what_is_missing(apt: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    system_parts.install(Steps(is_first=True), GONE)
    assert apt == [LINE]
    assert "installing libgone0, gone, f ... done in" in capsys.readouterr().err


def test_a_fresh_machine_gets_its_package_lists_first(apt: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def without_lists(command: list[str], **_: object) -> None:
        apt.append(" ".join(command))
        if len(apt) == 1:
            raise ChildFailed("Unable to locate package libgone0")

    monkeypatch.setattr(system_parts, "run", without_lists)
    system_parts.install(Steps(is_first=True), GONE)
    assert apt == [LINE, "apt-get update", LINE]


def test_others_are_told_the_line_to_run(
    apt: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_parts.os, "geteuid", lambda: 1000)
    system_parts.install(Steps(is_first=False), GONE)
    assert apt == []
    assert f"run: sudo {LINE}" in capsys.readouterr().err


def test_the_start_goes_on_when_apt_fails(
    apt: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(command: list[str], **_: object) -> None:
        raise ChildFailed("Temporary failure resolving")

    monkeypatch.setattr(system_parts, "run", fails)
    system_parts.install(Steps(is_first=True), GONE)
    assert "going on without them" in capsys.readouterr().err


def test_a_later_start_is_silent_about_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    system_parts.install(Steps(is_first=False), ())
    assert capsys.readouterr().err == ""
