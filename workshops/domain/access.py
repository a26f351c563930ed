"""Who acts, and what that person may see and change."""

import secrets
from dataclasses import dataclass

from workshops.domain.enums import Origin, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """The person (or command) behind an act, handed to every service as `by`.

    `office_id` None is headquarters: all offices. `request_id` ties audit entries to the log.
    """

    user_id: int | None
    name: str
    role: Role
    office_id: int | None
    origin: Origin = Origin.FORM
    request_id: str = ""

    def may_read(self, office_id: int) -> bool:
        """Whether records of that office are open to this person."""
        return self.office_id is None or self.role is Role.ADMINISTRATOR or self.office_id == office_id

    def may_write(self, office_id: int) -> bool:
        """Whether this person keeps the records of that office."""
        return self.role is not Role.VIEWER and self.may_read(office_id)

    @property
    def reads_all_offices(self) -> bool:
        """Whether a query needs no limit to one office."""
        return self.office_id is None or self.role is Role.ADMINISTRATOR


def command_actor(origin: Origin = Origin.COMMAND) -> Actor:
    """The actor of a command given on the machine itself: whoever can run it owns the installation.

    What one such actor does is one step of the history, as what one request does.
    """
    step = secrets.token_hex(4).upper()
    return Actor(
        user_id=None, name=f"({origin})", role=Role.ADMINISTRATOR, office_id=None, origin=origin, request_id=step
    )
