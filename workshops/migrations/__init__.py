"""How the tables came to be."""

from pathlib import Path
from typing import Final

VERSIONS: Final = Path(__file__).resolve().parent / "versions"


def newest() -> str:
    """The revision of this version: files are called `<revision>_<what>.py`."""
    return known_revisions()[-1]


def known_revisions() -> list[str]:
    """The migrations of this version, oldest first: their files are called `<revision>_<what>.py`."""
    return sorted(path.name.partition("_")[0] for path in VERSIONS.glob("[0-9]*_*.py"))
