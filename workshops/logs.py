"""One JSON line for each event, to standard error; each line of a request carries its reference.

No personal data: a line names the route (`/workshops/<reference>`), never the address with its values, and an error is
its kind and the lines of code it passed, never its message, which may quote what a person typed.
"""

import datetime
import json
import logging
import secrets
import time
import traceback
from typing import Any, Final

from flask import Flask, Response, g, has_request_context, request

logger = logging.getLogger("workshops")
SLOW: Final = 1000  # milliseconds; a request that takes longer is a warning


class JsonLines(logging.Formatter):
    """A log record as one line of JSON: when, how important, from where, what, and the facts that belong to it."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if has_request_context():
            line["reference"] = reference()
        if record.exc_info and record.exc_info[1]:
            line["error"] = _path_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def log_configuration(level: str) -> dict[str, Any]:
    """For `logging.config.dictConfig`: all loggers to standard error as JSON lines, from `level` (a word) upwards."""
    level = level.upper()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "loggers": {
            "workshops": {"level": level},
            "alembic": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
            "gunicorn.error": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
            "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},  # we write our own line
        },
    }


def reference() -> str:
    """The reference of this request, such as 7F3A09C1: shown on an error page, found again in the log."""
    if "reference" not in g:
        g.reference = secrets.token_hex(4).upper()
    return str(g.reference)


def unexpected(error: BaseException) -> str:
    """Log an error nobody foresaw; gives the reference under which it stands in the log."""
    logger.error("unexpected error", exc_info=error, extra={"facts": {"route": _route()}})
    return reference()


def busy(error: BaseException) -> None:
    """Log in short why a request could not be served just now, though the next may be."""
    why = [kind for kind in _path_of(error) if "/" not in kind]
    logger.warning("busy", extra={"facts": {"route": _route(), "why": why}})


def init_app(app: Flask) -> None:
    """Log one line for each request, and tell the reference in the answer's X-Request-ID."""

    @app.before_request
    def start_clock() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def log_request(response: Response) -> Response:
        taken = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1)
        facts = {"method": request.method, "route": _route(), "status": response.status_code, "ms": taken}
        facts["statements"] = g.get("statements", 0)
        if taken > SLOW:
            logger.warning("slow request", extra={"facts": facts})
        else:
            logger.info("request", extra={"facts": facts})
        response.headers["X-Request-ID"] = reference()
        return response


def _route() -> str:
    return request.url_rule.rule if request.url_rule else "(no such page)"


def _path_of(error: BaseException) -> list[str]:
    """The kinds of the error and of what caused it, each followed by the lines of code it passed."""
    path: list[str] = []
    seen: BaseException | None = error
    told: set[int] = set()
    while seen is not None and id(seen) not in told:  # an error may have been made its own cause
        told.add(id(seen))
        path.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        path += [f"{at.filename}:{at.lineno} {at.name}" for at in traceback.extract_tb(seen.__traceback__)]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return path
