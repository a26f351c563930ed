"""No page asks the database many questions, also when nothing of its answer is in memory yet."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from tests.browsing import Browser
from tests.conftest import counted_statements
from workshops.domain.access import command_actor
from workshops.extensions import db
from workshops.models import Agency, Base, Person, Project, Topic, User, Workshop
from workshops.services import answers, demo, starting

MOST = 12
FILTERS = "/trainings?topic=1&agency=1&funder=2&project=1&language=en&type=seminar&text=border"
FILES = (".csv", ".xlsx", ".json", ".pdf", ".zip")
HAS_RECORD = "workshops.show", "agencies.show", "people.show", "projects.show", "topics.show"


def _id(session: Session, model: type[Base]) -> object:
    return session.scalars(select(model.id).order_by(model.id)).first()


def _addresses(app: Flask, session: Session) -> dict[str, str]:
    """The pages that can be looked at, by endpoint, of records that exist where they name one."""
    workshop = session.scalars(select(Workshop.reference).order_by(Workshop.id)).first()
    given = {"reference": workshop, "country": "MN", "language": "fr", "use": "letter-nomination"}
    given |= {f"{model.__tablename__}_id": _id(session, model) for model in (Agency, Person, Project, Topic, User)}
    addresses = {}
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and "filename" not in rule.arguments and not rule.rule.endswith(FILES):
            addresses[rule.endpoint] = _address(app, rule, given)
    return addresses


def _address(app: Flask, rule: Rule, given: dict[str, object]) -> str:
    adapter = app.url_map.bind("localhost")
    return adapter.build(rule.endpoint, {name: given.get(name, 1) for name in rule.arguments})


def test_no_page_takes_more_than_twelve_statements(app: Flask, session: Session, administrator_client: Browser) -> None:
    starting.add_topics(session)
    demo.load(session, by=command_actor())
    session.commit()
    addresses = _addresses(app, session)
    statuses, too_many = {}, []
    for endpoint, address in {**addresses, "filtered": FILTERS}.items():
        answers.forget_all()
        with counted_statements(db.engine) as statements:
            statuses[endpoint] = administrator_client.get(address).status_code
        if len(statements) > MOST:
            too_many.append((address, len(statements)))
    assert not too_many
    assert [statuses[endpoint] for endpoint in HAS_RECORD] == [200] * len(HAS_RECORD)
    assert len(statuses) > 40
