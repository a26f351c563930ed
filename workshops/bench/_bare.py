"""A Flask application of one line behind our own server: what a request costs before the product does anything."""

import logging.config
import os

from flask import Flask

from workshops.config import default_root, load_settings
from workshops.launching import claims, server
from workshops.logs import log_configuration


def main() -> None:
    """Serve it on a free port until a signal ends the process."""
    settings = load_settings(os.environ, default_root())
    logging.config.dictConfig(log_configuration(settings.log_level))
    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: "<!doctype html><title>Bare</title><p>A page.</p>")
    listener = claims.bind("127.0.0.1", 0)
    ready = f"Bare serves on http://127.0.0.1:{listener.getsockname()[1]} (Ctrl-C stops it)"
    server.Server(app, settings, listener.detach(), ready=ready).run()


if __name__ == "__main__":
    main()
