"""A backup made while eight write holds one moment: whole changes, and none whose other half came later."""

import json
import threading
import time
import zipfile
from pathlib import Path

from sqlalchemy.orm import Session

from tests.databases import Databases
from tests.integration.backups.conftest import Site
from tests.integration.backups.test_round_trip import manifest_of, restored
from workshops.backups import databases as opening
from workshops.models import Office, ReferenceCounter

WRITERS = 8


def values(path: Path, table: str, column: str) -> set[str]:
    """What a column holds in a backup."""
    facts = next(facts for facts in manifest_of(path).tables if facts.table.name == table)
    place = [each.name for each in facts.table.columns].index(column)
    with zipfile.ZipFile(path) as archive:
        return {json.loads(line)[place] for line in archive.read(facts.entry).splitlines()}


def test_a_backup_under_eight_writers_is_consistent(tmp_path: Path, databases: Databases) -> None:
    site = Site.at(tmp_path / "site", databases.migrated())
    stop = threading.Event()
    acknowledged: list[str] = []

    def write(writer: int) -> None:
        """Two rows in one transaction, in tables that lie apart in a backup."""
        with opening.opened(site.url) as engine:
            number = 0
            while not stop.wait(0.01):
                code = f"W{writer}-{number}"
                with Session(engine) as session:
                    session.add_all([Office(code=code, name=code), ReferenceCounter(prefix=code, last_number=1)])
                    session.commit()
                acknowledged.append(code)
                number += 1

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    backups: list[set[str]] = []
    try:
        while len(acknowledged) < WRITERS and any(thread.is_alive() for thread in threads):
            time.sleep(0.01)
        for number in range(5):
            before = set(acknowledged)
            path = site.back_up(tmp_path / f"{number}.zip")
            backups.append(values(path, "office", "code"))
            assert backups[-1] == values(path, "reference_counter", "prefix")
            assert backups[-1] >= before, "what was acknowledged before the backup began is in it"
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert 0 < len(backups[0]) < len(backups[-1]), "they wrote all the while"
    other = Site.at(tmp_path / "other", databases.empty())
    assert {table.name: table.rows for table in restored(path, other)}["office"] == len(backups[-1])
