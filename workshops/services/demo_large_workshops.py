"""The workshops of the large demonstration, with their rows."""

import uuid
from collections.abc import Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any, Final

from workshops.domain.access import Actor
from workshops.domain.enums import (
    AgencyRole,
    DatePrecision,
    DeliveryMode,
    ExpertRole,
    HeadcountSource,
    ParticipationStatus,
    WorkshopStatus,
    WorkshopType,
)
from workshops.models import (
    Agency,
    AuditEntry,
    Contact,
    Engagement,
    Event,
    Funding,
    Participation,
    Workshop,
    WorkshopAgency,
    WorkshopLanguage,
)
from workshops.models.base import now
from workshops.models.workshop import workshop_topic
from workshops.services.audit import CREATED
from workshops.services.demo_large_homes import Home
from workshops.services.demo_large_people import Known
from workshops.services.demo_large_rows import Rows

_YEARS_BACK: Final = 15
_DAYS_AHEAD: Final = 180
_OVER: Final = (
    *[WorkshopStatus.CLOSED] * 90,
    *[WorkshopStatus.COMPLETED] * 4,
    *[WorkshopStatus.CANCELLED] * 3,
    *[WorkshopStatus.POSTPONED] * 2,
    WorkshopStatus.CONFIRMED,
)
_AHEAD: Final = (WorkshopStatus.DRAFT, WorkshopStatus.PLANNED, WorkshopStatus.CONFIRMED)
_BEGINS, _ENDS = time(9), time(16, 30)


def add_workshop(
    rows: Rows,
    home: Home,
    people: Sequence[Known],
    *,
    key: int,
    reference: str,
    starts_on: date,
    today: date,
    participants: int,
    random: Random,
    by: Actor,
) -> None:
    """Add one workshop of an office with all it names, and so that it is found."""
    days = random.choice((1, 2, 3, 3, 4, 5, 5, 10))
    ends_on = starts_on + timedelta(days=days - 1)
    is_over = ends_on < today
    topics = random.sample(home.topics, random.choice((1, 1, 2, 3)))
    named = random.sample(home.agencies, random.choice((1, 2, 2, 3)))
    organiser, funder = random.choice(home.funders), random.choice(home.funders)
    trainers = random.sample(people, min(len(people), random.choice((0, 1, 2))))
    project = random.choice((None, *home.projects))
    texts = _texts(home, topics, named[0], random)
    grant = f"{home.country.alpha3}.{key:06d}"
    rows.add(
        Workshop,
        id=key,
        uid=str(uuid.UUID(int=random.getrandbits(128), version=4)),
        reference=reference,
        office_id=home.office.id,
        title_language=home.office.language,
        status=random.choice(_OVER if is_over else _AHEAD),
        starts_on=starts_on,
        starts_precision=DatePrecision.DAY,
        ends_on=ends_on,
        ends_precision=DatePrecision.DAY,
        duration_days=days,
        time_zone=home.office.time_zone,
        country_code=home.country.code,
        planned_seats=random.randrange(10, 60),
        project_id=project.id if project else None,
        **texts,
        **_numbers(is_over and random.random() < 0.7, random),
    )
    rows.add(WorkshopLanguage, workshop_id=key, language=home.office.language)
    for topic in topics:
        rows.add(workshop_topic, workshop_id=key, topic_id=topic.id)
    amount = Decimal(random.randrange(5, 200) * 1000)
    rows.add(Funding, workshop_id=key, agency_id=funder.id, amount=amount, currency="USD", grant_reference=grant)
    _add_agencies(rows, key, (organiser, *named))
    _add_trainers(rows, key, trainers)
    _add_programme(rows, key, home.words["sessions"][:days], starts_on)
    _add_participants(rows, key, people, participants, is_over, random)
    contact = random.choice(home.agencies)
    rows.add(Contact, workshop_id=key, purpose="information", organisation=contact.name)
    rows.add(
        AuditEntry,
        at=now(),
        origin=by.origin,
        action=CREATED,
        entity="workshop",
        entity_id=key,
        workshop_id=key,
        after={"title": texts["title"]},
    )
    words = [
        *(reference, texts["title"], texts["city"], texts["venue"], *home.country.names.values()),
        *(text for agency in (organiser, *named) for text in _spellings(agency)),
        *(funder.name, funder.acronym, grant, *(trainer.full_name for trainer in trainers)),
        *(text for topic in topics for text in (topic.label, *topic.translations.values(), *topic.synonyms)),
        *(texts["summary"], texts["objectives"], texts["target_audience"]),
        *((project.title, project.acronym, project.code) if project else ()),
    ]
    rows.index("workshop", key, " ".join(words))


