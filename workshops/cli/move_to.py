"""`move-to`: all records into another database."""

import click

from workshops.launching import keeping


@click.command()
@click.argument("url", metavar="postgresql://USER:PASSWORD@HOST/DATABASE")
def command(url: str) -> None:
    """Copy all records into another, empty database: from SQLite to PostgreSQL, or back (sqlite:////FILE).

    The site must not run. The database it leaves stays as it is; attached files stay where they are.
    """
    place, tables = keeping.move(url)
    for table in tables:
        click.echo(f"  {table.name:<24}{table.rows:>12,} rows  sha256 {table.sha256[:16]} as before")
    click.echo(f"Moved to {place}. Start the site with WORKSHOPS_DATABASE_URL set to it.")
