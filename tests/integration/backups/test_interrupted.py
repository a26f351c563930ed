"""A restore that is killed leaves an empty database or a whole one, and the next one goes well."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import Databases
from tests.integration.backups.conftest import Site
from tests.integration.backups.test_round_trip import read_again, restored
from workshops.launching import first_start
from workshops.launching.database_state import State

ROOT = Path(__file__).resolve().parents[3]
KILLED = """
import os
import signal
import sys
from pathlib import Path
from workshops.backups import filling, restoring, rows
from workshops.launching import keeping

def kill(*_arguments, **_named):
    os.kill(os.getpid(), signal.SIGKILL)

def half(connection, table, lines):
    whole(connection, table, kill_after(lines) if table.name == "participation" else lines)

def kill_after(lines):
    for number, line in enumerate(lines):
        if number == 20:
            kill()
        yield line

whole = filling.write_lines
where = sys.argv[2]
if where == "in a table":
    filling.write_lines = half
elif where == "before the files":
    restoring.finish = kill
else:
    class Files:
        put = kill
    keeping.files.opened = lambda _settings: Files()
keeping.restore(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("where", ["in a table", "before the files", "in the files"])
def test_a_killed_restore_leaves_nothing_and_the_next_one_is_whole(
    where: str, site: Site, backup: Path, tmp_path: Path, databases: Databases
) -> None:
    variables = databases.empty()
    other = Site.at(tmp_path / "other", variables)
    environ = {name: value for name, value in os.environ.items() if not name.startswith("WORKSHOPS_")}
    environ |= {"WORKSHOPS_INSTANCE": str(other.settings.instance), **variables}
    command = [sys.executable, "-c", KILLED, str(backup), where]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert first_start.database_state(other.settings) is State.NEW
    restored(backup, other)
    assert read_again(other) == read_again(site)
