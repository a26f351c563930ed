"""What the site does when something breaks under it, while eight people register workshops: nothing may be lost.

The site is the real one, started as people start it. `BENCH_KILLS` in the environment makes shorter runs.
"""

import os
import statistics
from collections.abc import Iterator
from pathlib import Path
from subprocess import CalledProcessError
from typing import Final

from workshops.bench._rows import Row
from workshops.bench.faults import away, crowd, disk, killed, limits
from workshops.bench.faults.record import Losses
from workshops.launching import temporary_postgresql
from workshops.setting_kinds import SQLITE

KILLS: Final = int(os.environ.get("BENCH_KILLS", "200"))
LONGEST_PAUSE: Final = 5.0
"""Seconds until all goes on, after a start or once what was away is back."""
LONGEST_END: Final = 30.0
MOST_MEMORY: Final = 512
LONGEST_WAIT: Final = 1.0


def measure(folder: Path) -> Iterator[Row]:
    """All figures. Instances are made in `folder`."""
    yield from _crowd(folder / "crowd")
    yield from _killed(folder / "killed", "SQLite", "", KILLS)
    with temporary_postgresql.running(is_durable=True) as server:
        yield from _killed(folder / "killed-postgresql", "PostgreSQL", server.create("killed"), KILLS // 2)
        for number, (name, how) in enumerate(away.WAYS.items()):
            yield from _restarted(folder / f"away-{number}", server, name, how)
    for place in disk.PLACES:
        yield from _full(folder / f"full-{place.replace(' ', '-')}", place)
    handles = limits.without_handles(folder / "handles")
    yield Row("no file handles: writes answered with 503", handles.refused, "")
    yield Row("no file handles: answered otherwise", handles.wrong, "writes", most=0)
    yield Row("no file handles: processes that ended", handles.ended, "", most=0)
    yield Row("no file handles: saves again within", round(handles.recovered, 2), "s", most=LONGEST_PAUSE)
    ended = limits.end_while_busy(folder / "ended")
    yield Row("told to end while busy: answers cut off", ended.cut_off, f"of {limits.PRINTS}", most=0)
    yield Row("told to end while busy: gone within", round(ended.seconds, 1), "s", most=LONGEST_END)
    yield Row("all processes after writes and prints", round(limits.memory(folder / "memory")), "MB", most=MOST_MEMORY)


def _crowd(instance: Path) -> Iterator[Row]:
    outcome = crowd.write_together(instance, f"{SQLITE}{instance}/workshops.sqlite", seconds=6)
    waited = outcome.waited
    name = f"SQLite, {crowd.WRITERS} writers"
    yield Row(f"{name}: press releases read meanwhile", outcome.read, "", least=1)
    yield Row(f"{name}: median", round(waited[len(waited) // 2], 2), "s")
    yield Row(f"{name}: 95 %", round(waited[int(0.95 * len(waited))], 2), "s", most=LONGEST_WAIT)
    yield Row(f"{name}: longest", round(waited[-1], 2), "s")
    yield Row(f"{name}: refused", outcome.refused, f"of {len(waited)}", most=0)


def _killed(instance: Path, database: str, url: str, times: int) -> Iterator[Row]:
    instance.mkdir(parents=True, exist_ok=True)
    address = url or f"{SQLITE}{instance}/workshops.sqlite"
    outcome = killed.kill_often(instance, address, times=times)
    name = f"{database}, killed"
    yield Row(f"{name}: times", times, "")
    yield from _losses(name, outcome.losses, least=times)
    yield Row(f"{name}: not settled by sending again", outcome.unsettled, "workshops", most=0)
    yield Row(f"{name}: database damaged", outcome.damaged, "times", most=0)
    yield Row(f"{name}: median start until ready", round(statistics.median(outcome.starts), 2), "s")
    yield Row(f"{name}: slowest start until ready", round(max(outcome.starts), 2), "s", most=LONGEST_PAUSE)


def _restarted(instance: Path, server: temporary_postgresql.TemporaryPostgresql, way: str, how: int) -> Iterator[Row]:
    outcome = away.restart(instance, server, server.create(instance.name.replace("-", "_")), how)
    name = f"PostgreSQL, {way}"
    yield from _losses(name, outcome.losses, least=1)
    yield Row(f"{name}: writes answered with 503", outcome.refused, "")
    yield Row(f"{name}: answered otherwise", outcome.wrong, "writes", most=0)
    yield Row(f"{name}: not settled by sending again", outcome.unsettled, "workshops", most=0)
    yield Row(f"{name}: all served again within", round(outcome.recovered, 2), "s", most=LONGEST_PAUSE)
    yield Row(f"{name}: database damaged", int(not outcome.is_whole), "times", most=0)


def _full(folder: Path, place: str) -> Iterator[Row]:
    name = f"no room for the {place}"
    try:
        outcome = disk.fill(place, folder)
    except CalledProcessError:
        yield Row(f"{name}: not measured, as no disk can be mounted here", 0, "")
        return
    yield from _losses(name, outcome.losses, least=1)
    yield Row(f"{name}: saved all the same", outcome.saved, "writes")
    yield Row(f"{name}: writes answered with 503 and why", outcome.told, "")
    yield Row(f"{name}: answered otherwise", outcome.wrong, "writes", most=0)
    yield Row(f"{name}: pages that did not come", outcome.unread, "", most=0)
    yield Row(f"{name}: saves again within", round(outcome.recovered, 2), "s", most=LONGEST_PAUSE)
    yield Row(f"{name}: database damaged", int(not outcome.is_whole), "times", most=0)


def _losses(name: str, losses: Losses, *, least: int) -> Iterator[Row]:
    yield Row(f"{name}: acknowledged", losses.acknowledged, "workshops", least=least)
    yield Row(f"{name}: in the air when it happened", losses.unanswered, "workshops")
    yield Row(f"{name}: acknowledged and lost", losses.lost, "workshops", most=0)
    yield Row(f"{name}: there twice", losses.twice, "workshops", most=0)
    yield Row(f"{name}: refused and there all the same", losses.unwanted, "workshops", most=0)
