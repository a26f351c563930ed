"""The Python environment of a checkout: made once in .venv, kept equal to the lock file."""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from workshops.config import CannotStart
from workshops.launching.children import ChildFailed, run
from workshops.launching.steps import Steps

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"
RUN_LOCK = ROOT / "requirements.txt"
S3_LOCK = ROOT / "requirements-s3.txt"
TEST_LOCK = ROOT / "requirements-test.txt"
MARKERS = {RUN_LOCK: "gunicorn", S3_LOCK: "boto3", TEST_LOCK: "pytest"}
"""For each lock a package that only its environments have."""
STEP = "Python environment"


def is_checkout() -> bool:
    """Whether this is the source tree; an installed wheel has its packages from pip already."""
    return RUN_LOCK.is_file() and (ROOT / "pyproject.toml").is_file()


def is_ready(lock: Path) -> bool:
    """Whether the running interpreter has the packages of `lock`.

    True for an installed wheel, for .venv as long as it was made from this very lock file by this Python, and for
    another virtual environment in which somebody installed the packages on their own account.
    """
    if not is_checkout():
        return True
    if Path(sys.prefix) == FOLDER:
        return _stamp(lock).is_file() and _stamp(lock).read_text() == _fingerprint(lock)
    return sys.prefix != sys.base_prefix and importlib.util.find_spec(MARKERS[lock]) is not None


def lock_for(environ: Mapping[str, str]) -> Path:
    """The packages that a site with these settings needs."""
    return S3_LOCK if environ.get("WORKSHOPS_FILES_URL", "").strip().startswith("s3:") else RUN_LOCK


def enter(lock: Path) -> None:
    """Make sure of .venv with the packages of `lock`, then become its interpreter with the same arguments.

    Returns only if the running interpreter is the right one already. Raises `CannotStart`.
    """
    if is_ready(lock):
        return
    with _only_one():
        if not (PYTHON.exists() and _stamp(lock).is_file() and _stamp(lock).read_text() == _fingerprint(lock)):
            _make(lock)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    os.execv(PYTHON, [str(PYTHON), "-m", "workshops", *sys.argv[1:]])  # noqa: S606 - no shell is wanted


def _make(lock: Path) -> None:
    packages = sum(1 for line in lock.read_text().splitlines() if "==" in line and not line.startswith((" ", "#")))
    with Steps(is_first=True).step(STEP, f"installing {packages} packages into {FOLDER.name}"):
        is_same_python = (FOLDER / "python").is_file() and (FOLDER / "python").read_text() == sys.version
        if FOLDER.exists() and not is_same_python:
            shutil.rmtree(FOLDER)
        if not PYTHON.exists():
            _checked([sys.executable, "-m", "venv", "--without-pip", str(FOLDER)])
            (FOLDER / "python").write_text(sys.version)
        options = ["--disable-pip-version-check", "--no-input", "--no-deps", "--require-hashes", "--no-compile"]
        _checked([*_pip(), "install", *options, "-r", str(lock)])
        _checked([str(PYTHON), "-m", "compileall", "-q", "-j", "0", str(FOLDER / "lib"), str(ROOT / "workshops")])
        _stamp(lock).write_text(_fingerprint(lock))


def _pip() -> list[str]:
    """The pip of this Python, told to work on .venv; without one, the pip that Python carries inside."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if importlib.util.find_spec("ensurepip"):
        _checked([str(PYTHON), "-m", "ensurepip", "--default-pip"])
        return [str(PYTHON), "-m", "pip"]
    raise CannotStart(sys.executable, "this Python has no pip.", "apt-get install python3-pip")


def _checked(command: list[str]) -> None:
    try:
        run(command)
    except ChildFailed as error:
        raise CannotStart(FOLDER, f"could not be made: {error}", f"rm -r {FOLDER}, then start again") from None


def _stamp(lock: Path) -> Path:
    return FOLDER / f"{lock.stem}.stamp"


def _fingerprint(lock: Path) -> str:
    return f"{sys.version} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


@contextmanager
def _only_one() -> Iterator[None]:
    """Two starts at once must not both fill .venv: the second waits for the first."""
    with RUN_LOCK.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
