"""The words of letters and certificates per office: whose hold, and every version of them."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office, make_user
from workshops.domain.access import Actor
from workshops.domain.document_texts import DocumentText, DocumentUse, default_text
from workshops.domain.enums import Role
from workshops.errors import Invalid, NotFound
from workshops.models import Office
from workshops.services import document_texts
from workshops.services.document_texts import Place, StaleText

USE = DocumentUse.NOMINATION
OURS = DocumentText("Nominations for {workshop}", "Dear all,\n\nplease answer by {deadline}.")
OTHERS = DocumentText("Call for {workshop}", "Dear Sir or Madam,")
EVERYWHERE = Place(None, USE, "en")


@pytest.fixture
def by(session: Session) -> Actor:
    user = make_user(session, name="Ada", role=Role.ADMINISTRATOR)
    return Actor(user_id=user.id, name="Ada", role=Role.ADMINISTRATOR, office_id=None)


def here(office: Office) -> Place:
    return Place(office.id, USE, "en")


def words(session: Session, office: Office | None, language: str = "en") -> DocumentText:
    return document_texts.text(session, office, use=USE, language=language)


def test_an_office_has_its_own_words_else_those_of_all_else_the_usual_ones(session: Session, by: Actor) -> None:
    lima, rabat = make_office(session), make_office(session)
    assert words(session, lima) == default_text(USE, "en")
    document_texts.save(session, place=EVERYWHERE, text=OTHERS, version=0, by=by)
    document_texts.save(session, place=here(lima), text=OURS, version=0, by=by)
    assert (words(session, lima), words(session, rabat), words(session, None)) == (OURS, OTHERS, OTHERS)
    assert words(session, lima, "fr") == default_text(USE, "fr")


def test_going_back_to_the_usual_words_follows_them_from_then_on(session: Session, by: Actor) -> None:
    office = make_office(session)
    place = here(office)
    document_texts.save(session, place=place, text=OURS, version=0, by=by)
    assert document_texts.use_default(session, place=place, version=1, by=by) == 2
    assert words(session, office) == default_text(USE, "en")
    document_texts.save(session, place=EVERYWHERE, text=OTHERS, version=0, by=by)
    assert words(session, office) == OTHERS
    assert document_texts.find(session, place=place, by=by) == (OTHERS, 2)
    assert document_texts.changed_places(session, office.id) == {}


def test_every_version_is_kept_and_can_hold_again(session: Session, by: Actor) -> None:
    office = make_office(session)
    place = here(office)
    document_texts.save(session, place=place, text=OURS, version=0, by=by)
    document_texts.save(session, place=place, text=OTHERS, version=1, by=by)
    assert document_texts.go_back(session, place=place, number=1, version=2, by=by) == 3
    assert words(session, office) == OURS
    document_texts.use_default(session, place=place, version=3, by=by)
    document_texts.go_back(session, place=place, number=2, version=4, by=by)
    document_texts.go_back(session, place=place, number=4, version=5, by=by)
    told = document_texts.versions(session, place=place, by=by)
    assert [(each.number, each.is_default, each.who) for each in told] == [
        (6, True, "Ada"),
        (5, False, "Ada"),
        (4, True, "Ada"),
        (3, False, "Ada"),
        (2, False, "Ada"),
        (1, False, "Ada"),
    ]
    with pytest.raises(NotFound):
        document_texts.go_back(session, place=place, number=7, version=6, by=by)


def test_saving_the_same_words_makes_no_version(session: Session, by: Actor) -> None:
    place = here(make_office(session))
    assert document_texts.use_default(session, place=place, version=0, by=by) == 0
    assert document_texts.save(session, place=place, text=OURS, version=0, by=by) == 1
    assert document_texts.save(session, place=place, text=OURS, version=0, by=by) == 1
    assert document_texts.go_back(session, place=place, number=1, version=1, by=by) == 1


def test_the_second_of_two_who_edit_gets_both_texts(session: Session, by: Actor) -> None:
    office = make_office(session)
    document_texts.save(session, place=here(office), text=OURS, version=0, by=by)
    with pytest.raises(StaleText) as error:
        document_texts.save(session, place=here(office), text=OTHERS, version=0, by=by)
    assert (error.value.current, error.value.version, error.value.status) == (OURS, 1, 409)
    with pytest.raises(StaleText):
        document_texts.use_default(session, place=here(office), version=0, by=by)
    assert words(session, office) == OURS


def test_words_that_cannot_be_used_are_refused(session: Session, by: Actor) -> None:
    with pytest.raises(Invalid) as error:
        document_texts.save(session, place=EVERYWHERE, text=DocumentText("{x.__class__}", "{"), version=0, by=by)
    assert {problem.field for problem in error.value.problems} == {"heading", "body"}


def test_only_administrators_change_words_and_only_of_offices_and_languages_there_are(
    session: Session, by: Actor
) -> None:
    office = make_office(session)
    for who, place in (
        (an_organiser(session, office), here(office)),
        (replace(by, role=Role.VIEWER), EVERYWHERE),
        (by, Place(999_999, USE, "en")),
        (by, Place(None, USE, "de")),
    ):
        with pytest.raises(NotFound):
            document_texts.save(session, place=place, text=OURS, version=0, by=who)
        with pytest.raises(NotFound):
            document_texts.versions(session, place=place, by=who)


def test_the_list_says_what_an_office_itself_has_changed(session: Session, by: Actor) -> None:
    office = make_office(session)
    document_texts.save(session, place=EVERYWHERE, text=OTHERS, version=0, by=by)
    document_texts.save(session, place=here(office), text=OURS, version=0, by=by)
    own = document_texts.changed_places(session, office.id)
    assert {place: (each.number, each.text) for place, each in own.items()} == {(USE, "en"): (1, OURS)}
    assert document_texts.changed_places(session, None)[USE, "en"].text == OTHERS
