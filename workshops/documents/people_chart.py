"""A small bar chart of the people planned and reached, as numbers from which a template draws SVG."""

from dataclasses import dataclass

from workshops.domain.reach import Reach

WIDTH = 200  # units of the SVG's view box; a bar of the largest number fills it
NOBODY = Reach()


@dataclass(frozen=True)
class Segment:
    """A part of a bar: what it stands for, how many, where it starts and how long it is."""

    kind: str
    number: int
    start: float
    length: float


def reached_segments(reach: Reach | None, planned: int | None) -> list[Segment]:
    """Gives the parts of the bar of people reached, from women to not stated; parts of nobody are left out."""
    scale = _scale(reach, planned)
    segments: list[Segment] = []
    start = 0.0
    for kind, number in people_by_kind(reach or NOBODY):
        if number:
            segments.append(Segment(kind, number, round(start, 2), round(number * scale, 2)))
            start += number * scale
    return segments


def planned_segment(reach: Reach | None, planned: int | None) -> Segment | None:
    """Gives the bar of people planned, None where that is not known or nobody."""
    return Segment("planned", planned, 0, round(planned * _scale(reach, planned), 2)) if planned else None


def people_by_kind(reach: Reach) -> list[tuple[str, int | None]]:
    """Gives the numbers worth a line: women and men as soon as one of them is known, the others if there are any.

    None stands for a number that nobody gave.
    """
    kinds = [("women", reach.women), ("men", reach.men)] if reach.women or reach.men else []
    return kinds + [(kind, number) for kind, number in (("other", reach.other), ("unknown", reach.unknown)) if number]


def _scale(reach: Reach | None, planned: int | None) -> float:
    """Units per person."""
    return WIDTH / max(planned or 0, (reach or NOBODY).total, 1)
