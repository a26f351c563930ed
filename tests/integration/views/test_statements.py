"""No page asks the database many questions, also when nothing of its answer is in memory yet."""

from dataclasses import replace
from io import BytesIO

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from tests import posting
from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import an_organiser
from tests.integration.services.certificates import LOOK, attended_workshop, person_ids
from tests.integration.services.merges import AGENCY, merged
from tests.posting import form_on
from workshops.domain.access import command_actor
from workshops.domain.certificates import Terms
from workshops.domain.enums import RecordKind, Role
from workshops.extensions import db
from workshops.models import (
    Agency,
    Base,
    Document,
    Job,
    Office,
    Person,
    PressRelease,
    Project,
    Topic,
    User,
    Workshop,
)
from workshops.services import answers, certificates, deleting, demo, starting

MOST = 12
FILTERS = "/trainings?topic=1&agency=1&funder=2&project=1&language=en&type=seminar&text=border"
FILES = (".csv", ".xlsx", ".json", ".pdf", ".zip")
ELSEWHERE = {
    "account.sign_in": "leads on whoever is signed in",
    "offices.own": "leads to one's own office",
    "press.review_all": "leads to the first to review",
    "agency_logos.show": "a file",
    "assets.static": "a file",
    "offices.logo": "a file",
    "jobs.result": "a file",
    "printing.picture": "a file",
    "printing_trainings.picture": "a file",
    "metrics.metrics": "for programs that have its token",
}
"""What answers otherwise than by a page."""

RELEASE = (
    "Police officers from Benin and Togo trained in document examination\n\nCotonou, 14 May 2018 - Twenty police "
    "officers from Benin and Togo attended a three-day training course in Cotonou, Benin, from 14 to 16 May 2018, "
    "organised by the International Organization for Migration (IOM) and the Border Guard of Benin (GFB), with funding "
    "from Japan, within the project Safe Documents in West Africa (SDWA). The trainer was Ms Anna Keller, an expert of "
    'the Police Academy. "We learned a lot," said Paul Agossou, director of the border police. '
    "Contact: Jane Doe, jdoe@example.org\n"
)
TWO = (
    "Two workshops for officers\n\nA workshop on forged documents was held in Lilongwe, Malawi, from 3 to 5 June 2019 "
    "for 20 officers. A second workshop, on risk analysis, was held in Lusaka, Zambia, from 10 to 12 June 2019 for 25 "
    "officers.\n"
)


def _id(session: Session, model: type[Base]) -> object:
    return session.scalars(select(model.id).order_by(model.id)).first()


def _addresses(app: Flask, given: dict[str, object]) -> dict[str, str]:
    """The pages that can be looked at, by endpoint, of records that exist where they name one."""
    addresses = {}
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and "filename" not in rule.arguments and not rule.rule.endswith(FILES):
            addresses[rule.endpoint] = _address(app, rule, given)
    return addresses


def _address(app: Flask, rule: Rule, given: dict[str, object]) -> str:
    adapter = app.url_map.bind("localhost")
    return adapter.build(rule.endpoint, {name: given.get(name, 1) for name in rule.arguments})


def _handed_over(browser: Browser, office: Office, text: str) -> str:
    return str(browser.post("/press", data={"text": text, "office": str(office.id)}).location)


def _press_releases(browser: Browser, office: Office) -> dict[str, str]:
    """Press releases in each state: the addresses of their reviews, by what they are."""
    registered = _handed_over(browser, office, RELEASE)
    made = posting.registered(browser, registered, form_on(browser.get(registered).text))
    assert made.status_code == 303
    source = _handed_over(browser, office, RELEASE.replace("Twenty", "Thirty"))
    reference = str(made.location).rpartition("/")[2]
    browser.post(f"{source}/add-source", data={"reference": reference})
    alike = RELEASE.replace("IOM", "OIM").replace("14 to 16", "15 to 17").replace("Safe Doc", "Safer Doc")
    first, second = (_handed_over(browser, office, alike.replace("Twenty", number)) for number in ("Forty", "Fifty"))
    page = browser.get(second).text
    assert "Perhaps this is a workshop that is registered already:" in page
    assert "Another press release to review perhaps tells of the same workshop:" in page
    drafts = _handed_over(browser, office, TWO)
    assert "Each has a draft of its own:" in browser.get(drafts).text
    other = _handed_over(browser, office, "Nothing was said of any workshop here, and it rained all week in the town.")
    return {
        "registered": registered,
        "source": source,
        "twins": first,
        "twin": second,
        "drafts": drafts,
        "other": other,
    }


