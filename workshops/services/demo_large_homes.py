"""What the records of one office of the large demonstration are put together of: words, topics, agencies, towns."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshops.domain.access import Actor
from workshops.domain.countries import Country, countries
from workshops.domain.data_files import read_lines
from workshops.domain.enums import AgencyType, WorkshopType
from workshops.domain.naming import name_key
from workshops.domain.workshop import AgencyRef
from workshops.errors import N_, Conflict
from workshops.labels import label
from workshops.models import Agency, Office, Project, Topic
from workshops.services import agencies, projects, registers
from workshops.translating import translator

_LANGUAGES: Final = ("en", "fr", "es")
_EVERYWHERE: Final = (
    AgencyRef(name="International Organization for Migration", acronym="IOM"),
    AgencyRef(name="United Nations Office on Drugs and Crime", acronym="UNODC"),
    AgencyRef(name="International Labour Organization", acronym="ILO"),
    AgencyRef(name="European Union", acronym="EU"),
    AgencyRef(name="IOM Development Fund", acronym="IDF"),
    AgencyRef(name="Swedish International Development Cooperation Agency", acronym="Sida"),
)
_TOWNS: Final = 12
_PROJECTS: Final = 8


@dataclass(frozen=True)
class Home:
    """An office and what its workshops name. `words` are lists of templates, `names` those of persons of its region."""

    office: Office
    country: Country
    words: dict[str, Any]
    names: dict[str, list[str]]
    topics: list[Topic]
    agencies: list[Agency]
    funders: list[Agency]
    projects: list[Project]
    towns: list[str]

    def topic(self, topic: Topic) -> str:
        """What a topic is called in the language of the office."""
        return topic.translations.get(self.office.language, topic.label)

    def type(self, value: WorkshopType) -> str:
        """What a kind of workshop is called there."""
        return translator(self.office.language).gettext(label(value))


def add_homes(session: Session, count: int, random: Random, *, by: Actor) -> list[Home]:
    """Add offices, forty at most, each with agencies and projects. Raises `Conflict` where one is there already."""
    topics = list(session.scalars(select(Topic).order_by(Topic.id)))
    funders = list(agencies.resolve_all(session, _EVERYWHERE, by=by).values())
    places = [(code, language) for language in _LANGUAGES for code in _words()[language]["countries"]]
    return [_add(session, code, language, topics, funders, random) for code, language in places[:count]]


def _add(
    session: Session, code: str, language: str, topics: list[Topic], funders: list[Agency], random: Random
) -> Home:
    country = countries()[code]
    if session.scalar(select(Office.id).where(Office.code == country.alpha3)):
        raise Conflict(N_("The demonstration records are here already."))
    office = Office(
        code=country.alpha3,
        name=country.names[language],
        country_code=code,
        language=language,
        time_zone=country.time_zone,
    )
    said = _words()[language]
    named = [
        agencies.fold_names(
            Agency(
                name=name.format(country=office.name),
                acronym="",
                translations={},
                aliases=[],
                type=AgencyType(kind),
                country_code=code,
            )
        )
        for name, kind in said["agencies"]
    ]
    session.add_all([office, *named])
    home = Home(
        office=office,
        country=country,
        words=said,
        names=_words()["names"].get(country.time_zone.partition("/")[0], _words()["names"]["Asia"]),
        topics=topics,
        agencies=named,
        funders=funders,
        projects=[],
        towns=_towns()[code],
    )
    for number in range(_PROJECTS):
        title = random.choice(said["projects"]).format(topic=home.topic(random.choice(topics)), country=office.name)
        code_of = f"{country.alpha3}.{number + 1:04d}"
        home.projects.append(
            Project(title=title, acronym="", code=code_of, translations={}, folded_title=name_key(title))
        )
    session.add_all(home.projects)
    session.flush()
    for agency in named:
        agencies.index(session, agency)
    for project in home.projects:
        registers.index(session, projects.REGISTER, project)
    return home


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("workshops").joinpath("data", "demo", "large.toml").read_text("utf-8"))


@cache
def _towns() -> dict[str, list[str]]:
    """The biggest towns of each country: they stand first in the table."""
    towns: dict[str, list[str]] = {}
    for line in read_lines("towns.tsv.gz")[1:]:
        name, code, _rest = line.split("\t", 2)
        of_country = towns.setdefault(code, [])
        if len(of_country) < _TOWNS:
            of_country.append(name)
    return towns
