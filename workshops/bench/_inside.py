"""What a server does not tell: how many SQL statements a page takes, and which workshops are the large ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import event, func, select

from workshops.app import create_app
from workshops.bench._site import EMAIL, PASSWORD
from workshops.config import load_settings
from workshops.extensions import db
from workshops.models import Participation, Workshop
from workshops.services import answers


class Inside:
    """The product on the records of an instance, in this process, with somebody signed in."""

    def __init__(self, browser: FlaskClient, statements: list[str]) -> None:
        self._browser, self._statements = browser, statements

    def statements(self, path: str, form: dict[str, str] | None = None) -> int:
        """How many statements a page takes when nothing of it is in memory, as after any change of the record; or
        how many it takes to send a form there."""
        for _ in range(1 if form else 2):
            answers.forget_all()
            self._statements.clear()
            if form:
                self._browser.post(path, data=form)
            else:
                self._browser.get(path)
        return len(self._statements)


@contextmanager
def inside(instance: Path) -> Iterator[Inside]:
    """The product on the records of an instance."""
    app = create_app(load_settings({"WORKSHOPS_INSTANCE": str(instance)}, instance))
    app.config["WTF_CSRF_ENABLED"] = False
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    browser = app.test_client()
    browser.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    try:
        yield Inside(browser, statements)
    finally:
        engine.dispose()


def references(instance: Path, *sizes: int) -> list[str]:
    """The reference of a workshop with each of these numbers of participants."""
    app = create_app(load_settings({"WORKSHOPS_INSTANCE": str(instance)}, instance))
    with app.app_context():
        count = func.count(Participation.id)
        joined = select(Workshop.reference, count).join(Participation).group_by(Workshop.id)
        found = db.session.execute(joined.having(count.in_(sizes)).order_by(Workshop.id))
        by_size = {size: reference for reference, size in reversed(found.all())}
        db.engine.dispose()
    return [by_size[size] for size in sizes]
