"""A form that was begun and not finished is there again when its owner comes back, and nobody else sees it."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.browsing import Browser
from tests.factories import PASSWORD, make_user
from tests.posting import form_on, registered
from workshops.domain.enums import Role
from workshops.models import AuditEntry, Office, UnfinishedForm, Workshop
from workshops.models.base import now
from workshops.services import purging, unfinished_forms

CANARY = "Canary Anna Keller"


def keep(browser: Browser, address: str, key: str, changes: dict[str, Any], **more: Any) -> TestResponse:
    """What the script of the page sends."""
    facts = {"key": key, "address": address, "user": str(browser.user.id), "base": None, "changes": changes}
    return browser.post("/unfinished", json=facts | more, headers={"Accept": "application/json"})


def typed_into(browser: Browser, address: str, **typed: str) -> dict[str, str]:
    """A form into which something was typed, kept by the script; gives what stands in it."""
    sent = form_on(browser.get(address).text) | typed
    fields = {name: [text] for name, text in sent.items() if name not in ("csrf_token", "form_key")}
    answer = keep(browser, address, sent["form_key"], fields)
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    assert answer.json["revision"] == 1
    return sent


def going_on(browser: Browser, address: str) -> str:
    """The address under which the form can be gone on with, as its page offers it."""
    page = browser.get(address).text
    assert "You did not finish this form." in page
    return page.split("What you typed until")[1].split('href="')[1].split('"')[0].replace("&amp;", "&")


def elsewhere(browser: Browser, session: Session, office: Office, **given: Any) -> Browser:
    """A browser of somebody else in the office."""
    other = browser.application.test_client()
    assert isinstance(other, Browser)
    other.user = make_user(session, office=office, **given)
    session.commit()
    assert other.post("/sign-in", data={"email": other.user.email, "password": PASSWORD}).status_code == 303
    return other


def test_a_text_begun_in_one_window_and_handed_over_in_another_is_not_offered_any_more(
    organiser_client: Browser,
) -> None:
    text = "Officers trained in Lima\r\n\r\nThe IOM held a workshop in Lima."
    typed_into(organiser_client, "/press", text="Something else")
    typed_into(organiser_client, "/press", text=text)
    organiser_client.post("/press", data={"text": text})
    sent = typed_into(organiser_client, "/press", text="")
    files = [(BytesIO(f"{text} {number}".encode()), f"{number}.txt") for number in range(2)]
    organiser_client.post("/press", data={**sent, "file": files}, content_type="multipart/form-data")
    page = organiser_client.get("/press").text
    assert page.count("What you typed until") == 1
    assert "Something else" in organiser_client.get(going_on(organiser_client, "/press")).text


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/workshops/new", "title"),
        ("/agencies/new", "notes"),
        ("/people/new", "full_name"),
        ("/projects/new", "title"),
        ("/topics/new", "label"),
        ("/press", "text"),
    ],
)
def test_a_new_form_is_gone_on_with_and_forgotten_once_it_is_saved(
    organiser_client: Browser, session: Session, address: str, field: str
) -> None:
    more = {"name": "Coast Guard"} if address == "/agencies/new" else {}
    sent = typed_into(organiser_client, address, **{field: f"{CANARY}\nTwo"}, **more)
    there = going_on(organiser_client, address)
    page = organiser_client.get(there)
    assert "It is not saved yet: press" in page.text
    form = form_on(page.text)
    assert form[field].split() == f"{CANARY} Two".split()
    assert form["form_key"] == sent["form_key"]
    assert organiser_client.post(address, data=form).status_code == 303
    assert session.scalars(select(UnfinishedForm)).all() == []
    assert "You did not finish" not in organiser_client.get(address).text


def test_rows_come_back_as_they_were_typed(organiser_client: Browser) -> None:
    typed_into(organiser_client, "/workshops/new", **{"title": "Visas", "agencies-0-agency_name": "Coast Guard",
               "agencies-0-role": "host", "agencies-1-agency_name": "Navy", "starts_on": "31 Feb"})  # fmt: skip
    form = form_on(organiser_client.get(going_on(organiser_client, "/workshops/new")).text)
    assert (form["agencies-0-agency_name"], form["agencies-1-agency_name"]) == ("Coast Guard", "Navy")
    assert (form["agencies-0-role"], form["starts_on"]) == ("host", "31 Feb")


def test_only_what_changed_is_sent_after_the_first_time(organiser_client: Browser, session: Session) -> None:
    sent = typed_into(organiser_client, "/agencies/new", name="Coast", notes="Old")
    key = sent["form_key"]
    changes = {"name": ["Coast Guard"], "notes": None}
    assert keep(organiser_client, "/agencies/new", key, changes, base=1).status_code == 200
    stale = keep(organiser_client, "/agencies/new", key, {"name": ["Lost"]}, base=1)
    assert stale.status_code == 409
    own = session.scalars(select(UnfinishedForm)).one()
    assert (own.fields["name"], own.revision, own.title) == (["Coast Guard"], 2, "Coast Guard")
    assert "notes" not in own.fields


def test_changes_made_meanwhile_are_merged_as_always(
    organiser_client: Browser, session: Session, office: Office, stored: Workshop
) -> None:
    address = f"/workshops/{stored.reference}/edit"
    typed_into(organiser_client, address, title="Mine")
    other = elsewhere(organiser_client, session, office)
    theirs = form_on(other.get(address).text) | {"title": "Theirs"}
    assert other.post(address, data=theirs).status_code == 303
    form = form_on(organiser_client.get(going_on(organiser_client, address)).text)
    assert form["title"] == "Mine"
    conflict = organiser_client.post(address, data=form)
    assert conflict.status_code == 409
    assert "Mine" in conflict.text
    assert "Theirs" in conflict.text
    dropped = organiser_client.post("/unfinished/drop?next=/workshops", data=form_on(conflict.text))
    assert (dropped.status_code, dropped.location) == (303, "/workshops")
    assert session.scalars(select(UnfinishedForm)).all() == []


def test_attendance_goes_on_with_its_marks(organiser_client: Browser, stored: Workshop) -> None:
    event, participation = stored.events[0], stored.participations[0]
    address = f"/workshops/{stored.reference}/attendance?event={event.id}"
    name = f"mark-{participation.id}-{event.id}"
    page = organiser_client.get(address).text
    sent = form_on(page, css_class="attendance") | {name: "late"}
    fields = {field: [text] for field, text in sent.items()}
    assert keep(organiser_client, address, sent["form_key"], fields).status_code == 200
    form = form_on(organiser_client.get(going_on(organiser_client, address)).text, css_class="attendance")
    assert (form[name], form["shown"]) == ("late", "")
    assert organiser_client.post(address, data=form).status_code == 303
    assert form_on(organiser_client.get(address).text, css_class="attendance")[name] == "late"


def test_what_was_begun_several_times_is_offered_once(organiser_client: Browser, session: Session) -> None:
    for title in ("Course", "Course", "Another"):
        typed_into(organiser_client, "/workshops/new", title=title)
    page = organiser_client.get("/workshops/new").text
    assert page.count("You did not finish this form.") == 2
    latest = max(session.scalars(select(UnfinishedForm.id).where(UnfinishedForm.title == "Course")))
    organiser_client.post(f"/unfinished/{latest}/drop")
    assert session.scalars(select(UnfinishedForm.title)).all() == ["Another"]


def test_of_a_press_release_the_latest_is_offered_and_none_once_it_is_registered(
    organiser_client: Browser, session: Session
) -> None:
    review = str(organiser_client.post("/press", data={"text": "Course\n\nA training was held in Lima."}).location)
    for title in ("Course", "", "A course"):
        sent = typed_into(organiser_client, review, title=title)
    typed_into(organiser_client, "/workshops/new", title="A course")
    for page in (review, "/"):
        assert organiser_client.get(page).text.count(f"{review}?unfinished=") == 1
    registered(organiser_client, review, sent)
    assert session.scalars(select(UnfinishedForm.title)).all() == []


def test_nobody_else_sees_it(organiser_client: Browser, session: Session, office: Office) -> None:
    typed_into(organiser_client, "/workshops/new", title=CANARY)
    number = session.scalars(select(UnfinishedForm.id)).one()
    other = elsewhere(organiser_client, session, office, role=Role.ADMINISTRATOR)
    for address in ("/", "/workshops/new", f"/workshops/new?unfinished={number}"):
        assert CANARY not in other.get(address).text
    other.post(f"/unfinished/{number}/drop")
    assert CANARY in organiser_client.get("/").text
    assert all(CANARY not in str((row.before, row.after)) for row in session.scalars(select(AuditEntry)))


def test_what_somebody_else_typed_on_this_machine_is_not_kept_as_mine(
    organiser_client: Browser, session: Session
) -> None:
    refused = keep(organiser_client, "/workshops/new", "key", {"title": ["x"]}, user="999")
    assert refused.status_code == 401
    assert organiser_client.get("/unfinished/token.json?user=999").status_code == 401
    mine = organiser_client.get(f"/unfinished/token.json?user={organiser_client.user.id}")
    assert mine.json is not None
    assert mine.json["token"]
    assert session.scalars(select(UnfinishedForm)).all() == []


def test_the_start_page_lists_them_and_drops_them(organiser_client: Browser, stored: Workshop) -> None:
    typed_into(organiser_client, f"/workshops/{stored.reference}/cancel", reason="No money")
    page = organiser_client.get("/").text
    assert "Unfinished forms" in page
    assert "No money" in page
    address = page.split('/drop"')[0].rpartition('action="')[2] + "/drop"
    assert organiser_client.post(address).location == "/"
    assert "Unfinished forms" not in organiser_client.get("/").text


def test_it_is_forgotten_after_30_days(organiser_client: Browser, session: Session) -> None:
    with time_machine.travel(now() - timedelta(days=31), tick=False):
        own = UnfinishedForm(user_id=organiser_client.user.id, form_key="k", address="/agencies/new", fields={},
                             revision=1, begun_at=now(), kept_at=now())  # fmt: skip
        session.add(own)
        session.commit()
    assert "You did not finish" not in organiser_client.get("/agencies/new").text
    organiser_client.post("/sign-in", data={"email": organiser_client.user.email, "password": PASSWORD})
    assert session.scalars(select(UnfinishedForm.id)).all() == []


def test_it_goes_with_the_account_that_is_disabled(
    organiser_client: Browser, administrator_client: Browser, session: Session
) -> None:
    typed_into(organiser_client, "/topics/new", label="Another")
    administrator_client.post(f"/users/{organiser_client.user.id}/disable")
    assert session.scalars(select(UnfinishedForm)).all() == []


@pytest.mark.parametrize("what", ["a topic", "a workshop"])
def test_of_a_deleted_record_it_is_shown_to_copy_until_the_record_is_gone_for_good(
    app: Flask, organiser_client: Browser, session: Session, stored: Workshop, what: str
) -> None:
    if what == "a topic":
        address = organiser_client.post("/topics/new", data={"label": "Visas of seafarers"}).location
        typed_into(organiser_client, f"{address}/edit", label=CANARY)
    else:
        address = f"/workshops/{stored.reference}"
        typed_into(organiser_client, f"{address}/edit", title=CANARY)
    there = going_on(organiser_client, f"{address}/edit")
    confirmed = {"typed": stored.reference, "reason": "Twice"}
    assert organiser_client.post(f"{address}/delete", data=confirmed).status_code == 303
    gone = organiser_client.get(there)
    assert gone.status_code == 410
    assert CANARY in gone.text
    assert CANARY in organiser_client.get("/").text
    purging.purge(session, app.extensions["files"], at=now() + timedelta(days=31))
    assert session.scalars(select(UnfinishedForm)).all() == []


@pytest.mark.parametrize("address", ["/", "/users/new", "https://evil.example/", "/workshops/x/clone", "x", ""])
def test_only_our_forms_are_kept(organiser_client: Browser, address: str) -> None:
    assert keep(organiser_client, address, "key", {"title": ["x"]}).status_code == 404


@pytest.mark.parametrize("changes", [None, [], {"title": "x"}, {"title": [1]}, "x"])
def test_what_no_page_of_ours_sends_is_refused(organiser_client: Browser, changes: Any) -> None:
    assert keep(organiser_client, "/workshops/new", "key", changes).status_code == 404


def test_size_speed_and_number_have_limits(organiser_client: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    large = keep(organiser_client, "/workshops/new", "large", {"title": ["x" * 1_100_000]})
    assert large.status_code == 413
    assert keep(organiser_client, "/workshops/new", "larger", {"title": ["x" * 2_200_000]}).status_code == 413
    monkeypatch.setattr(unfinished_forms, "AT_FIRST", 3)
    with time_machine.travel(now(), tick=False):
        answers = [keep(organiser_client, "/workshops/new", "quick", {"title": [str(n)]}) for n in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[3].headers["Retry-After"]) > 0
    monkeypatch.setattr(unfinished_forms, "MOST", 1)
    assert keep(organiser_client, "/workshops/new", "one too many", {"title": ["x"]}).status_code == 409


def test_what_arrives_after_the_form_was_saved_is_not_kept(organiser_client: Browser, session: Session) -> None:
    sent = form_on(organiser_client.get("/workshops/new").text) | {"title": "Visas"}
    assert organiser_client.post("/workshops/new", data=sent).status_code == 303
    late = keep(organiser_client, "/workshops/new", sent["form_key"], {"title": ["Visas"]})
    assert late.json is not None
    assert late.json["revision"] is None
    assert session.scalars(select(UnfinishedForm)).all() == []


def test_text_that_cannot_be_stored_is_kept_as_far_as_it_can(organiser_client: Browser) -> None:
    typed_into(organiser_client, "/workshops/new", title="Vi\x00sas")
    assert "Vi\ufffdsas" in organiser_client.get(going_on(organiser_client, "/workshops/new")).text
