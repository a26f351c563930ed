"""The migrations make exactly the tables the models describe."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask

from workshops.extensions import db
from workshops.migrations import numbers
from workshops.models import Base


def test_migrations_equal_the_models(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert [d for d in differences if "search_index" not in str(d)] == []


def test_no_number_of_a_record_is_given_twice(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            forgotten = set(numbers.RECORDS) - numbers.with_rule(connection)
            assert not forgotten, f"call migrations.numbers.never_twice(op.get_bind()) after making {forgotten} anew"
