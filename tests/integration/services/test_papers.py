"""What the record says in agenda, list of experts and reports."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser
from workshops.domain.enums import ExpertRole, HeadcountSource, ParticipationStatus, Sex, WorkshopStatus
from workshops.domain.partial_date import PartialDate
from workshops.domain.training_filter import TrainingFilter
from workshops.domain.workshop import (
    AgencyRef,
    EventRow,
    ExpertRow,
    Headcount,
    ParticipantRow,
    PersonRef,
    WorkshopDetails,
)
from workshops.files.folder import FolderFiles
from workshops.models import Office, Workshop
from workshops.services import printing, workshops
from workshops.services.prints.kinds import NothingToPrint

Register = Callable[..., Workshop]
Printed = Callable[..., str]
EVENTS = (
    EventRow(title="Second", day=date(2024, 5, 7), start_time=time(9), led_by="Ines Carvalho and others"),
    EventRow(title="First", day=date(2024, 5, 6), end_time=None, start_time=time(14), room="Hall"),
)


@pytest.fixture
def register(session: Session, office: Office) -> Register:
    def registered(**details: object) -> Workshop:
        given = WorkshopDetails(**{"title": "Fire", **details})  # type: ignore[arg-type]
        return workshops.register(session, details=given, office_id=office.id, by=an_organiser(session, office))

    return registered


@pytest.fixture
def printed(session: Session, office: Office, tmp_path: Path) -> Printed:
    """The page of a document of a workshop, with these choices."""

    def page(name: str, workshop: Workshop, language: str = "en", **chosen: Sequence[str]) -> str:
        session.expire_all()
        by = an_organiser(session, office)
        subject = printing.of_workshop(session, reference=workshop.reference, by=by)
        return printing.draft(
            session,
            subject,
            kind=subject.kind(name),
            given={"lang": [language], **chosen},
            interface="en",
            today=date(2024, 6, 3),
            by=by,
            files=FolderFiles(tmp_path),
        ).page()

    return page


@pytest.fixture
def workshop(register: Register) -> Workshop:
    return register(
        title="Fire",
        title_language="en",
        title_translations={"fr": "Feu"},
        events=EVENTS,
        time_zone="Asia/Ulaanbaatar",
        experts=(
            ExpertRow(person=PersonRef(full_name="Inês Carvalho"), role=ExpertRole.LEAD_TRAINER, country_code="PT"),
            ExpertRow(person=PersonRef(full_name="Ines Car"), affiliation="Police"),
        ),
    )


def test_an_agenda_has_the_days_in_order_with_their_times(workshop: Workshop, printed: Printed) -> None:
    page = printed("agenda", workshop, "es")
    assert page.index("Lunes 6 de mayo de 2024") < page.index("First") < page.index("Martes 7 de mayo de 2024")
    assert "14:00" in page
    assert "Asia/Ulaanbaatar" in page


def test_an_agenda_has_no_columns_of_which_nothing_is_known(register: Register, printed: Printed) -> None:
    for hidden, heads in ({}, ["Time", "Programme"]), ({"start_time": None}, ["Programme"]):
        page = printed("agenda", register(events=[replace(row, led_by="", room="", **hidden) for row in EVENTS]))
        assert page.count("<thead>") == 1
        assert re.findall(r'<th scope="col">(.*?)</th>', page) == heads
        assert f'colspan="{len(heads)}"' in page


def test_in_two_languages_all_words_stand_in_both(workshop: Workshop, printed: Printed) -> None:
    page = printed("agenda", workshop, "en", second=["fr"])
    for said in ("Fire", "Feu", "Monday 6 May 2024", "Lundi 6 mai 2024", "Led by", "Animé par"):
        assert f">{said}</span>" in page
    assert "<title>" + page.split("<title>")[1].split("</title>")[0] == f"<title>{workshop.reference} Agenda Fire"


def test_experts_have_the_days_on_which_the_programme_names_them(
    session: Session, workshop: Workshop, printed: Printed
) -> None:
    page = printed("experts", workshop)
    assert page.count("Tue 7 May") == 1
    assert "Portugal" in page
    assert "Contact" not in page
    assert "Contact" not in printed("experts", workshop, contacts=["1"]), "none is known"
    next(row.person for row in workshop.engagements if row.person).email = "ines@example.org"
    session.flush()
    assert "ines@example.org" in printed("experts", workshop, contacts=["1"])
    assert "ines@example.org" not in printed("experts", workshop)


@pytest.mark.parametrize("kind", ["agenda", "experts"])
def test_without_anything_to_say_there_is_no_document(kind: str, register: Register, printed: Printed) -> None:
    with pytest.raises(NothingToPrint):
        printed(kind, register())


def test_a_completion_report_tells_what_came_of_it(register: Register, printed: Printed) -> None:
    came = {"status": ParticipationStatus.ATTENDED, "sex": Sex.FEMALE}
    workshop = register(
        objectives="To learn.",
        methodology="By doing.",
        results="It was learnt.",
        follow_up="Another in May.",
        planned_seats=5,
        participants=(
            ParticipantRow(person=PersonRef(full_name="Ana"), agency=AgencyRef(name="Police"), **came),
            ParticipantRow(person=PersonRef(full_name="Bea"), agency=AgencyRef(name="Police"), **came),
            ParticipantRow(person=PersonRef(full_name="Cleo"), agency=AgencyRef(name="Customs"), **came),
            ParticipantRow(person=PersonRef(full_name="Eva"), **came),
            ParticipantRow(person=PersonRef(full_name="Dora"), agency=AgencyRef(name="Navy")),
        ),
    )
    page = printed("completion-report", workshop)
    assert page.index("To learn.") < page.index("By doing.") < page.index("learnt.") < page.index("Another in May.")
    assert page.index("Police") < page.index("Customs") < page.index("No agency named")
    assert "50%" in page, "of those who attended"
    assert "Navy" not in page
    assert "4 people reached of 5 planned" in page


def test_before_anybody_attended_those_registered_count(register: Register, printed: Printed) -> None:
    rows = tuple(
        ParticipantRow(person=PersonRef(full_name=name), agency=AgencyRef(name=f"Agency {name}"))
        for name in "ABCDEFGHIJKLMN"
    )
    page = printed("completion-report", register(participants=rows))
    assert "People registered" in page
    assert "3 other agencies" in page


@pytest.fixture
def report(session: Session, office: Office, tmp_path: Path) -> Callable[..., printing.Draft]:
    """The report on the trainings that a filter chooses."""

    def drafted(chosen: TrainingFilter, *languages: str) -> printing.Draft:
        by = an_organiser(session, office)
        subject = printing.of_trainings(session, chosen=chosen, today=date(2024, 6, 3), by=by)
        return printing.draft(
            session,
            subject,
            kind=subject.kind("country-report"),
            given={"lang": [languages[0]], "second": list(languages[1:])},
            interface="en",
            today=date(2024, 6, 3),
            by=by,
            files=FolderFiles(tmp_path),
        )

    return drafted


def test_a_country_report_sums_up_what_was_chosen(register: Register, report: Callable[..., printing.Draft]) -> None:
    held = (("Fire", "MN", "Erdenet", 2013), ("Water", "MN", "Atlantis", 2014), ("Quake", "PE", "Lima", 2014))
    for title, country, city, year in held:
        register(
            title=title,
            status=WorkshopStatus.COMPLETED,
            starts_on=PartialDate(year, 5, 13),
            ends_on=PartialDate(year, 5, 14),
            country_code=country,
            city=city,
            headcount=Headcount(women=700, men=400, unknown=20, source=HeadcountSource.REPORT),
        )
    page = report(TrainingFilter(country="MN"), "en", "fr").page()
    assert "2 workshops in Mongolia" in page
    assert "2 ateliers en Mongolie" in page
    assert "Erdenet (1)" in page, "in the words for the map"
    assert "1 training whose place is not known is not on the map." in page
    assert page.count("2,240") == 2, "in the figures and the sums of the list"
    assert page.count("1,120") == 4, "in each year and each row of the list"
    assert '<td class="figure">1,400</td><td class="figure">800</td><td class="figure">40</td>' in page
    assert "<dd>40</dd>" in page, "not stated, beside women and men"
    for town in ("Atlantis", "Erdenet"):
        assert f'<th scope="row"><bdi dir="ltr">{town}</bdi></th><td class="figure">1</td>' in page
    assert "Quake" not in page
    assert "Peru" in report(TrainingFilter(), "en").page()


def test_where_nobody_was_told_apart_a_report_has_no_women_and_no_men(
    register: Register, report: Callable[..., printing.Draft]
) -> None:
    register(
        title="Fire",
        status=WorkshopStatus.COMPLETED,
        starts_on=PartialDate(2013),
        country_code="MN",
        headcount=Headcount(unknown=1_250, source=HeadcountSource.REPORT),
    )
    page = report(TrainingFilter(country="MN"), "en").page()
    assert page.count("<dd>–</dd>") == 2
    assert page.count("1,250") == 6, "people and not stated: in the figures, the row, the sums of the list"
    assert "<svg" not in page, "no place, so no map"


def test_an_empty_choice_is_no_report(report: Callable[..., printing.Draft]) -> None:
    with pytest.raises(NothingToPrint):
        report(TrainingFilter(country="PE"), "en")
