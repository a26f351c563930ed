"""Rows written at once are the rows that the session would have written."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Table, inspect, select
from sqlalchemy.orm import Session

from tests import factories
from workshops.domain.enums import DatePrecision, Sex, WorkshopType
from workshops.models import Base, Person, Workshop
from workshops.services.bulk import BulkTable, number_on

DATED = {"created_at", "updated_at"}


def _write(session: Session, model: type[Base], *several: dict[str, Any]) -> None:
    table = model.__table__
    assert isinstance(table, Table)
    rows = BulkTable(session.connection(), table, several[0])
    for values in several:
        rows.add(values)
    rows.write()
    number_on(session.connection(), table)


def _cells(record: Base) -> dict[str, Any]:
    names = {column.key for column in inspect(type(record)).column_attrs} - DATED
    return {name: getattr(record, name) for name in names}


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (
            Person,
            {"full_name": "Hàn Thị Ly", "folded_name": "han thi ly", "sex": Sex.FEMALE, "languages": ["fr"]},
        ),
        (
            Workshop,
            {
                "uid": "a",
                "reference": "MNG-2024-001",
                "title": "Ports",
                "type": WorkshopType.SEMINAR,
                "starts_on": date(2024, 5, 6),
                "starts_precision": DatePrecision.DAY,
            },
        ),
    ],
)
def test_a_row_is_what_the_session_would_have_written(
    session: Session, model: type[Base], values: dict[str, Any]
) -> None:
    values["office_id"] = factories.make_office(session).id
    nested = session.begin_nested()
    session.add(model(id=700, **values))
    session.flush()
    session.expire_all()
    usual = _cells(session.get_one(model, 700))
    nested.rollback()
    session.expunge_all()
    _write(session, model, {"id": 700, **values})
    record = session.get_one(model, 700)
    assert _cells(record) == usual
    assert record.created_at.tzinfo is not None  # type: ignore[attr-defined]


def test_new_ids_follow_those_that_were_brought_along(session: Session) -> None:
    office_id = factories.make_office(session).id
    names = ("One", "Two")
    rows = [
        {"id": 700 + number, "office_id": office_id, "full_name": name, "folded_name": name.lower()}
        for number, name in enumerate(names)
    ]
    _write(session, Person, *rows)
    session.add(Person(office_id=office_id, full_name="Three", folded_name="three"))
    session.flush()
    assert list(session.scalars(select(Person.id).order_by(Person.id))) == [700, 701, 702]
