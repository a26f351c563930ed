"""When two values of records of press releases say the same.

Texts are compared folded. Names agree when most of their words do, or when they have the same acronym; phrases agree
when half of their words do. Items of lists are paired one to one.
"""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
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


def pairs(wanted: Sequence[Any], given: Sequence[Any], same: Callable[[Any, Any], bool]) -> dict[int, int]:
    """The largest pairing of items that agree: the place of each one wanted, by the place of the one given."""
    owner: dict[int, int] = {}

    def assign(i: int, seen: set[int]) -> bool:
        for j, item in enumerate(given):
            if j not in seen and same(wanted[i], item):
                seen.add(j)
                if j not in owner or assign(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(wanted)):
        assign(i, set())
    return owner
