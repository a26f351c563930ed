"""The examples of deployment keep up with the product: what they start and set exists."""

import dataclasses
import re
import shlex
from pathlib import Path

import click
import pytest

from workshops.cli import commands
from workshops.config import PREFIX, Settings

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "deployment"
STARTED = re.compile(r"-m workshops ([^\n\"`]+)")
SETTINGS = {PREFIX + field.name.upper() for field in dataclasses.fields(Settings)}


def started_by(text: str) -> list[list[str]]:
    """The arguments of each command of ours that a unit or the container file runs."""
    return [shlex.split(arguments.split("&&")[0], comments=True) for arguments in STARTED.findall(text)]


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_command_and_setting_of_an_example_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('", "', " ")
    for name, *arguments in started_by(text):
        command = commands.get_command(click.Context(commands), name)
        assert command is not None, f"{path.name} starts {name!r}"
        known = {option for parameter in command.params for option in parameter.opts + parameter.secondary_opts}
        assert {each for each in arguments if each.startswith("--")} <= known, f"{path.name}: {name} {arguments}"
    assert set(re.findall(rf"{PREFIX}[A-Z_]+", text)) <= SETTINGS


def test_the_unit_starts_the_site() -> None:
    assert started_by((EXAMPLES / "workshops.service").read_text(encoding="utf-8"))[0][0] == "serve"
