"""Two versions of one workshop, compared field by field and made into one."""

from dataclasses import replace

import pytest

from workshops.details_in_words import FIELDS, details_in_words
from workshops.domain import workshop as w
from workshops.domain.enums import AgencyRole
from workshops.forms.merging import chosen, differences, marks, merged

pytestmark = pytest.mark.usefixtures("page")

BEFORE = w.WorkshopDetails(
    title="Visas", city="Darkhan", agencies=(w.AgencyRow(agency=w.AgencyRef(name="Customs", acronym="CGA"), row_id=1),)
)


def test_every_field_of_the_details_can_be_compared() -> None:
    assert list(details_in_words(BEFORE, "en", str)) == list(FIELDS)
    assert set(FIELDS) == set(w.WorkshopDetails.__dataclass_fields__)


def test_who_alone_changed_a_field_is_known_and_nobody_where_both_did() -> None:
    mine = replace(BEFORE, title="Mine", venue="College")
    theirs = replace(BEFORE, title="Theirs", city="Erdenet")
    found = {difference.field: difference for difference in differences(mine, theirs, marks(BEFORE))}
    assert {name: difference.choice for name, difference in found.items()} == {
        "title": None,
        "city": "theirs",
        "venue": "mine",
    }
    assert (found["title"].mine, found["title"].theirs) == ("Mine", "Theirs")


@pytest.mark.parametrize("tampered", ["", "title", "title:zz city:", "\x00", "::: :"])
def test_without_the_marks_every_difference_is_asked_about(tampered: str) -> None:
    mine, theirs = replace(BEFORE, title="Mine"), replace(BEFORE, city="Erdenet")
    assert [difference.choice for difference in differences(mine, theirs, tampered)] == [None, None]


def test_rows_are_compared_by_what_they_say() -> None:
    same = replace(BEFORE, agencies=(w.AgencyRow(agency=w.AgencyRef(id=9, name="Customs", acronym="CGA"), row_id=7),))
    assert differences(BEFORE, same, "") == ()
    other = replace(BEFORE, agencies=(replace(BEFORE.agencies[0], role=AgencyRole.HOST),))
    (difference,) = differences(BEFORE, other, "")
    assert (difference.mine, difference.theirs) == ("Customs (CGA) – Participating agency", "Customs (CGA) – Host")


def test_the_chosen_versions_make_one() -> None:
    mine, theirs = replace(BEFORE, title="Mine", city="Mine"), replace(BEFORE, title="Theirs", city="Theirs")
    found = differences(mine, theirs, "")
    choices = chosen({"keep-title": "theirs", "keep-city": "mine", "keep-venue": "theirs"}, found)
    assert choices == {"title": "theirs", "city": "mine"}
    both = merged(mine, theirs, choices)
    assert (both.title, both.city) == ("Theirs", "Mine")
    assert chosen({"keep-title": "yours"}, found) == {}
