"""`backup`: everything in one file, while the site runs."""

import os
from pathlib import Path

import click

from workshops.launching import gone_list, keeping


@click.command()
@click.argument("file", type=click.Path())
@click.option("--replace", "replaces", is_flag=True, help="Take the place of an older backup of that name.")
def command(file: str, replaces: bool) -> None:
    """Write database, files and settings (without secrets) to FILE, as of one moment; the site may go on meanwhile.

    Where FILE is a folder or ends with a slash, the backup is named in it by date and time. It holds personal data and
    can be read by you alone; it can be put back into either database (see `restore --help`). What is gone for good is
    noted beside it in gone.txt, without names, so that a restore does not bring it back.
    """
    kept = keeping.back_up(Path(file), replaces=replaces, is_folder=file.endswith(os.sep))
    gone_list.note_beside(kept.path)
    manifest = kept.manifest
    for name in manifest.missing:
        click.echo(f"Missing: {name}, of which the database speaks, is not there.", err=True)
    what = f"{manifest.rows:,} rows of {len(manifest.tables)} tables and {len(manifest.files):,} files"
    click.echo(f"{kept.path}: {what} as of {manifest.made_at:%Y-%m-%d %H:%M:%S} UTC, {kept.size / 1e6:.1f} MB.")
