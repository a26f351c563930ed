"""The pages: read, call one service, answer. One file per subject; this one says which there are."""

from flask import Flask

from workshops.views import health


def register_views(app: Flask) -> None:
    """Tie every group of pages to the application."""
    for views in (health,):
        app.register_blueprint(views.pages)
