"""`doctor`: is this installation healthy, and if not, what cures it?"""

import click

from workshops.launching import diagnosis


@click.command()
def command() -> None:
    """Look at everything the site needs; say how it stands and which command cures what is wrong (exit status 1)."""
    is_well = True
    for finding in diagnosis.examine():
        is_well &= finding.is_well
        click.echo(f"{'ok   ' if finding.is_well else 'WRONG'}  {finding.what}: {finding.state}")
        if not finding.is_well:
            click.echo(f"       cure: {finding.cure}")
    raise SystemExit(0 if is_well else 1)
