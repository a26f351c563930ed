"""Long work: what kinds there are, and how far a piece of it is."""

from enum import StrEnum


class JobKind(StrEnum):
    """What long work there is."""

    PRESS = "press"
    SHEET = "sheet"  # as asked for before there were documents of other kinds
    PRINT = "print"
    PRINTS = "prints"
    CERTIFICATES = "certificates"
    EVIDENCE = "evidence"
    REFINDING = "refinding"


class JobStatus(StrEnum):
    """How far a piece of long work is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class JobItemStatus(StrEnum):
    """What became of one step of long work."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
