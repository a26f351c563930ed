"""Letters of a workshop: to whom, in which language, with which words."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.factories import an_organiser, make_office, make_user
from workshops.documents.letter import LettersContext
from workshops.domain import workshop as w
from workshops.domain.access import Actor
from workshops.domain.document_texts import DocumentText, DocumentUse
from workshops.domain.enums import AgencyRole, ParticipationStatus, Role
from workshops.domain.partial_date import PartialDate
from workshops.domain.register_details import AgencyDetails, PersonDetails
from workshops.errors import Invalid
from workshops.files.folder import FolderFiles
from workshops.models import Office, Workshop
from workshops.services import agencies, document_texts, people, printing, workshops
from workshops.services.document_texts import Place
from workshops.services.prints.kinds import NothingToPrint

TODAY = date(2024, 3, 18)
Drafted = Callable[..., LettersContext]


@pytest.fixture
def office(session: Session) -> Office:
    return make_office(session, name="Dakar", country_code="SN", language="fr")


@pytest.fixture
def by(session: Session, office: Office) -> Actor:
    return an_organiser(session, office)


@pytest.fixture
def workshop(session: Session, office: Office, by: Actor) -> Workshop:
    """With an agency of Senegal, one of Peru, one of Mongolia with a language of its own, and the organiser."""

    def agency(name: str, country: str, **more: str) -> w.AgencyRef:
        made = agencies.save(session, details=AgencyDetails(name=name, country_code=country, **more), by=by)
        return w.AgencyRef(name=name, id=made.id)

    police, migraciones = agency("Police nationale", "SN"), agency("Migraciones", "PE")
    guard = agency("Border Guard", "MN", language="en")
    spoken = {"Ana Silva": ("mn", "es", "en"), "Bat Bold": (), "Awa Ba": ("wo",)}
    persons = {
        name: people.save(
            session, details=PersonDetails(full_name=name, languages=codes), office_id=office.id, by=by
        ).id
        for name, codes in spoken.items()
    }
    details = w.WorkshopDetails(
        title="Gestion des frontières",
        title_language="fr",
        title_translations={"en": "Border management"},
        starts_on=PartialDate(2024, 5, 6),
        ends_on=PartialDate(2024, 5, 17),
        city="Thiès",
        country_code="SN",
        agencies=(
            w.AgencyRow(agency=w.AgencyRef(name="OIM"), role=AgencyRole.ORGANISER),
            w.AgencyRow(agency=police, seats=5),
            w.AgencyRow(agency=migraciones, role=AgencyRole.NOMINATING),
            w.AgencyRow(agency=guard),
        ),
        participants=(
            w.ParticipantRow(person=w.PersonRef(full_name="Ana Silva", id=persons["Ana Silva"]), post_title="Jefa"),
            w.ParticipantRow(person=w.PersonRef(full_name="Bat Bold", id=persons["Bat Bold"]), agency=guard),
            w.ParticipantRow(
                person=w.PersonRef(full_name="Awa Ba", id=persons["Awa Ba"]), status=ParticipationStatus.DECLINED
            ),
        ),
    )
    return workshops.register(session, details=details, office_id=office.id, by=by)


@pytest.fixture
def drafted(session: Session, workshop: Workshop, by: Actor, tmp_path: object) -> Drafted:
    """What the letters would say."""

    def draft(name: str, **chosen: str) -> LettersContext:
        subject = printing.of_workshop(session, reference=workshop.reference, by=by)
        made = printing.draft(
            session,
            subject,
            kind=subject.kind(name),
            given={choice: [text] for choice, text in chosen.items()},
            interface="fr",
            today=TODAY,
            by=by,
            files=FolderFiles(tmp_path),  # type: ignore[arg-type]
        )
        assert isinstance(made.context, LettersContext)
        return made.context

    return draft


def test_agencies_that_send_people_are_written_to_in_their_own_language(drafted: Drafted) -> None:
    letters = drafted("nomination-letters", deadline="12 avril 2024", seats="3").letters
    assert [(letter.addressee, *letter.languages) for letter in letters] == [
        (("Police nationale",), "fr"),
        (("Migraciones", "PERÚ"), "es"),
        (("Border Guard", "MONGOLIA"), "en"),
    ]
    french, spanish, english = ("\n".join(letter.texts[0].paragraphs) for letter in letters)
    assert "« Gestion des frontières » se tiendra du 6 au 17 mai 2024 à Thiès (Sénégal)" in french.replace(
        "\u202f", " "
    )
    assert "(5 personnes)" in french
    assert "au plus tard le 12 avril 2024" in french
    assert "(3 personas)" in spanish
    assert "a más tardar el 12 de abril de 2024" in spanish
    assert "“Border management” will be held from 6 to 17 May 2024" in english
    assert letters[2].texts[0].heading == "Request for nominations – Border management"


@pytest.mark.parametrize(
    ("own", "second", "expected"),
    [
        ("no", "", ["en", "en", "en"]),
        ("no", "fr", ["en fr", "en fr", "en fr"]),
        ("yes", "fr", ["fr en", "es fr", "en fr"]),
        ("yes", "es", ["fr es", "es en", "en es"]),
    ],
)
def test_letters_are_in_one_language_or_two_as_chosen(
    own: str, second: str, expected: list[str], drafted: Drafted
) -> None:
    letters = drafted("nomination-letters", own_language=own, lang="en", second=second, seats="3").letters
    assert [" ".join(letter.languages) for letter in letters] == expected
    words = {"en": "3 participants", "fr": "3 personnes", "es": "3 personas"}
    for letter in letters[1:]:
        for language, text in zip(letter.languages, letter.texts, strict=True):
            assert f"({words[language]})" in "".join(text.paragraphs)


def test_people_are_invited_in_a_language_they_speak_and_not_those_who_declined(drafted: Drafted) -> None:
    context = drafted("invitation-letters", signatory="Zulfiya Rakhimova", enclosures="Programme; Note de voyage;")
    assert [(letter.addressee, *letter.languages) for letter in context.letters] == [
        (("Ana Silva", "Jefa"), "es"),
        (("Bat Bold", "Border Guard", "MONGOLIA"), "en"),
    ]
    assert "Dear Bat Bold," in context.letters[1].texts[0].paragraphs
    assert context.letters[0].enclosures == ("Programme", "Note de voyage")
    assert (context.signatory, context.signatory_title) == ("Zulfiya Rakhimova", "")


def test_one_person_alone_can_be_written_to(drafted: Drafted, workshop: Workshop) -> None:
    row = workshop.participations[2]
    (letter,) = drafted("invitation-letters", person=str(row.id)).letters
    assert (letter.addressee, letter.languages) == (("Awa Ba",), ("fr",))


def test_the_words_are_those_that_the_office_keeps(drafted: Drafted, session: Session, office: Office) -> None:
    user = make_user(session, role=Role.ADMINISTRATOR)
    chief = Actor(user_id=user.id, name="Chief", role=Role.ADMINISTRATOR, office_id=None)
    place = Place(office.id, DocumentUse.NOMINATION, "fr")
    ours = DocumentText("Pour {agency}", "Répondez à {contact} avant le {deadline}.")
    document_texts.save(session, place=place, text=ours, version=0, by=chief)
    with pytest.raises(Invalid) as error:
        drafted("nomination-letters", deadline="2024-04-12")
    (problem,) = error.value.problems
    assert problem.params["names"] == "{contact}"
    document_texts.save(
        session, place=place, text=DocumentText("Pour {agency}", "Avant le {deadline}."), version=1, by=chief
    )
    with pytest.raises(Invalid) as error:
        drafted("nomination-letters")
    assert error.value.problems[0].field == "deadline"
    letters = drafted("nomination-letters", deadline="2024-04-12").letters
    assert (letters[0].texts[0].heading, letters[0].texts[0].paragraphs) == (
        "Pour Police nationale",
        ("Avant le 12 avril 2024.",),
    )


@pytest.mark.parametrize("typed", ["soon", "May 2024", "2024-02-31"])
def test_a_deadline_that_is_no_day_is_refused_at_its_field(typed: str, drafted: Drafted) -> None:
    with pytest.raises(Invalid) as error:
        drafted("nomination-letters", deadline=typed)
    assert [problem.field for problem in error.value.problems] == ["deadline"]


def test_a_record_without_anybody_to_write_to_says_so(drafted: Drafted, workshop: Workshop, session: Session) -> None:
    with pytest.raises(Invalid) as error:
        drafted("nomination-letters", chosen="1")
    assert [problem.field for problem in error.value.problems] == ["to"]
    workshop.agencies.clear()
    workshop.participations.clear()
    session.flush()
    for name in ("nomination-letters", "invitation-letters"):
        with pytest.raises(NothingToPrint):
            drafted(name)
