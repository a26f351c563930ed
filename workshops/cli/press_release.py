"""`press-release`: the draft of a press release from the record of a workshop."""

import datetime
from pathlib import Path

import click

from workshops import transactions
from workshops.cli._asked import REFERENCE, opened_for, writing
from workshops.domain.access import command_actor
from workshops.domain.file_kinds import FileKind
from workshops.services import press_writing
from workshops.translating import LANGUAGES

BY = command_actor()


@click.command()
@click.argument("reference", type=REFERENCE)
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--format", "kind", type=click.Choice(["docx", "txt"]), default="docx", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without one, named by itself.")
def command(reference: str, language: str, kind: str, out: Path | None) -> None:
    """Draft a press release on the workshop REFERENCE, such as MNG-2013-001, and say where the file is."""
    today = datetime.datetime.now().astimezone().date()
    with transactions.reading(), opened_for(reference, BY) as session:
        name, release = press_writing.draft(session, reference=reference, language=language, by=BY, today=today)
    path = out or Path(f"{name}.{kind}")
    with writing():
        path.write_bytes(press_writing.file_of(release, FileKind(kind)))
    click.echo(path)
