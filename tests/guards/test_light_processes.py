"""The processes that serve pages hold nothing that only commands, workers and first starts need."""

import subprocess
import sys

import pytest

ELSEWHERE = (
    *("alembic", "mako", "psycopg", "sqlalchemy.dialects.postgresql"),  # changing tables, another database
    *("weasyprint", "pydyf", "pypdfium2", "pypdf", "docx", "openpyxl", "xlsxwriter"),  # printing, files
    *("huey", "redis", "boto3", "multiprocessing", "workshops.tasks", "workshops.backups", "workshops.bench"),
)


SELDOM = ("PIL", "phonenumbers", "prometheus_client")
"""What is loaded where it is used: for pictures, telephone numbers, and figures that somebody watches."""


def loaded(after: str, names: tuple[str, ...]) -> list[str]:
    ask = f"import sys; {after}; print(*[name for name in {names!r} if name in sys.modules])"
    return subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize("module", ["workshops.launching.site", "workshops.launching.installation"])
def test_serving_from_sqlite_loads_nothing_of_what_is_done_elsewhere(module: str) -> None:
    assert loaded(f"import {module}", ELSEWHERE) == []


def test_the_pages_load_nothing_that_few_of_them_need() -> None:
    assert loaded("from workshops import views; list(views.groups())", SELDOM) == []
