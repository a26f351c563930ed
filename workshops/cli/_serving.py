"""The options of the commands that serve."""

from collections.abc import Callable

import click

Command = Callable[..., None]


def serving_options(command: Command) -> Command:
    """Where to listen, and what a new database begins with."""
    command = click.option("--demo/--no-demo", default=True, help="Whether a new database gets demonstration records.")(
        command
    )
    port = click.IntRange(0, 65535)
    command = click.option("--port", default=8000, show_default=True, type=port, help="0: any free one.")(command)
    return click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")(command)
