"""Files handed over on the page: one leads to its review, of several a list says what became of each."""

from datetime import date
from io import BytesIO

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.browsing import Browser
from tests.factories import make_office
from tests.posting import form_on
from tests.text_files import as_file, message, zipped
from workshops.domain.file_kinds import FileKind
from workshops.models import Office, PressRelease
from workshops.services import press_files

TEXT = "Training in Dakar\n\nA three-day workshop for 30 border guards was held in Dakar, Senegal."
OTHER = "Seminar in Lima\n\nA two-day seminar for 20 customs officers was held in Lima, Peru."
GERMAN = (
    "Schulung in Dakar\n\nDie Internationale Organisation für Migration hat gemeinsam mit der Polizei eine Schulung in "
    "Dakar durchgeführt. An der Schulung nahmen 34 Beamte teil, und sie wurde von der Europäischen Union finanziert."
)
ARABIC = "نظمت المنظمة الدولية للهجرة ورشة عمل تدريبية لمدة ثلاثة أيام في عمان بالتعاون مع وزارة الداخلية."


def handed_over(client: Browser, *files: tuple[str, bytes]) -> TestResponse:
    data = {"file": [(BytesIO(body), name) for name, body in files]}
    return client.post("/press", data=data, content_type="multipart/form-data")


def test_a_file_of_each_kind_leads_to_its_review(organiser_client: Browser, session: Session) -> None:
    for number, kind in enumerate((FileKind.HTML, FileKind.WORD, FileKind.OPEN_TEXT, FileKind.PDF, FileKind.EMAIL)):
        text = TEXT.replace("30", str(30 + number))
        answer = handed_over(organiser_client, (f"release.{kind}", as_file(text, kind)))
        assert answer.status_code == 303, answer.text
        page = organiser_client.get(answer.location).text
        assert str(30 + number) in page
        assert "Senegal" in page
    names = session.scalars(select(PressRelease.file_name).order_by(PressRelease.id)).all()
    assert names == ["release.html", "release.docx", "release.odt", "release.pdf", "release.eml"]


def test_what_a_letter_says_of_itself_is_kept_apart(organiser_client: Browser, session: Session) -> None:
    handed_over(organiser_client, ("mail.eml", message("Dear all, please find our news below.")))
    kept = session.scalars(select(PressRelease)).one()
    assert (kept.headline, kept.publisher, kept.published_on) == (
        "Communiqué: training",
        "",
        date(2024, 5, 3),
    )
    assert kept.text.strip() == "Dear all, please find our news below."


def test_a_text_that_counts_several_workshops_and_does_not_tell_them_apart_says_so(organiser_client: Browser) -> None:
    several = (
        "Two courses in Dakar\n\nThe IOM held two training courses on visas in Dakar, Senegal, this spring for border "
        "guards of the airport and of the harbour."
    )
    page = organiser_client.get(organiser_client.post("/press", data={"text": several}).location).text
    assert "This text speaks of 2 workshops and does not tell them apart clearly." in page
    page = organiser_client.get(organiser_client.post("/press", data={"text": TEXT}).location).text
    assert "does not tell them apart" not in page


def test_the_day_of_its_date_line_is_kept(organiser_client: Browser, session: Session) -> None:
    dated = TEXT.replace("A three-day", "DAKAR, 3 May 2024 – A three-day")
    for text in (dated, TEXT):
        organiser_client.post("/press", data={"text": text})
    kept = session.scalars(select(PressRelease.published_on).order_by(PressRelease.id)).all()
    assert kept == [date(2024, 5, 3), None]


def test_a_list_says_what_became_of_each_of_several(organiser_client: Browser, session: Session) -> None:
    organiser_client.post("/press", data={"text": OTHER})
    archive = zipped({"old.doc": b"\xd0\xcf\x11\xe0", "known.docx": as_file(OTHER, FileKind.WORD)})
    answer = handed_over(organiser_client, ("new.txt", TEXT.encode()), ("all.zip", archive), ("x.pages", b"x"))
    assert answer.status_code == 200
    for said in (
        "2 of 4 texts are ready for review.",
        "Received.",
        "Was there before.",
        "Old or macro-carrying Office files are not accepted.",
        "&#39;x.pages&#39; cannot be read. Upload .txt, .html, .docx, .odt, .pdf, .eml or .zip.",
    ):
        assert said in answer.text
    assert len(session.scalars(select(PressRelease)).all()) == 2


def test_files_that_a_refused_form_loses_are_asked_for_again(
    administrator_client: Browser, office: Office, session: Session
) -> None:
    make_office(session)
    session.commit()
    again = "Choose the files once more"
    assert again in handed_over(administrator_client, ("new.txt", TEXT.encode())).text
    assert again not in administrator_client.post("/press", data={"text": TEXT}).text


def test_several_files_of_which_none_can_be_read_make_nothing(organiser_client: Browser, session: Session) -> None:
    answer = handed_over(organiser_client, ("a.pages", b"x"), ("b.pdf", b"%PDF-1.7\n%%EOF"))
    assert answer.status_code == 422
    assert "The file is damaged and could not be read." in answer.text
    assert session.scalars(select(PressRelease)).all() == []


def test_more_texts_than_a_page_can_take_are_not_begun(
    organiser_client: Browser, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [(f"{number}.txt", TEXT.replace("30", str(number)).encode()) for number in range(3)]
    monkeypatch.setattr(press_files, "MOST_TEXTS", 2)
    answer = handed_over(organiser_client, *files)
    assert "At most 2 texts can be handed over at once." in answer.text
    assert len(session.scalars(select(PressRelease)).all()) == 2


def test_a_text_in_another_language_is_kept_and_can_be_filled_in_beside(
    organiser_client: Browser, session: Session
) -> None:
    for text in (GERMAN, ARABIC):
        answer = organiser_client.post("/press", data={"text": text})
        page = organiser_client.get(answer.location).text
        assert "in a language that is not read yet" in page
        assert text.split("\n")[-1] in page
        assert 'name="title"' in page
    assert set(session.scalars(select(PressRelease.language))) == {None}


def test_the_subject_of_a_letter_without_a_headline_is_its_title_also_when_it_is_read_again(
    organiser_client: Browser,
) -> None:
    letter = (
        "Subject: Officers train in Dakar\n\nDear colleagues,\n\nDakar, 12 May 2025 – The IOM held a workshop in "
        "Dakar, Senegal, from 6 to 10 May 2025 for 20 officers."
    )
    sent = {"file": (BytesIO(letter.encode()), "letter.eml")}
    address = str(organiser_client.post("/press", data=sent).location)
    page = organiser_client.get(address).text
    assert form_on(page)["title"] == "Officers train in Dakar"
    assert '<q dir="auto">Officers train in Dakar</q>' in page, "though the text does not say it"
    organiser_client.post(f"{address}/read-again")
    assert form_on(organiser_client.get(address).text)["title"] == "Officers train in Dakar"
