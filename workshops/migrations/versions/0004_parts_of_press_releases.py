"""A press release that tells of several workshops is kept once for each of them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OLD, NEW = "uq_press_release_office_id_sha256", "uq_press_release_office_id_sha256_part"


def upgrade() -> None:
    with op.batch_alter_table("press_release") as table:
        table.add_column(sa.Column("part", sa.Integer(), nullable=False, server_default="0"))
        table.drop_constraint(OLD, type_="unique")
        table.create_unique_constraint(NEW, ["office_id", "sha256", "part"])
    with op.batch_alter_table("press_release") as table:
        table.alter_column("part", server_default=None)


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
