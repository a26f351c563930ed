"""`set-up`: prepare the machine, and start nothing."""

import click

from workshops.launching import first_start, system_parts
from workshops.launching.steps import Steps


@click.command()
def command() -> None:
    """Make the Python environment, install system libraries and fonts, build the translations; start nothing.

    For an administrator who lets another account run the site afterwards, and for container images.
    """
    steps = Steps(is_first=True)
    system_parts.install(steps)
    first_start.build_translations(steps)
