"""The whole site killed in the middle of its work, and started again without a hand: is anything lost?"""

import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from workshops.bench._browser import Browser
from workshops.bench._site import serving
from workshops.bench.faults.record import Losses, Record, count
from workshops.bench.faults.writers import Writer, signed_in, writing

SHORTEST, LONGEST = 0.05, 0.8  # seconds of writing before the site is killed
READY: Final = "/readyz"


@dataclass(slots=True)
class Outcome:
    """What so many kills did."""

    losses: Losses = field(default_factory=Losses)
    damaged: int = 0
    unsettled: int = 0
    """Sent once more after the kill, and not answered or refused."""
    starts: list[float] = field(default_factory=list)
    """How long each start took until the site said that it is ready, in seconds."""


def kill_often(instance: Path, url: str, *, times: int) -> Outcome:
    """Kill the site of an instance so many times under eight writers, and look at its database after each."""
    settings = {"WORKSHOPS_DATABASE_URL": url}
    outcome = Outcome()
    moments = random.Random(1)  # noqa: S311 - no secret; the same moments in every run
    with serving(instance, settings=settings) as site:
        port = int(site.address.rpartition(":")[2])
        writers = signed_in(site.address)
    with Record(url) as record:
        for _ in range(times):
            begun = time.perf_counter()
            with serving(instance, port=port, settings=settings) as site:
                Browser(site.address).ask_once(READY)
                outcome.starts.append(time.perf_counter() - begun)
                _send_again(writers, record, outcome)
                with writing(writers):
                    time.sleep(moments.uniform(SHORTEST, LONGEST))
                    site.kill()
            outcome.damaged += not record.is_whole()
            count(outcome.losses, [writer.told for writer in writers], record.references())
        with serving(instance, port=port, settings=settings) as site:
            _send_again(writers, record, outcome)
    return outcome


def _send_again(writers: list[Writer], record: Record, outcome: Outcome) -> None:
    """What the kill left unanswered is sent once more, in the same form: afterwards each is there exactly once."""
    for writer in writers:
        unanswered = writer.told.open
        writer.forget()
        writer.told.open = unanswered
        writer.send_again()
    count(outcome.losses, [writer.told for writer in writers], record.references())
    for writer in writers:
        outcome.unsettled += len(writer.told.open) + len(writer.told.refused)
        writer.forget()
