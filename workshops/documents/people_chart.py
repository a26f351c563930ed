"""A small bar chart of the people planned and reached, as numbers from which a template draws SVG."""

from dataclasses import dataclass

WIDTH = 200  # units of the SVG's view box; a bar of the largest number fills it


@dataclass(frozen=True)
class People:
    """Numbers of people; None is not known. `total` may be known without the rest."""

    women: int | None = None
    men: int | None = None
    other: int | None = None
    unknown: int | None = None
    planned: int | None = None

    @property
    def reached(self) -> int | None:
        """The sum of what is known, None where nothing is."""
        known = [number for number in (self.women, self.men, self.other, self.unknown) if number is not None]
        return sum(known) if known else None


@dataclass(frozen=True)
class Segment:
    """A part of a bar: what it stands for, how many, where it starts and how long it is."""

    kind: str
    number: int
    start: float
    length: float


def reached_segments(people: People) -> list[Segment]:
    """Gives the parts of the bar of people reached, from women to not stated; parts of nobody are left out."""
    scale = _scale(people)
    segments: list[Segment] = []
    start = 0.0
    for kind in ("women", "men", "other", "unknown"):
        number = getattr(people, kind) or 0
        if number:
            segments.append(Segment(kind, number, round(start, 2), round(number * scale, 2)))
            start += number * scale
    return segments


def planned_segment(people: People) -> Segment | None:
    """Gives the bar of people planned, None where that is not known or nobody."""
    return Segment("planned", people.planned, 0, round(people.planned * _scale(people), 2)) if people.planned else None


def _scale(people: People) -> float:
    """Units per person."""
    return WIDTH / max(people.planned or 0, people.reached or 0, 1)
