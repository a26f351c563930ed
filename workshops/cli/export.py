"""`export`: the list of trainings as a file."""

import datetime
import shutil
import sys
from contextlib import nullcontext
from pathlib import Path

import click

from workshops import transactions
from workshops.cli._asked import args_of, filter_of
from workshops.domain.access import command_actor
from workshops.domain.training_filter import TrainingOrder
from workshops.exports.trainings import training_table
from workshops.exports.writers import as_file
from workshops.launching.installation import opened
from workshops.services import trainings
from workshops.translating import LANGUAGES, translator

BY = command_actor()


@click.command()
@click.option("--format", "kind", type=click.Choice(["csv", "xlsx", "json"]), default="csv", show_default=True)
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, standard output.")
@click.argument("filters", nargs=-1, metavar="[NAME=VALUE]...")
def command(kind: str, language: str, out: Path | None, filters: tuple[str, ...]) -> None:
    """Write past trainings to a file. NAME=VALUE are those of the address of the list, such as country=MN year=2024."""
    args = args_of(filters, more=["sort"])
    chosen = filter_of(args, language)
    say, today = translator(language), datetime.datetime.now(datetime.UTC).date()
    with transactions.reading(), opened(BY) as session:
        order = TrainingOrder.from_args(args)
        found = trainings.past(session, chosen=chosen, order=order, page=None, language=language, today=today, by=BY)
        table = training_table(found, chosen, say=say, made_on=today)
        file = as_file(table, kind, about_title=say.gettext("About this list"))
    with file, out.open("wb") if out else nullcontext(sys.stdout.buffer) as target:
        shutil.copyfileobj(file, target)
