"""What a map draws, in the units of its view box: `WIDTH` across, y downwards."""

from dataclasses import dataclass
from typing import Final, Literal

WIDTH: Final = 720.0


@dataclass(frozen=True)
class Area:
    """A country in which trainings were, filled with the tint (1 to 4) of its number."""

    code: str
    path: str
    number: int
    tint: int


@dataclass(frozen=True)
class Circle:
    """A town by `name`, its area as the number of trainings; or a country by `code` that is too small to be seen."""

    x: float
    y: float
    radius: float
    number: int
    name: str = ""
    code: str = ""
    tint: int = 0


@dataclass(frozen=True)
class Label:
    """Words beside a place or upon it; `is_light` upon a dark tint."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "middle"
    is_light: bool = False


@dataclass(frozen=True)
class Map:
    """A drawing, and the trainings that it cannot show.

    `land` is the path of all other countries, "" on the world map, which stands before `world.svg`; `own` is that of
    the one country it is about. `steps` are the lowest and highest number of each tint. `size` is that of the type.
    """

    height: float
    size: float
    land: str = ""
    own: str = ""
    areas: tuple[Area, ...] = ()
    circles: tuple[Circle, ...] = ()
    labels: tuple[Label, ...] = ()
    steps: tuple[tuple[int, int], ...] = ()
    unplaced: int = 0
