"""Press releases to read: what drafts of the demonstration's workshops say, each with days and numbers of its own."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from itertools import cycle, islice
from typing import Any

from workshops.domain.data_files import read_rows
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import AgencyRef, Headcount, TopicRef, WorkshopDetails
from workshops.press.writing.release import write_release
from workshops.services.demo import OFFICES
from workshops.services.demo_details import Known, demo_details

FIRST_DAY = date(2012, 1, 9)
TODAY = date(2026, 1, 5)


def releases(count: int) -> Iterator[str]:
    """That many texts in English, French and Spanish, no two the same."""
    workshops = list(_workshops())
    for number, workshop in enumerate(islice(cycle(workshops), count)):
        begins = FIRST_DAY + timedelta(number)
        told = replace(
            workshop,
            starts_on=PartialDate.of_day(begins),
            ends_on=PartialDate.of_day(begins + timedelta((workshop.duration_days or 1) - 1)),
            headcount=Headcount(women=3 + number % 17, men=4 + number % 23),
        )
        language = INTERFACE_LANGUAGES[number // len(workshops) % len(INTERFACE_LANGUAGES)]
        yield write_release(told, language=language, today=TODAY, publisher="IOM").text


def pages(count: int, *, length: int) -> Iterator[str]:
    """That many texts of `length` characters, each cut from several releases."""
    several = length // 500  # of some 900 characters each
    texts = releases(count * several)
    for _ in range(count):
        yield "\n\n".join(islice(texts, several))[:length]


def _workshops() -> Iterator[WorkshopDetails]:
    agencies = {
        row["key"]: AgencyRef(name=row["name"], acronym=row["acronym"]) for row in read_rows("demo/agencies.tsv")
    }
    topics: dict[str | None, TopicRef] = {row["code"]: TopicRef(label=row["en"]) for row in read_rows("topics.tsv")}
    for name in OFFICES.values():
        for said in _said(name)["workshop"]:
            yield demo_details(said, Known(agencies, topics))


def _said(name: str) -> dict[str, Any]:
    return tomllib.loads(files("workshops").joinpath("data", "demo", f"{name}.toml").read_text("utf-8"))
