"""An installation with records of every kind, and a backup of it."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.databases import Databases
from workshops import files
from workshops.backups import databases as opening
from workshops.backups import making
from workshops.config import Settings, load_settings
from workshops.domain.access import command_actor
from workshops.domain.enums import ActKind, DocumentType, Origin, RecordKind
from workshops.domain.jobs import JobKind
from workshops.files import Files, put_bytes
from workshops.migrations import running
from workshops.models import (
    Act,
    AuditEntry,
    Document,
    Job,
    KeptRow,
    Office,
    SignIn,
    Topic,
    User,
    Workshop,
)
from workshops.services import audit, demo, starting

BY = command_actor(Origin.DEMO)
NASTY = "O’Brien\t\"quoted\" \\back\\slash\nnew line \u2028 \U0001f642 Нэргүй อบรม 'it''s' \\N {1,2}"
ATTACHED = b"%PDF-1.7 attached\n" * 1000
KEPT = {
    "documents/0a1b2c": ATTACHED,
    "documents/de1e7ed": b"deleted, and can be brought back",
    "jobs/1/result": b"PK made by long work",
    "logos/c0ffee": b"a logo",
}
"""The files of which the rows speak."""


@dataclass(frozen=True)
class Site:
    """An installation: its settings and where its files lie."""

    settings: Settings
    files: Files

    @classmethod
    def at(cls, folder: Path, variables: dict[str, str]) -> "Site":
        settings = load_settings({"WORKSHOPS_INSTANCE": str(folder), **variables}, folder)
        return cls(settings, files.opened(settings))

    @property
    def url(self) -> str:
        return self.settings.database_url

    def back_up(self, path: Path, *, replaces: bool = False) -> Path:
        with opening.opened(self.url) as engine:
            making.make(engine, self.files, self.settings, path, replaces=replaces)
        return path


def fill(site: Site) -> None:
    """The demonstration, and what is hard to carry: files, nulls of two kinds, letters of every sort, used numbers."""
    with opening.opened(site.url) as engine:
        running.upgrade(engine)
        with Session(engine) as session:
            audit.act_as(session, BY)
            starting.add_topics(session)
            demo.load(session, by=BY)
            user = User(email="a@example.org", name=NASTY, password="x", fs_uniquifier="secret-of-a-user")
            gone = Topic(code="gone", label="Gone", folded_label="gone")
            session.add_all([user, gone])
            session.flush()
            now = datetime(2026, 5, 3, 9, 30, 0, 120_000, tzinfo=UTC)
            for before, after in ((None, 5), ("null", 0.1), ([NASTY], True), ({"a": None}, 12345678901234)):
                entry = dict(at=now, origin=Origin.DEMO, action="changed", entity="office", entity_id=1)
                session.add(AuditEntry(**entry, field="x", before=before, after=after))
            session.add(SignIn(user_id=user.id, key_hash="0" * 64, started_at=now))
            session.add(
                Document(
                    workshop_id=session.query(Workshop.id).order_by(Workshop.id).first()[0],
                    type=DocumentType.OTHER,
                    file_name=f"{NASTY}.pdf"[:100],
                    media_type="application/pdf",
                    size=len(ATTACHED),
                    sha256=hashlib.sha256(ATTACHED).hexdigest(),
                    storage_name="0a1b2c",
                )
            )
            office = session.query(Office).order_by(Office.id).first()
            assert office is not None
            assert office.settings is not None
            office.settings.logo_name, office.settings.logo_type = "c0ffee", "image/png"
            act = Act(
                kind=ActKind.DELETE, record_kind=RecordKind.DOCUMENT, record_id=99, fingerprint="0" * 64, title="x"
            )
            act.at = act.final_at = now
            session.add(act)
            session.flush()
            kept = {"id": 99, "storage_name": "de1e7ed"}
            session.add(KeptRow(act_id=act.id, table_name="document", row_id=99, before=kept))
            session.add(Job(kind=next(iter(JobKind)), key="k", asked_at=now, result_stored="jobs/1/result"))
            session.delete(gone)
            session.commit()
    for name, content in KEPT.items():
        put_bytes(site.files, name, content)
    put_bytes(site.files, "documents/f00d", b"nobody knows of it")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Site:
    """A filled installation on the database of this run."""
    site = Site.at(tmp_path_factory.mktemp("site"), databases.empty())
    fill(site)
    return site


@pytest.fixture(scope="module")
def backup(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it."""
    return site.back_up(tmp_path_factory.mktemp("backup") / "backup.zip")
