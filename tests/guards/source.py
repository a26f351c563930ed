"""The files of the project that people wrote, for the guards to look at."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("workshops", "templates", "tests", ".ci")
TOP = ("wsgi.py", "hatch_build.py", "pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")


def files(*suffixes: str, below: str = "") -> Iterator[Path]:
    """The files with one of the suffixes, in a fixed order; `below` names one folder of the checkout."""
    folders = (below,) if below else FOLDERS
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    found += [] if below else [ROOT / name for name in TOP if (ROOT / name).is_file()]
    yield from sorted(path for path in found if path.suffix in suffixes and "__pycache__" not in path.parts)


def name(path: Path) -> str:
    """The path as a message shows it."""
    return str(path.relative_to(ROOT))
