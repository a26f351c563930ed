"""How texts are compared and sorted on PostgreSQL: as on SQLite."""

from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from workshops import postgresql


def compare_by_code(ctx: MigrationContext, *_step: object, **_more: object) -> None:
    """After a migration: let all texts be compared character by character, whatever the database was made for.

    So they are sorted as on SQLite (and by Python), and the beginning of a word is found by an index.
    """
    connection = ctx.connection
    if connection is None or connection.dialect.name != postgresql.NAME:
        return
    columns = connection.execute(
        text(
            "SELECT attrelid::regclass::text, quote_ident(attname), format_type(atttypid, atttypmod)"
            " FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
            " WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND attnum > 0"
            " AND NOT attisdropped AND attcollation NOT IN (0, '\"C\"'::regcollation)"
        )
    )
    changes: dict[str, list[str]] = {}
    for table, column, kind in columns:
        changes.setdefault(table, []).append(f'ALTER COLUMN {column} TYPE {kind} COLLATE "C"')
    for table, altered in changes.items():
        connection.execute(text(f"ALTER TABLE {table} {', '.join(altered)}"))
