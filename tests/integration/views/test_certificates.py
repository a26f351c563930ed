"""The pages on which certificates are issued, corrected and withdrawn, and the register with its files."""

import csv
import html
import io
import json
import re
from dataclasses import replace

import pypdf
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser, make_office
from tests.integration.services.certificates import LOOK, attended_workshop, person_ids
from tests.posting import form_on, mistakes_on
from workshops.documents import renderer
from workshops.domain.certificates import Terms
from workshops.domain.enums import CertificateStatus, WorkshopStatus
from workshops.models import Certificate, Office, Workshop
from workshops.services import certificate_printing, certificates

SIGNED = {"first_name": "Anna Keller", "first_title": "Chief of Mission"}


@pytest.fixture
def workshop(session: Session, office: Office) -> Workshop:
    made = attended_workshop(session, an_organiser(session, office))
    session.commit()
    return made


@pytest.fixture
def given(session: Session, office: Office, workshop: Workshop) -> list[Certificate]:
    """Certificates for Oyunchimeg and Bat Erdene."""
    ids = [person_ids(workshop)[name] for name in ("Oyunchimeg", "Bat Erdene")]
    by = an_organiser(session, office)
    made = certificates.issue(session, reference=workshop.reference, terms=Terms(), look=LOOK, people=ids, by=by)
    session.commit()
    return list(made.certificates)


def address(workshop: Workshop, rest: str = "") -> str:
    return f"/workshops/{workshop.reference}/certificates{rest}"


def number_of_rows(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Certificate)) or 0


def sent(browser: Browser, workshop: Workshop, *people: str, query: str = "", **typed: str) -> dict[str, object]:
    """What the form sends for these people."""
    form: dict[str, object] = {**form_on(browser.get(address(workshop, f"/issue{query}")).text), **SIGNED, **typed}
    return form | {"people": [str(person_ids(workshop)[name]) for name in people]}


def test_who_gets_one_is_shown_and_issued_once(organiser_client: Browser, session: Session, workshop: Workshop) -> None:
    page = organiser_client.get(address(workshop, "/issue")).text
    assert page.count('name="people"') == 2
    assert "Attended 60 % of the programme; 80 % are asked for." in page
    assert "30 hours" in page
    assert "The codes on certificates lead to http://" in page
    typed = sent(organiser_client, workshop, "Oyunchimeg", "Bat Erdene")
    first = organiser_client.post(address(workshop, "/issue"), data=typed)
    second = organiser_client.post(address(workshop, "/issue"), data=typed)
    assert first.location == second.location == address(workshop)
    assert number_of_rows(session) == 2
    shown = organiser_client.get(address(workshop)).text
    assert "2 certificates were issued." in shown
    assert f"{workshop.reference}-C002" in shown


def test_another_form_for_the_same_people_gives_nothing_twice(
    organiser_client: Browser, session: Session, workshop: Workshop
) -> None:
    forms = [sent(organiser_client, workshop, "Oyunchimeg") for _ in range(2)]
    for form in forms:
        assert organiser_client.post(address(workshop, "/issue"), data=form).status_code == 303
    assert number_of_rows(session) == 1
    assert "1 had one already." in organiser_client.get(address(workshop)).text


def test_the_terms_of_the_address_count(organiser_client: Browser, session: Session, workshop: Workshop) -> None:
    query = "?kind=completion&minimum_share=60"
    typed = sent(organiser_client, workshop, "Carlos Ruiz", query=query, second_language="fr")
    assert organiser_client.post(address(workshop, f"/issue{query}"), data=typed).status_code == 303
    [made] = session.scalars(select(Certificate))
    assert (made.kind, made.full_name, made.languages) == ("completion", "Carlos Ruiz", ["en", "fr"])
    again = organiser_client.get(address(workshop, "/issue")).text
    assert 'value="Anna Keller"' in again


def test_what_is_wrong_comes_back_with_everything_typed(
    organiser_client: Browser, session: Session, workshop: Workshop
) -> None:
    typed = sent(organiser_client, workshop, "Bat Erdene", first_name="", second_title="Director")
    answer = organiser_client.post(address(workshop, "/issue"), data=typed)
    assert answer.status_code == 422
    assert mistakes_on(answer.text)
    assert 'value="Director"' in answer.text
    assert answer.text.count("checked") == 1
    nobody = organiser_client.post(address(workshop, "/issue"), data=sent(organiser_client, workshop))
    assert (nobody.status_code, mistakes_on(nobody.text)) == (422, ["Who gets one: Choose at least one person."])
    for query in ("?minimum_share=101", "?minimum_share=many", "?hours_of_a_day=99"):
        assert 'name="people"' not in organiser_client.get(address(workshop, f"/issue{query}")).text
        assert organiser_client.post(address(workshop, f"/issue{query}"), data=typed).status_code == 422
    assert number_of_rows(session) == 0


