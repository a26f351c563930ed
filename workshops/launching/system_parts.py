"""What pip cannot bring: Pango and HarfBuzz for the prints, fonts, and for the tests a browser and PDF tools."""

import ctypes
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from workshops.documents import fonts
from workshops.launching.children import ChildFailed, run
from workshops.launching.steps import Steps

STEP = "System libraries and fonts"
FONTS = Path("/usr/share/fonts")


@dataclass(frozen=True)
class Part:
    """A Debian package and how to see that what it brings is there (a library, a program, or a font file).

    `folders` is where Debian puts a program that is on nobody's path.
    """

    package: str
    library: str = ""
    program: str = ""
    font: str = ""
    folders: str = ""

    def is_there(self) -> bool:
        """Whether the part can be used on this machine, however it came there."""
        if self.library:
            try:
                ctypes.CDLL(self.library)
            except OSError:
                return False
            return True
        if self.program:
            return program_folder(self.program, self.folders) is not None
        return next(FONTS.rglob(self.font), None) is not None


def program_folder(name: str, folders: str = "") -> Path | None:
    """Where a program lies: in the last of the `folders` of a pattern, ordered by their numbers, or on the path."""
    found = [path for path in Path("/").glob(f"{folders.strip('/')}/{name}")] if folders else []
    if not found and (elsewhere := shutil.which(name)):
        return Path(elsewhere).resolve().parent
    return max(found, key=lambda path: [int(step) for step in path.parts if step.isdigit()]).parent if found else None


PRINTING = (
    *(Part(package, library=library) for library, package in fonts.LIBRARIES.items()),
    Part("fonts-noto-core", font="NotoSansKhmer-Regular.ttf"),
    Part("fonts-noto-cjk", font="NotoSansCJK-Regular.ttc"),
)
POSTGRESQL = Part("postgresql", program="initdb", folders="/usr/lib/postgresql/*/bin")
TESTING = (
    Part("chromium", program="chromium"),
    Part("poppler-utils", program="pdftotext"),
    Part("redis-server", program="redis-server"),
    Part("strace", program="strace"),
    POSTGRESQL,
)


def missing(parts: tuple[Part, ...] = PRINTING) -> list[str]:
    """The Debian packages of the parts that are not there."""
    return [part.package for part in parts if not part.is_there()]


def install(steps: Steps, parts: tuple[Part, ...] = PRINTING) -> None:
    """Install what is missing if this is Debian and we are root there; else print the line to run. Never fails:
    without these parts everything works but the prints, which say themselves what they lack."""
    packages = missing(parts)
    if not packages:
        steps.nothing_to_do(STEP, "all there")
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get"):
        steps.note(STEP, f"missing: what Debian calls {', '.join(packages)}; install it with your package manager")
    elif os.geteuid() != 0:
        steps.note(STEP, f"some are missing; to install them run: sudo {line}")
    else:
        try:
            with steps.step(STEP, f"installing {', '.join(packages)}"):
                _apt(line.split())
        except ChildFailed as error:
            steps.note(STEP, f"going on without them, as apt failed ({error}); to try again run: {line}")


def _apt(command: list[str]) -> None:
    # dpkg looks for ldconfig, which is not on everybody's path
    quiet = {"DEBIAN_FRONTEND": "noninteractive", "PATH": f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"}
    try:
        run(command, environ=quiet, timeout=900)
    except ChildFailed:  # a fresh machine has no package lists yet
        run(["apt-get", "update"], environ=quiet, timeout=300)
        run(command, environ=quiet, timeout=900)
