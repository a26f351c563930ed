"""The pages: read, call one service, answer. One file per subject; this one says which there are."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

from workshops.views import (
    about,
    account,
    agencies,
    agency_logos,
    assets,
    attendance,
    certificate_check,
    certificate_prints,
    certificate_register,
    certificates,
    deleted,
    deleting,
    document_texts,
    erasing,
    evidence,
    health,
    history,
    jobs,
    language,
    merging,
    metrics,
    offices,
    people,
    press,
    press_decisions,
    press_review,
    press_sources,
    press_writing,
    printing,
    printing_several,
    printing_trainings,
    projects,
    search,
    today,
    tokens,
    topics,
    trainings,
    unfinished,
    users,
    workshop_acts,
    workshop_documents,
    workshop_edit,
    workshops,
)
from workshops.views.frame import register_frame
from workshops.views.packing import register_packing

LARGEST_ID = 2**31 - 1

GROUPS = (
    about,
    account,
    agencies,
    agency_logos,
    assets,
    attendance,
    certificate_check,
    certificate_prints,
    certificate_register,
    certificates,
    deleted,
    deleting,
    document_texts,
    erasing,
    evidence,
    health,
    history,
    jobs,
    language,
    merging,
    metrics,
    offices,
    people,
    press,
    press_decisions,
    press_review,
    press_sources,
    press_writing,
    printing,
    printing_several,
    printing_trainings,
    projects,
    search,
    today,
    tokens,
    topics,
    trainings,
    unfinished,
    users,
    workshop_acts,
    workshop_documents,
    workshop_edit,
    workshops,
)


class IdConverter(IntegerConverter):
    """A number in an address that can be the id of a record; of a larger one there is no page."""

    def __init__(self, map: Map, fixed_digits: int = 0, min: int = 1, max: int = LARGEST_ID) -> None:
        super().__init__(map, fixed_digits, min, max)


def register_views(app: Flask) -> None:
    """Tie every group of pages to the application."""
    app.url_map.converters["int"] = IdConverter
    for views in GROUPS:
        app.register_blueprint(views.pages)
    register_frame(app)
    register_packing(app)
