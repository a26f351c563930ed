import pytest

from workshops.documents.people_chart import WIDTH, Segment, people_by_kind, planned_segment, reached_segments
from workshops.domain.reach import Reach


def test_the_parts_stand_side_by_side_to_one_scale_with_the_plan() -> None:
    reach = Reach(women=10, men=15, unknown=5)
    assert reached_segments(reach, 40) == [
        Segment("women", 10, 0, WIDTH / 4),
        Segment("men", 15, WIDTH / 4, WIDTH * 15 / 40),
        Segment("unknown", 5, WIDTH * 25 / 40, WIDTH / 8),
    ]
    assert planned_segment(reach, 40) == Segment("planned", 40, 0, WIDTH)


def test_more_people_than_planned_fill_the_width() -> None:
    reach = Reach(women=30, men=30)
    assert reached_segments(reach, 15)[-1] == Segment("men", 30, WIDTH / 2, WIDTH / 2)
    assert planned_segment(reach, 15) == Segment("planned", 15, 0, WIDTH / 4)


@pytest.mark.parametrize("reach", [None, Reach()])
@pytest.mark.parametrize("planned", [None, 0])
def test_nobody_makes_no_bars(reach: Reach | None, planned: int | None) -> None:
    assert reached_segments(reach, planned) == []
    assert planned_segment(reach, planned) is None


@pytest.mark.parametrize(
    ("reach", "lines"),
    [
        (Reach(unknown=40), [("unknown", 40)]),
        (Reach(women=0, men=12), [("women", 0), ("men", 12)]),
        (Reach(women=5), [("women", 5), ("men", None)]),
        (Reach(women=3, men=2, other=1), [("women", 3), ("men", 2), ("other", 1)]),
    ],
)
def test_no_woman_among_the_men_is_said_but_not_what_nobody_counted(reach: Reach, lines: list[tuple[str, int]]) -> None:
    assert people_by_kind(reach) == lines
