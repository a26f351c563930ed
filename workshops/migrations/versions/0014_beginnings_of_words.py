"""The index of SQLite keeps a list of records for every beginning of a word, and for each office.

A word of four letters and more was found by putting together the lists of all words that begin with it, and those of
one office among those of all: the more records had them, the longer it took. Where in a text a word stands is asked by
nobody and no longer kept, so the index becomes smaller. PostgreSQL's stays as it is.
"""

from alembic import op

from workshops.sqlite import make_room

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

WORDS = "tokenize = \"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Z* C*' separators ' '\""
BEGINNINGS = "prefix = '1 2 3 4 5 6 7 8 9 10 11 12'"
BIG = 2**32  # numbers of one kind of record; see services/search.py


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    make_room(op.get_bind())
    op.execute(f"CREATE VIRTUAL TABLE search_words USING fts5(text, office, {WORDS}, detail = none, {BEGINNINGS})")
    op.execute(
        "INSERT INTO search_words (rowid, text, office)"  # noqa: S608 - numbers of our own
        f" SELECT rowid, text, CASE rowid / {BIG}"
        f" WHEN 0 THEN (SELECT char(31) || office_id || char(31) FROM workshop WHERE id = search_index.rowid % {BIG})"
        f" WHEN 1 THEN (SELECT char(31) || office_id || char(31) FROM person WHERE id = search_index.rowid % {BIG})"
        " END FROM search_index"
    )
    op.execute("DROP TABLE search_index")
    op.execute("ALTER TABLE search_words RENAME TO search_index")


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
