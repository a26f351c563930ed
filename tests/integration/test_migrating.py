"""A migration that fails leaves the database as it was."""

from pathlib import Path

import pytest

from workshops.app import create_app
from workshops.config import load_settings
from workshops.launching import first_start
from workshops.launching.sqlite_file import State
from workshops.launching.steps import Steps
from workshops.migrations import search_index


def test_a_failed_migration_is_undone_and_the_next_start_finishes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = load_settings({}, tmp_path)

    def migrate() -> None:
        state = first_start.database_state(settings)
        assert state is State.NEW
        app = create_app(settings)
        try:
            first_start.migrate(app, settings, state, Steps(is_first=False))
        finally:
            first_start.let_go(app)

    def fails(*_: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as broken:
        broken.setattr(search_index, "create_search_index", fails)
        with pytest.raises(RuntimeError, match="the power went"):
            migrate()
    migrate()
    assert first_start.database_state(settings) is State.CURRENT
