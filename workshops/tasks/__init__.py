"""Long work, done by workers: one file per kind. `task.py` says what a kind is made of, `running.py` does it."""

from workshops.domain.jobs import JobKind
from workshops.tasks.certificates import PrintCertificates
from workshops.tasks.evidence import PackEvidence
from workshops.tasks.press import ReadPressReleases
from workshops.tasks.print import PrintDocument
from workshops.tasks.prints import PrintSeveral
from workshops.tasks.refinding import FindAgain
from workshops.tasks.task import Task

TASKS: dict[JobKind, type[Task]] = {
    JobKind.PRESS: ReadPressReleases,
    JobKind.SHEET: PrintDocument,
    JobKind.PRINT: PrintDocument,
    JobKind.PRINTS: PrintSeveral,
    JobKind.CERTIFICATES: PrintCertificates,
    JobKind.EVIDENCE: PackEvidence,
    JobKind.REFINDING: FindAgain,
}
