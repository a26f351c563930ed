import pytest
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from wtforms import Form, FormField, StringField

from workshops.forms.rows import RowList, after_row_action, is_row_action


class AgencyForm(Form):
    row_id = StringField()
    name = StringField()


class SampleForm(Form):
    title = StringField()
    agencies = RowList(FormField(AgencyForm))


def sent(action: str) -> ImmutableMultiDict[str, str]:
    """Three agencies, numbered with a gap as a script or an old page may leave them."""
    return ImmutableMultiDict(
        [
            ("row_action", action),
            ("title", "Border control"),
            ("agencies-0-row_id", "11"),
            ("agencies-0-name", "IOM"),
            ("agencies-2-row_id", "12"),
            ("agencies-2-name", "GABP"),
            ("agencies-10-row_id", ""),
            ("agencies-10-name", "Not found yet"),
        ]
    )


@pytest.mark.parametrize(
    ("action", "names"),
    [
        ("add:agencies", ["IOM", "GABP", "Not found yet", ""]),
        ("remove:agencies:1", ["IOM", "Not found yet"]),
        ("up:agencies:2", ["IOM", "Not found yet", "GABP"]),
        ("down:agencies:0", ["GABP", "IOM", "Not found yet"]),
        ("up:agencies:0", ["IOM", "GABP", "Not found yet"]),
        ("down:agencies:2", ["IOM", "GABP", "Not found yet"]),
        ("remove:agencies:7", ["IOM", "GABP", "Not found yet"]),
        ("explode:agencies:1", ["IOM", "GABP", "Not found yet"]),
        ("add:.*", ["IOM", "GABP", "Not found yet"]),
    ],
)
def test_a_row_button_changes_the_rows_and_keeps_what_was_typed(action: str, names: list[str]) -> None:
    form = SampleForm(after_row_action(sent(action)))
    assert [entry.form.name.data or "" for entry in form.agencies] == names
    assert form.title.data == "Border control"


def test_a_row_moves_with_its_hidden_id() -> None:
    form = SampleForm(after_row_action(sent("up:agencies:1")))
    assert [(entry.form.row_id.data, entry.form.name.data) for entry in form.agencies][:2] == [
        ("12", "GABP"),
        ("11", "IOM"),
    ]


def test_only_a_row_button_counts_as_one() -> None:
    assert is_row_action(sent("add:agencies"))
    assert not is_row_action(MultiDict({"title": "Border control"}))


def test_the_empty_row_is_not_part_of_the_list() -> None:
    form = SampleForm(after_row_action(sent("")))
    blank = form.agencies.blank()
    assert blank.form.name.name == "agencies-__index__-name"
    assert blank.form.name.id == "agencies-__index__-name"
    assert len(form.agencies) == 3
    assert form.agencies.append_entry().name == "agencies-3"
