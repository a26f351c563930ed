"""What people have typed and not saved yet."""

import sqlalchemy as sa
from alembic import op

from workshops.models.base import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unfinished_form",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("form_key", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("record", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.Column("kept_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_unfinished_form_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unfinished_form")),
        sa.UniqueConstraint("user_id", "form_key", name=op.f("uq_unfinished_form_user_id_form_key")),
    )
    op.create_index(op.f("ix_unfinished_form_record"), "unfinished_form", ["record"])
    op.create_index(op.f("ix_unfinished_form_kept_at"), "unfinished_form", ["kept_at"])


def downgrade() -> None:
    op.drop_table("unfinished_form")
