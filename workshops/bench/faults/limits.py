"""The site with no file handles left, ended while it is busy, and what it takes of a small machine's memory."""

import os
import resource
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshops.bench._browser import Browser
from workshops.bench._site import EMAIL, PASSWORD, members, serving
from workshops.bench.faults.writers import signed_in, writing

BUSY_FOR: Final = 1.5  # seconds
PATIENCE: Final = 20.0
PRINTS: Final = 4


@dataclass(frozen=True, slots=True)
class Handles:
    """What happened without file handles: writes answered with 503, in any other way or not at all, processes of the
    site that ended, and how many seconds it lasted afterwards."""

    refused: int
    wrong: int
    ended: int
    recovered: float


def without_handles(instance: Path) -> Handles:
    """Let no process of the site open anything for a while, with people writing."""
    instance.mkdir(parents=True, exist_ok=True)
    with serving(instance) as site:
        writers = signed_in(site.address)
        with writing(writers):
            time.sleep(BUSY_FOR)
            before = {process: _handles(process, len(os.listdir(f"/proc/{process}/fd"))) for process in site.workers()}
            for writer in writers:
                writer.forget()
            time.sleep(BUSY_FOR)
            ended = before.keys() - site.workers()
            for process in before.keys() - ended:
                _handles(process, before[process])
        answers = [answer for writer in writers for answer in writer.told.refused]
        refused = sum(answer.status == 503 and answer.retry_after != "" for answer in answers)
        wrong = len(answers) - refused + sum(len(writer.told.open) for writer in writers)
        begun = time.perf_counter()
        while not writers[0].register() and time.perf_counter() - begun < PATIENCE:
            time.sleep(0.05)
        return Handles(refused, wrong, len(ended), time.perf_counter() - begun)


@dataclass(frozen=True, slots=True)
class Ended:
    """How the site went when it was told to: prints under way that came and that did not, and seconds until it was
    gone."""

    whole: int
    cut_off: int
    seconds: float


def end_while_busy(instance: Path) -> Ended:
    """Tell the site to end while it prints for several people."""
    instance.mkdir(parents=True, exist_ok=True)
    with serving(instance) as site, ThreadPoolExecutor(PRINTS) as pool:
        writer = signed_in(site.address, 1)[0]
        writer.register()
        reference = next(iter(writer.told.saved.values()))
        readers = [Browser(site.address) for _ in range(PRINTS)]
        for reader in readers:
            reader.sign_in(EMAIL, PASSWORD)
        under_way = [pool.submit(_print, reader, reference) for reader in readers]
        time.sleep(0.2)
        begun = time.perf_counter()
        os.kill(site.process, signal.SIGTERM)
        whole = sum(print.result() for print in under_way)
        while members(site.process) and time.perf_counter() - begun < 2 * PATIENCE:
            time.sleep(0.02)
        return Ended(whole, PRINTS - whole, time.perf_counter() - begun)


def memory(instance: Path) -> float:
    """What all processes of the site hold together after writes and prints, in MB; what they share counts once."""
    instance.mkdir(parents=True, exist_ok=True)
    with serving(instance) as site:
        writers = signed_in(site.address)
        with writing(writers):
            time.sleep(BUSY_FOR)
        for writer in writers:
            _print(writer.browser, next(iter(writer.told.saved.values())))
        return sum(_share(process) for process in members(site.process))


def _print(reader: Browser, reference: str) -> bool:
    try:
        answer = reader.ask_once(f"/workshops/{reference}/brief.pdf?lang=fr")
    except Exception:
        return False
    return answer.status == 200 and answer.body.startswith(b"%PDF") and b"%%EOF" in answer.body[-32:]


def _handles(process: int, most: int) -> int:
    """Set how many files a process may have open; gives how many it could before."""
    before, hard = resource.prlimit(process, resource.RLIMIT_NOFILE)
    resource.prlimit(process, resource.RLIMIT_NOFILE, (most, hard))
    return before


def _share(process: int) -> float:
    """The memory of a process with its share of what it has in common with others, in MB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