def test_a_draft_says_why_it_gives_none(organiser_client: Browser, session: Session, workshop: Workshop) -> None:
    workshop.status = WorkshopStatus.DRAFT
    session.commit()
    page = organiser_client.get(address(workshop, "/issue"))
    assert "the status of this one is “Draft”" in page.text
    assert 'name="people"' not in page.text


def test_correcting_and_withdrawing(
    organiser_client: Browser, session: Session, workshop: Workshop, given: list[Certificate]
) -> None:
    one, other = given
    one.person.full_name = "Oyunchimeg Dorj"
    session.commit()
    chosen = address(workshop, f"/reissue?certificates={one.id}")
    page = organiser_client.get(chosen).text
    assert "Oyunchimeg Dorj" in page
    assert organiser_client.post(chosen, data=form_on(page)).status_code == 303
    session.expire_all()
    assert one.status is CertificateStatus.REPLACED
    withdraw = address(workshop, f"/withdraw?certificates={other.id}")
    assert other.number in organiser_client.get(withdraw).text
    assert organiser_client.post(withdraw, data={"reason": " "}).status_code == 422
    for _ in range(2):
        assert organiser_client.post(withdraw, data={"reason": "Signed too early"}).status_code == 303
    session.expire_all()
    assert other.status is CertificateStatus.WITHDRAWN
    assert "Signed too early" in organiser_client.get(address(workshop)).text
    back = address(workshop, f"/put-back?certificates={other.id}")
    assert other.number in organiser_client.get(back).text
    for _ in range(2):
        assert organiser_client.post(back).status_code == 303
    session.expire_all()
    assert other.status is CertificateStatus.VALID


@pytest.mark.parametrize("act", ["reissue", "withdraw", "put-back"])
def test_nothing_chosen_leads_back(organiser_client: Browser, workshop: Workshop, act: str) -> None:
    answer = organiser_client.get(address(workshop, f"/{act}"), follow_redirects=True)
    assert "Choose a certificate first." in answer.text
    assert organiser_client.get(address(workshop, f"/{act}?certificates=x")).status_code == 303


@pytest.mark.parametrize(
    ("act", "sentence"), [("reissue", "is in force"), ("withdraw", "is in force"), ("put-back", "is withdrawn")]
)
def test_those_for_which_it_cannot_be_are_said_not_to_fit(
    organiser_client: Browser,
    session: Session,
    office: Office,
    workshop: Workshop,
    given: list[Certificate],
    act: str,
    sentence: str,
) -> None:
    asked = {"reference": workshop.reference, "ids": [given[1].id], "by": an_organiser(session, office)}
    if act != "put-back":
        certificates.withdraw(session, reason="Signed too early", **asked)
        session.commit()
    for unfit in (99999, given[1].id):
        answer = organiser_client.get(address(workshop, f"/{act}?certificates={unfit}"), follow_redirects=True)
        assert f"None of the certificates chosen {sentence}" in answer.text
    offered = organiser_client.get(address(workshop)).text
    assert (address(workshop, "/put-back") in offered) == (act != "put-back")
    both = organiser_client.get(address(workshop, f"/{act}?certificates={given[0].id}&certificates={given[1].id}"))
    assert both.status_code == (200 if act != "put-back" else 303)


def test_a_viewer_reads_and_no_more(viewer_client: Browser, workshop: Workshop, given: list[Certificate]) -> None:
    page = viewer_client.get(address(workshop)).text
    assert "Oyunchimeg" in page
    assert "/issue" not in page
    assert "/withdraw" not in page
    assert "/print" in page
    assert viewer_client.get(address(workshop, "/issue")).status_code == 404


def test_what_is_elsewhere_is_not_there(organiser_client: Browser, session: Session) -> None:
    other = attended_workshop(session, an_organiser(session, make_office(session)))
    session.commit()
    for rest in ("", "/issue", "/withdraw?certificates=1", "/reissue?certificates=1", "/put-back?certificates=1"):
        assert organiser_client.get(address(other, rest)).status_code == 404


