"""Documents that name participants: who is on them, in which order, on which sheets."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser
from workshops.domain.enums import ExpertRole, ParticipationStatus, Role, Sex, WorkshopStatus
from workshops.domain.workshop import AgencyRef, EventRow, ParticipantRow, PersonRef, WorkshopDetails
from workshops.files.folder import FolderFiles
from workshops.models import Engagement, Office, Workshop
from workshops.services import printing, workshops
from workshops.services.prints.kinds import NothingToPrint

TODAY = date(2024, 6, 3)
PEOPLE = (("Zoë", "Ministry"), ("Ñandú", "Agency"), ("Оюун", ""), ("Núñez", "Ministry"), ("Nuria", "Agency"))
ATTENDED = ("Zoë", "Оюун")
DAYS = ((6, "Opening"), (6, "Visit"), (7, "Exam"))


@pytest.fixture
def workshop(session: Session, office: Office) -> Workshop:
    participants = tuple(
        ParticipantRow(
            person=PersonRef(full_name=name),
            agency=AgencyRef(name=agency) if agency else None,
            status=ParticipationStatus.ATTENDED if name in ATTENDED else ParticipationStatus.REGISTERED,
            sex=Sex.MALE if name == "Zoë" else Sex.FEMALE,
            email="officer@example.org",
        )
        for name, agency in PEOPLE
    )
    events = tuple(EventRow(title=title, day=date(2024, 5, day), takes_attendance=True) for day, title in DAYS)
    given = WorkshopDetails(title="Border management", participants=participants, events=events)
    return workshops.register(session, details=given, office_id=office.id, by=an_organiser(session, office))


@pytest.fixture
def printed(session: Session, office: Office, workshop: Workshop, tmp_path: object) -> Callable[..., str]:
    """The page of a document of the workshop, with these choices."""

    def page(name: str, language: str = "en", *, role: Role = Role.ORGANISER, **chosen: Sequence[str]) -> str:
        session.expire_all()
        by = replace(an_organiser(session, office), role=role)
        subject = printing.of_workshop(session, reference=workshop.reference, by=by)
        draft = printing.draft(
            session,
            subject,
            kind=subject.kind(name),
            given={"lang": [language], **chosen},
            interface="en",
            by=by,
            today=TODAY,
            files=FolderFiles(tmp_path),  # type: ignore[arg-type]
        )
        return draft.page() + (draft.source.data if draft.source else "")

    return page


def names(page: str) -> list[str]:
    """The names and the headings of a page, from above."""
    told = {name for name, _agency in PEOPLE} | {"Ministry", "Agency", "No agency named", "Others who came"}
    rows = re.findall(r'<th scope="row"[^>]*>.*?</th>|<td class="name">.*?</td>', page, re.S)
    return [word for row in rows for word in re.findall(r"<bdi[^>]*>(.*?)</bdi>", row) if word in told]


@pytest.mark.parametrize(
    ("language", "order", "expected"),
    [
        ("en", "registered", ["Zoë", "Ñandú", "Оюун", "Núñez", "Nuria"]),
        ("en", "name", ["Ñandú", "Núñez", "Nuria", "Zoë", "Оюун"]),
        ("es", "name", ["Núñez", "Nuria", "Ñandú", "Zoë", "Оюун"]),
        ("es", "agency", ["Nuria", "Ñandú", "Núñez", "Zoë", "Оюун"]),
    ],
)
def test_a_sheet_is_sorted_as_was_chosen(
    language: str, order: str, expected: list[str], printed: Callable[..., str]
) -> None:
    assert names(printed("attendee-sheet", language, order=[order])) == expected


def test_under_their_agencies_people_keep_the_order_that_was_chosen(printed: Callable[..., str]) -> None:
    page = printed("attendee-sheet", under_agencies=["1"])
    expected = ["Agency", "Ñandú", "Nuria", "Ministry", "Zoë", "Núñez", "No agency named", "Оюун", "Others who came"]
    assert names(page) == expected
    by_name = printed("attendee-sheet", under_agencies=["1"], order=["name"])
    assert names(by_name)[3:6] == ["Ministry", "Núñez", "Zoë"]


@pytest.mark.parametrize(("per", "ids", "boxes"), [("workshop", 1, "1-3x"), ("day", 2, "1-2x"), ("event", 3, "1-1x")])
def test_there_is_a_sheet_for_what_was_chosen(per: str, ids: int, boxes: str, printed: Callable[..., str]) -> None:
    page = printed("attendee-sheet", per=[per], columns=[])
    found = re.findall(r'data-text="([^"]+)"', page)
    assert len(found) == len(set(found)) == ids
    assert f'data-boxes="{boxes}' in page
    assert names(page) == [name for name, _agency in PEOPLE] * ids


def test_a_sheet_in_another_order_has_another_id(printed: Callable[..., str]) -> None:
    pages = [printed("attendee-sheet", order=[order]) for order in ("registered", "name", "name")]
    ids = [re.findall(r'data-text="([^"]+)"', page)[0] for page in pages]
    assert ids[0] != ids[1] == ids[2]


def test_a_list_names_those_who_are_expected_or_those_who_attended(
    session: Session, workshop: Workshop, printed: Callable[..., str]
) -> None:
    assert names(printed("participant-list", "es", order=["name"])) == ["Núñez", "Nuria", "Ñandú", "Zoë", "Оюун"]
    workshop.status = WorkshopStatus.COMPLETED
    session.flush()
    page = printed("participant-list", "fr")  # once it is over, those who came
    assert names(page) == list(ATTENDED)
    assert "Personnes présentes" in page
    end = re.findall(r'<p class="end">(.*?)</p>', page, re.S)[0]
    assert re.sub(r"<[^>]+>|\s+", " ", end).split() == ["Total", "2", "·", "Femmes", "1", "·", "Hommes", "1"]


def test_rows_are_in_both_languages(session: Session, workshop: Workshop, printed: Callable[..., str]) -> None:
    agency = next(row.agency for row in workshop.participations if row.agency)
    agency.country_code, agency.translations = "MN", {"fr": "Ministère"}
    session.flush()
    bdi = '<bdi dir="ltr">{}</bdi></span>'
    said = [f'lang="en">{bdi.format(agency.name)} <span class="also" lang="fr">{bdi.format("Ministère")}']
    said.append(f'lang="en">{bdi.format("Mongolia")} <span class="also" lang="fr">{bdi.format("Mongolie")}')
    page = printed("participant-list", second=["fr"])
    assert [words in page for words in said] == [True, True]
    assert said[0] in printed("attendee-sheet", second=["fr"])


def test_a_list_gives_addresses_only_if_asked_for_them(printed: Callable[..., str]) -> None:
    assert "officer@" not in printed("participant-list")
    assert "officer@" in printed("participant-list", columns=["email"])


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("participant-list", {"columns": ["email", "phone"]}),
        ("attendee-sheet", {"columns": ["email", "phone"]}),
        ("experts", {"contacts": ["1"]}),
        ("agenda", {"archive": ["1"]}),
    ],
)
def test_who_only_reads_gets_addresses_masked(
    name: str, chosen: dict[str, list[str]], session: Session, workshop: Workshop, printed: Callable[..., str]
) -> None:
    person = workshop.participations[0].person
    person.phone = "+976 7014 3100"
    workshop.engagements.append(Engagement(person=person, role=ExpertRole.LEAD_TRAINER, position=0))
    session.flush()
    told = {role: printed(name, role=role, **chosen) for role in (Role.ORGANISER, Role.VIEWER)}
    assert [text in told[Role.ORGANISER] for text in ("officer@", "7014 3100")] == [True, True]
    assert [text in told[Role.VIEWER] for text in ("officer@", "7014", "o•••@example.org", "••• 00")] == [
        *(False, False),
        *(True, True),
    ]


def test_a_list_of_nobody_is_not_printed(
    session: Session, office: Office, workshop: Workshop, printed: Callable[..., str]
) -> None:
    for row in workshop.participations:
        row.status = ParticipationStatus.DECLINED
    session.flush()
    with pytest.raises(NothingToPrint, match="Nobody is expected"):
        printed("participant-list")
    with pytest.raises(NothingToPrint, match="Nobody is marked"):
        printed("participant-list", who=["attended"])
