"""Prints beside those of plain WeasyPrint, ReportLab and Typst: the same people, CPU time, all in one run.

Needs the extra `bench`. Everything is warm: fonts are found, templates laid out, only the people are new each time.
"""

import gc
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from workshops.bench._pieces import badges, certificates
from workshops.bench._rows import Row
from workshops.bench._turns import compared
from workshops.documents.attendee_sheet import (
    AttendeeSheetContext,
    SheetEvent,
    SheetRow,
    attendee_sheet_page,
    attendee_stamps,
)
from workshops.documents.brief import brief_page
from workshops.documents.brief_context import AgencyLine, BriefContext
from workshops.documents.worker import GARBAGE_THRESHOLD
from workshops.domain.enums import AgencyRole, Sex, WorkshopStatus, WorkshopType
from workshops.domain.reach import Reach

NAMES: Final = (
    "Nguyễn Thị Hương",
    "Оюунчимэг Дорж",
    "José Gonçalves",
    "محمد الحسيني",
    "Ana Müller",
    "王小明",
    "Søren Okafor",
)
AGENCIES: Final = ("Ministry of Health", "General Authority for Border Protection", "Үндэсний статистикийн хороо")
POSTS: Final = ("Director", "Senior officer, passport control")
MOST: Final = {40: {"plain WeasyPrint": 0.3}, 1000: {"plain WeasyPrint": 0.1, "ReportLab": 0.8, "Typst": 2.0}}
MANY, MOST_SECONDS, MOST_MEMORY = 10_000, 10, 200
MOST_BRIEF: Final = 0.8
_seeds = count(1)


def measure(folder: Path) -> Iterator[Row]:
    """CPU seconds of each way, and those of ours as a share of the others'; the largest in a process of its own."""
    try:
        from workshops.bench import _peers as peers  # here, so that other figures can be taken without the extra
    except ModuleNotFoundError as error:
        raise SystemExit(f"{error.name} is missing. Run: pip install -r requirements-bench.txt") from None

    ways: dict[str, Callable[[AttendeeSheetContext], object]] = {
        "stamped": stamp,
        "plain WeasyPrint": lambda context: peers.plain(attendee_sheet_page(context, "en")),
        "ReportLab": peers.reportlab,
        "Typst": peers.typst_table,
    }
    for people, most in MOST.items():
        times = 9 if people < 100 else 3
        yield from compared(f"attendee sheet of {people:,}", ways, partial(sheet, people), times=times, most=most)
    yield from certificates(peers.plain)
    yield from badges(peers.plain)
    yield from _brief(peers.plain)
    said = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", __name__, str(MANY)], capture_output=True, text=True, check=True
    ).stdout.split()
    yield Row(f"attendee sheet of {MANY:,}: stamped", float(said[0]), "CPU s", most=MOST_SECONDS)
    yield Row(f"attendee sheet of {MANY:,}: peak memory", int(said[1]), "MB", most=MOST_MEMORY)


def _brief(plain: Callable[[str], bytes]) -> Iterator[Row]:
    """The brief is laid out as a whole; what is saved are the fonts kept between two documents."""
    from workshops.documents.engine import to_pdf  # here, since loading it takes memory and time of its own

    ways = {"laid out": to_pdf, "plain WeasyPrint": plain}
    yield from compared("brief", ways, _brief_page, times=9, most={"plain WeasyPrint": MOST_BRIEF})


def _brief_page() -> str:
    return brief_page(_brief_context(f"Border management {next(_seeds)}"), "en")


def _brief_context(title: str) -> BriefContext:
    return BriefContext(
        reference="MNG-2024-003",
        title=title,
        type=WorkshopType.WORKSHOP,
        status=WorkshopStatus.COMPLETED,
        office="Office in Mongolia",
        printed_on=date(2024, 6, 3),
        summary="Officials of both agencies worked for three days on the examination of documents. " * 20,
        topics=("border protection", "fraudulent documents"),
        reach=Reach(women=17, men=23),
        planned=45,
        agencies=[AgencyLine(role=role, name=AGENCIES[number % 3]) for number, role in enumerate(AgencyRole)],
    )


def sheet(people: int) -> AttendeeSheetContext:
    """A sheet of three days, on which no two people are called the same, nor as in the sheet before."""
    seed = next(_seeds)
    return AttendeeSheetContext(
        reference="MNG-2024-003",
        sheet_id="MNG-2024-003/7K3F9QXA",
        title="Border management and the detection of fraudulent travel documents",
        type=WorkshopType.WORKSHOP,
        status=WorkshopStatus.COMPLETED,
        office="Office in Mongolia",
        printed_on=date(2024, 5, 3),
        events=[SheetEvent(title=f"Session {day + 1}", day=date(2024, 5, 6) + timedelta(day)) for day in range(3)],
        rows=[
            SheetRow(
                name=f"{NAMES[number % 7]} {seed}.{number}",
                sex=list(Sex)[number % 2],
                agency=AGENCIES[number % 3],
                position=POSTS[number % 2],
            )
            for number in range(people)
        ],
    )


def stamp(context: AttendeeSheetContext) -> bytes:
    """What the printing process does for a sheet, tags and all."""
    from workshops.documents.engine import stamped  # here, since loading it takes memory and time of its own

    stamps = attendee_stamps(context, "en")
    return stamped(stamps.specimen, stamps.rows)


def _peak() -> int:
    """The most memory this process had, in MB. That of `getrusage` counts the process that started it, too."""
    status = Path("/proc/self/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) // 1024


if __name__ == "__main__":
    gc.set_threshold(GARBAGE_THRESHOLD)  # as the printing process does
    stamp(sheet(40))
    many = sheet(int(sys.argv[1]))
    begun = time.process_time()
    stamp(many)
    print(round(time.process_time() - begun, 2), _peak())
