"""Whether two sources tell of the same workshop, whatever their language: by place, days, names and numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from workshops.domain.folding import fold
from workshops.domain.partial_date import PartialDate
from workshops.domain.towns import find_towns
from workshops.domain.workshop import AgencyRef, WorkshopDetails
from workshops.errors import N_

SAME_FROM: Final = 5.0
"""Points from which two sources are offered as one story; `tests/unit/domain/test_same_story.py` measures it."""
_NEAR_DAYS: Final = 7
_SLIPPED_DAYS: Final = 2
_NEARLY: Final = 0.85
_OVERLAP: Final = 2.0
_LETTERS: Final = "letters of "


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a source tells of a workshop, as far as it can be compared across languages; names are folded."""

    title: str = ""
    country: str = ""
    town: str = ""
    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    days: int | None = None
    number: int | None = None
    agencies: tuple[frozenset[str], ...] = ()
    """For each agency all by which it is told again."""
    people: frozenset[str] = frozenset()
    project: str = ""


def story_of(details: WorkshopDetails) -> Story:
    """The story that details tell. A town counts by its usual name, an agency by its record, its name, or the letters
    of its acronym: languages put them in another order (IOM, OIM).
    """
    agencies = [*(row.agency for row in details.agencies), *(row.agency for row in details.funders)]
    people = [row.person.full_name for row in details.experts if row.person]
    people += [row.speaker_name for row in details.quotes] + [row.name or row.email for row in details.contacts]
    project = details.project
    return Story(
        title=fold(details.title),
        country=details.country_code,
        town=_town(details.city, details.country_code),
        starts_on=details.starts_on,
        ends_on=details.ends_on,
        days=details.duration_days,
        number=details.headcount.total,
        agencies=tuple(map(_told_again, dict.fromkeys(agencies))),
        people=_folded(people),
        project=fold(project.acronym or project.title) if project else "",
    )


def likeness(one: Story, other: Story) -> float:
    """Points for what agrees, less points for what differs; what either does not say counts for nothing."""
    points = _days(one, other)
    if one.title and one.title == other.title:
        points += 4
    points += _same(one.country, other.country, 1, -6)
    points += 2 if _nearly(one.town, other.town) else _same(one.town, other.town, 2, -4)
    points += _same(one.project, other.project, 1.5, 0)
    points += _same(one.days, other.days, 0.5, -1)
    points += _same(one.number, other.number, 2, -0.5)
    points += min(2, len(_shared(one, other)))
    points += min(3, 1.5 * len(one.people & other.people))
    return points


def reasons(one: Story, other: Story) -> list[str]:
    """What agrees in two stories, as messages, for whoever decides if they are one."""
    shared = _shared(one, other)
    agree = {
        N_("the title"): bool(one.title) and one.title == other.title,
        N_("the town"): bool(one.town) and (one.town == other.town or _nearly(one.town, other.town)),
        N_("the country"): bool(one.country) and one.country == other.country,
        N_("the first day"): _days(one, other) > _OVERLAP,
        N_("days that overlap"): _days(one, other) == _OVERLAP and _overlap(one, other),
        N_("the number of participants"): bool(one.number) and one.number == other.number,
        N_("the project"): bool(one.project) and one.project == other.project,
        N_("agencies"): any(_is_certain(keys) for keys in shared),
        N_("acronyms of the same letters"): bool(shared) and not any(_is_certain(keys) for keys in shared),
        N_("persons"): bool(one.people & other.people),
    }
    return [name for name, does in agree.items() if does]


def differences(one: Story, other: Story) -> list[str]:
    """What both stories tell, but otherwise, as messages; titles are in the language of their text."""
    differ = {
        N_("the town"): _differ(one.town, other.town) and not _nearly(one.town, other.town),
        N_("the first day"): _differ(one.starts_on, other.starts_on),
        N_("the last day"): _differ(one.ends_on, other.ends_on),
        N_("days of training"): _differ(one.days, other.days),
        N_("the number of participants"): _differ(one.number, other.number),
        N_("the project"): _differ(one.project, other.project),
        N_("all agencies"): bool(one.agencies and other.agencies) and not _shared(one, other),
    }
    return [name for name, does in differ.items() if does]


def _differ(one: object, other: object) -> bool:
    return bool(one and other) and one != other


def _shared(one: Story, other: Story) -> list[frozenset[str]]:
    """What agencies of one story have in common with agencies of the other, an agency an item."""
    there = frozenset().union(*other.agencies)
    return [keys & there for keys in one.agencies if keys & there]


def _is_certain(keys: frozenset[str]) -> bool:
    return any(not key.startswith(_LETTERS) for key in keys)


def _days(one: Story, other: Story) -> float:
    first, second = one.starts_on, other.starts_on
    if first is None or second is None:
        return 0
    if first.day is None or second.day is None:
        is_same = first.year == second.year and None in (first.month, second.month) or first.month == second.month
        return 1 if is_same and first.year == second.year else -6
    apart = abs((first.earliest - second.earliest).days)
    if apart == 0:
        return 3.5
    if _overlap(one, other):
        return _OVERLAP
    if apart <= _SLIPPED_DAYS:
        return 1
    return -1 if apart < _NEAR_DAYS else -6


def _overlap(one: Story, other: Story) -> bool:
    """Whether the days of two stories have some in common: sources often tell the first or last day otherwise."""
    spans = [(story.starts_on, story.ends_on or story.starts_on) for story in (one, other)]
    days = [(first.earliest, last.latest) for first, last in spans if first and last and first.day and last.day]
    return len(days) == 2 and days[0][0] <= days[1][1] and days[1][0] <= days[0][1]


def _nearly(one: str, other: str) -> bool:
    """Whether two towns differ by a slip of the pen: Guangxi and Guanqxi."""
    return bool(one and other) and SequenceMatcher(None, one, other).ratio() >= _NEARLY


def _same(one: object, other: object, if_same: float, if_not: float) -> float:
    if not one or not other:
        return 0
    return if_same if one == other else if_not


def _town(city: str, country: str) -> str:
    towns = [town for town in find_towns(city) if town.country == country] if city and country else []
    return fold(towns[0].name if towns else city)


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in names if name and fold(name))


def _told_again(agency: AgencyRef) -> frozenset[str]:
    acronym = agency.acronym or (agency.name if agency.name.isupper() and " " not in agency.name else "")
    keys = {fold(agency.name), fold(agency.acronym), _LETTERS + "".join(sorted(fold(acronym))) if acronym else ""}
    return frozenset({*keys, f"record {agency.id}" if agency.id else ""} - {""})
