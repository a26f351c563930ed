"""What the names in the draft of a workshop are taken for: records of the registers, new ones, or perhaps others."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshops.domain.workshop import AgencyRef, ContactRow, ExpertRow, ParticipantRow

PersonRow = ExpertRow | ParticipantRow | ContactRow


@dataclass(frozen=True, slots=True)
class Tie:
    """What a name is taken for: `is_known` says that it means the record, else it may mean it; without `id` it is new.

    `label` names the record, `id` is its id in the register. `about` and `country_code` tell a person from another
    of the same name.
    """

    is_known: bool = False
    id: int | None = None
    label: str = ""
    about: tuple[str, ...] = ()
    country_code: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to say if it is this record."""
        return self.id is not None and not self.is_known


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of a draft: agencies by the names as they stand in it, people by their rows."""

    agencies: Mapping[AgencyRef, Tie]
    people: Mapping[PersonRow, Tie]
    project: Tie | None
