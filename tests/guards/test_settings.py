"""The table of settings in README.md is the settings themselves."""

import dataclasses

from tests.guards.source import ROOT
from workshops.config import PREFIX, Settings


def rows() -> list[str]:
    """The table as it must stand in README.md."""
    return [
        f"| `{PREFIX}{field.name.upper()}` | {_code(field.metadata['default'])} | {field.metadata['kind']} | "
        f"{field.metadata['help']} |"
        for field in dataclasses.fields(Settings)
    ]


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def test_the_readme_lists_every_setting_as_it_is() -> None:
    listed = [line for line in (ROOT / "README.md").read_text().splitlines() if line.startswith(f"| `{PREFIX}")]
    assert listed == rows()
