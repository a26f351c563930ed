"""`print`: any document of a workshop as a PDF file."""

import click

from workshops.cli._printing import print_command
from workshops.services.prints import KINDS

command = click.Group(
    help="Print a document of a workshop as a PDF file.", commands=[*map(print_command, KINDS.values())]
)
