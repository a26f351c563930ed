"""How a workshop was taught, what came of it, and what happens next."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TEXTS = ("methodology", "results", "follow_up")


def upgrade() -> None:
    for name in TEXTS:  # the table of workshops is not made anew: it may be large
        op.add_column("workshop", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
