"""Sites to measure, each a server process of its own with an instance folder of its own."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

EMAIL, PASSWORD = "bench@example.org", "a long word nobody else uses"
_STARTS_WITHIN = 60.0  # seconds
_ENDS_WITHIN = 40.0


@dataclass(frozen=True, slots=True)
class Site:
    """A site that answers. `started` is how long that took, in seconds."""

    address: str
    process: int
    started: float

    def memory(self) -> tuple[float, float]:
        """What the largest of its workers holds, in MB: with all that it shares with others, and its part of that."""
        return max((_held(worker, "Rss"), _held(worker, "Pss")) for worker in _children(self.process))

    def workers(self) -> list[int]:
        """The processes that it started."""
        return _children(self.process)

    def kill(self) -> None:
        """End every process of the site at once, as a power cut does, and wait until they are gone."""
        os.killpg(self.process, signal.SIGKILL)
        until = time.monotonic() + _ENDS_WITHIN
        while members(self.process) and time.monotonic() < until:
            time.sleep(0.01)


def large_instance(folder: Path, workshops: int) -> Path:
    """An instance with that many workshops and five times as many people, made once for a folder."""
    instance = folder / f"{workshops}"
    instance.mkdir(parents=True, exist_ok=True)
    _run(instance, "migrate")
    done = instance / "made"
    if not done.exists():
        _run(instance, "demo", "--workshops", str(workshops), "--people", str(5 * workshops), "--seed", "1")
        done.touch()
    return instance


def _run(instance: Path, *command: str) -> None:
    subprocess.run(_command(*command), env=_environment(instance), check=True, stdout=subprocess.DEVNULL)  # noqa: S603


@contextmanager
def serving(
    instance: Path, *command: str, port: int = 0, settings: Mapping[str, str] | None = None, log: Path | None = None
) -> Iterator[Site]:
    """The site of an instance (or what else a command serves), until the block ends; what it says goes to `log`.

    `settings` are further variables of its environment.
    """
    log = log or instance / "server.log"
    begun = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            _command(*(command or ("serve", "--port", str(port), "--no-demo"))),
            env=_environment(instance) | dict(settings or {}),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        address = _address(log, process)
        yield Site(address, process.pid, time.perf_counter() - begun)
    finally:
        process.terminate()
        process.wait(_ENDS_WITHIN)


def _command(*arguments: str) -> list[str]:
    module = () if arguments[0] == "-m" else ("-m", "workshops")
    return [sys.executable, *module, *arguments]


def _environment(instance: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("WORKSHOPS_")}
    settings = {"INSTANCE": str(instance), "ADMIN_EMAIL": EMAIL, "ADMIN_PASSWORD": PASSWORD, "WORKERS": "2"}
    return own | {f"WORKSHOPS_{name}": value for name, value in settings.items()}


def _address(log: Path, process: "subprocess.Popen[bytes]") -> str:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        _, found, rest = log.read_text("utf-8", "replace").partition(" serves on ")
        if found and rest.partition(" ")[1]:
            return rest.split()[0]
        time.sleep(0.01)
    raise RuntimeError(f"the server did not start: see {log}")


def _children(process: int) -> list[int]:
    return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _held(process: int, kind: str) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(f"{kind}:"))


def members(group: int) -> list[int]:
    """The processes of a group that still run; one that ended and that nobody asked for yet does not."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it ended just now
            state, _, its_group = (process / "stat").read_text().rpartition(")")[2].split()[:3]
            if its_group == str(group) and state not in "ZX":
                found.append(int(process.name))
    return found
