"""`token`: let a script read with the rights of an account."""

import click

from workshops.cli._asked import asking_for
from workshops.domain.access import command_actor
from workshops.launching.installation import opened
from workshops.services import tokens

BY = command_actor()


@click.group()
def command() -> None:
    """Make, list and revoke tokens, which a script sends as `Authorization: Bearer TOKEN`."""


@command.command()
@click.argument("email")
@click.option("--label", required=True, help="What the token is for.")
@click.option("--days", default=365, show_default=True, help="How long it is good.")
def make(email: str, label: str, days: int) -> None:
    """Make a token for the account with this EMAIL and print it, this once."""
    with asking_for(f"account {email}", see="user list"), opened(BY) as session:
        _, text = tokens.make(session, email=email, label=label, days=days, by=BY)
        click.echo(text)


@command.command(name="list")
def list_all() -> None:
    """List the tokens: number, account, label, last day, and whether they are revoked."""
    with opened(BY) as session:
        for token in tokens.list_tokens(session, by=BY):
            until = token.expires_at.date().isoformat() if token.expires_at else ""
            state = "revoked" if token.revoked_at else ""
            click.echo("\t".join((str(token.id), token.user.email, token.label, until, state)).rstrip())


@command.command()
@click.argument("number", type=int)
def revoke(number: int) -> None:
    """End a token for good."""
    with asking_for(f"token {number}", see="token list"), opened(BY) as session:
        token = tokens.revoke(session, token_id=number, by=BY)
        click.echo(f"The token '{token.label}' of {token.user.email} is revoked.")
