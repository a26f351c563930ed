"""`export`: the list of trainings as a file."""

import dataclasses
import datetime
import sys
from pathlib import Path

import click

from workshops.domain.access import command_actor
from workshops.domain.training_filter import TrainingFilter, TrainingOrder
from workshops.exports.trainings import training_table
from workshops.exports.writers import to_csv, to_json, to_xlsx
from workshops.launching.installation import opened
from workshops.services import trainings
from workshops.translating import LANGUAGES, translator
from workshops.wording import worded

BY = command_actor()
NAMES = {field.name for field in dataclasses.fields(TrainingFilter)} | {"sort"}


@click.command()
@click.option("--format", "kind", type=click.Choice(["csv", "xlsx", "json"]), default="csv", show_default=True)
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, standard output.")
@click.argument("filters", nargs=-1, metavar="[NAME=VALUE]...")
def command(kind: str, language: str, out: Path | None, filters: tuple[str, ...]) -> None:
    """Write past trainings to a file. NAME=VALUE are those of the address of the list, such as country=MN year=2024."""
    args = dict(text.partition("=")[::2] for text in filters)
    unknown = set(args) - NAMES
    if unknown:
        raise click.UsageError(f"no filter is named {', '.join(sorted(unknown))}; there are {', '.join(sorted(NAMES))}")
    chosen, problems = TrainingFilter.from_args(args, language)
    if problems:
        raise click.UsageError(
            "; ".join(f"{one.field}: {worded(one.message, one.params, 'en', str)}" for one in problems)
        )
    say, today = translator(language), datetime.datetime.now(datetime.UTC).date()
    with opened(BY) as session:
        order = TrainingOrder.from_args(args)
        found = trainings.past(session, chosen=chosen, order=order, page=None, language=language, today=today, by=BY)
        table = training_table(found, chosen, say=say, made_on=today)
    if kind == "xlsx":
        content = to_xlsx(table, about_title=say.gettext("About this list"))
    else:
        content = b"".join((to_csv if kind == "csv" else to_json)(table))
    if out:
        out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
