import time

import pytest
from sqlalchemy.orm import Session

from tests.factories import make_office
from workshops.models import Office, Person
from workshops.services.search import Kind, index_new, index_record, matching_ids, remove_record

TEXT = "Formation à Oulan-Bator : lutte contre la traite, O'Brien, COVID-19, 2024-05-01, 100 % d_accord"


def found(session: Session, query: str) -> list[int]:
    return list(session.scalars(matching_ids(kind="workshop", query=query)))


@pytest.mark.parametrize(
    "query",
    ["oulan", "OULAN bat", "bator formation", "o'brien", "covid-19", "2024-05-01", "Trâite", '"lutte', "lutt*", "100%"],
)
def test_words_are_found_by_their_beginning_whatever_accents_and_signs(session: Session, query: str) -> None:
    index_record(session, kind="workshop", record_id=7, text=TEXT)
    assert found(session, query) == [7]


@pytest.mark.parametrize(
    ("text", "begins", "lies_inside"),
    [
        ("การฝึกอบรมเจ้าหน้าที่", "การฝึกอบ", "ฝึกอบรม"),
        ("ព្រំដែន កម្ពុជា", "កម្ពុ", "ពុជា"),
        ("सीमा सुरक्षा प्रशिक्षण", "सुरक्", "क्षा"),
        ("Хил хамгаалах ерөнхий газар", "ЕРӨН", "хий"),
        ("תרגול גבולות", "גבול", "בולות"),
        ("边境管理 培训", "边境", "管理"),
        ("anna.bat@example.org 10.5 v2/3", "anna.bat@exam", "nna"),
        ("Straße Œuvre ﬁne Ⅳ", "strasse oeuv fin iv", "trasse"),
    ],
)
def test_words_of_every_script_are_found_whole_and_by_their_beginning(
    session: Session, text: str, begins: str, lies_inside: str
) -> None:
    index_record(session, kind="workshop", record_id=7, text=text)
    assert found(session, text) == [7]
    assert found(session, begins) == [7]
    assert found(session, lies_inside) == []


def test_a_very_long_text_and_a_very_long_word_are_found(session: Session) -> None:
    words = " ".join(f"word{number}" for number in range(20_000))
    index_record(session, kind="workshop", record_id=7, text=f"{words} {'é' * 3000}")
    index_record(session, kind="workshop", record_id=8, text="ᠮᠣᠩᠭᠣᠯ" * 60_000)
    assert found(session, "word777 word1999") == [7]
    assert found(session, "e" * 300) == [7]
    assert found(session, "ᠮᠣᠩᠭᠣᠯ" * 40) == [8]


@pytest.mark.parametrize("query", ["", "***", "(((", "%", "_", '"', "oulan paris", "ator", "text:oulan", "lutte OR"])
def test_what_is_not_there_is_not_found(session: Session, query: str) -> None:
    index_record(session, kind="workshop", record_id=7, text=TEXT)
    assert found(session, query) == []


@pytest.mark.parametrize("query", ["(" * 2000, "OR " * 3000, 'NEAR("a b"', "a" * 10_000, "-" * 500, "NOT oulan", "*"])
def test_the_language_of_the_index_is_never_spoken(session: Session, query: str) -> None:
    index_record(session, kind="workshop", record_id=7, text=TEXT)
    started = time.process_time()
    assert found(session, query) == []
    assert time.process_time() - started < 0.3


def test_a_record_is_indexed_once_and_apart_from_other_kinds(session: Session) -> None:
    index_record(session, kind="workshop", record_id=7, text=TEXT)
    index_record(session, kind="agency", record_id=7, text="Oulan")
    index_record(session, kind="workshop", record_id=7, text="Bishkek")
    assert found(session, "oulan") == []
    assert found(session, "bishkek") == [7]
    assert list(session.scalars(matching_ids(kind="agency", query="oulan"))) == [7]
    remove_record(session, kind="workshop", record_id=7)
    assert found(session, "bishkek") == []


def test_of_one_office_only_its_records_are_found_the_latest_first(session: Session, office: Office) -> None:
    other_office = make_office(session)
    made = [Person(office=each, full_name="Maria", folded_name="maria") for each in (office, other_office) * 3]
    session.add_all(made)
    session.flush()
    index_new(session, kind="person", texts=[(person.id, "Maria") for person in made])
    index_record(session, kind="agency", record_id=7, text="Maria")
    mine = [person.id for person in reversed(made) if person.office is office]

    def of(office_id: int | None, most: int, kind: Kind = "person") -> list[int]:
        return list(session.scalars(matching_ids(kind=kind, query="mar", most=most, office_id=office_id)))

    assert of(office.id, 9) == mine
    assert of(office.id, 2) == mine[:2]
    assert of(None, 9) == [person.id for person in reversed(made)]
    assert of(office.id * 10, 9) == []
    assert of(office.id, 9, "agency") == [7], "a register is of all offices"
    assert session.scalars(matching_ids(kind="person", query=f"\x1f{office.id}\x1f")).all() == []


def test_a_word_is_found_by_each_of_its_beginnings_the_latest_first(session: Session) -> None:
    index_new(session, kind="workshop", texts=[(number, "administrative training") for number in range(1, 9)])
    for length in range(1, len("administrative") + 1):
        ids = matching_ids(kind="workshop", query="administrative"[:length], most=3)
        assert session.scalars(ids).all() == [8, 7, 6]
