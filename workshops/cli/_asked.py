"""A record that a command asks for and that is not there, named as it was asked for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from workshops.errors import NotFound


@contextmanager
def asking_for(what: str, *, see: str) -> Iterator[None]:
    """End the command with a line that names what was asked for, such as "workshop MNG-2013-001".

    `see` is the command that lists what there is.
    """
    try:
        yield
    except NotFound:
        sys.exit(f"There is no {what}. See what there is: workshops {see}")
