"""The migrations make exactly the tables the models describe."""

from alembic.autogenerate import compare_metadata
from flask import Flask

from workshops.extensions import alembic
from workshops.models import Base


def test_migrations_equal_the_models(app: Flask) -> None:
    with app.app_context():
        differences = compare_metadata(alembic.migration_context, Base.metadata)
    assert [d for d in differences if "search_index" not in str(d)] == []
