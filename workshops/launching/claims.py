"""What a server needs for itself alone: its address, and its instance folder."""

import contextlib
import errno
import fcntl
import os
import socket
from pathlib import Path
from typing import IO

from workshops.config import CannotStart, cannot_write


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; who connects before the site is ready waits for it. Raises `CannotStart`."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        with contextlib.ExitStack() as on_failure:
            on_failure.enter_context(listener)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(128)
            on_failure.pop_all()
    except OSError as error:
        cause, cure = _BINDING.get(error.errno or 0, (f"{error.strerror}.", "--host 127.0.0.1"))
        raise CannotStart(f"{host}:{port}", cause, f"python3 -m workshops {cure.format(port + 1)}") from None
    return listener


_BINDING = {
    errno.EADDRINUSE: ("another program serves there already.", "--port {}"),
    errno.EACCES: ("ports below 1024 are for the administrator of the machine.", "--port 8000"),
}


def hold(instance: Path) -> IO[bytes]:
    """Hold the instance folder until the file returned is closed, also by a sudden end of the process.

    Raises `CannotStart` if another server holds it, or if the folder cannot be written.
    """
    return _held(instance / "serving.lock", instance, "folder", "name another folder with WORKSHOPS_INSTANCE")


def hold_database(file: Path) -> IO[bytes]:
    """Hold an SQLite file in the same way: two instances may name the same one. Raises `CannotStart` too."""
    lock = Path(f"{file}-serving")
    return _held(lock, file, "database", "name another one with WORKSHOPS_DATABASE_URL")


def _held(path: Path, what: Path, kind: str, way_out: str) -> IO[bytes]:
    try:
        # without a buffer nothing is left to be written when it is closed on a full disk
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "rb+", buffering=0)
    except OSError as error:
        raise cannot_write(path.parent, error) from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = file.read().decode("ascii", "replace").strip() or "?"
        file.close()
        cause = f"another server (process {holder}) serves this {kind} already."
        raise CannotStart(what, cause, f"kill {holder}, or {way_out}") from None
    try:
        file.write(b"%-10d\n" % os.getpid())  # as long as any before it
    except OSError as error:
        file.close()
        raise cannot_write(path.parent, error) from None
    return file
