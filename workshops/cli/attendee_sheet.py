"""`attendee-sheet`: the same as `print attendee-sheet`."""

from workshops.cli._printing import print_command
from workshops.services.prints.attendee_sheet import ATTENDEE_SHEET

command = print_command(ATTENDEE_SHEET)
