"""The pages on which agencies and people are merged, and what stands at their old addresses."""

from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.factories import an_organiser
from tests.posting import form_on
from workshops.domain.register_details import AgencyDetails, PersonDetails
from workshops.models import Office
from workshops.services import agencies, people


def two_agencies(session: Session, office: Office) -> tuple[int, int]:
    by = an_organiser(session, office)
    first = agencies.save(session, details=AgencyDetails(name="International Organization for Migration"), by=by)
    details = AgencyDetails(name="International Organisation for Migration", acronym="IOM", notes="<b>Geneva</b>")
    second = agencies.save(session, details=details, by=by)
    session.commit()
    return first.id, second.id


def test_two_agencies_are_found_compared_merged_and_taken_apart(
    session: Session, office: Office, administrator_client: Browser, organiser_client: Browser
) -> None:
    first, second = two_agencies(session, office)
    listed = administrator_client.get("/agencies/duplicates").text
    assert f"/agencies/{first}/merge?with={second}" in listed
    assert f"?with={second}" in administrator_client.get(f"/agencies/{first}/merge?q=IOM").text
    page = administrator_client.get(f"/agencies/{first}/merge?with={second}").text
    assert "&lt;b&gt;Geneva&lt;/b&gt;" in page
    assert page.count("Nothing names it.") == 2
    sent = form_on(page)
    assert sent["keep-acronym"] == str(second)
    done = administrator_client.post(f"/agencies/{first}/merge", data=sent)
    assert done.location == f"/agencies/{first}"
    shown = administrator_client.get(done.location).text
    assert "was merged into" in shown
    assert "IOM" in shown
    moved = organiser_client.get(f"/agencies/{second}/edit?from=mail")
    assert (moved.status_code, moved.location) == (308, f"/agencies/{first}/edit?from=mail")
    typed = organiser_client.post(f"/agencies/{second}/edit", data={"name": "IOM in Geneva"})
    assert typed.status_code == 410
    assert "IOM in Geneva" in typed.text
    assert administrator_client.get(f"/agencies/{first}/merge?with={second}").status_code == 404
    undo = shown.split('action="/acts/')[1].split("/")[0]
    assert administrator_client.post(f"/acts/{undo}/undo").location == f"/agencies/{first}"
    assert organiser_client.get(f"/agencies/{second}").status_code == 200
    assert administrator_client.post(f"/acts/{undo}/undo").status_code == 303


def test_a_merge_of_what_was_changed_meanwhile_is_shown_again(
    session: Session, office: Office, administrator_client: Browser
) -> None:
    first, second = two_agencies(session, office)
    sent = form_on(administrator_client.get(f"/agencies/{first}/merge?with={second}").text)
    sent["keep-name"] = str(second)
    changed = AgencyDetails(name="Migration Agency")
    agencies.save(session, details=changed, agency_id=first, version=1, by=an_organiser(session, office))
    session.commit()
    again = administrator_client.post(f"/agencies/{first}/merge", data=sent)
    assert again.status_code == 409
    assert "Migration Agency" in again.text
    assert form_on(again.text)["keep-name"] == str(second)
    assert administrator_client.post(f"/agencies/{first}/merge", data=form_on(again.text)).status_code == 303
    late = administrator_client.post(f"/agencies/{first}/merge", data=form_on(again.text))
    assert late.location == "/agencies"


def test_agencies_are_not_merged_by_an_office_but_its_people_are(
    session: Session, office: Office, organiser_client: Browser, viewer_client: Browser
) -> None:
    first, second = two_agencies(session, office)
    assert "Merge with another" not in organiser_client.get(f"/agencies/{first}").text
    for address in ("/agencies/duplicates", f"/agencies/{first}/merge?with={second}"):
        assert organiser_client.get(address).status_code == 404
    by = an_organiser(session, office)
    ids = [
        people.save(session, details=PersonDetails(full_name=name), office_id=office.id, by=by).id
        for name in ("Bat Erdene", "Bat Erdene", "Oyun")
    ]
    session.commit()
    assert viewer_client.get("/people/duplicates").status_code == 404
    assert "Merge with another" in organiser_client.get(f"/people/{ids[0]}").text
    assert f"?with={ids[2]}" in organiser_client.get(f"/people/{ids[0]}/merge?q=oyu").text
    noted = organiser_client.post("/people/duplicates", data={"id": [str(ids[0]), str(ids[1])]})
    assert noted.location == "/people/duplicates"
    assert f"with={ids[1]}" not in organiser_client.get("/people/duplicates").text
    sent = form_on(organiser_client.get(f"/people/{ids[0]}/merge?with={ids[1]}").text)
    assert organiser_client.post(f"/people/{ids[0]}/merge", data=sent).status_code == 303
    assert organiser_client.get(f"/people/{ids[1]}").status_code == 308
