"""`serve`: set up what is missing and serve the site."""

import click

from workshops.launching import site


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free one.")
@click.option("--demo/--no-demo", default=True, help="Whether a new database gets demonstration records.")
def command(host: str, port: int, demo: bool) -> None:
    """Set up what is missing, then serve the site until Ctrl-C or SIGTERM.

    The first start makes the database and an administrator, and prints how to sign in.
    """
    site.serve(host, port, with_demo=demo)
