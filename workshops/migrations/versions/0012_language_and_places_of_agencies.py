"""The language in which one writes to an agency, and the places it has at a workshop."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agency", sa.Column("language", sa.String(2), nullable=True))
    op.add_column("workshop_agency", sa.Column("seats", sa.Integer(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
