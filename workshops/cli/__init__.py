"""The command line. Each module beside this one is a command: `attendee_sheet.py` holds `command`, run as
`attendee-sheet`; a module whose name starts with `_` is not one. A command calls one service or floor function."""

import gc
import importlib
import pkgutil
import sys

import click

from workshops import __version__
from workshops.errors import Invalid, NotFound, WorkshopsError


class Commands(click.Group):
    """Finds the commands by their files and imports only the one that runs, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the modules, as they are typed."""
        return sorted(
            module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__) if module.name[0] != "_"
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None lets click say that there is none, and which names are near."""
        if cmd_name not in self.list_commands(ctx):
            return None
        gc.disable()  # what is loaded stays: looking it through again and again takes a tenth of a start
        module = importlib.import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        gc.freeze()
        gc.enable()
        command: click.Command = module.command
        command.name = cmd_name
        return command


@click.group(cls=Commands)
@click.version_option(__version__, message="Workshops %(version)s")
def commands() -> None:
    """Training workshops: registered in forms or read from press releases, printed, listed and reported on.

    Without a command, the site is served (see `serve --help`). Settings are WORKSHOPS_* variables, listed in README.md.
    """


def command_line(arguments: list[str]) -> None:
    """Run the command that `arguments` name and end the process; options alone are options of `serve`."""
    is_served = not arguments or (arguments[0].startswith("-") and arguments[0] not in ("--help", "--version"))
    try:
        commands.main(["serve", *arguments] if is_served else arguments, prog_name="workshops")
    except NotFound:
        sys.exit("There is no such record.")
    except Invalid as error:
        sys.exit("\n".join(f"{problem.field}: {problem.message % problem.params}" for problem in error.problems))
    except WorkshopsError as error:
        sys.exit(error.message % error.params)
