"""Reviewing one press release after the other: what to look at, deciding on many findings at once, undoing."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser
from tests.posting import form_on, registered
from workshops.domain.enums import FindingStatus, PressReleaseStatus
from workshops.domain.partial_date import PartialDate
from workshops.models import Finding, Office, PressRelease, User, Workshop
from workshops.services import press, press_drafts

SEEDS = Path(__file__).parents[2] / "samples" / "press" / "seeds"
MONGOLIA, CHINA = ((SEEDS / f"seed-{name}.txt").read_text(encoding="utf-8") for name in ("mongolia", "china"))
LIMA = (
    "Officers trained in Lima\n\n"
    "The IOM held a three-day workshop in Lima, Peru, from 6 to 10 May 2024 for 20 officers."
)


def hand_over(browser: Browser, text: str) -> str:
    return str(browser.post("/press", data={"text": text}).location)


@pytest.fixture
def lima(organiser_client: Browser) -> str:
    return hand_over(organiser_client, LIMA)


def send(browser: Browser, address: str, **changes: str) -> str:
    """The page after the form was sent as it stands, with changes."""
    return registered(browser, address, form_on(browser.get(address).text) | changes).text


def statuses(session: Session) -> set[FindingStatus]:
    session.expire_all()
    return set(session.scalars(select(Finding.status)))


def test_what_is_empty_and_what_contradicts_itself_is_said_first(organiser_client: Browser, lima: str) -> None:
    page = organiser_client.get(lima).text
    assert re.search(r'Still empty:.*<a href="#funders">Funders</a>', page)
    assert '<a href="#duration_days">The text says 3 days, but 6–10 May 2024 are 5 days.</a>' in page


def test_only_what_is_doubtful_or_contradicts_itself_is_asked_about_and_can_be_left_out(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    doubtful = session.scalars(select(Finding).where(Finding.field == "city")).one()
    doubtful.confidence = 0.6
    session.commit()
    audience = session.scalars(select(Finding).where(Finding.field == "participants_description")).one()
    first = organiser_client.get(lima).text
    assert re.search(rf'Doubtful: <a href="#finding-{audience.id}">', first), "shown, though nobody is asked"
    page = organiser_client.post(lima, data=form_on(first)).text
    asked = page[page.index('id="doubts-title"') : page.index('name="doubts_seen"')]
    assert "The text says 3 days, but 6–10 May 2024 are 5 days." in asked
    assert re.findall(r'href="#finding-(\d+)"', asked) == [str(doubtful.id)]
    organiser_client.post(lima, data=form_on(page) | {"doubts": "leave-out"})
    assert session.scalars(select(Workshop)).one().city == ""
    session.refresh(doubtful)
    assert doubtful.status is FindingStatus.REJECTED
    assert statuses(session) >= {FindingStatus.ACCEPTED}


def test_what_to_look_at_follows_what_is_typed(organiser_client: Browser, lima: str) -> None:
    sent = form_on(organiser_client.get(lima).text)
    look = organiser_client.post(f"{lima}/look", data=sent | {"duration_days": "5", "city": ""}).get_json()["html"]
    assert "The text says 3 days" not in look
    assert '<a href="#city">Town</a>' in look


def test_findings_are_accepted_at_once_and_the_share_is_remembered(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    page = send(organiser_client, lima, finding_action="accept-all", accept_from="80")
    assert '<option value="80" selected>' in page
    for finding in session.scalars(select(Finding)):
        assert (finding.status is FindingStatus.ACCEPTED) == (round(finding.confidence * 100) >= 80), finding.field
    assert 80 in session.scalars(select(User.accept_from)).all()
    assert session.scalars(select(Workshop)).all() == [], "a person looks at each before it is registered"


def test_accepting_at_once_leaves_alone_what_was_typed_over(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    send(organiser_client, lima, finding_action="accept-all", accept_from="50", city="Callao")
    city = session.scalars(select(Finding).where(Finding.field == "city")).one()
    assert city.status is FindingStatus.PROPOSED


def test_decisions_are_taken_back_in_their_order(organiser_client: Browser, lima: str, session: Session) -> None:
    city = session.scalars(select(Finding).where(Finding.field == "city")).one()
    send(organiser_client, lima, finding_action="accept-all", accept_from="100")
    page = send(organiser_client, lima, finding_action=f"rejected:{city.id}")
    assert form_on(page)["city"] == ""
    page = organiser_client.post(lima, data=form_on(page) | {"finding_action": "undo"}).text
    assert form_on(page)["city"] == "Lima"
    organiser_client.post(lima, data=form_on(page) | {"finding_action": "undo"})
    assert statuses(session) == {FindingStatus.PROPOSED}


def test_one_press_release_leads_to_the_next_and_the_last_to_a_summary(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    second, third = hand_over(organiser_client, MONGOLIA), hand_over(organiser_client, CHINA)
    assert "Review all (3)" in organiser_client.get("/press").text
    assert organiser_client.get("/press/review").location == lima
    page = organiser_client.get(second).text
    assert "Press release 2 of 3 to review" in page
    assert f'href="{lima}" data-way="previous"' in page
    assert f'href="{third}" data-way="next"' in page
    answer = registered(organiser_client, second, form_on(page))
    assert answer.location == third
    reference = session.scalars(select(Workshop.reference)).one()
    assert f'href="/workshops/{reference}"' in organiser_client.get(third).text, "the record made is a click away"
    assert organiser_client.post(f"{third}/set-aside").location == lima, "passed over, so it comes last"
    answer = registered(organiser_client, lima, form_on(organiser_client.get(lima).text))
    assert answer.location == "/press"
    assert "Registered: 2. Set aside: 1." in organiser_client.get("/press").text


def test_a_viewer_has_nothing_to_review(viewer_client: Browser, organiser_client: Browser, lima: str) -> None:
    assert "Review all" not in viewer_client.get("/press").text
    assert "to review" not in viewer_client.get(lima).text


def test_a_registration_is_undone_with_all_that_stood_in_the_form(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    send(organiser_client, lima, venue="Grand Hall")
    answer = organiser_client.post(f"{lima}/undo-registration")
    assert answer.location.startswith(f"{lima}?unfinished="), "a page of its own, where each button finds its way"
    page = organiser_client.get(answer.location).text
    assert form_on(page)["venue"] == "Grand Hall"
    assert session.scalars(select(Workshop)).all() == []
    assert statuses(session) == {FindingStatus.PROPOSED}
    assert session.scalars(select(PressRelease.status)).one() is PressReleaseStatus.TO_REVIEW
    assert organiser_client.post(f"{lima}/undo-registration").status_code == 303
    answer = registered(organiser_client, lima, form_on(page))
    assert answer.location.startswith("/workshops/PER-"), "it can be registered once more"
    assert "Grand Hall" in organiser_client.get(answer.location).text


def test_a_workshop_that_was_changed_since_is_not_undone(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    send(organiser_client, lima)
    workshop = session.scalars(select(Workshop)).one()
    edit = f"/workshops/{workshop.reference}/edit"
    organiser_client.post(edit, data=form_on(organiser_client.get(edit).text) | {"venue": "Grand Hall"})
    organiser_client.post(f"{lima}/undo-registration")
    session.expire_all()
    assert workshop.venue == "Grand Hall"
    assert "was changed since it was registered" in organiser_client.get(lima).text


def assign(browser: Browser, address: str, field: str, words: str, **changes: str) -> str:
    sent = {"finding_action": "assign", "assign_field": field, "assign_words": words}
    return send(browser, address, **sent, **changes)


def test_words_of_the_text_are_given_to_a_field_and_marked(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    page = assign(organiser_client, lima, "venue", "three-day  workshop", venue="Grand Hall")
    assert form_on(page)["venue"] == "three-day workshop"
    made = session.scalars(select(Finding).where(Finding.field == "venue")).one()
    assert (made.rule, made.confidence, made.status) == ("by hand", 1.0, FindingStatus.ACCEPTED)
    assert re.search(rf'data-findings="[^"]*\b{made.id}\b', page)
    page = organiser_client.post(lima, data=form_on(page) | {"finding_action": "undo"}).text
    assert form_on(page)["venue"] == ""
    assert session.scalars(select(Finding).where(Finding.field == "venue")).all() == []


def test_the_value_found_before_gives_way_and_comes_back(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    page = assign(organiser_client, lima, "city", "Peru")
    assert form_on(page)["city"] == "Peru"
    page = organiser_client.post(lima, data=form_on(page) | {"finding_action": "undo"}).text
    assert form_on(page)["city"] == "Lima"
    assert statuses(session) == {FindingStatus.PROPOSED}


def test_the_selected_place_counts_where_words_stand_twice(
    organiser_client: Browser, lima: str, session: Session
) -> None:
    second = LIMA.rindex("Lima")
    assign(organiser_client, lima, "funders", "Lima", assign_start=str(second), assign_end=str(second + 4))
    made = session.scalars(select(Finding).where(Finding.field == "funders")).one()
    assert made.spans == [[second, second + 4]]


SPEECH = (
    f"{LIMA}\n\n"
    "“We have never had training of this kind in our unit before,” said Knud Dreier, head of office.\n\n"
    "Sergeant Ana Solís, of the border police, took part. Contact: Jo Mora, IOM, jo@example.int, or 01 448 20 30."
)


def test_words_are_given_to_the_field_somebody_was_in(organiser_client: Browser, session: Session) -> None:
    address = hand_over(organiser_client, SPEECH)
    before = form_on(organiser_client.get(address).text)
    assert before["quotes-0-speaker_name"] == "Knud Dreier"
    wanted = {
        "quotes-0-speaker_name": ("Ana Solís", "Ana Solís"),
        "quotes-0-speaker_title": ("of the border police", "of the border police"),
        "agencies-0-agency_name": ("The IOM", "The IOM"),
        "headcount_source": ("“We", "press_release"),
        "methodology": ("training of this kind", "training of this kind"),
        "starts_on": ("10 May", "10 May 2024"),
    }
    for name, (words, value) in wanted.items():
        sent = {"finding_action": "assign", "assign_into": name, "assign_words": words}
        page = organiser_client.post(address, data=before | sent).text
        after = form_on(page)
        assert after == {**before, name: value}, name
        before = after
    held = session.scalars(select(Finding).where(Finding.field == "quotes", Finding.rule == "by hand")).all()
    assert [one.value["title"] for one in held][-1] == "of the border police"
    for _decision in range(3):
        page = organiser_client.post(address, data=form_on(page) | {"finding_action": "undo"}).text
    after = form_on(page)
    assert (after["quotes-0-speaker_name"], after["quotes-0-speaker_title"]) == ("Ana Solís", "head of office")


@pytest.mark.parametrize(
    ("field", "words", "name", "value"),
    [
        ("end_date", "10 May 2024", "ends_on", "10 May 2024"),
        ("women_count", "20 officers", "headcount_women", "20"),
        ("country", "Peru", "country_code", "Peru"),
        ("organisers", "Officers", "agencies-1-agency_name", "Officers"),
        ("quotes", "The IOM held", "quotes-0-text", "The IOM held"),
    ],
)
def test_words_become_values_of_their_kind(
    organiser_client: Browser, lima: str, field: str, words: str, name: str, value: str
) -> None:
    assert form_on(assign(organiser_client, lima, field, words))[name] == value


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("start_date", "May 2024", "“May 2024” is no day with its month and year."),
        ("country", "officers", "“officers” names no single country that is known here."),
        ("men_count", "workshop", "“workshop” holds no whole number."),
        ("venue", "Arequipa", "“Arequipa” does not stand in the text."),
        ("venue", " ", "Select words of the text, or type them."),
    ],
)
def test_words_that_make_no_value_are_refused_in_words(
    organiser_client: Browser, lima: str, session: Session, field: str, words: str, sentence: str
) -> None:
    assert sentence in assign(organiser_client, lima, field, words, venue="Grand Hall")
    assert statuses(session) == {FindingStatus.PROPOSED}


def test_the_day_of_a_letter_dates_its_today(session: Session, office: Office) -> None:
    by = an_organiser(session, office)
    text = "Officers trained in Lima\n\nThe IOM opened a workshop for 20 officers in Lima, Peru, today."
    release = press.receive(session, text=text, published_on=date(2024, 5, 6), office_id=office.id, by=by).press_release
    assert press_drafts.draft(session, release).starts_on == PartialDate(2024, 5, 6)
    again = press.read_again(session, press_release_id=release.id, by=by)
    assert press_drafts.draft(session, again).starts_on == PartialDate(2024, 5, 6)
    text = text.replace("today", "this week")
    vague = press.receive(session, text=text, published_on=date(2024, 5, 6), office_id=office.id, by=by).press_release
    details = press_drafts.draft(session, vague)
    assert (details.starts_on, details.date_note) == (None, "this week")


def test_what_was_set_aside_says_so(organiser_client: Browser, lima: str) -> None:
    organiser_client.post(f"{lima}/set-aside")
    page = organiser_client.get(lima).text
    assert "This press release was set aside" in page
    assert f'action="{lima}/take-up"' in page
    assert f'action="{lima}/set-aside"' not in page


def test_a_workshop_without_days_bears_the_year_of_its_press_release(session: Session, office: Office) -> None:
    by = an_organiser(session, office)
    text = "Officers trained in Lima\n\nThe IOM held a workshop for 20 officers in Lima, Peru, last spring."
    release = press.receive(
        session, text=text, published_on=date(2015, 7, 25), office_id=office.id, by=by
    ).press_release
    undated: dict[str, Any] = {"title": "Training", "country_code": "PE", "starts_on": None, "ends_on": None}
    details = replace(press_drafts.draft(session, release), **undated)
    workshop = press.accept(session, press_release_id=release.id, details=details, by=by)
    assert workshop.reference.startswith("PER-2015-")
