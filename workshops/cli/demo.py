"""`demo`: load the demonstration records."""

import click

from workshops.domain.access import command_actor
from workshops.domain.enums import Origin
from workshops.launching.installation import opened
from workshops.services import demo, starting

BY = command_actor(Origin.DEMO)


@click.command()
def command() -> None:
    """Load the demonstration records: five offices, some thirty workshops in many countries and scripts."""
    with opened(BY) as session:
        starting.add_topics(session)
        count = demo.load(session, by=BY)
    click.echo(f"{count} workshops loaded.")
