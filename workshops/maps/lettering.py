"""Labels that overlap neither each other nor what must be seen; one that fits nowhere is left out."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from workshops.maps.drawing import WIDTH, Label

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass
class Lettering:
    """The labels of a map so far, of type of this size, and the room that is taken."""

    height: float
    size: float
    labels: list[Label] = field(default_factory=list)
    taken: list[Rectangle] = field(default_factory=list)

    def keep_free(self, x: float, y: float, radius: float) -> None:
        """No label is to cover this place."""
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def upon(self, x: float, y: float, text: str, room: tuple[float, float], *, is_light: bool) -> bool:
        """Put a text upon a place, if it fits into a room of this width and height about it."""
        if self._width(text) > room[0] or self.size * 0.6 > room[1]:  # letters without their tails
            return False
        return self._put([Label(x, y + self.size * 0.36, text, "middle", is_light)])

    def beside(self, x: float, y: float, radius: float, text: str) -> bool:
        """Put a text at the right of a circle, at its left, below or above it, wherever there is room."""
        middle, gap = y + self.size * 0.36, radius + 2
        return self._put(
            [
                Label(x + gap, middle, text, "start"),
                Label(x - gap, middle, text, "end"),
                Label(x, y + gap + self.size * 0.8, text),
                Label(x, y - gap - self.size * 0.2, text),
            ]
        )

    def _put(self, places: Sequence[Label]) -> bool:
        for label in places:
            box = self._box(label)
            if not any(_overlap(box, other) for other in self.taken) and self._holds(box):
                x, y = round(label.x, 1), round(label.y, 1)
                self.labels.append(Label(x, y, label.text, label.anchor, label.is_light))
                self.taken.append(box)
                return True
        return False

    def _box(self, label: Label) -> Rectangle:
        width = self._width(label.text)
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        return left, label.y - self.size * 0.85, left + width, label.y + self.size * 0.25

    def _holds(self, box: Rectangle) -> bool:
        return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= self.height

    def _width(self, text: str) -> float:
        """About how wide a text is, rather too wide."""
        return self.size * sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.62 for char in text)


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
