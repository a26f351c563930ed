"""`migrate`: bring the database to this version."""

import logging.config
import os

import click

from workshops.app import create_app
from workshops.config import default_root, load_settings
from workshops.launching import first_start, preparing
from workshops.launching.steps import Steps
from workshops.logs import log_configuration


@click.command()
def command() -> None:
    """Make the tables, or bring them to this version; an existing SQLite file is copied to backups/ first."""
    settings = load_settings(os.environ, default_root())
    logging.config.dictConfig(log_configuration("warning"))
    state = first_start.database_state(settings)
    app = create_app(settings)
    try:
        preparing.migrate(app, settings, state, Steps(is_first=True))
    finally:
        preparing.let_go(app)
