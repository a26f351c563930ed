"""How many people a workshop reached: one rule for pages, documents, lists and reports."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.domain.enums import ParticipationStatus, Sex
from workshops.domain.workshop import Headcount, ParticipantRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """People reached. `is_from_list` tells a count of the participant list from numbers entered by hand."""

    women: int = 0
    men: int = 0
    other: int = 0
    unknown: int = 0
    is_from_list: bool = False

    @property
    def total(self) -> int:
        """All of them."""
        return self.women + self.men + self.other + self.unknown


def reach(headcount: Headcount, participants: Iterable[ParticipantRow]) -> Reach | None:
    """Numbers entered by hand where there are any, since a list is often kept for a part of the room only;
    otherwise the participants marked as having attended; None where neither is known.
    """
    if headcount.total is not None:
        return Reach(
            women=headcount.women or 0,
            men=headcount.men or 0,
            other=headcount.other or 0,
            unknown=headcount.unknown or 0,
        )
    return listed(participants)


def listed(participants: Iterable[ParticipantRow]) -> Reach | None:
    """The participants marked as having attended, by sex; None where nobody is."""
    count = Counter(row.sex for row in participants if row.status is ParticipationStatus.ATTENDED)
    if not count:
        return None
    return Reach(
        women=count[Sex.FEMALE],
        men=count[Sex.MALE],
        other=count[Sex.OTHER],
        unknown=count[Sex.UNKNOWN],
        is_from_list=True,
    )
