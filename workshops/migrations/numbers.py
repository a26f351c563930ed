"""On SQLite, no number of a record is given twice, as it is of itself on PostgreSQL.

Else the next record after the newest was deleted would get its number: one brought back would find it taken, and the
history of one record would run on into another. A migration that makes a table of a record anew
(`batch_alter_table`) calls `never_twice` again after it: making anew loses the rule.
"""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection

RECORDS: Final = (
    *("agency", "person", "project", "topic", "workshop", "press_release", "finding", "document", "event"),
    *("participation", "attendance", "workshop_agency", "engagement", "funding", "contact", "quote"),
    "workshop_language",
)


def never_twice(connection: Connection, tables: Iterable[str] = RECORDS) -> None:
    """Add AUTOINCREMENT to the keys of these tables: a change of the stored definition alone, no row is touched.

    The way described by SQLite for such changes (lang_altertable, 7); making the tables anew would copy every row.
    Needs a table with AUTOINCREMENT made before (`act`), and tells other connections to read the definitions anew.
    Raises RuntimeError, which undoes the migration, where a key is defined otherwise or the file is damaged.
    """
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    for table in sorted(set(tables) - with_rule(connection)):
        key = f"CONSTRAINT pk_{table} PRIMARY KEY (id"
        changed = connection.exec_driver_sql(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ? AND instr(sql, ?)",
            (f"{key})", f"{key} AUTOINCREMENT)", table, f"{key})"),
        )
        if changed.rowcount != 1:
            raise RuntimeError(f"the key of {table} is not defined as expected")
        highest = connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {table}").scalar()  # noqa: S608 - ours
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ? AND seq < ?", (table, highest))
        connection.exec_driver_sql(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? "
            "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
            (table, highest, table),
        )
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar() or 0
    connection.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema=RESET")
    damage = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if damage != "ok":
        raise RuntimeError(f"the database is damaged: {damage}")


def with_rule(connection: Connection) -> set[str]:
    """The tables that have the rule."""
    rows = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    )
    return {row[0] for row in rows}
