"""The logos of agencies, and which of them an office prints, in what size."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agency_logo",
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("type", sa.String(20), nullable=False),
        sa.Column("alt", sa.String(300), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_agency_logo_agency_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_logo")),
        sa.UniqueConstraint("agency_id", name=op.f("uq_agency_logo_agency_id")),
    )
    op.add_column("office_settings", sa.Column("logo_roles", sa.JSON(), nullable=True))
    op.add_column("office_settings", sa.Column("logo_height", sa.Integer(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
