"""The page where administrators write the words of letters and certificates."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.integration.views.test_printing import needs_libraries
from tests.posting import form_on
from workshops.domain.document_texts import DocumentUse, default_text
from workshops.models import AuditEntry, DocumentTextVersion, Office, UnfinishedForm, Workshop

TEXT = "/document-texts/letter-nomination/en"
OURS = {"heading": "Call for {workshop}", "body": "Dear all,\n\nplease answer by {deadline}."}


def of(office: Office) -> str:
    return f"/offices/{office.id}{TEXT}"


def opened(browser: Browser, address: str) -> dict[str, str]:
    return form_on(browser.get(address).text)


def saved(browser: Browser, address: str, **typed: str) -> None:
    answer = browser.post(address, data=opened(browser, address) | OURS | typed)
    assert (answer.status_code, answer.location) == (303, address)


def test_the_list_says_which_texts_were_changed(administrator_client: Browser, office: Office) -> None:
    saved(administrator_client, TEXT)
    saved(administrator_client, of(office).replace("nomination", "invitation"))
    everywhere, here = (
        administrator_client.get(address).text
        for address in ("/document-texts", f"/offices/{office.id}/document-texts")
    )
    assert (everywhere.count(">Changed<"), everywhere.count(">Usual text<")) == (0, 14)
    assert re.findall(r"</svg> (Changed|Usual text)", everywhere).count("Changed") == 1
    assert here.count("As for all offices") == 1
    assert administrator_client.user.name in here


def test_a_text_is_saved_and_shown_again(administrator_client: Browser, office: Office, session: Session) -> None:
    shown = opened(administrator_client, of(office))
    usual = default_text(DocumentUse.NOMINATION, "en")
    assert (shown["heading"], shown["body"].replace("\r", "")) == (usual.heading, usual.body)
    saved(administrator_client, of(office))
    assert opened(administrator_client, of(office))["heading"] == OURS["heading"]
    assert opened(administrator_client, TEXT)["heading"] == usual.heading
    told = session.scalars(select(AuditEntry).where(AuditEntry.entity == "document_text_version")).all()
    assert [entry.user_id for entry in told] == [administrator_client.user.id]


def test_what_is_wrong_is_said_at_its_field_and_everything_typed_is_kept(
    administrator_client: Browser, session: Session
) -> None:
    typed = {"heading": "For {x.__class__}", "body": "By {dedline} and {{7*7}}, %(x)s {"}
    answer = administrator_client.post(TEXT, data=opened(administrator_client, TEXT) | typed)
    assert answer.status_code == 422
    assert "{dedline} is not known. Did you mean {deadline}?" in answer.text
    assert "{{7*7}} is not known." in answer.text
    assert "A brace is left open or closed too much" in answer.text
    assert 'aria-describedby="body-hint body-error"' in answer.text
    again = form_on(answer.text)
    assert (again["heading"], again["body"]) == (typed["heading"], typed["body"])
    assert session.scalars(select(DocumentTextVersion)).all() == []


def test_nothing_typed_is_run_or_becomes_html(administrator_client: Browser) -> None:
    hostile = "<script>alert(1)</script> %(x)s $x #x"
    saved(administrator_client, TEXT, heading=hostile, body=hostile)
    for address in (TEXT, f"{TEXT}/versions"):
        page = administrator_client.get(address).text
        assert "<script>alert" not in page
        assert "%(x)s $x #x" in page


def test_the_second_of_two_gets_both_texts_and_may_put_theirs_in_its_place(
    administrator_client: Browser, office: Office
) -> None:
    first, second = (opened(administrator_client, of(office)) for _ in range(2))
    administrator_client.post(of(office), data=first | OURS)
    theirs = {"heading": "Mine", "body": "My words"}
    answer = administrator_client.post(of(office), data=second | theirs)
    assert answer.status_code == 409
    assert "Somebody else changed this text" in answer.text
    assert "please answer by {deadline}." in answer.text
    again = form_on(answer.text)
    assert (again["heading"], again["body"]) == ("Mine", "My words")
    assert administrator_client.post(of(office), data=again).status_code == 303
    assert opened(administrator_client, of(office))["heading"] == "Mine"


def test_the_same_form_sent_twice_makes_one_version(administrator_client: Browser, session: Session) -> None:
    form = opened(administrator_client, TEXT) | OURS
    assert [administrator_client.post(TEXT, data=form).status_code for _ in range(2)] == [303, 303]
    assert len(session.scalars(select(DocumentTextVersion)).all()) == 1


def test_versions_say_who_and_what_and_each_can_be_used_again(administrator_client: Browser, office: Office) -> None:
    saved(administrator_client, of(office))
    saved(administrator_client, of(office), body="Dear all,\n\nkindly answer by {deadline}.")
    address = f"{of(office)}/versions"
    page = administrator_client.get(address).text
    assert "<del>please</del><ins>kindly</ins> answer by {deadline}." in page
    assert page.count(administrator_client.user.name) >= 2
    answer = administrator_client.post(address, data={"version": "2", "number": "1"})
    assert (answer.status_code, answer.location) == (303, of(office))
    assert opened(administrator_client, of(office))["body"].replace("\r", "") == OURS["body"]
    assert administrator_client.post(address, data={"version": "3", "number": ""}).status_code == 303
    usual = default_text(DocumentUse.NOMINATION, "en").heading
    assert opened(administrator_client, of(office))["heading"] == usual
    stale = administrator_client.post(address, data={"version": "3", "number": "2"})
    assert stale.status_code == 409
    assert "Somebody else changed this text" in stale.text


def test_only_administrators_come_here(organiser_client: Browser, viewer_client: Browser, office: Office) -> None:
    for browser in (organiser_client, viewer_client):
        for address in ("/document-texts", TEXT, of(office), f"{TEXT}/versions"):
            assert browser.get(address).status_code == 404
        assert browser.post(TEXT, data=OURS).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/document-texts/letter-love/en",
        "/document-texts/letter-nomination/de",
        f"/offices/999999{TEXT}",
        "/offices/999999/document-texts",
    ],
)
def test_what_is_not_there_is_not_found(address: str, administrator_client: Browser) -> None:
    assert administrator_client.get(address).status_code == 404


def test_unfinished_words_are_gone_on_with(administrator_client: Browser, session: Session) -> None:
    form = opened(administrator_client, TEXT)
    changes = {name: [text] for name, text in (form | OURS).items() if name in ("heading", "body", "version")}
    sent = {
        "key": form["form_key"],
        "address": TEXT,
        "user": administrator_client.user.id,
        "base": None,
        "changes": changes,
    }
    assert administrator_client.post("/unfinished", json=sent).status_code == 200
    kept = session.scalars(select(UnfinishedForm)).one()
    again = opened(administrator_client, f"{TEXT}?unfinished={kept.id}")
    assert (again["heading"], again["version"]) == (OURS["heading"], "0")


@needs_libraries
def test_the_document_is_shown_beside_what_is_typed_and_nothing_is_saved(
    administrator_client: Browser, office: Office, session: Session
) -> None:
    form = opened(administrator_client, of(office)) | OURS | {"show": "1"}
    answer = administrator_client.post(of(office), data=form)
    assert answer.status_code == 200
    assert 'src="data:image/png;base64,iVBOR' in answer.text
    assert form_on(answer.text)["body"].replace("\r", "") == OURS["body"]
    assert session.scalars(select(DocumentTextVersion)).all() == []
    refused = administrator_client.post(of(office), data=form | {"body": "{nobody}"})
    assert refused.status_code == 422
    assert "data:image/png" not in refused.text


@needs_libraries
def test_a_workshop_that_does_not_say_a_value_is_named_at_its_field(
    administrator_client: Browser, stored: Workshop
) -> None:
    form = opened(administrator_client, TEXT) | {"show": "1", "workshop": stored.reference}
    assert 'src="data:image/png' in administrator_client.post(TEXT, data=form).text
    refused = administrator_client.post(TEXT, data=form | {"body": "At {venue}"})
    assert refused.status_code == 422
    assert "This workshop does not say {venue}." in refused.text
    assert administrator_client.post(TEXT, data=form | {"workshop": "NOT-2024-001"}).status_code == 404
