import pytest

from workshops.documents.people_chart import WIDTH, People, Segment, planned_segment, reached_segments


@pytest.mark.parametrize(
    ("people", "reached"),
    [(People(), None), (People(women=0), 0), (People(women=17, men=23), 40), (People(unknown=40), 40)],
)
def test_reached_is_the_sum_of_what_is_known(people: People, reached: int | None) -> None:
    assert people.reached == reached


def test_the_parts_stand_side_by_side_to_one_scale_with_the_plan() -> None:
    people = People(women=10, men=15, other=0, unknown=5, planned=40)
    assert reached_segments(people) == [
        Segment("women", 10, 0, WIDTH / 4),
        Segment("men", 15, WIDTH / 4, WIDTH * 15 / 40),
        Segment("unknown", 5, WIDTH * 25 / 40, WIDTH / 8),
    ]
    assert planned_segment(people) == Segment("planned", 40, 0, WIDTH)


def test_more_people_than_planned_fill_the_width() -> None:
    people = People(women=30, men=30, planned=15)
    assert reached_segments(people)[-1] == Segment("men", 30, WIDTH / 2, WIDTH / 2)
    assert planned_segment(people) == Segment("planned", 15, 0, WIDTH / 4)


@pytest.mark.parametrize("people", [People(), People(women=0, planned=0)])
def test_nobody_makes_no_bars(people: People) -> None:
    assert reached_segments(people) == []
    assert planned_segment(people) is None
