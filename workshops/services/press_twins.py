"""What perhaps tells of the same workshop as a press release: registered workshops, and other press releases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.domain.naming import name_key
from workshops.domain.press_draft import Read, draft_of
from workshops.domain.same_story import SAME_FROM, Story, differences, likeness, reasons, story_of
from workshops.domain.workshop import AgencyRef, WorkshopDetails
from workshops.models import Finding, PressRelease
from workshops.services.workshop_stories import near

MOST_OFFERED: Final = 3
_MOST_LOOKED_AT: Final = 60
_TELLING: Final = (
    *("title", "event_type", "country", "city", "start_date", "end_date", "duration_days"),
    *("participants_count", "women_count", "men_count", "project.name", "project.acronym"),
    *("organisers", "partners", "beneficiary_agencies", "funders", "experts", "quotes", "contacts"),
)
"""The fields of findings by which stories are compared."""


@dataclass(frozen=True, slots=True)
class Twin:
    """What perhaps tells of the same workshop. `key` is the reference of a workshop, the id of a press release;
    `alike` and `different` are messages.
    """

    key: str | int
    title: str
    alike: Sequence[str]
    different: Sequence[str]


class Told(NamedTuple):
    """A press release, and what it tells of its workshop as far as stories are compared."""

    id: int
    headline: str
    details: WorkshopDetails


def drafts_and_others(
    session: Session, press_release: PressRelease, *, with_others: bool
) -> tuple[Sequence[Told], Sequence[Told]]:
    """The drafts of one text, one for each workshop it tells of, in its order; and, where they are wanted, the newest
    other press releases of the office that are still to review. What was rejected in them is left out. One statement.
    """
    is_draft = PressRelease.sha256 == press_release.sha256
    beside = (
        select(
            PressRelease.id, PressRelease.headline, PressRelease.language, PressRelease.part, is_draft.label("is_draft")
        )
        .where(PressRelease.office_id == press_release.office_id)
        .where(or_(is_draft, PressRelease.status == PressReleaseStatus.TO_REVIEW) if with_others else is_draft)
        .order_by(is_draft.desc(), PressRelease.id.desc())
        .limit(_MOST_LOOKED_AT)
        .subquery()
    )
    of_release = and_(Finding.press_release_id == beside.c.id, Finding.status != FindingStatus.REJECTED)
    rows = session.execute(
        select(beside, Finding.field, Finding.value)
        .outerjoin(Finding, and_(of_release, Finding.field.in_(_TELLING)))
        .order_by(beside.c.part, beside.c.id.desc(), Finding.field, Finding.position)
    )
    reads: dict[Any, list[Read]] = {}
    for *release, field, value in rows:
        found = reads.setdefault(tuple(release), [])
        if field is not None:
            found.append(Read(field=field, value=value))
    told = [
        (is_draft, Told(release_id, headline, draft_of(found, language=language or "")))
        for (release_id, headline, language, _part, is_draft), found in reads.items()
    ]
    return [one for is_draft, one in told if is_draft], [one for is_draft, one in told if not is_draft]


def press_releases(details: WorkshopDetails, others: Iterable[Told], spelt: Mapping[str, int]) -> Sequence[Twin]:
    """Those of other press releases that tell the story of these details, the likeliest first."""
    return _likeliest(details, ((one.id, one.headline, one.details) for one in others), spelt)


def workshops(
    session: Session, details: WorkshopDetails, *, office_id: int, spelt: Mapping[str, int]
) -> Sequence[Twin]:
    """Workshops of the office that perhaps are the one of these details, the likeliest first. One statement."""
    return _likeliest(details, near(session, details, office_id=office_id), spelt)


def _likeliest(
    details: WorkshopDetails, told: Iterable[tuple[str | int, str, WorkshopDetails]], spelt: Mapping[str, int]
) -> Sequence[Twin]:
    own = _story(details, spelt)
    stories = [(key, title, _story(other, spelt)) for key, title, other in told]
    found = [(likeness(own, story), key, title, story) for key, title, story in stories]
    found = sorted((each for each in found if each[0] >= SAME_FROM), key=lambda each: (-each[0], each[1]))
    return [
        Twin(key, title, reasons(own, story), differences(own, story))
        for _points, key, title, story in found[:MOST_OFFERED]
    ]


def _story(details: WorkshopDetails, spelt: Mapping[str, int]) -> Story:
    """The story of details, its agencies known by their records wherever the register has one of their spellings."""

    def known(ref: AgencyRef) -> AgencyRef:
        return replace(ref, id=ref.id or spelt.get(name_key(ref.name)) or spelt.get(name_key(ref.acronym)))

    agencies = [replace(row, agency=known(row.agency)) for row in details.agencies]
    funders = [replace(row, agency=known(row.agency)) for row in details.funders]
    return story_of(replace(details, agencies=tuple(agencies), funders=tuple(funders)))
