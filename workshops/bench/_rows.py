"""One figure of a benchmark, with the target it is held against."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: `unit` is that of the value and of the target. A value may reach `most`, or must reach `least`."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the target is met, as it is where there is none."""
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)

    @property
    def target(self) -> str:
        """The target in words, "" without one."""
        if self.most is not None:
            return f"at most {self.most:g}"
        return f"at least {self.least:g}" if self.least is not None else ""

    def as_json(self) -> dict[str, object]:
        """The figure as files keep it."""
        return {"name": self.name, "value": self.value, "unit": self.unit, "target": self.target, "ok": self.ok}


def timed(act: Callable[[], object], *, times: int, warm_up: int = 2) -> list[float]:
    """How long an act takes, in milliseconds, each time after the first few."""
    return timed_in_turns([act], times=times, warm_up=warm_up)[0]


def timed_in_turns(acts: Sequence[Callable[[], object]], *, times: int, warm_up: int = 2) -> list[list[float]]:
    """The same for several acts, one after the other each time, so that what holds one up holds up all."""
    taken: list[list[float]] = [[] for _ in acts]
    for number in range(warm_up + times):
        for act, its in zip(acts, taken, strict=True):
            begun = time.perf_counter()
            act()
            if number >= warm_up:
                its.append(1000 * (time.perf_counter() - begun))
    return taken


def percentile_95(taken: Sequence[float]) -> float:
    """The time that 95 of a hundred stay below."""
    return sorted(taken)[int(0.95 * (len(taken) - 1))]
