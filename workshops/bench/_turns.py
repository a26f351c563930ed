"""The same document made in several ways, in turns, so that a machine that slows down slows them all."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from workshops.bench._rows import Row

Ways = Mapping[str, Callable[[Any], object]]


def compared(
    document: str, ways: Ways, context: Callable[[], object], *, times: int, most: Mapping[str, float]
) -> Iterator[Row]:
    """CPU seconds of each way, with all its threads, and the first as a share of each other; medians of the turns.

    Each share is that of one turn, in which all ways begin within seconds and each gets values of its own. The turn
    before the first is not counted: it finds the fonts. `most` holds the targets of shares.
    """
    turns = [{name: _seconds(make, context()) for name, make in ways.items()} for _ in range(times + 1)][1:]
    for name in ways:
        yield Row(f"{document}: {name}", round(statistics.median(turn[name] for turn in turns), 3), "CPU s")
    ours, *others = ways
    for name in others:
        share = statistics.median(turn[ours] / turn[name] for turn in turns)
        yield Row(f"{document}: of {name}", round(share, 3), "times", most=most.get(name))


def _seconds(make: Callable[[Any], object], said: object) -> float:
    gc.collect()  # what others left behind is not for this one to clear away
    begun = time.process_time()
    make(said)
    return time.process_time() - begun
