"""`brief`: the brief of a workshop as a PDF file."""

import datetime
from pathlib import Path

import click

from workshops.cli._asked import asking_for
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
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, named by itself.")
def command(reference: str, language: str, paper: Paper, out: Path | None) -> None:
    """Print the brief of the workshop REFERENCE, such as MNG-2013-001, and say where the file is."""
    today = datetime.datetime.now().astimezone().date()
    with asking_for(f"workshop {reference}", see="export"), opened(BY) as session:
        made = printing.brief(
            session, reference=reference, language=language, paper=paper, today=today, by=BY, files=kept_files()
        )
    click.echo(made.written(out))
