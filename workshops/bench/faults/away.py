"""PostgreSQL ended and started again under eight writers: in order, and as suddenly as by a power cut."""

import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshops.bench._site import serving
from workshops.bench.faults.record import Losses, Record, count
from workshops.bench.faults.writers import Writer, signed_in, writing
from workshops.launching.temporary_postgresql import TemporaryPostgresql

WAYS: Final = {"fast shutdown": signal.SIGINT, "immediate shutdown": signal.SIGQUIT}
BEFORE, AWAY_FOR, AFTER = 1.0, 1.5, 4.0  # seconds
NEVER: Final = 60.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the restart did."""

    losses: Losses
    refused: int
    """Writes answered with 503 and when to try again."""
    wrong: int
    """Writes answered with another error, or without saying when."""
    recovered: float
    """Seconds after PostgreSQL took calls again until the last of the writers was served."""
    unsettled: int
    is_whole: bool


def restart(instance: Path, server: TemporaryPostgresql, url: str, how: int) -> Outcome:
    """End PostgreSQL with a signal while people write, start it again, and look at what is there."""
    instance.mkdir(parents=True, exist_ok=True)
    with serving(instance, settings={"WORKSHOPS_DATABASE_URL": url}) as site, Record(url) as record:
        writers = signed_in(site.address)
        with writing(writers):
            time.sleep(BEFORE)
            server.stop(how)
            time.sleep(AWAY_FOR)
            server.start()
            back = time.perf_counter()
            time.sleep(AFTER)
        recovered = max(_first_saved_after(writer, back) for writer in writers) - back
        losses = Losses()
        count(losses, [writer.told for writer in writers], record.references())
        answers = [answer for writer in writers for answer in writer.told.refused]
        refused = sum(answer.status == 503 and answer.retry_after != "" for answer in answers)
        for writer in writers:
            writer.send_again()
        unsettled = sum(len(writer.told.open) for writer in writers)
        count(losses, [writer.told for writer in writers], record.references())
        return Outcome(losses, refused, len(answers) - refused, recovered, unsettled, record.is_whole())


def _first_saved_after(writer: Writer, moment: float) -> float:
    return min((at for at in writer.told.saved_at if at > moment), default=moment + NEVER)
