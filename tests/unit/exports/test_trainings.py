import json
from datetime import date

from workshops.domain.enums import WorkshopStatus, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.domain.reach import Reach
from workshops.domain.training import ChosenNames, Totals, Training, Trainings
from workshops.domain.training_filter import TrainingFilter
from workshops.exports.trainings import training_table
from workshops.exports.writers import to_csv, to_json
from workshops.translating import translator

ROW = Training(
    reference="MNG-2013-001",
    title="=Détection",
    type=WorkshopType.SEMINAR,
    status=WorkshopStatus.CLOSED,
    starts_on=PartialDate(2013, 5),
    ends_on=PartialDate(2013, 5, 16),
    country="MN",
    city="Oulan-Bator",
    languages=("mn", "en"),
    organisers=("IOM",),
    partners=("A", "B"),
    funders=(),
    project="",
    topics=("Visas",),
    reach=Reach(women=3, men=4, unknown=0, is_from_list=True),
)
TOTALS = Totals(trainings=1, women=3, men=4, other=0, unknown=0, without_numbers=0)
FOUND = Trainings(
    rows=(ROW,),
    page=1,
    pages=1,
    names=ChosenNames(),
    totals=TOTALS,
    by_country=(("MN", 1),),
    by_year=((2013, TOTALS),),
)


def test_a_row_says_all_it_knows_in_the_language_of_the_file() -> None:
    table = training_table(FOUND, TrainingFilter(country="MN"), say=translator("fr"), made_on=date(2025, 6, 15))
    content = json.loads(b"".join(to_json(table)))
    assert content["sentence"] == "1 atelier en Mongolie"
    assert content["about"] == {"Établi le": "15 juin 2025"}
    assert content["rows"] == [
        {
            "reference": "MNG-2013-001",
            "title": "=Détection",
            "type": "Séminaire",
            "status": "Clôturé",
            "starts_on": "2013-05",
            "ends_on": "2013-05-16",
            "country": "Mongolie",
            "country_code": "MN",
            "city": "Oulan-Bator",
            "languages": ["mongol", "anglais"],
            "organisers": ["IOM"],
            "partners": ["A", "B"],
            "funders": [],
            "project": "",
            "topics": ["Visas"],
            "women": 3,
            "men": 4,
            "other": None,
            "unknown": 0,
            "total": 7,
            "counted_from": "Liste des participants",
        }
    ]
    assert list(content["rows"][0]) == list(content["columns"])


def test_the_csv_has_the_same_columns() -> None:
    table = training_table(FOUND, TrainingFilter(), say=translator("en"), made_on=date(2025, 6, 15))
    head, row, *_ = b"".join(to_csv(table)).decode("utf-8-sig").split("\r\n")
    assert head.split(",")[:3] == ["Reference", "Title", "Type"]
    assert row.startswith("MNG-2013-001,'=Détection,Seminar,Closed,2013-05,2013-05-16,Mongolia,MN,")
