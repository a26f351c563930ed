"""`worker`: do long work alone, for sites that `web` serves."""

import click

from workshops.launching import site


@click.command()
def command() -> None:
    """Do long work until Ctrl-C or SIGTERM; what is unfinished then goes back to the queue.

    Several may run, on any machine, with the same database, queue, files and secret key as the site.
    """
    site.work()
