"""Rows with a number and a bar, the longest first: a table that is its own chart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from workshops.domain.folding import fold

MOST_ROWS = 12


@dataclass(frozen=True)
class Counted:
    """Something that was counted; `others` is how many further things a last row stands for, 0 for a row of its own."""

    label: str
    number: int
    others: int = 0


def counted(labels: Iterable[str], most: int = MOST_ROWS) -> list[Counted]:
    """How often each label is there, the most frequent first; what comes after the first rows is one row."""
    counts = Counter(labels)
    rows = [Counted(label, number) for label, number in counts.items()]
    rows.sort(key=lambda row: (-row.number, fold(row.label)))
    if len(rows) <= most:
        return rows
    rest = rows[most - 1 :]
    return [*rows[: most - 1], Counted("", sum(row.number for row in rest), len(rest))]
