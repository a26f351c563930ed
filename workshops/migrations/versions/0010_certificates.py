"""The register of certificates."""

import sqlalchemy as sa
from alembic import op

from workshops.domain.enums import CertificateKind, CertificateStatus, ExpertRole
from workshops.models.base import UtcDateTime, one_of

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "certificate",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(30), nullable=False),
        sa.Column("verify_token", sa.String(40), nullable=False),
        sa.Column("kind", one_of(CertificateKind), nullable=False),
        sa.Column("status", one_of(CertificateStatus), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("full_name", sa.String(300), nullable=False),
        sa.Column("native_name", sa.String(300), nullable=False),
        sa.Column("folded_name", sa.String(300), nullable=False),
        sa.Column("role", one_of(ExpertRole), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("hours_of_a_day", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("title_translations", sa.JSON(), nullable=False),
        sa.Column("city", sa.String(300), nullable=False),
        sa.Column("country_code", sa.String(2), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("wording", sa.JSON(), nullable=False),
        sa.Column("signatories", sa.JSON(), nullable=False),
        sa.Column("issued_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("issued_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("status_reason", sa.String(500), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("position > 0", name=op.f("ck_certificate_position_positive")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_certificate_ends_after_start")),
        sa.CheckConstraint("minutes IS NULL OR minutes >= 0", name=op.f("ck_certificate_minutes_not_negative")),
        sa.CheckConstraint(
            "(status = 'withdrawn') = (withdrawn_at IS NOT NULL)", name=op.f("ck_certificate_withdrawn_when")
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_certificate_workshop_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_certificate_person_id")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["certificate.id"], name=op.f("fk_certificate_replaces_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["issued_by_id"], ["user.id"], name=op.f("fk_certificate_issued_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["user.id"], name=op.f("fk_certificate_withdrawn_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("number", name=op.f("uq_certificate_number")),
        sa.UniqueConstraint("verify_token", name=op.f("uq_certificate_verify_token")),
        sa.UniqueConstraint("workshop_id", "position", name=op.f("uq_certificate_workshop_id_position")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_certificate_person_id"), "certificate", ["person_id"])
    op.create_index("uq_certificate_replaces_id", "certificate", ["replaces_id"], unique=True)


def downgrade() -> None:
    raise NotImplementedError("a copy of the database is made before every change; put that back")
