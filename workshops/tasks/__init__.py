"""Long work, done by workers: one file per kind. `task.py` says what a kind is made of, `running.py` does it."""

from workshops.domain.enums import JobKind
from workshops.tasks.attendee_sheet import PrintSheet
from workshops.tasks.press import ReadPressReleases
from workshops.tasks.prints import PrintSeveral
from workshops.tasks.task import Task

TASKS: dict[JobKind, type[Task]] = {
    JobKind.PRESS: ReadPressReleases,
    JobKind.SHEET: PrintSheet,
    JobKind.PRINTS: PrintSeveral,
}
