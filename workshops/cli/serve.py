"""`serve`: set up what is missing and serve the site, with a worker for long work beside it."""

import click

from workshops.cli._serving import serving_options
from workshops.launching import site


@click.command()
@serving_options
def command(host: str, port: int, demo: bool) -> None:
    """Set up what is missing, then serve the site until Ctrl-C or SIGTERM, with a worker for long work beside it.

    The first start makes the database and an administrator, and prints how to sign in.
    """
    site.serve(host, port, with_demo=demo, with_worker=True)