def test_the_register_is_searched_and_taken_away(viewer_client: Browser, given: list[Certificate]) -> None:
    assert given[0].number in viewer_client.get("/certificates").text
    found = viewer_client.get("/certificates?q=bat&kind=attendance&status=valid").text
    assert "Bat Erdene" in found
    assert "Oyunchimeg" not in found
    assert "No certificate is like that." in viewer_client.get("/certificates?q=nobody").text
    rows = list(csv.reader(io.StringIO(viewer_client.get("/certificates.csv?q=bat").text)))
    assert rows[1][0] == given[1].number
    told = json.loads(viewer_client.get("/certificates.json").text)
    assert [row["name"] for row in told["rows"]] == ["Bat Erdene", "Oyunchimeg"]
    assert told["rows"][0]["minutes"] == 1440
    assert viewer_client.get("/certificates.xlsx").data[:2] == b"PK"
    assert all(one.verify_token not in json.dumps(told) for one in given)


@pytest.mark.skipif(renderer.unavailable() is not None, reason="printing needs Pango")
def test_those_in_force_are_printed(
    viewer_client: Browser, session: Session, office: Office, workshop: Workshop, given: list[Certificate]
) -> None:
    led = viewer_client.get(address(workshop, "/print"))
    assert led.location == address(workshop, f"/chosen.pdf?certificates={given[0].id}&certificates={given[1].id}")
    first, second = viewer_client.get(led.location), viewer_client.get(led.location)
    assert first.data == second.data
    assert first.data.startswith(b"%PDF")
    assert f"{workshop.reference} certificates" in first.headers["Content-Disposition"]
    asked = {"reference": workshop.reference, "ids": [given[0].id], "by": an_organiser(session, office)}
    certificates.reissue(session, look=replace(LOOK, languages=("es",)), **asked)
    session.commit()
    page = viewer_client.get(address(workshop, "/print")).text
    assert page.count("chosen.pdf?certificates=") == 2
    assert viewer_client.get(f"/workshops/{workshop.reference}/certificates.pdf?lang=es").data.startswith(b"%PDF")
    none = viewer_client.get(f"/workshops/{workshop.reference}/certificates.pdf?lang=fr")
    assert none.status_code == 422
    assert "Those there are were made out in: " in none.text


def test_many_are_left_to_a_worker(
    viewer_client: Browser, workshop: Workshop, given: list[Certificate], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificate_printing, "AT_ONCE", 1)
    page = viewer_client.get(address(workshop, "/print"))
    assert "Make the document" in page.text
    sent = {"certificates": [str(one.id) for one in given]}
    first, second = (viewer_client.post(address(workshop, "/print"), data=sent) for _ in range(2))
    assert first.status_code == 303
    assert first.location == second.location
    assert "Printing certificates" in viewer_client.get(first.location).text
    assert viewer_client.post(address(workshop, "/print"), data={"certificates": "999"}).status_code == 404


@pytest.mark.skipif(renderer.unavailable() is not None, reason="printing needs Pango")
def test_one_that_cannot_be_printed_is_named_and_the_others_are_printed(
    viewer_client: Browser, session: Session, workshop: Workshop, given: list[Certificate]
) -> None:
    given[0].full_name = "Oyun \ue000"
    session.commit()
    refused = viewer_client.get(viewer_client.get(address(workshop, "/print")).location)
    assert refused.status_code == 422
    assert "U+E000), in: Oyun \ue000. Change the text" in refused.text
    led = re.findall(r'href="([^"]+chosen.pdf[^"]+)"', html.unescape(refused.text))
    others, everyone = (pypdf.PdfReader(io.BytesIO(viewer_client.get(each).data)).pages for each in led)
    assert ["Bat Erdene" in page.extract_text() for page in others] == [True]
    assert ["Oyun \N{REPLACEMENT CHARACTER}" in page.extract_text() for page in everyone] == [True, False]


@pytest.mark.skipif(renderer.unavailable() is not None, reason="printing needs Pango")
def test_a_name_that_cannot_be_printed_is_named_before_anything_is_issued(
    organiser_client: Browser, session: Session, workshop: Workshop
) -> None:
    assert "No font on this server" not in organiser_client.get(address(workshop, "/issue")).text
    holder = workshop.participations[1].person
    holder.full_name = "Bat \ue000"
    session.commit()
    page = organiser_client.get(address(workshop, "/issue")).text
    assert "U+E000), in: Bat \ue000. Certificates can be issued all the same" in page
    assert f'href="/people/{holder.id}"' in page
    assert page.count('name="people"') == 2
