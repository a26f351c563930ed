"""How many people a workshop reached: one rule for pages, documents, lists and reports."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.domain.enums import ParticipationStatus, Sex
from workshops.domain.workshop import Headcount, ParticipantRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """People reached; None where nobody said how many, which is not 0.

    `is_from_list` tells a count of the participant list from numbers entered by hand.
    """

    women: int | None = None
    men: int | None = None
    other: int | None = None
    unknown: int | None = None
    is_from_list: bool = False

    @property
    def total(self) -> int:
        """All of whom anything is known."""
        return sum(number or 0 for number in (self.women, self.men, self.other, self.unknown))


def reach(headcount: Headcount, participants: Iterable[ParticipantRow]) -> Reach | None:
    """Numbers entered by hand where there are any, since a list is often kept for a part of the room only;
    otherwise the participants marked as having attended; None where neither is known.
    """
    if headcount.total is not None:
        return Reach(women=headcount.women, men=headcount.men, other=headcount.other, unknown=headcount.unknown)
    return listed(participants)


def listed(participants: Iterable[ParticipantRow]) -> Reach | None:
    """The participants marked as having attended, by sex; None where nobody is."""
    count = Counter(row.sex for row in participants if row.status is ParticipationStatus.ATTENDED)
    if not count:
        return None
    return counted(*(count[sex] for sex in (Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.UNKNOWN)))


def counted(women: int, men: int, other: int, unknown: int) -> Reach:
    """The numbers of a participant list. None of a sex is a known 0 only where the sex of everybody is known."""
    nobody = None if unknown else 0
    return Reach(women=women or nobody, men=men or nobody, other=other or nobody, unknown=unknown, is_from_list=True)
