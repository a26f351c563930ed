"""`web`: serve the site alone; its long work is done by `worker`, here or on other machines."""

import click

from workshops.cli._serving import serving_options
from workshops.launching import site


@click.command()
@serving_options
def command(host: str, port: int, demo: bool) -> None:
    """As `serve`, without a worker: run `worker` as often as wanted, on any machine with the same settings."""
    site.serve(host, port, with_demo=demo, with_worker=False)
