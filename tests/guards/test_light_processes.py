"""The processes that serve pages hold nothing that only commands, workers and first starts need."""

import subprocess
import sys

import pytest

ELSEWHERE = (
    *("alembic", "mako", "psycopg", "sqlalchemy.dialects.postgresql"),  # changing tables, another database
    *("weasyprint", "pydyf", "pypdfium2", "pypdf", "docx", "openpyxl", "xlsxwriter"),  # printing, files
    *("huey", "redis", "boto3", "multiprocessing", "workshops.tasks", "workshops.backups", "workshops.bench"),
)


@pytest.mark.parametrize("module", ["workshops.launching.site", "workshops.launching.installation"])
def test_serving_from_sqlite_loads_nothing_of_what_is_done_elsewhere(module: str) -> None:
    ask = f"import sys, {module}; print(*[name for name in {ELSEWHERE!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout
    assert loaded.split() == []
