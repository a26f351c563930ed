"""`read`: press releases to records, without a database."""

import os
import sys
from pathlib import Path
from typing import Final

import click

from workshops.services.press_records import FileResult, files_in, read_files
from workshops.translating import translator
from workshops.wording import worded

_WORTH_A_PROCESS: Final = 10  # files
_OTHER_LANGUAGE: Final = "in a language that is not read yet, or too short to tell; little stands in its record"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write to.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="one for each core",
    help="How many processes read at a time.",
)
@click.option("--again", is_flag=True, help="Read also what an earlier run has read into the folder.")
def command(files: tuple[Path, ...], out: Path, jobs: int, again: bool) -> None:
    """Read press releases and write what each says of its workshop to NAME.json in the folder.

    FILES are texts (.txt, .html, .docx, .odt, .pdf, .eml), .zip archives of them, and folders, read with all that is
    below them. Files that an earlier run has read are passed over while they and the rules are as they were. What
    could not be read is listed at the end, and the exit status is 1. What is in a language that is not read yet is
    named on stderr too; its record is nearly empty. So is what tells of several workshops; its record is that of the
    first.
    """
    found = files_in(files)
    reading = read_files(found, out, jobs=min(jobs, 1 + len(found) // _WORTH_A_PROCESS), again=again)
    with click.progressbar(reading, length=len(found), file=sys.stderr, hidden=not sys.stderr.isatty()) as read:
        results = list(read)
    for result in results:
        if result.facts and not result.facts.value("lang"):
            click.echo(f"{result.source}: {_OTHER_LANGUAGE}", err=True)
        if result.facts and result.facts.workshops_told > 1:
            told = f"tells of {result.facts.workshops_told} workshops; the record is that of the first."
            click.echo(f"{result.source}: {told}", err=True)
    failures = [result for result in results if result.error]
    for failure in failures:
        click.echo(f"{failure.source}: {_said(failure)}", err=True)
    passed_over = sum(result.was_read for result in results)
    before = f" {passed_over} of them by an earlier run; --again reads them once more." if passed_over else ""
    click.echo(f"{len(results) - len(failures)} of {len(results)} texts read into {out}.{before}")
    raise SystemExit(1 if failures or not results else 0)


def _said(failure: FileResult) -> str:
    error = failure.error
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return worded(error.message, error.params, "en", translator("en").gettext) if error else ""
