"""How many people were reached: what nobody counted is not 0."""

from workshops.domain.enums import ParticipationStatus, Sex
from workshops.domain.reach import Reach, listed, reach
from workshops.domain.workshop import Headcount, ParticipantRow, PersonRef


def present(*sexes: Sex) -> list[ParticipantRow]:
    """Participants who attended."""
    who = PersonRef(full_name="Anna Keller")
    return [ParticipantRow(person=who, sex=sex, status=ParticipationStatus.ATTENDED) for sex in sexes]


def test_numbers_entered_by_hand_are_kept_as_they_are() -> None:
    assert reach(Headcount(unknown=40), ()) == Reach(unknown=40)
    assert reach(Headcount(women=5, men=0), ()) == Reach(women=5, men=0)
    assert reach(Headcount(women=5), ()) == Reach(women=5)
    assert Reach(women=5).total == 5


def test_the_list_counts_where_no_number_was_entered() -> None:
    people = present(Sex.FEMALE, Sex.FEMALE, Sex.MALE)
    assert reach(Headcount(), people) == Reach(women=2, men=1, other=0, unknown=0, is_from_list=True)
    assert reach(Headcount(men=9), people) == Reach(men=9)
    assert reach(Headcount(), ()) is None


def test_no_woman_on_a_list_is_known_only_where_the_sex_of_everybody_is() -> None:
    assert listed(present(Sex.MALE, Sex.MALE)) == Reach(women=0, men=2, other=0, unknown=0, is_from_list=True)
    assert listed(present(Sex.MALE, Sex.UNKNOWN)) == Reach(men=1, unknown=1, is_from_list=True)