def any_day(today: date, random: Random) -> date:
    """A day of the last fifteen years, or one of the months ahead."""
    return today + timedelta(days=random.randint(-365 * _YEARS_BACK, _DAYS_AHEAD))


def _texts(home: Home, topics: Sequence[Any], partner: Agency, random: Random) -> dict[str, Any]:
    kind = random.choice(list(WorkshopType))
    values = {
        "type": home.type(kind),
        "topic": home.topic(topics[0]),
        "other": home.topic(topics[-1]),
        "audience": random.choice(home.words["audiences"]),
        "city": random.choice(home.towns),
        "partner": partner.name,
    }
    return {
        "title": random.choice(home.words["titles"]).format(**values),
        "type": kind,
        "mode": DeliveryMode.ONLINE if kind is WorkshopType.WEBINAR else DeliveryMode.ONSITE,
        "city": values["city"],
        "venue": random.choice(home.words["venues"]),
        "objectives": home.words["objectives"].format(**values),
        "summary": home.words["summary"].format(**values),
        "target_audience": values["audience"],
    }


def _numbers(are_known: bool, random: Random) -> dict[str, Any]:
    women, men = (random.randrange(2, 40), random.randrange(2, 40)) if are_known else (None, None)
    return {"women": women, "men": men, "headcount_source": HeadcountSource.REPORT if are_known else None}


def _add_agencies(rows: Rows, key: int, agencies: Sequence[Agency]) -> None:
    """The first organises, the others have the roles that are told most."""
    roles = (AgencyRole.ORGANISER, AgencyRole.HOST, AgencyRole.PARTICIPATING, AgencyRole.TECHNICAL_PARTNER)
    for position, (agency, role) in enumerate(zip(agencies, roles, strict=False)):
        rows.add(WorkshopAgency, workshop_id=key, agency_id=agency.id, position=position, role=role)


def _add_trainers(rows: Rows, key: int, trainers: Sequence[Known]) -> None:
    for position, trainer in enumerate(trainers):
        part = ExpertRole.CO_TRAINER if position else ExpertRole.LEAD_TRAINER
        rows.add(Engagement, workshop_id=key, person_id=trainer.id, position=position, role=part)


def _add_programme(rows: Rows, key: int, titles: Sequence[str], starts_on: date) -> None:
    """An entry a day."""
    for position, title in enumerate(titles):
        day = starts_on + timedelta(days=position)
        times = {"start_time": _BEGINS, "end_time": _ENDS}
        rows.add(Event, workshop_id=key, position=position, title=title, day=day, **times)


def _add_participants(rows: Rows, key: int, people: Sequence[Known], count: int, is_over: bool, random: Random) -> None:
    for position, person in enumerate(random.sample(people, min(len(people), count))):
        is_there = is_over and random.random() < 0.9
        rows.add(
            Participation,
            workshop_id=key,
            person_id=person.id,
            position=position,
            status=ParticipationStatus.ATTENDED if is_there else ParticipationStatus.REGISTERED,
            agency_id=person.agency_id,
            post_title=person.post_title,
        )


def _spellings(agency: Agency) -> tuple[str, ...]:
    return (agency.name, agency.acronym, *agency.aliases)
