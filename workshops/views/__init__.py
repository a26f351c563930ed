"""The pages: read, call one service, answer. Each file beside this one that holds a blueprint `pages` is a group."""

import importlib
import pkgutil
from collections.abc import Iterator

from flask import Blueprint, Flask
from werkzeug.routing import IntegerConverter, Map

from workshops.views.frame import register_frame
from workshops.views.packing import register_packing

LARGEST_ID = 2**31 - 1


class IdConverter(IntegerConverter):
    """A number in an address that can be the id of a record; of a larger one there is no page."""

    def __init__(self, map: Map, fixed_digits: int = 0, min: int = 1, max: int = LARGEST_ID) -> None:
        super().__init__(map, fixed_digits, min, max)


def groups() -> Iterator[Blueprint]:
    """The blueprints of the files of this folder, by the names of the files."""
    for file in pkgutil.iter_modules(__path__):
        group = getattr(importlib.import_module(f"{__name__}.{file.name}"), "pages", None)
        if isinstance(group, Blueprint):
            yield group


def register_views(app: Flask) -> None:
    """Tie every group of pages to the application."""
    app.url_map.converters["int"] = IdConverter
    for group in groups():
        app.register_blueprint(group)
    register_frame(app)
    register_packing(app)
