"""What a backup says of itself."""

import dataclasses
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from workshops.backups.kinds import Column, Kind
from workshops.backups.tables import Table

FORMAT: Final = 1
TABLE_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)
FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,199}", re.ASCII)
HASH: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the archive: its name, its bytes unpacked, and their SHA-256 as hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table of a backup. `last_id` is the highest number that it ever gave to a row, None where it gives none."""

    table: Table
    rows: int
    last_id: int | None

    @property
    def entry(self) -> str:
        """The name of the entry that holds its rows."""
        return table_entry(self.table.name)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole: `made_at` is the moment (UTC) as of which everything stands, `missing` names files not found."""

    version: str
    revision: str
    made_at: datetime
    database: str
    tables: tuple[TableFacts, ...]
    files: tuple[str, ...]
    missing: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(facts.rows for facts in self.tables)

    def entry(self, name: str) -> Entry:
        """The facts of an entry. Raises KeyError."""
        found = {entry.name: entry for entry in self.entries}
        return found[name]


def table_entry(name: str) -> str:
    """The entry of a table."""
    return f"tables/{name}.jsonl"


def file_entry(name: str) -> str:
    """The entry of a file of the store."""
    return f"files/{name}"


def written(manifest: Manifest) -> bytes:
    """The manifest as its entry holds it."""
    facts = dataclasses.asdict(manifest) | {"format": FORMAT, "made_at": manifest.made_at.isoformat()}
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()


def read(body: bytes) -> Manifest:
    """The manifest in these bytes. Raises ValueError, KeyError or TypeError where they do not hold one."""
    facts = json.loads(body)
    if facts["format"] != FORMAT:
        raise ValueError("another format")
    return Manifest(
        version=_text(facts["version"]),
        revision=_text(facts["revision"]),
        made_at=datetime.fromisoformat(facts["made_at"]).astimezone(UTC),
        database=_text(facts["database"]),
        tables=tuple(map(_table_facts, facts["tables"])),
        files=tuple(_matching(FILE_NAME, name) for name in facts["files"]),
        missing=tuple(map(_text, facts["missing"])),
        entries=tuple(
            Entry(_text(each["name"]), _number(each["size"]), _matching(HASH, each["sha256"]))
            for each in facts["entries"]
        ),
    )


def _table_facts(facts: dict[str, Any]) -> TableFacts:
    table = facts["table"]
    columns = tuple(
        Column(_matching(TABLE_NAME, each["name"]), Kind(each["kind"]), _number(each["places"]))
        for each in table["columns"]
    )
    key = tuple(_matching(TABLE_NAME, name) for name in table["key"])
    last_id = facts["last_id"]
    return TableFacts(
        Table(_matching(TABLE_NAME, table["name"]), columns, key),
        _number(facts["rows"]),
        None if last_id is None else _number(last_id),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError("no number")
    return value


def _matching(form: re.Pattern[str], value: object) -> str:
    """The text, where it has this form and leads nowhere else. Raises TypeError or ValueError."""
    text = _text(value)
    if not form.fullmatch(text) or ".." in text:
        raise ValueError(f"no name: {text}")
    return text
