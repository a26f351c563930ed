"""The words of letters and certificates, with their versions."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "document_text_version",
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("use", sa.String(32), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_document_text_version_office_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["user.id"], name=op.f("fk_document_text_version_made_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_text_version")),
    )
    op.create_index(
        "uq_document_text_version_of_office",
        "document_text_version",
        ["office_id", "use", "language", "version"],
        unique=True,
    )
    of_all = sa.text("office_id IS NULL")
    op.create_index(
        "uq_document_text_version_of_all",
        "document_text_version",
        ["use", "language", "version"],
        unique=True,
        sqlite_where=of_all,
        postgresql_where=of_all,
    )


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
