"""`evidence-pack`: all that shows that a workshop took place, as one archive or one PDF."""

import datetime
from io import BytesIO
from pathlib import Path

import click

from workshops.cli._asked import asking_for, writing
from workshops.domain.access import command_actor
from workshops.domain.offices import Paper
from workshops.launching.installation import opened
from workshops.services import evidence
from workshops.services.evidence import Form
from workshops.translating import LANGUAGES
from workshops.views.kept_files import kept_files
from workshops.wording import worded

BY = command_actor()


@click.command()
@click.argument("reference")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True)
@click.option("--as", "form", type=click.Choice([form.value for form in Form]), default="zip", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, named by itself.")
def command(reference: str, language: str, paper: Paper, form: str, out: Path | None) -> None:
    """Pack what shows that the workshop REFERENCE took place, with checksums, and say where the file is."""
    made, today = BytesIO(), datetime.datetime.now().astimezone().date()
    with asking_for(f"workshop {reference}", see="export"), opened(BY) as session:
        wanted = evidence.Wanted(
            reference=reference,
            language=language,
            paper=paper,
            interface="en",
            today=today,
            by=BY,
            files=kept_files(),
        )
        name, left_out = evidence.packed(session, wanted, form=Form(form), target=made)
    for title, error in left_out:
        click.echo(f"Not in the pack: {title}. {worded(error.message, error.params, 'en', str)}", err=True)
    target = out or Path(name)
    with writing():
        target.write_bytes(made.getvalue())
    click.echo(target)
