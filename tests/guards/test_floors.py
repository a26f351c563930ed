"""The floors of the house (drawn in workshops/README.md): the rules stand in words in pyproject.toml."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def loggers_kept() -> Iterator[None]:
    """Lets the loggers of the process speak again: import-linter switches off all that it finds."""
    speaking = [
        logger
        for logger in logging.Logger.manager.loggerDict.values()
        if isinstance(logger, logging.Logger) and not logger.disabled
    ]
    yield
    for logger in speaking:
        logger.disabled = False


@pytest.mark.usefixtures("loggers_kept")
def test_each_floor_imports_only_from_below(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out
