"""A change of the tables ends in the old state or the new one, whatever happens in its middle."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.orm import Session

from tests.databases import Databases
from tests.factories import make_office
from workshops import migrations
from workshops.backups.databases import opened
from workshops.config import load_settings
from workshops.models import PressRelease

ROOT = Path(__file__).resolve().parents[2]
NEXT = """
import os
import signal

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{newest}"


def upgrade():
    op.create_table("room", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("office") as office:
        office.alter_column("name", type_=sa.String(400), existing_type=sa.String(300), existing_nullable=False)
        office.add_column(sa.Column("address", sa.String(300), server_default="", nullable=False))
    op.execute("UPDATE office SET name = 'changed'")
    if os.path.exists({kill!r}):
        os.kill(os.getpid(), signal.SIGKILL)
    op.execute({last!r})
"""
START = """
import os
import sys
from pathlib import Path
from workshops import migrations
from workshops.launching import first_start, preparing
from workshops.app import create_app
from workshops.launching.steps import Steps
from workshops.config import load_settings
migrations.VERSIONS = Path(sys.argv[1])
settings = load_settings(os.environ, Path("."))
preparing.migrate(create_app(settings), settings, first_start.database_state(settings), Steps(is_first=False))
"""


class Site:
    """An installation with an office and a press release of it, and a version that will change its tables."""

    def __init__(self, folder: Path, variables: dict[str, str]) -> None:
        self.instance, self.versions, self.kill = folder / "instance", folder / "versions", folder / "kill"
        self.variables = {"WORKSHOPS_INSTANCE": str(self.instance), **variables}
        self.settings = load_settings(self.variables, folder)
        with self.engine() as engine, Session(engine) as session:
            session.add(PressRelease(office=make_office(session), sha256="0" * 64, text="A training was held."))
            session.commit()

    def engine(self) -> AbstractContextManager[Engine]:
        return opened(self.settings.database_url)

    def copies(self) -> list[Path]:
        """The copies made before a change."""
        url = self.settings.database_url
        folder = self.instance if self.settings.is_postgresql else Path(url.removeprefix("sqlite:///")).parent
        return list((folder / "backups").glob("*-*"))

    def next_version(self, last: str = "SELECT 1") -> None:
        shutil.copytree(migrations.VERSIONS, self.versions, ignore=shutil.ignore_patterns("__pycache__"))
        newest = max(path.name for path in self.versions.glob("[0-9]*.py")).partition("_")[0]
        (self.versions / "9001_next.py").write_text(NEXT.format(newest=newest, kill=str(self.kill), last=last))

    def migrate(self) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-c", START, str(self.versions)]
        environ = {name: value for name, value in os.environ.items() if not name.startswith("WORKSHOPS_")}
        environ |= self.variables
        return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)

    def state(self) -> tuple[str, str, bool, int]:
        """The revision, the name of the office, whether there is the new table, and how many press releases."""
        with self.engine() as engine, engine.connect() as connection:
            revision, name, releases = (
                one(connection, statement)
                for statement in (
                    "SELECT version_num FROM alembic_version",
                    "SELECT name FROM office",
                    "SELECT count(*) FROM press_release",
                )
            )
            return str(revision), str(name), inspect(connection).has_table("room"), int(str(releases))


def one(connection: Connection, statement: str) -> object:
    return connection.execute(text(statement)).scalar_one()


@pytest.fixture
def site(tmp_path: Path, databases: Databases) -> Site:
    return Site(tmp_path, databases.migrated())


def test_a_migration_killed_in_its_middle_leaves_the_old_state_and_the_next_start_finishes_it(site: Site) -> None:
    before = site.state()
    site.next_version()
    site.kill.touch()
    assert site.migrate().returncode == -signal.SIGKILL
    assert site.state() == before
    assert site.copies(), "a copy is made before anything changes"
    site.kill.unlink()
    done = site.migrate()
    assert done.returncode == 0, done.stderr
    assert site.state() == ("9001", "changed", True, 1), "tables made anew keep the rows that point to them"


@pytest.mark.parametrize(
    ("last", "says"),
    [("SELECT * FROM nowhere", "nowhere"), ("UPDATE press_release SET office_id = 77", "press_release")],
    ids=["a statement that fails", "a row that points nowhere"],
)
def test_a_migration_that_fails_is_undone(site: Site, last: str, says: str) -> None:
    before = site.state()
    site.next_version(last)
    failed = site.migrate()
    assert failed.returncode == 1
    assert says in failed.stderr
    assert site.state() == before
