"""How right a reading is: two records of a press release compared field by field.

Texts are compared folded. Names agree when most of their words do, or when they have the same acronym; phrases agree
when half of their words do. Items of lists are paired one to one.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from workshops.domain.folding import fold

SMALL_WORDS = frozenset(
    fold(
        "a al an and at au aux con d da dans de del des do du e el en et for from i in l la las le les los n no of on "
        "or our para par por pour s sur the to un una une unas unos with y"
    ).split()
)
HONORIFIC = re.compile(r"^(?:(?:M\.|Mr|Mrs|Ms|Mme|Mlle|Dr|Dra|Prof|Sr|Sra|Lt|Col|Hon)\.?\s+)+")
ACRONYM = re.compile(r"[A-Z][A-Z0-9&./-]{1,11}")


def _words(value: Any) -> set[str]:
    found = set(fold(str(value or "")).split())
    return found - SMALL_WORDS or found


def likeness(a: Any, b: Any) -> float:
    """The share of the words of the longer of two phrases that both hold, small words left out."""
    one, other = _words(a), _words(b)
    return len(one & other) / max(len(one), len(other)) if one and other else 0.0


def _acronyms(name: str) -> set[str]:
    """The acronym in brackets, or the name itself when it is one, or one of two words ("IOM Angola")."""
    bracket = re.search(r"\(([^()]{2,20})\)", name)
    parts = bracket.group(1).split() if bracket else name.split()
    if len(parts) > 2 and not bracket:
        return set()
    return {fold(p) for p in parts if ACRONYM.fullmatch(p) and (len(parts) == 1 or len(p) > 2)}


def _names(a: Any, b: Any) -> bool:
    one, other = (
        f"{v['name']} ({v['acronym']})"
        if isinstance(v, dict) and v["acronym"]
        else str(v["name"] if isinstance(v, dict) else v)
        for v in (a, b)
    )
    digits = [set(re.findall(r"\d+", text)) for text in (one, other)]
    if all(digits) and not digits[0] & digits[1]:
        return False
    plain = [re.sub(r"\([^()]{2,20}\)", " ", text) for text in (one, other)]
    return bool(_acronyms(one) & _acronyms(other)) or likeness(*plain) >= 0.6


def _persons(a: Any, b: Any) -> bool:
    one, other = (HONORIFIC.sub("", v["name"] if isinstance(v, dict) else v or "") for v in (a, b))
    return likeness(one, other) >= 0.6


def _quotes(a: Any, b: Any) -> bool:
    if a["speaker"] or b["speaker"]:
        return _persons(a["speaker"], b["speaker"]) and _starts(a) == _starts(b)
    return _starts(a) == _starts(b)


def _starts(quote: dict[str, str]) -> str:
    return fold(quote["text_start"])[:25]


def _phrases(a: Any, b: Any) -> bool:
    return likeness(a, b) >= 0.5


def _equal(a: Any, b: Any) -> bool:
    return fold(str(a)) == fold(str(b))


def _titles(a: Any, b: Any) -> bool:
    return SequenceMatcher(None, fold(a), fold(b), autojunk=False).ratio() >= 0.9


def _phones(a: Any, b: Any) -> bool:
    one, other = (re.sub(r"\D", "", re.split(r"(?i)\b(?:ext|poste|anexo)\b", v)[0]) for v in (a, b))
    return one == other


SCALARS: dict[str, Callable[[Any, Any], bool]] = {
    "lang": _equal, "is_workshop": _equal, "title": _titles, "event_type": _equal, "country": _equal, "city": _equal,
    "venue": _names, "start_date": _equal, "end_date": _equal, "date_text": _phrases, "duration_days": _equal,
    "participants_count": _equal, "participants_qualifier": _equal, "participants_description": _phrases,
    "project.name": _names, "project.acronym": _names, "project.duration_text": _phrases,
}  # fmt: skip
LISTS: dict[str, Callable[[Any, Any], bool]] = {
    "beneficiary_agencies": _names, "organisers": _names, "partners": _names, "expert_countries": _equal,
    "experts": _persons, "participant_countries": _equal, "funders": _names, "topics": _phrases,
    "legal_references": _names, "quotes": _quotes, "contacts.name": _persons, "contacts.organisation": _names,
    "contacts.phone": _phones, "contacts.email": _equal,
}  # fmt: skip


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
        counts[field] = Count(_paired(many, found, same), len(found), len(many))
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


def _paired(wanted: list[Any], given: list[Any], same: Callable[[Any, Any], bool]) -> int:
    """The size of the largest pairing of items that agree."""
    owner: dict[int, int] = {}

    def assign(i: int, seen: set[int]) -> bool:
        for j, item in enumerate(given):
            if j not in seen and same(wanted[i], item):
                seen.add(j)
                if j not in owner or assign(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    return sum(assign(i, set()) for i in range(len(wanted)))


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
