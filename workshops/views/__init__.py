"""The pages: read, call one service, answer. One file per subject; this one says which there are."""

from flask import Flask

from workshops.views import assets, health
from workshops.views.frame import register_frame


def register_views(app: Flask) -> None:
    """Tie every group of pages to the application."""
    for views in (assets, health):
        app.register_blueprint(views.pages)
    register_frame(app)
