"""`restore`: a backup into an empty installation."""

from pathlib import Path

import click

from workshops.launching import gone_list, keeping


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--gone",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The list of what was deleted for good since; by default gone.txt beside FILE, where it lies there.",
)
def command(file: Path, gone: Path | None) -> None:
    """Put the backup in FILE into an empty installation, on SQLite or PostgreSQL, whichever it was made on.

    Every byte of the file is checked first, every row is read again afterwards; it is put back whole or not at all.
    What was deleted for good after the backup was made is deleted again. The site must not run. A backup of an older
    version is brought to this one.
    """
    beside = file.with_name(gone_list.NAME)
    known = gone or (beside if beside.is_file() else None)
    restored = keeping.restore(file)
    manifest = restored.manifest
    click.echo(f"{file}: made {manifest.made_at:%Y-%m-%d %H:%M:%S} UTC by Workshops {manifest.version}; whole.")
    for table in restored.tables:
        click.echo(f"  {table.name:<24}{table.rows:>12,} rows  sha256 {table.sha256[:16]} as in the backup")
    click.echo(f"  {'files':<24}{len(manifest.files):>12,}")
    if known:
        again = gone_list.delete_again(known)
        click.echo(f"{again.number} deleted for good since then, as {known} says, and now again.")
        for name in again.in_use:
            click.echo(f"still in use, so it was left: {name}", err=True)
    click.echo(f"Restored to {restored.place}. To do by hand:")
    for name in manifest.missing:
        click.echo(f"  {name} was missing when the backup was made: attach it again")
    for name, (then, now) in restored.settings.items():
        click.echo(f"  {name} was “{then}”, here it is “{now}”: set it if it should be as before")
    click.echo(
        "  everybody signs in again, with the password as before: sessions and their key are not part of a backup"
    )
    if not known:
        click.echo("  deleted for good since then, perhaps: python3 -m workshops purge --again LIST (docs/backups.md)")
    click.echo("  secrets among the settings are not part of a backup either: set them, where there were any")
