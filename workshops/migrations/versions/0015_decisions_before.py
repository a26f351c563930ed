"""The decision on a finding before the last one, so that undoing the last brings it back."""

import sqlalchemy as sa
from alembic import op

from workshops.models.base import UtcDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("finding", sa.Column("status_before", sa.String(length=32), nullable=True))
    op.add_column("finding", sa.Column("reviewed_before_at", UtcDateTime(timezone=True), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
