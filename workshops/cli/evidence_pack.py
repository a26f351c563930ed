"""`evidence-pack`: all that shows that a workshop took place, as one archive or one PDF."""

import datetime
import sys
from io import BytesIO
from pathlib import Path

import click

from workshops import transactions
from workshops.cli._asked import REFERENCE, opened_for, writing
from workshops.domain.access import command_actor
from workshops.domain.offices import Paper
from workshops.services import evidence
from workshops.services.evidence import Form
from workshops.services.evidence_pieces import Wanted
from workshops.translating import LANGUAGES
from workshops.views.kept_files import kept_files
from workshops.wording import worded

BY = command_actor()


@click.command()
@click.argument("reference", type=REFERENCE)
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--second", type=click.Choice(LANGUAGES), help="Beside the first, for people who read only one of them.")
@click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True)
@click.option("--marked", is_flag=True, help="Print a mark where no font has a character, instead of leaving it out.")
@click.option("--as", "form", type=click.Choice([form.value for form in Form]), default="zip", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, named by itself.")
def command(
    reference: str, language: str, second: str | None, paper: Paper, marked: bool, form: str, out: Path | None
) -> None:
    """Pack what shows that the workshop REFERENCE took place, with checksums, and say where the file is.

    Ends with status 1 where something that the record has could not be put in: the cover says what, and why.
    """
    made, today = BytesIO(), datetime.datetime.now().astimezone().date()
    with transactions.reading(), opened_for(reference, BY) as session:  # a pack takes long: others may write meanwhile
        wanted = Wanted(
            reference=reference,
            languages=tuple(dict.fromkeys(filter(None, (language, second)))),
            paper=paper,
            interface="en",
            today=today,
            by=BY,
            files=kept_files(),
            marks_missing=marked,
        )
        name, left_out = evidence.packed(session, wanted, form=Form(form), target=made)
    for title, error in left_out:
        click.echo(f"Not in the pack: {title}. {worded(error.message, error.params, 'en', str)}", err=True)
    target = out or Path(name)
    with writing():
        target.write_bytes(made.getvalue())
    click.echo(target)
    if left_out:
        sys.exit(1)
