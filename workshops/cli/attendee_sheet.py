"""`attendee-sheet`: the sheet that participants sign, as a PDF file."""

import datetime
from pathlib import Path

import click

from workshops.cli._asked import asking_for
from workshops.documents.attendee_sheet import DEFAULT_COLUMNS, LEAST_BLANK_ROWS, MOST_BLANK_ROWS, Column
from workshops.domain.access import command_actor
from workshops.domain.offices import Paper
from workshops.launching.installation import opened
from workshops.services import printing
from workshops.translating import LANGUAGES
from workshops.views.kept_files import kept_files

BY = command_actor()


@click.command()
@click.argument("reference")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True)
@click.option(
    "--column",
    "columns",
    type=click.Choice([column.value for column in Column]),
    multiple=True,
    default=[column.value for column in DEFAULT_COLUMNS],
    show_default=True,
    help="What stands beside the names; may be given several times.",
)
@click.option(
    "--blank-rows", type=click.IntRange(LEAST_BLANK_ROWS, MOST_BLANK_ROWS), help="As many as places are free."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, named by itself.")
def command(
    reference: str, language: str, paper: Paper, columns: tuple[str, ...], blank_rows: int | None, out: Path | None
) -> None:
    """Print the attendee sheet of the workshop REFERENCE, such as MNG-2013-001, and say where the file is."""
    today = datetime.datetime.now().astimezone().date()
    with asking_for(f"workshop {reference}", see="export"), opened(BY) as session:
        made = printing.attendee_sheet(
            session,
            reference=reference,
            language=language,
            paper=paper,
            columns=[Column(name) for name in columns],
            blank_rows=blank_rows,
            today=today,
            files=kept_files(),
            by=BY,
        )
    click.echo(made.written(out))
