import time

import pytest
from sqlalchemy.orm import Session

from workshops.services import search
from workshops.services.search import Kind, found_together, index_record, matching_ids, remove_record

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


def test_several_kinds_are_read_in_one_go_as_each_by_itself(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds: tuple[Kind, ...] = ("person", "agency", "topic")
    for number in range(1, 4):
        for kind in ("workshop", "person", "topic", "press_release"):
            index_record(session, kind=kind, record_id=number, text=f"border {kind}")
    if session.get_bind().dialect.name == "postgresql":
        assert found_together(session, kinds=kinds, query="bord", most=None) == {}
        return
    together = {"person": [3, 2, 1], "agency": [], "topic": [3, 2, 1]}
    assert found_together(session, kinds=kinds, query="bord", most=None) == together
    assert found_together(session, kinds=kinds, query="***", most=None) == {"person": [], "agency": [], "topic": []}
    monkeypatch.setattr(search, "_MOST_TOGETHER", 5)
    some = found_together(session, kinds=kinds, query="bord", most=None)
    assert some == {"agency": [], "topic": [3, 2, 1]}, "there may be more people"
    some = found_together(session, kinds=kinds, query="bord", most=2)
    assert some == {"person": [3, 2], "agency": [], "topic": [3, 2]}, "more people than two are not asked for"
