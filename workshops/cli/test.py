"""`test`: every check of the project in one go."""

import click

from workshops.launching.checks import run_all


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
def command(pytest_arguments: tuple[str, ...]) -> None:
    """Check style, types and translations and run all tests; PYTEST_ARGUMENTS go to pytest.

    A part that is missing here (Chromium, a font) is skipped and named in the summary; where the variable CI is
    "true", nothing may be skipped.
    """
    raise SystemExit(run_all(pytest_arguments))
