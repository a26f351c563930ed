"""Texts are parted into words by the program alone, on both databases; changes are counted where many write at once."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

PARTS = 16
BIG = 2**32  # numbers of one kind of record; see services/search.py
KINDS = ("workshop", "person", "agency", "project", "topic", "press_release")
WORDS = "tokenize = \"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Z* C*' separators ' '\", prefix = '2 3'"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _words_parted_by_spaces()
    else:
        _words_as_they_are()
    counted = op.create_table(
        "record_state",
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("changes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("part", name=op.f("pk_record_state")),
    )
    op.bulk_insert(counted, [{"part": part, "changes": 0} for part in range(PARTS)])


def _words_parted_by_spaces() -> None:
    """FTS5 took vowel signs of Thai, Khmer or Devanagari for the end of a word."""
    op.execute(f"CREATE VIRTUAL TABLE search_words USING fts5(text, {WORDS})")
    op.execute("INSERT INTO search_words (rowid, text) SELECT rowid, text FROM search_index")
    op.execute("DROP TABLE search_index")
    op.execute("ALTER TABLE search_words RENAME TO search_index")


def _words_as_they_are() -> None:
    """PostgreSQL's parser made numbers, addresses and parts of words of its own; words now carry the kind in front."""
    op.execute(
        "CREATE TABLE search_words (rowid bigint CONSTRAINT pk_search_index PRIMARY KEY, text tsvector NOT NULL)"
    )
    for place, kind in enumerate(KINDS):
        op.execute(
            f"INSERT INTO search_words SELECT {place * BIG} + record_id,"  # noqa: S608 - numbers and names of our own
            f" array_to_tsvector(string_to_array('{place}' || replace(text, ' ', ' {place}'), ' '))"
            f" FROM search_index WHERE kind = '{kind}' AND text <> ''"
        )
    op.drop_table("search_index")
    op.execute("ALTER TABLE search_words RENAME TO search_index")
    op.execute("CREATE INDEX ix_search_index_text ON search_index USING gin (text)")


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
