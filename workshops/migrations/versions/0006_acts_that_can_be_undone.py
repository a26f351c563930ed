"""Acts that can be undone, with the rows they keep; on SQLite, no number of a record is given twice."""

import sqlalchemy as sa
from alembic import op

from workshops.domain.enums import ActKind, RecordKind
from workshops.migrations.numbers import never_twice
from workshops.models.base import UtcDateTime, one_of

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "act",
        sa.Column("kind", one_of(ActKind), nullable=False),
        sa.Column("record_kind", one_of(RecordKind), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("reference", sa.String(20), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("into", sa.String(300), nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("final_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("undone_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("purged_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_act_office_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_act_user_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_act_record_kind_record_id", "act", ["record_kind", "record_id"])
    op.create_index("ix_act_reference", "act", ["reference"])
    op.create_index("ix_act_final_at", "act", ["final_at"])
    op.create_table(
        "kept_row",
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(40), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_kept_row_act_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_row")),
    )
    op.create_index("ix_kept_row_table_name_row_id", "kept_row", ["table_name", "row_id"])
    op.create_index(op.f("ix_kept_row_act_id"), "kept_row", ["act_id"])
    op.create_table(
        "forwarding",
        sa.Column("record_kind", one_of(RecordKind), nullable=False),
        sa.Column("old_id", sa.Integer(), nullable=False),
        sa.Column("new_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_forwarding_act_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forwarding")),
        sa.UniqueConstraint("record_kind", "old_id", name=op.f("uq_forwarding_record_kind_old_id")),
    )
    op.create_index(op.f("ix_forwarding_act_id"), "forwarding", ["act_id"])
    op.create_table(
        "not_same",
        sa.Column("record_kind", one_of(RecordKind), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_not_same_in_order")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_not_same_user_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        sa.UniqueConstraint(
            "record_kind", "first_id", "second_id", name=op.f("uq_not_same_record_kind_first_id_second_id")
        ),
    )
    never_twice(op.get_bind())


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
