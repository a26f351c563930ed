"""`read`: press releases to records, without a database."""

from pathlib import Path

import click

from workshops.press.command import read_files


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write to.")
def command(files: tuple[Path, ...], out: Path) -> None:
    """Read press releases (text files) and write what each says of its workshop to NAME.json in the folder."""
    failures = [result.error for result in read_files(files, out) if result.error]
    for error in failures:
        click.echo(error, err=True)
    click.echo(f"{len(files) - len(failures)} of {len(files)} files read into {out}.")
    raise SystemExit(1 if failures else 0)
