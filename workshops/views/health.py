"""Whether the server is alive and can do its work, for machines that watch it."""

import threading
import time
from typing import Final

from flask import Blueprint, Response, current_app, jsonify

from workshops.config import Settings
from workshops.extensions import db
from workshops.migrations import newest
from workshops.services import readiness
from workshops.services.readiness import Check
from workshops.views.access import Access, access, wants_json

pages = Blueprint("health", __name__)

KEPT_FOR: Final = 2.0  # seconds: however many watch, the site is looked at once
WORDS: Final = {True: "ok", False: "not ok"}


@pages.get("/healthz")
@access(Access.PUBLIC)
def healthz() -> tuple[str, dict[str, str]]:
    """Says that requests are answered; touches neither session nor database."""
    return "ok\n", {"Content-Type": "text/plain; charset=utf-8"}


@pages.get("/readyz")
@access(Access.PUBLIC)
def readyz() -> Response:
    """A line for each thing the site needs: 200 where all are well, else 503. Strangers read it, so no more is said."""
    checks = _latest.checks()
    if wants_json():
        answer = jsonify({check.name: WORDS[check.is_well] for check in checks})
    else:
        lines = [f"{check.name}: {WORDS[check.is_well]}\n" for check in checks]
        answer = Response("".join(lines), content_type="text/plain; charset=utf-8")
    answer.status_code = 200 if all(check.is_well for check in checks) else 503
    return answer


class _Latest:
    """What was found last by this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until = 0.0
        self._found: tuple[Check, ...] = ()

    def checks(self) -> tuple[Check, ...]:
        """What is found now, or was a moment ago; who asks meanwhile waits for the one who looks."""
        with self._lock:
            if time.monotonic() >= self._until:
                settings: Settings = current_app.config["SETTINGS"]
                queue = current_app.extensions["queue"]
                self._found = readiness.examine(db.session, queue=queue, instance=settings.instance, revision=newest())
                self._until = time.monotonic() + KEPT_FOR
            return self._found

    def forget(self) -> None:
        """Look again at the next question."""
        self._until = 0.0


_latest = _Latest()
