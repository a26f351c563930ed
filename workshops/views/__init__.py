"""The pages: read, call one service, answer. One file per subject; this one says which there are."""

from flask import Flask

from workshops.views import account, assets, health, language, trainings
from workshops.views.frame import register_frame
from workshops.views.packing import register_packing


def register_views(app: Flask) -> None:
    """Tie every group of pages to the application."""
    for views in (account, assets, health, language, trainings):
        app.register_blueprint(views.pages)
    register_frame(app)
    register_packing(app)
