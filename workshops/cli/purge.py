"""`purge`: end what was deleted more than 30 days ago, and delete again what an older backup brought back."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app

from workshops.domain.access import command_actor
from workshops.launching import gone_list
from workshops.launching.installation import opened
from workshops.services import gone_for_good, purging

BY = command_actor()


@click.command()
@click.option(
    "--list", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write there what is gone, without names."
)
@click.option(
    "--again",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Delete again what stands in such a list: after an older backup was restored.",
)
def command(target: Path | None, source: Path | None) -> None:
    """Delete for good what was deleted more than 30 days ago. Workers do this by themselves every hour.

    Keep the list beside the backups, not in them: a backup made before somebody was erased still holds them.
    """
    again = gone_list.delete_again(source) if source else None
    for name in again.in_use if again else ():
        click.echo(f"still in use, so it was left: {name}", err=True)
    with opened(BY) as session:
        number = purging.purge(session, current_app.extensions["files"], at=datetime.now(UTC))
        number += again.number if again else 0
        gone = gone_for_good.listed(session)
    if target:
        target.write_text("".join(f"{one.line()}\n" for one in gone), "utf-8")
    click.echo(f"{number} deleted for good.")
