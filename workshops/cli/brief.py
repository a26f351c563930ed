"""`brief`: the same as `print brief`."""

from workshops.cli._printing import print_command
from workshops.services.prints.brief import BRIEF

command = print_command(BRIEF)
