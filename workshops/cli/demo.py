"""`demo`: load the demonstration records."""

import os
from datetime import UTC, datetime

import click

from workshops.cli import migrate
from workshops.config import default_root, load_settings
from workshops.domain.access import command_actor
from workshops.domain.enums import Origin
from workshops.launching import first_start
from workshops.launching.database_state import State
from workshops.launching.installation import opened
from workshops.services import demo, demo_large, starting

BY = command_actor(Origin.DEMO)


@click.command()
@click.option(
    "--workshops", type=click.IntRange(0), help="Make up so many workshops instead, to try out a large record."
)
@click.option("--people", type=click.IntRange(0), help="How many people with them.  [default: 5 for each workshop]")
@click.option("--seed", default=1, show_default=True, help="Another number makes other records.")
@click.pass_context
def command(context: click.Context, workshops: int | None, people: int | None, seed: int) -> None:
    """Load the demonstration records: five offices, some thirty workshops in many countries and scripts.

    Where there is no database yet, it is made.
    """
    if first_start.database_state(load_settings(os.environ, default_root())) is State.NEW:
        context.invoke(migrate.command)
    with opened(BY) as session:
        starting.add_topics(session)
        if workshops is None:
            workshops = demo.load(session, by=BY)
        else:
            people = workshops * 5 if people is None else people
            today = datetime.now(UTC).date()
            demo_large.load(session, workshops=workshops, people=people, seed=seed, today=today, by=BY)
    click.echo(f"{workshops} workshops loaded.")
