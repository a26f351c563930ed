"""`user`: who may sign in."""

import click

from workshops.cli._asked import asking_for
from workshops.domain.access import command_actor
from workshops.domain.enums import Role
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.launching.installation import opened
from workshops.services import accounts, offices

BY = command_actor()


@click.group()
def command() -> None:
    """Add, list, disable and enable accounts, and give new passwords."""


@command.command()
@click.argument("email")
@click.option("--name", required=True, help="The person's name.")
@click.option(
    "--role", type=click.Choice([role.value for role in Role]), default=Role.ORGANISER.value, show_default=True
)
@click.option("--office", help="The code of the office; without one, headquarters: all offices.")
@click.option("--language", type=click.Choice(INTERFACE_LANGUAGES), default="en", show_default=True)
def add(email: str, name: str, role: Role, office: str | None, language: str) -> None:
    """Add an account and print its one-time password."""
    with opened(BY) as session:
        office_id = offices.id_of(session, code=office) if office else None
        user, password = accounts.create_user(
            session, email=email, name=name, role=role, office_id=office_id, language=language, by=BY
        )
        click.echo(f"{user.email} signs in with the one-time password {password}")


@command.command(name="list")
def list_all() -> None:
    """List the accounts: e-mail, name, role, office, and whether they are disabled."""
    with opened(BY) as session:
        for user in accounts.list_users(session, by=BY):
            office = user.office.code if user.office else "(headquarters)"
            state = "" if user.active else "disabled"
            click.echo("\t".join((user.email, user.name, user.role, office, state)).rstrip())


@command.command()
@click.argument("email")
def disable(email: str) -> None:
    """Disable an account; it is signed out everywhere at once."""
    _set_active(email, active=False)


@command.command()
@click.argument("email")
def enable(email: str) -> None:
    """Enable an account again."""
    _set_active(email, active=True)


@command.command()
@click.argument("email")
def reset(email: str) -> None:
    """Print a new one-time password; the account is signed out everywhere."""
    with asking_for(f"account {email}", see="user list"), opened(BY) as session:
        user = accounts.find_user(session, email=email, by=BY)
        password = accounts.reset_password(session, user_id=user.id, by=BY)
        click.echo(f"{user.email} signs in with the one-time password {password}")


def _set_active(email: str, *, active: bool) -> None:
    with asking_for(f"account {email}", see="user list"), opened(BY) as session:
        user = accounts.find_user(session, email=email, by=BY)
        accounts.set_active(session, user_id=user.id, active=active, by=BY)
        click.echo(f"{user.email} is {'enabled' if active else 'disabled'}.")
