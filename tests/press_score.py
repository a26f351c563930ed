"""How right a reading is: two records of a press release compared field by field."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshops.bench._likeness import LISTS, SCALARS, pairs


@dataclass
class Count:
    """Right, given and wanted values of a field."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there was nothing to find and nothing found."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else None


def compare(wanted: dict[str, Any], given: dict[str, Any]) -> dict[str, Count]:
    """Every field of one record against the gold record, null values left out."""
    counts = {}
    for field, same in SCALARS.items():
        a, b = _one(wanted, field), _one(given, field)
        counts[field] = Count(
            int(a is not None and b is not None and same(a, b)), int(b is not None), int(a is not None)
        )
    for field, same in LISTS.items():
        many, found = _many(wanted, field), _many(given, field)
        counts[field] = Count(len(pairs(many, found, same)), len(found), len(many))
    return counts


def total(records: Iterable[dict[str, Count]]) -> dict[str, Count]:
    """The counts of several documents added up."""
    added = {field: Count() for field in (*SCALARS, *LISTS)}
    for record in records:
        for field, count in record.items():
            into = added[field]
            into.right, into.given, into.wanted = (
                into.right + count.right,
                into.given + count.given,
                into.wanted + count.wanted,
            )
    return added


def macro_f1(counts: dict[str, Count]) -> float:
    """The mean of F1 over the fields that have values."""
    scores = [count.f1 for count in counts.values() if count.f1 is not None]
    return sum(scores) / len(scores)


def gold_records(folder: Path) -> dict[str, dict[str, Any]]:
    """The gold records of a folder by the name of their text."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def _one(record: dict[str, Any], field: str) -> Any:
    head, _, tail = field.partition(".")
    return record[head][tail] if tail else record[head]


def _many(record: dict[str, Any], field: str) -> list[Any]:
    head, _, tail = field.partition(".")
    items = [item[tail] for item in record[head]] if tail else record[head]
    return [item for item in items if item is not None]


def is_right(field: str, value: Any, wanted: dict[str, Any]) -> bool:
    """Whether one proposed value is right by itself: equal to the gold value, or to one of the gold list.

    A contact is right when each of its parts that is given is that of one and the same gold contact.
    """
    if field == "contacts":
        return any(
            all(gold[part] is not None and LISTS[f"contacts.{part}"](gold[part], value[part]) for part in given)
            for gold in wanted["contacts"]
            if (given := [part for part, written in value.items() if written])
        )
    if field in SCALARS:
        gold_value = _one(wanted, field)
        return gold_value is not None and SCALARS[field](gold_value, value)
    return any(LISTS[field](gold_value, value) for gold_value in wanted[field])
