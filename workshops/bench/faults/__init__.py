"""What the site does when something breaks under it, while eight people register workshops: nothing may be lost.

The site is the real one, started as people start it. `BENCH_KILLS` in the environment makes shorter runs.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from workshops.bench._rows import Row
from workshops.bench.faults import killed
from workshops.config import SQLITE

KILLS: Final = int(os.environ.get("BENCH_KILLS", "200"))
LONGEST_START: Final = 5.0  # seconds


def measure(folder: Path) -> Iterator[Row]:
    """All figures. Instances are made in `folder`."""
    yield from _killed(folder / "killed", "SQLite", KILLS)


def _killed(instance: Path, database: str, times: int) -> Iterator[Row]:
    instance.mkdir(parents=True, exist_ok=True)
    outcome = killed.kill_often(instance, f"{SQLITE}{instance}/workshops.sqlite", times=times)
    name = f"{database}, killed"
    losses = outcome.losses
    yield Row(f"{name}: times", times, "")
    yield Row(f"{name}: acknowledged", losses.acknowledged, "workshops", least=times)
    yield Row(f"{name}: in the air when it happened", losses.unanswered, "workshops")
    yield Row(f"{name}: acknowledged and lost", losses.lost, "workshops", most=0)
    yield Row(f"{name}: there twice", losses.twice, "workshops", most=0)
    yield Row(f"{name}: not settled by sending again", outcome.unsettled, "workshops", most=0)
    yield Row(f"{name}: database damaged", outcome.damaged, "times", most=0)
    yield Row(f"{name}: slowest start until ready", round(outcome.slowest, 2), "s", most=LONGEST_START)
