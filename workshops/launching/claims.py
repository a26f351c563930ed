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


def hold(instance: Path) -> IO[str]:
    """Hold the instance folder until the file returned is closed, also by a sudden end of the process.

    Raises `CannotStart` if another server holds it, or if the folder cannot be written.
    """
    path = instance / "serving.lock"
    try:
        file = path.open("a+", encoding="ascii")
    except OSError as error:
        raise cannot_write(instance, error) from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip() or "?"
        file.close()
        cause = f"another server (process {holder}) serves this folder already."
        raise CannotStart(instance, cause, f"kill {holder}, or name another folder with WORKSHOPS_INSTANCE") from None
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
    return file
