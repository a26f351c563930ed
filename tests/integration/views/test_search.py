import pytest
from sqlalchemy.orm import Session

from tests.browsing import Browser
from tests.conftest import counted_statements
from tests.factories import make_office
from workshops.domain.access import command_actor
from workshops.domain.workshop import AgencyRef, AgencyRow, ParticipantRow, PersonRef, ProjectRef, WorkshopDetails
from workshops.extensions import db
from workshops.services import workshops


def register(session: Session, office_id: int | None, **given: object) -> str:
    assert office_id is not None
    details = WorkshopDetails(**{"title": "Contrôle des frontières", "title_language": "fr", **given})  # type: ignore[arg-type]
    return workshops.register(session, details=details, office_id=office_id, by=command_actor()).reference


def test_every_kind_is_found_by_the_start_of_a_folded_word(session: Session, viewer_client: Browser) -> None:
    reference = register(
        session,
        viewer_client.user.office_id,
        agencies=(AgencyRow(agency=AgencyRef(name="Frontières sans murs")),),
        participants=(ParticipantRow(person=PersonRef(full_name="Ana Frontera")),),
        project=ProjectRef(title="Frontier dialogue"),
    )
    session.commit()
    page = viewer_client.get("/search?q=FRONTI").text
    assert f'href="/workshops/{reference}"' in page
    assert "Frontières sans murs" in page
    assert "Frontier dialogue" in page
    assert "Ana Frontera" not in page
    assert "Ana Frontera" in viewer_client.get("/search?q=ana+fr").text


def test_nothing_of_another_office_is_found(session: Session, viewer_client: Browser) -> None:
    participants = (ParticipantRow(person=PersonRef(full_name="Ana Frontera")),)
    reference = register(session, make_office(session).id, participants=participants)
    session.commit()
    page = viewer_client.get("/search?q=front").text
    assert reference not in page
    assert "Ana Frontera" not in page


@pytest.mark.parametrize(
    "query", ["***", "zzz", "NEAR(", '"', "' OR 1=1", "(" * 2000, "<script>", "a" * 5000, "\U0001f600"]
)
def test_whatever_is_typed_gets_an_answer(viewer_client: Browser, query: str) -> None:
    answer = viewer_client.get("/search", query_string={"q": query})
    assert answer.status_code == 200
    assert "Nothing found for" in answer.text


def test_without_a_word_it_says_what_to_type(viewer_client: Browser) -> None:
    assert "Type a word from a title" in viewer_client.get("/search?q=++").text


def test_more_than_are_shown_lead_to_the_list(session: Session, viewer_client: Browser) -> None:
    for _ in range(9):
        register(session, viewer_client.user.office_id)
    session.commit()
    page = viewer_client.get("/search?q=contr%C3%B4le").text
    assert page.count("Contrôle des frontières") == 8
    assert 'href="/workshops?q=contr%C3%B4le"' in page


def test_the_number_of_statements_does_not_grow(session: Session, viewer_client: Browser) -> None:
    counts = []
    for number in range(2):
        for each in range(4):
            name = f"Frontera {number} {each}"
            register(
                session,
                viewer_client.user.office_id,
                title=name,
                agencies=(AgencyRow(agency=AgencyRef(name=name)),),
                participants=(ParticipantRow(person=PersonRef(full_name=name), agency=AgencyRef(name=name)),),
            )
        session.commit()
        session.expunge_all()
        with counted_statements(db.engine) as statements:
            viewer_client.get("/search?q=frontera")
        counts.append(len(statements))
    assert counts[0] == counts[1]
