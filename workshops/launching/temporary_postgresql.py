"""A PostgreSQL of our own, for tests and measurements: made in a new folder, on a free loopback port, gone afterwards.

PostgreSQL does not run as root, so that root runs it as another user: the one of Debian's package, or nobody.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg.sql import SQL, Identifier

from workshops.launching.system_parts import POSTGRESQL, program_folder

OWNER: Final = "workshops"
PATIENCE: Final = 30  # seconds for a start or an end
UNSAFE: Final = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""For tests that are over before a power cut could matter."""


class TemporaryPostgresql:
    """One server with its databases. `is_durable` says whether what is committed survives a sudden end."""

    def __init__(self, folder: Path, *, is_durable: bool = False) -> None:
        found = program_folder(POSTGRESQL.program, POSTGRESQL.folders)
        if found is None:
            raise FileNotFoundError(f"PostgreSQL is not installed: apt-get install {POSTGRESQL.package}")
        self._programs, self._folder = found, folder
        self._settings = () if is_durable else UNSAFE
        self._process: subprocess.Popen[bytes] | None = None
        self._password = secrets.token_hex(16)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self._make()

    def url(self, database: str) -> str:
        """The address of one of its databases, there already or not."""
        return f"postgresql://{OWNER}:{self._password}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str, *, template: str = "template0") -> str:
        """Make a database, empty or as a copy of another to which nobody is connected; gives its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            named = SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(database), Identifier(template))
            connection.execute(named)
        return self.url(database)

    def start(self) -> None:
        """Start the server and wait until it answers, also after a `stop`. Raises RuntimeError with what it logged."""
        command = [str(self._programs / "postgres"), "-D", str(self._data)]
        command += ["-h", "127.0.0.1", "-p", str(self.port), "-k", str(self._folder)]
        for setting in self._settings:
            command += ["-c", setting]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, **_as_somebody())  # noqa: S603
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError((self._folder / "log").read_text(errors="replace")[-2000:]) from None
                time.sleep(0.05)

    def stop(self, how: int = signal.SIGINT) -> None:
        """End it: SIGINT cuts everybody off in order, SIGQUIT is as sudden as a power cut."""
        if self._process is not None:
            self._process.send_signal(how)
            try:
                self._process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
            self._process = None

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _make(self) -> None:
        secret = self._folder / "password"
        secret.write_text(self._password)
        options = ["--auth=scram-sha-256", f"--username={OWNER}", f"--pwfile={secret}", "--encoding=UTF8"]
        # the order of a dictionary, which nothing of ours may depend on
        options += ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"]
        user = _as_somebody()
        if user:
            for path in (self._folder, secret):
                os.chown(path, user["user"], user["group"])
        command = [str(self._programs / "initdb"), "-D", str(self._data), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **user)  # noqa: S603
        if done.returncode:
            raise RuntimeError(done.stderr or done.stdout)
        secret.unlink()


@contextmanager
def running(*, is_durable: bool = False) -> Iterator[TemporaryPostgresql]:
    """A running server, ended and its folder removed at the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix="workshops-postgresql-"))
    server = None
    try:
        server = TemporaryPostgresql(folder, is_durable=is_durable)
        server.start()
        yield server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _as_somebody() -> dict[str, Any]:
    """What lets a child run as an unprivileged user where we are root; nothing where we are not."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    somebody = names.get("postgres") or names["nobody"]
    return {"user": somebody.pw_uid, "group": somebody.pw_gid, "extra_groups": []}
