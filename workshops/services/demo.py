"""The demonstration records: offices, agencies, projects and workshops of many years, countries and scripts.

They lie in `data/demo/` and are registered the way a person registers them, so every rule holds for them too. Persons
and grants are invented; two workshops say what two real press releases say, and leave open what those do not.
"""

import tomllib
from importlib.resources import files
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.data_files import read_rows
from workshops.domain.enums import AgencyType, WorkshopStatus
from workshops.domain.naming import name_key
from workshops.domain.workshop import AgencyRef, TopicRef
from workshops.errors import N_, Conflict
from workshops.models import Agency, Office, OfficeSettings, Project, Topic
from workshops.services import agencies, projects, registers, workshop_acts, workshops
from workshops.services.demo_details import Known, demo_details

OFFICES = {"UBN": "ulaanbaatar", "BKK": "bangkok", "DKR": "dakar", "BOG": "bogota", "AMM": "amman"}
"""The file of workshops of each office."""

STATUS_BEFORE = {
    WorkshopStatus.CLOSED: WorkshopStatus.COMPLETED,
    WorkshopStatus.CANCELLED: WorkshopStatus.PLANNED,
    WorkshopStatus.POSTPONED: WorkshopStatus.PLANNED,
}
"""Statuses that are reached by an act, and the one a workshop is registered with before."""


def load(session: Session, *, by: Actor) -> int:
    """Add the demonstration records and give the number of workshops. Raises `Conflict` where they are already."""
    if session.scalar(select(Office.id).where(Office.code.in_(OFFICES))):
        raise Conflict(N_("The demonstration records are here already."))
    offices = {said["code"]: _office(said) for said in _read("offices")["office"]}
    session.add_all(offices.values())
    session.flush()
    agency_of = _add_agencies(session)
    _add_projects(session, agency_of)
    known = Known(
        agencies={key: AgencyRef(id=agency.id, name=agency.name) for key, agency in agency_of.items()},
        topics={topic.code: TopicRef(id=topic.id, label=topic.label) for topic in session.scalars(select(Topic))},
    )
    count = 0
    for code, file in OFFICES.items():
        for said in _read(file)["workshop"]:
            _register(session, said, known, offices[code], by=by)
            count += 1
    return count


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("workshops").joinpath("data", "demo", f"{name}.toml").read_text("utf-8"))


def _office(said: dict[str, Any]) -> Office:
    texts = {f"issuer_{language}": text for language, text in said.pop("issuer").items()}
    return Office(**said, settings=OfficeSettings(texts=texts))


def _add_agencies(session: Session) -> dict[str, Agency]:
    """The agencies by their keys in the files."""
    known = {}
    for row in read_rows("demo/agencies.tsv"):
        known[row["key"]] = agencies.fold_names(
            Agency(
                name=row["name"],
                acronym=row["acronym"],
                type=AgencyType(row["type"]),
                country_code=row["country"] or None,
                translations={language: row[language] for language in ("fr", "es") if row[language]},
                aliases=[alias for alias in row["aliases"].split("; ") if alias],
            )
        )
    session.add_all(known.values())
    session.flush()
    for agency in known.values():
        agencies.index(session, agency)
    return known


def _add_projects(session: Session, agency_of: dict[str, Agency]) -> None:
    for said in _read("projects")["project"]:
        funders = [agency_of[key] for key in said.pop("funders")]
        project = Project(**said, funders=funders, folded_title=name_key(said["title"]))
        session.add(project)
        session.flush()
        registers.index(session, projects.REGISTER, project)


def _register(session: Session, said: dict[str, Any], known: Known, office: Office, *, by: Actor) -> None:
    status = WorkshopStatus(said["status"])
    said |= {"status": STATUS_BEFORE.get(status, status), "time_zone": said.get("time_zone", office.time_zone)}
    workshop = workshops.register(session, details=demo_details(said, known), office_id=office.id, by=by)
    reference, reason = workshop.reference, said.get("reason", "")
    if status is WorkshopStatus.CLOSED:
        workshop_acts.close(session, reference=reference, by=by)
    elif status is WorkshopStatus.CANCELLED:
        workshop_acts.cancel(session, reference=reference, reason=reason, by=by)
    elif status is WorkshopStatus.POSTPONED:
        workshop_acts.postpone(session, reference=reference, reason=reason, by=by)