def _records(session: Session, browser: Browser) -> dict[str, object]:
    """Parts of addresses, of records that each page needs to show what it is for."""
    office = session.scalars(select(Office).order_by(Office.id)).first()
    assert office is not None
    by = an_organiser(session, office)
    workshop = attended_workshop(session, by)
    people = [person_ids(workshop)[name] for name in ("Oyunchimeg", "Bat Erdene")]
    issued = certificates.issue(
        session, reference=workshop.reference, terms=Terms(), look=LOOK, people=people, by=by
    ).certificates
    certificates.withdraw(session, reference=workshop.reference, ids=[issued[1].id], reason="An error", by=by)
    gone = attended_workshop(session, by, title="Held by nobody")
    act = deleting.delete(session, kind=RecordKind.WORKSHOP, record_id=gone.id, reason="An error", by=by)
    stays, goes = session.scalars(select(Agency.id).order_by(Agency.id).limit(2))
    merged(session, AGENCY, (stays, goes), replace(by, role=Role.ADMINISTRATOR, office_id=None))
    session.commit()
    browser.post(
        f"/workshops/{workshop.reference}/documents/new",
        data={"file": (BytesIO(b"Agenda"), "agenda.txt"), "type": "agenda", "title": ""},
        content_type="multipart/form-data",
    )
    many = [(BytesIO(f"Training in Lima\n\nFor {n} officers.".encode()), f"{n}.txt") for n in range(6)]
    browser.post("/press", data={"file": many, "office": str(office.id)}, content_type="multipart/form-data")
    return {
        "attended": workshop.reference,
        "gone": gone.reference,
        "merged": goes,
        "act_id": act.id,
        "token": issued[0].verify_token,
        "document_id": _id(session, Document),
        "job_id": _id(session, Job),
        "chosen": [one.id for one in issued],
    }


def test_no_page_takes_more_than_twelve_statements(app: Flask, session: Session, administrator_client: Browser) -> None:
    starting.add_topics(session)
    demo.load(session, by=command_actor())
    session.commit()
    browser, made = administrator_client, _records(session, administrator_client)
    office = session.scalars(select(Office).order_by(Office.id)).first()
    assert office is not None
    reviews = _press_releases(browser, office)
    workshop = session.scalars(select(Workshop.reference).order_by(Workshop.id)).first()
    models = (Agency, Office, Person, Project, Topic, User, PressRelease)
    given = {"reference": workshop, "country": "MN", "language": "fr", "use": "letter-nomination", **made}
    given |= {f"{model.__tablename__}_id": _id(session, model) for model in models}
    addresses = _addresses(app, given)
    of_attended = {key: address.replace(str(workshop), str(made["attended"])) for key, address in addresses.items()}
    chosen = "?" + "&".join(f"certificates={one}" for one in made["chosen"])
    addresses |= {key: there + chosen for key, there in of_attended.items() if key.startswith("certificates.")}
    addresses |= {key: there for key, there in of_attended.items() if key.startswith("workshop_documents.")}
    more = {**reviews, "filtered": FILTERS, "attended": f"/workshops/{made['attended']}"}
    unusual = {"jobs.show": 202, f"/workshops/{made['gone']}": 410, f"/agencies/{made['merged']}": 308}
    statuses, too_many = {}, []
    for key, address in {**{there: there for there in unusual}, **addresses, **more}.items():
        answers.forget_all()
        with counted_statements(db.engine) as statements, browser.get(address) as answer:
            statuses[key] = answer.status_code
        if len(statements) > MOST:
            too_many.append((address, len(statements)))
    assert not too_many
    assert {key: status for key, status in statuses.items() if status != 200 and key not in ELSEWHERE} == unusual
    assert len(statuses) > 100
