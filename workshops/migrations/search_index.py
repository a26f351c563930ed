"""The full-text index: FTS5 on SQLite, a tsvector column on PostgreSQL. It holds folded text, so both answer alike."""

import sqlalchemy as sa
from alembic import op


def create_search_index() -> None:
    """Make the table `search_index(kind, record_id, text)`."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5("
            "kind UNINDEXED, record_id UNINDEXED, text, tokenize = 'unicode61', prefix = '2 3')"
        )
        return
    op.create_table(
        "search_index",
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("record_id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.execute("CREATE INDEX ix_search_index_words ON search_index USING gin (to_tsvector('simple', text))")


def drop_search_index() -> None:
    """Take the table away."""
    op.execute("DROP TABLE search_index")
