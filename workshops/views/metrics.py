"""What the site does, in figures for a watcher (the text format of Prometheus)."""

import hmac

from flask import Blueprint, Response, current_app, request

from workshops import counting
from workshops.config import Settings
from workshops.errors import NotFound
from workshops.extensions import db
from workshops.views.access import Access, access

pages = Blueprint("metrics", __name__)


@pages.get("/metrics")
@access(Access.PUBLIC)
def metrics() -> Response:
    """All figures, for who names the token of the settings; for others there is no such page."""
    settings: Settings = current_app.config["SETTINGS"]
    expected = settings.metrics_token
    given = request.authorization.token if request.authorization and request.authorization.type == "bearer" else None
    if not expected or not hmac.compare_digest((given or "").encode(), expected.encode()):
        raise NotFound
    from workshops.services import figures  # here: a site that nobody watches does without Prometheus' client

    counts = current_app.extensions[counting.EXTENSION]
    said = figures.written(db.session, counts=counts, instance=settings.instance)
    return Response(said, content_type=figures.CONTENT_TYPE)
