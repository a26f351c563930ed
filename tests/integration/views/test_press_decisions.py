"""What a decision leaves behind: the one before it, and the name of the press release."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.integration.views.test_press_review import LIMA, assign, hand_over, send
from tests.posting import form_on, registered
from workshops.models import Finding, Workshop
from workshops.services.workshop_reading import details_of


def test_a_decision_that_took_the_place_of_another_is_undone_to_it(organiser_client: Browser, session: Session) -> None:
    lima = hand_over(organiser_client, LIMA)
    city = session.scalars(select(Finding).where(Finding.field == "city")).one()
    country = session.scalars(select(Finding).where(Finding.field == "country")).one()
    for one, decision in ((city, "accepted"), (country, "accepted"), (city, "rejected")):
        page = send(organiser_client, lima, finding_action=f"{decision}:{one.id}")
    assert form_on(page)["city"] == ""
    steps = []
    for _step in range(3):
        page = organiser_client.post(lima, data=form_on(page) | {"finding_action": "undo"}).text
        session.expire_all()
        steps.append((city.status.value, country.status.value))
    assert steps == [("accepted", "accepted"), ("accepted", "proposed"), ("proposed", "proposed")]
    assert form_on(page)["city"] == "Lima"


def test_what_was_rejected_comes_back_to_its_place(organiser_client: Browser, session: Session) -> None:
    told = LIMA.replace("The IOM", "The IOM, the Ministry of Interior and the National Police")
    told = told.replace("officers.", "officers from Peru, Chile and Bolivia.")
    lima = hand_over(organiser_client, told)
    before = form_on(organiser_client.get(lima).text)
    assert (before["agencies-1-agency_name"], before["participant_countries"].count(",")) == ("Ministry of Interior", 2)
    first = Finding.position == 0, Finding.field.in_(("organisers", "participant_countries", "city"))
    for one in session.scalars(select(Finding).where(*first)).all():
        page = send(organiser_client, lima, finding_action=f"rejected:{one.id}")
        page = organiser_client.post(lima, data=form_on(page) | {"finding_action": "undo"}).text
        assert form_on(page) | {"form_key": ""} == before | {"form_key": ""}, one.field


@pytest.mark.parametrize("back", ["undo", "proposed"], ids=["undone", "no longer rejected"])
@pytest.mark.parametrize("field", ["experts", "expert_countries", "funders", "participant_countries"])
def test_what_was_rejected_comes_back_whole_where_it_stood(
    organiser_client: Browser, session: Session, field: str, back: str
) -> None:
    text = (
        "Training in Quito\n\nThe IOM held a workshop in Quito, Ecuador, on 5 May 2024 for officers from Ecuador, Peru "
        "and Chile. The trainers were Hernán Bustos (Argentina) and Ana Ferreira (Uruguay). It was funded by the "
        "European Union with EUR 48,500 and by the Government of Japan."
    )
    address = hand_over(organiser_client, text)
    page = organiser_client.get(address).text
    before = {name: value for name, value in form_on(page).items() if re.match(rf"experts-|funders-|{field}", name)}
    assert [before[f"experts-{number}-country_code"] for number in (0, 1)] == ["Argentina", "Uruguay"]
    found = session.scalars(select(Finding).where(Finding.field == field)).first()
    assert found is not None
    page = send(organiser_client, address, finding_action=f"rejected:{found.id}")
    assert {name: form_on(page).get(name) for name in before} != before
    action = back if back == "undo" else f"{back}:{found.id}"
    page = organiser_client.post(address, data=form_on(page) | {"finding_action": action}).text
    assert {name: form_on(page).get(name) for name in before} == before


def test_an_agency_is_given_another_role_and_back(organiser_client: Browser) -> None:
    told = LIMA.replace("The IOM", "The International Organization for Migration (IOM) and the Ministry of Interior")
    lima = hand_over(organiser_client, told)
    before = form_on(organiser_client.get(lima).text)
    roles = {"organisers": {"organiser"}, "partners": {"organiser", "technical_partner"}}
    for words in ("Ministry of Interior", "IOM"):
        for field, wanted in roles.items():
            page = assign(organiser_client, lima, field, words)
            after = form_on(page)
            assert {after["agencies-0-role"], after["agencies-1-role"]} == wanted
            page = organiser_client.post(lima, data=after | {"finding_action": "undo"}).text
            assert form_on(page) | {"form_key": ""} == before | {"form_key": ""}, (words, field)


def test_a_press_release_is_called_by_the_title_that_it_was_given(organiser_client: Browser, session: Session) -> None:
    lima = hand_over(organiser_client, LIMA)
    read, given = "Officers trained in Lima", "three-day workshop in Lima"
    page = assign(organiser_client, lima, "title", given)
    assert f">{given}</h1>" in page
    assert given in organiser_client.get("/press").text
    page = organiser_client.post(lima, data=form_on(page) | {"finding_action": "undo"}).text
    assert f">{read}</h1>" in page
    made = registered(organiser_client, lima, form_on(page) | {"title": "Guards trained"}).location
    sources = organiser_client.get(made).text.split('id="sources"')[1]
    assert f">{read}</a>" in sources, "a source bears its own headline"
    assert "Guards trained" in organiser_client.get("/press").text


def test_the_name_of_the_workshop_is_its_title_and_the_headline_one_press_away(
    organiser_client: Browser, session: Session
) -> None:
    named = LIMA.replace("workshop in", "workshop entitled “Forged Travel Documents at Borders” in")
    address = hand_over(organiser_client, named)
    name, headline = "Forged Travel Documents at Borders", "Officers trained in Lima"
    page = organiser_client.get(address).text
    assert form_on(page)["title"] == name
    use = re.search(r'value="(accepted:\d+)" formnovalidate>Use as the title', page)
    assert use
    page = send(organiser_client, address, finding_action=use[1])
    assert form_on(page)["title"] == headline
    assert form_on(organiser_client.get(address).text)["title"] == headline, "what was chosen is kept"
    page = organiser_client.post(address, data=form_on(page) | {"finding_action": "undo"}).text
    assert form_on(page)["title"] == name
    other = session.scalars(select(Finding).where(Finding.field == "workshop_name")).one()
    page = organiser_client.post(address, data=form_on(page) | {"finding_action": f"rejected:{other.id}"}).text
    assert form_on(page)["title"] == headline


def test_the_rows_of_a_table_are_the_participants_of_the_draft(organiser_client: Browser, session: Session) -> None:
    address = hand_over(organiser_client, f"{LIMA}\n\nName | Agency\nAna Ruiz | Customs Service\nJuan Paz | Police")
    page = organiser_client.get(address).text
    sent = form_on(page)
    named = [(sent[f"participants-{n}-person_name"], sent[f"participants-{n}-agency_name"]) for n in range(2)]
    assert named == [("Ana Ruiz", "Customs Service"), ("Juan Paz", "Police")]
    assert "contacts-0-name" not in sent
    first = session.scalars(select(Finding).where(Finding.field == "participants").order_by(Finding.id)).first()
    assert first
    page = organiser_client.post(address, data=sent | {"finding_action": f"rejected:{first.id}"}).text
    assert form_on(page)["participants-0-person_name"] == "Juan Paz"
    page = organiser_client.post(address, data=form_on(page) | {"finding_action": "undo"}).text
    registered(organiser_client, address, form_on(page))
    workshop = session.scalars(select(Workshop)).one()
    assert {row.person.full_name for row in workshop.participations} == {"Ana Ruiz", "Juan Paz"}


def test_leaving_out_a_number_of_men_keeps_the_total_that_the_text_tells(
    organiser_client: Browser, session: Session
) -> None:
    lima = hand_over(organiser_client, LIMA.replace("20 officers", "34 officers, of whom 13 were women"))
    men = session.scalars(select(Finding).where(Finding.field == "men_count")).one()
    page, told, left = organiser_client.get(lima).text, ("13", "21", ""), ("13", "", "21")
    for action, now in ((f"rejected:{men.id}", left), (f"accepted:{men.id}", told), ("undo", left), ("undo", told)):
        page = organiser_client.post(lima, data=form_on(page) | {"finding_action": action}).text
        assert tuple(form_on(page)[f"headcount_{name}"] for name in ("women", "men", "unknown")) == now, action
    page = organiser_client.post(lima, data=form_on(organiser_client.get(lima).text)).text
    organiser_client.post(lima, data=form_on(page) | {"doubts": "leave-out"})
    made = session.scalars(select(Workshop)).one()
    headcount = details_of(made).headcount
    assert (headcount.women, headcount.men, headcount.unknown) == (13, None, 21)


def test_a_phone_number_of_the_text_that_is_not_whole_is_pointed_out_and_stops_nobody(
    organiser_client: Browser, session: Session
) -> None:
    lima = hand_over(organiser_client, f"{LIMA}\n\nContact: Ana Salas, Tel. 717 91")
    sent = form_on(organiser_client.get(lima).text) | {"contacts-0-name": "Ana Salas", "contacts-0-purpose": "press"}
    typed = registered(organiser_client, lima, sent | {"contacts-0-phone": "717 92"})
    assert typed.status_code == 422
    look = organiser_client.post(f"{lima}/look", data=sent | {"contacts-0-phone": "717 91"}).get_json()["html"]
    assert '<a href="#contacts-0-phone">Enter the phone number with its country code' in look
    assert registered(organiser_client, lima, sent | {"contacts-0-phone": "717 91"}).status_code == 303
    assert [row.phone for row in details_of(session.scalars(select(Workshop)).one()).contacts] == ["717 91"]


def test_a_record_that_is_not_offered_any_more_is_said_so(organiser_client: Browser) -> None:
    lima = hand_over(organiser_client, LIMA)
    sent = form_on(organiser_client.get(lima).text) | {"finding_action": "take:agencies:0:999999"}
    answer = organiser_client.post(lima, data=sent)
    assert answer.status_code == 422
    assert "This record is not offered for the name any more." in answer.text


def test_a_script_is_told_where_to_go_after_registering(organiser_client: Browser) -> None:
    lima = hand_over(organiser_client, LIMA)
    sent = form_on(organiser_client.get(lima).text) | {"doubts_seen": "duration_days", "title": "Officers in Lima"}
    answer = organiser_client.post(lima, data=sent, headers={"X-In-Place": "1"})
    assert answer.status_code == 200
    assert answer.headers["X-Go-To"].startswith("/workshops/PER-2024-")
    assert "The workshop was registered." in organiser_client.get(answer.headers["X-Go-To"]).text
