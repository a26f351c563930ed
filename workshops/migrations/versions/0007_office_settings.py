"""What an office settles for its documents: logo, paper, language, texts, order of agencies; who has seen the tour."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "office_settings",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(6), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("agency_order", sa.JSON(), nullable=False),
        sa.Column("sorts_agencies", sa.Boolean(), nullable=False),
        sa.Column("logo_name", sa.String(64), nullable=False),
        sa.Column("logo_type", sa.String(20), nullable=False),
        sa.Column("logo_alt", sa.String(300), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_office_settings_office_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_settings")),
        sa.UniqueConstraint("office_id", name=op.f("uq_office_settings_office_id")),
    )
    op.add_column("user", sa.Column("tour_ended_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
