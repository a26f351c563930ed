"""The confidence from which somebody accepts all findings of a press release at once."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("user", sa.Column("accept_from", sa.Integer(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
