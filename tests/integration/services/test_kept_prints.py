"""The same document once more is there at once, never an old one, and nothing of it outlives a week or a person."""

import errno
import io
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser
from workshops.documents import renderer
from workshops.documents.renderer import Renderer
from workshops.domain.access import command_actor
from workshops.domain.jobs import JobKind, JobStatus
from workshops.domain.workshop import ContactRow, ParticipantRow, PersonRef, WorkshopDetails
from workshops.files.folder import FolderFiles
from workshops.models import Job, Office, Workshop
from workshops.models.base import now
from workshops.services import erasing, kept_prints, printing, purging, workshops
from workshops.services.job_upkeep import folder_of
from workshops.services.printing import Draft


class Press:
    """Stands in for the process that prints, and counts what it is asked for."""

    def __init__(self) -> None:
        self.pages: list[str] = []

    def render(self, page: str) -> bytes:
        self.pages.append(page)
        return b"%PDF of " + page.encode()

    def stamp(self, _stamps: object, page: Callable[[], str]) -> bytes:
        return self.render(page())


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press()
    monkeypatch.setattr(renderer, "shared", lambda: made)
    return made


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    return FolderFiles(tmp_path)


@pytest.fixture
def workshop(session: Session, office: Office) -> Workshop:
    people = (ParticipantRow(person=PersonRef(full_name="Ana Zanzarella")),)
    details = WorkshopDetails(title="Course", participants=people, contacts=(ContactRow(name="Kieran Best"),))
    return workshops.register(session, details=details, office_id=office.id, by=an_organiser(session, office))


@pytest.fixture
def drafted(session: Session, office: Office, files: FolderFiles, workshop: Workshop) -> Callable[..., Draft]:
    def draft(name: str = "brief", language: str = "en", day: int = 1) -> Draft:
        session.expire_all()
        by = an_organiser(session, office)
        subject = printing.of_workshop(session, reference=workshop.reference, by=by)
        return printing.draft(
            session,
            subject,
            kind=subject.kind(name),
            given={"lang": [language]},
            interface="en",
            today=date(2024, 5, day),
            by=by,
            files=files,
        )

    return draft


@pytest.mark.parametrize("name", ["brief", "attendee-sheet"])
def test_the_same_is_printed_once(name: str, drafted: Callable[..., Draft], press: Press, files: FolderFiles) -> None:
    first, second = (drafted(name).printed(files) for _ in range(2))
    assert first == second
    assert len(press.pages) == 1
    assert drafted(name).kept(files) == first
    assert drafted(name, "fr").kept(files) is None


def test_what_was_changed_is_printed_anew(
    session: Session, drafted: Callable[..., Draft], press: Press, files: FolderFiles, workshop: Workshop
) -> None:
    drafted().printed(files)
    workshop.title = "Another course"
    session.flush()
    assert b"Another course" in drafted().printed(files).pdf
    drafted(day=2).printed(files)
    assert len(press.pages) == 3


def test_another_press_prints_anew(
    drafted: Callable[..., Draft], press: Press, files: FolderFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted().printed(files)
    monkeypatch.setattr(kept_prints, "press_version", lambda: "the next one")
    drafted().printed(files)
    assert len(press.pages) == 2


def test_the_press_is_told_apart_by_its_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    for name in ("paper.css", "inside/rules.py"):
        (tmp_path / name).write_text("1")
    monkeypatch.setattr(kept_prints, "files_of", lambda _package: tmp_path)
    monkeypatch.setattr(kept_prints, "FONTS", (str(tmp_path / "fonts"),))
    (tmp_path / "fonts").mkdir()
    versions = set()
    for name in ("", "paper.css", "inside/rules.py", "fonts/Noto.ttf"):
        if name:
            (tmp_path / name).write_text("2")
        versions.add(kept_prints.press_version.__wrapped__())
    assert len(versions) == 4


def test_without_room_documents_are_printed_all_the_same(
    drafted: Callable[..., Draft], press: Press, files: FolderFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_name: str, _content: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "put", full)
    assert drafted().printed(files).pdf.startswith(b"%PDF")
    assert drafted().kept(files) is None


def put(files: FolderFiles, root: Path, name: str, *, size: int, age: timedelta) -> str:
    files.put(f"prints/{name}", io.BytesIO(b"x" * size))
    moment = (datetime.now(UTC) - age).timestamp()
    os.utime(root / "prints" / name, (moment, moment))
    return f"prints/{name}"


def test_they_go_after_a_week_and_when_there_are_too_many(
    session: Session, files: FolderFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_prints, "MOST_BYTES", 100)
    young = put(files, tmp_path, "young", size=60, age=timedelta(hours=1))
    put(files, tmp_path, "middle", size=60, age=timedelta(days=6))
    put(files, tmp_path, "old", size=1, age=timedelta(days=7, minutes=1))
    assert kept_prints.throw_away_old(session, files, at=datetime.now(UTC)) == 2
    assert list(files.names("prints")) == [young]


def test_nothing_printed_of_an_erased_person_is_left(
    session: Session,
    office: Office,
    drafted: Callable[..., Draft],
    press: Press,
    files: FolderFiles,
    tmp_path: Path,
    workshop: Workshop,
) -> None:
    drafted("attendee-sheet").printed(files)
    assert "Ana Zanzarella" in press.pages[0]
    job = Job(kind=JobKind.PRINT, key="k", asked_at=now(), started_at=now(), ended_at=now(), status=JobStatus.DONE)
    session.add(job)
    session.flush()
    job.result_stored = f"{folder_of(job.id)}/result"
    files.put(job.result_stored, io.BytesIO(b"Ana Zanzarella"))
    person = workshop.participations[0].person_id
    act = erasing.erase(session, person_id=person, by=an_organiser(session, office))
    purging.purge_now(session, files, act_id=act.id, typed=purging.to_type(act), by=command_actor())
    session.commit()
    assert list(files.names("prints")) == list(files.names("jobs")) == []
    session.refresh(job)
    assert job.result_stored == ""

    late = put(files, tmp_path, "late", size=1, age=-timedelta(minutes=1))
    kept_prints.throw_away_old(session, files, at=datetime.now(UTC))
    assert list(files.names("prints")) == [], f"{late} was being made when the act became final"


def test_equal_content_gives_equal_bytes(drafted: Callable[..., Draft]) -> None:
    if problem := renderer.unavailable():
        pytest.skip(str(problem))
    for name in ("brief", "attendee-sheet"):
        made = []
        for _ in range(2):
            draft, press = drafted(name), Renderer()
            content = draft._content
            made.append(press.render(content) if isinstance(content, str) else press.stamp(content, draft.page))
            press.close()
        assert made[0] == made[1]
