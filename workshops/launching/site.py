"""From settings to a site that answers and a worker for long work: what `serve`, `web` and `worker` do, in order."""

import gc
import logging.config
import os

from flask import Flask

from workshops.app import create_app
from workshops.config import CannotStart, Settings, default_root, load_settings
from workshops.launching import aside, claims, first_start, server, sqlite_file, system_parts
from workshops.launching.database_state import State
from workshops.launching.steps import Steps
from workshops.launching.worker_beside import WorkerBeside
from workshops.logs import log_configuration


def serve(host: str, port: int, *, with_demo: bool, with_worker: bool) -> None:
    """Serve until a signal ends the process, with a worker beside the site or without.

    Raises `CannotStart` before anything is changed.
    """
    listener = claims.bind(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
    base_url = os.environ.get("WORKSHOPS_BASE_URL") or address
    settings = load_settings({**os.environ, "WORKSHOPS_BASE_URL": base_url}, default_root())
    logging.config.dictConfig(log_configuration(settings.log_level))
    locks = [claims.hold(settings.instance)]
    if not settings.is_postgresql:
        locks.append(claims.hold_database(sqlite_file.path_of(settings.database_url)))
    state = first_start.database_state(settings)
    steps = Steps(is_first=state is State.NEW)
    first_start.warn_of_share(settings, steps)
    system_parts.install(steps)
    first_start.build_translations(steps)
    app = create_app(settings)
    gc.freeze()  # what is shared with the server processes need not be looked through, and so copied, by each of them
    how_to_sign_in = aside.answer_of(lambda: _prepared(app, settings, state, steps, with_demo=with_demo))
    ready = "\n".join(filter(None, [how_to_sign_in, f"Workshops serves on {address} (Ctrl-C stops it)"]))
    worker = None
    if with_worker:
        worker = WorkerBeside(lambda parent: _work(app, settings, parent), not_theirs=(listener, *locks))
    try:
        server.Server(app, settings, listener.detach(), ready=ready).run()
    finally:
        if worker:
            worker.end()
        for lock in locks:
            lock.close()


def work() -> None:
    """Do long work until a signal ends the process. Raises `CannotStart` where there is no database of this version."""
    settings = load_settings(os.environ, default_root())
    logging.config.dictConfig(log_configuration(settings.log_level))
    if first_start.database_state(settings) is not State.CURRENT:
        raise CannotStart(settings.instance, "the database is not made yet.", "python3 -m workshops migrate")
    first_start.build_translations(Steps(is_first=False))
    app = create_app(settings)
    server.share_memory()
    print("A worker waits for long work (Ctrl-C stops it)", flush=True)
    _work(app, settings)


def _prepared(app: Flask, settings: Settings, state: State, steps: Steps, *, with_demo: bool) -> str:
    from workshops.launching import preparing  # what changes tables, copies records and makes some takes 20 MB

    return preparing.prepare(app, settings, state, steps, with_demo=with_demo)


def _work(app: Flask, settings: Settings, parent: int | None = None) -> None:
    from workshops.tasks import worker  # Huey costs 14 MB, which the processes of the site do without

    worker.work(app, settings, parent=parent)
