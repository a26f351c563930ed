"""What a reading yields: findings, each with the words of the text that say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeAlias

READER_VERSION = "1.24"
"""Goes up whenever the rules change what is found, so that a stored finding tells which rules made it."""

Span: TypeAlias = tuple[int, int]

SCALAR_FIELDS = (
    "lang",
    "is_workshop",
    "title",
    "event_type",
    "country",
    "city",
    "venue",
    "start_date",
    "end_date",
    "date_text",
    "duration_days",
    "participants_count",
    "participants_qualifier",
    "participants_description",
)
REVIEW_FIELDS = (
    *("workshop_name", "women_count", "men_count", "participants_parts", "participants", "mode", "funding"),
)
"""Found for review; they stand in no record that `to_record` writes. The parts are the sizes of groups, in order.
`participants` are the rows of a table: name, agency, post, email, phone.
`funding` is a list of what funders give: funder, amount (a decimal number as text), currency (ISO 4217)."""
PROJECT_FIELDS = ("project.name", "project.acronym", "project.duration_text")
LIST_FIELDS = (
    "beneficiary_agencies",
    "organisers",
    "partners",
    "expert_countries",
    "experts",
    "participant_countries",
    "funders",
    "topics",
    "legal_references",
    "quotes",
    "contacts",
)


@dataclass(frozen=True)
class Finding:
    """One proposed value and its evidence.

    `value` is what `PressFacts.to_record` writes: a string, a number, a truth value or a dict of strings.
    `spans` are half-open ranges of characters in the text as it was received; the first one is the best evidence.
    `confidence` runs from 0 to 1. `rule` names the rule that made the finding, behind a colon the words that it went
    by ("organisers: organised by") or the sum that it made; `workshops.forms.press_rules` says it to people.
    """

    field: str
    value: Any
    confidence: float
    spans: tuple[Span, ...]
    rule: str
    index: int | None = None
    """Place in a list field, from 0; None for a single value."""


@dataclass(frozen=True)
class PressFacts:
    """All that was read from one text, in the order of the fields."""

    findings: tuple[Finding, ...] = ()
    reader_version: str = field(default=READER_VERSION)
    published_on: date | None = None
    """The day of publication: that of the date line, else that on which the text was sent."""
    workshops_told: int = 1
    """Of how many workshops the text tells; the facts are those of the first."""

    def one(self, name: str) -> Finding | None:
        """The finding of a single-valued field, or None."""
        return next((f for f in self.findings if f.field == name), None)

    def value(self, name: str) -> Any:
        """The value of a single-valued field, or None."""
        found = self.one(name)
        return None if found is None else found.value

    def items(self, name: str) -> tuple[Finding, ...]:
        """The findings of a list field, in their order."""
        return tuple(f for f in self.findings if f.field == name)

    def values(self, name: str) -> list[Any]:
        """The values of a list field, in their order."""
        return [f.value for f in self.items(name)]

    def with_findings(self, more: Iterable[Finding]) -> PressFacts:
        """These facts and more of them."""
        found = tuple(more)
        return replace(self, findings=self.findings + found) if found else self

    def with_only(self, name: str, findings: Iterable[Finding]) -> PressFacts:
        """These facts with those findings of a field in place of all that it had."""
        kept = (found for found in self.findings if found.field != name)
        return replace(self, findings=(*findings, *kept))

    def to_record(self) -> dict[str, Any]:
        """The facts as plain values: every field present, None or an empty list where nothing was found."""
        record: dict[str, Any] = {name: self.value(name) for name in SCALAR_FIELDS}
        record["is_workshop"] = bool(record["is_workshop"])
        record |= {
            name: self.values(name)
            for name in LIST_FIELDS
            if name not in ("topics", "quotes", "contacts", "legal_references")
        }
        record["project"] = {name.partition(".")[2]: self.value(name) for name in PROJECT_FIELDS}
        record["experts"] = [{key: one.get(key) for key in ("name", "affiliation")} for one in record["experts"]]
        record |= {name: self.values(name) for name in ("topics", "legal_references", "quotes", "contacts")}
        return record
