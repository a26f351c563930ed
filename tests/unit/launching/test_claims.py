"""An address and an instance folder belong to one server."""

import socket
from pathlib import Path

import pytest

from workshops.config import CannotStart
from workshops.launching import claims


def test_an_occupied_port_is_named_with_the_command_that_cures_it() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotStart, match=rf"^127.0.0.1:{port}: another program .* Cure: .*--port {port + 1}$"):
            claims.bind("127.0.0.1", port)


def test_a_host_that_is_not_here_is_refused() -> None:
    with pytest.raises(CannotStart, match="^192.0.2.1:8000: "):  # an address kept for documentation (RFC 5737)
        claims.bind("192.0.2.1", 8000)


def test_a_second_server_on_the_same_folder_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    first = claims.hold(tmp_path)
    with pytest.raises(CannotStart, match=r"another server \(process \d+\) serves this folder already"):
        claims.hold(tmp_path)
    first.close()
    claims.hold(tmp_path).close()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match=f"^{tmp_path}/gone/serving.lock: No such file"):
        claims.hold(tmp_path / "gone")


def test_two_instances_do_not_serve_one_database(tmp_path: Path) -> None:
    with claims.hold_database(tmp_path / "db"), pytest.raises(CannotStart, match=f"^{tmp_path}/db: another server"):
        claims.hold_database(tmp_path / "db")


def test_a_full_disk_is_named_with_its_own_cure(tmp_path: Path) -> None:
    (tmp_path / "serving.lock").symlink_to("/dev/full")
    with pytest.raises(CannotStart, match=r"No space left on device\. Cure: make room"):
        claims.hold(tmp_path)
