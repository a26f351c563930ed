"""The record: all tables of the first release."""

import sqlalchemy as sa
from alembic import op

from workshops.migrations.search_index import create_search_index, drop_search_index
from workshops.models.base import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agency",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("acronym", sa.String(length=40), nullable=False),
        sa.Column("translations", sa.JSON(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "government",
                "intergovernmental",
                "ngo",
                "academic",
                "private",
                "media",
                "fund",
                "other",
                name="agencytype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("country_code", sa.String(length=2), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("website", sa.String(length=500), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.String(length=300), nullable=False),
        sa.Column("folded_acronym", sa.String(length=40), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_agency_not_its_own_parent")),
        sa.ForeignKeyConstraint(["parent_id"], ["agency.id"], name=op.f("fk_agency_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
    )
    op.create_index("ix_agency_folded_acronym", "agency", ["folded_acronym"], unique=False)
    op.create_index("ix_agency_folded_name", "agency", ["folded_name"], unique=False)
    op.create_table(
        "form_submission",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("location", sa.String(length=500), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_submission")),
        sa.UniqueConstraint("key", name=op.f("uq_form_submission_key")),
    )
    op.create_table(
        "office",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("country_code", sa.String(length=2), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint("code", name=op.f("uq_office_code")),
        sa.UniqueConstraint("name", name=op.f("uq_office_name")),
    )
    op.create_table(
        "project",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("acronym", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("translations", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("duration_note", sa.String(length=100), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("folded_title", sa.String(length=300), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name=op.f("ck_project_ends_after_start")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
    )
    op.create_index("ix_project_folded_title", "project", ["folded_title"], unique=False)
    op.create_table(
        "reference_counter",
        sa.Column("prefix", sa.String(length=12), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference_counter")),
    )
    op.create_index("uq_reference_counter_prefix", "reference_counter", ["prefix"], unique=True)
    op.create_table(
        "sign_in_try",
        sa.Column("bucket", sa.String(length=64), nullable=False),
        sa.Column("tried_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_try")),
    )
    op.create_index("ix_sign_in_try_bucket_tried_at", "sign_in_try", ["bucket", "tried_at"], unique=False)
    op.create_table(
        "spelling",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("folded", sa.String(length=300), nullable=False),
        sa.Column("record_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "folded", "record_id", name=op.f("pk_spelling")),
    )
    op.create_index("ix_spelling_kind_record_id", "spelling", ["kind", "record_id"], unique=False)
    op.create_table(
        "topic",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("translations", sa.JSON(), nullable=False),
        sa.Column("synonyms", sa.JSON(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("folded_label", sa.String(length=300), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["topic.id"], name=op.f("fk_topic_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        sa.UniqueConstraint("code", name=op.f("uq_topic_code")),
    )
    op.create_index("ix_topic_folded_label", "topic", ["folded_label"], unique=False)
    op.create_table(
        "person",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.String(length=300), nullable=False),
        sa.Column("native_name", sa.String(length=300), nullable=False),
        sa.Column(
            "sex",
            sa.Enum(
                "female", "male", "other", "unknown", name="sex", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("nationality", sa.String(length=2), nullable=True),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("post_title", sa.String(length=300), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("folded_name", sa.String(length=300), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_person_agency_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_person_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_agency_id"), "person", ["agency_id"], unique=False)
    op.create_index("ix_person_folded_name", "person", ["folded_name"], unique=False)
    op.create_index("ix_person_office_id_folded_name", "person", ["office_id", "folded_name"], unique=False)
    op.create_table(
        "project_funder",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_project_funder_agency_id")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_funder_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("project_id", "agency_id", name=op.f("pk_project_funder")),
    )
    op.create_table(
        "user",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column(
            "role",
            sa.Enum(
                "viewer",
                "organiser",
                "administrator",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("signed_in_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_user_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("email", name=op.f("uq_user_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_user_fs_uniquifier")),
    )
    op.create_table(
        "workshop",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("title_language", sa.String(length=3), nullable=False),
        sa.Column("title_translations", sa.JSON(), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "workshop",
                "training_course",
                "tot",
                "seminar",
                "conference",
                "study_visit",
                "webinar",
                "other",
                name="workshoptype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "mode",
            sa.Enum(
                "onsite", "online", "hybrid", name="deliverymode", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "planned",
                "confirmed",
                "ongoing",
                "completed",
                "closed",
                "postponed",
                "cancelled",
                name="workshopstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("status_reason", sa.String(length=500), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column(
            "starts_precision",
            sa.Enum("day", "month", "year", name="dateprecision", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column(
            "ends_precision",
            sa.Enum("day", "month", "year", name="endsprecision", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("date_note", sa.String(length=300), nullable=False),
        sa.Column("duration_days", sa.Integer(), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("country_code", sa.String(length=2), nullable=True),
        sa.Column("city", sa.String(length=300), nullable=False),
        sa.Column("venue", sa.String(length=300), nullable=False),
        sa.Column("objectives", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("legal_references", sa.JSON(), nullable=False),
        sa.Column("target_audience", sa.String(length=1000), nullable=False),
        sa.Column("participant_countries", sa.JSON(), nullable=False),
        sa.Column("planned_seats", sa.Integer(), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("other", sa.Integer(), nullable=True),
        sa.Column("unknown", sa.Integer(), nullable=True),
        sa.Column(
            "headcount_source",
            sa.Enum(
                "sign_in_sheet",
                "report",
                "press_release",
                "estimate",
                name="headcountsource",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "headcount_qualifier",
            sa.Enum(
                "exact",
                "about",
                "more_than",
                name="countqualifier",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("cloned_from_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_workshop_title_given")),
        sa.CheckConstraint(
            "(ends_on IS NULL) = (ends_precision IS NULL)", name=op.f("ck_workshop_ends_with_precision")
        ),
        sa.CheckConstraint(
            "(starts_on IS NULL) = (starts_precision IS NULL)", name=op.f("ck_workshop_starts_with_precision")
        ),
        sa.CheckConstraint("duration_days IS NULL OR duration_days > 0", name=op.f("ck_workshop_duration_positive")),
        sa.CheckConstraint(
            "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name=op.f("ck_workshop_ends_after_start")
        ),
        sa.CheckConstraint("men IS NULL OR men >= 0", name=op.f("ck_workshop_men_not_negative")),
        sa.CheckConstraint("other IS NULL OR other >= 0", name=op.f("ck_workshop_other_not_negative")),
        sa.CheckConstraint(
            "planned_seats IS NULL OR planned_seats >= 0", name=op.f("ck_workshop_planned_seats_not_negative")
        ),
        sa.CheckConstraint("unknown IS NULL OR unknown >= 0", name=op.f("ck_workshop_unknown_not_negative")),
        sa.CheckConstraint("women IS NULL OR women >= 0", name=op.f("ck_workshop_women_not_negative")),
        sa.ForeignKeyConstraint(["cloned_from_id"], ["workshop.id"], name=op.f("fk_workshop_cloned_from_id")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_workshop_office_id")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_workshop_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop")),
        sa.UniqueConstraint("reference", name=op.f("uq_workshop_reference")),
        sa.UniqueConstraint("uid", name=op.f("uq_workshop_uid")),
    )
    op.create_index("ix_workshop_country_code_starts_on", "workshop", ["country_code", "starts_on"], unique=False)
    op.create_index(
        "ix_workshop_office_id_status_starts_on", "workshop", ["office_id", "status", "starts_on"], unique=False
    )
    op.create_index(op.f("ix_workshop_project_id"), "workshop", ["project_id"], unique=False)
    op.create_index("ix_workshop_starts_on", "workshop", ["starts_on"], unique=False)
    op.create_table(
        "api_token",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=True),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_api_token_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_token_token_hash")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column(
            "origin",
            sa.Enum(
                "form",
                "press_release",
                "command",
                "demo",
                "api",
                name="origin",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("entity", sa.String(length=40), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_audit_entry_user_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index("ix_audit_entry_entity_entity_id", "audit_entry", ["entity", "entity_id"], unique=False)
    op.create_index("ix_audit_entry_user_id_id", "audit_entry", ["user_id", "id"], unique=False)
    op.create_index("ix_audit_entry_workshop_id_id", "audit_entry", ["workshop_id", "id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "information",
                "registration",
                "logistics",
                "press",
                "funder",
                name="contactpurpose",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("organisation", sa.String(length=300), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_contact_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_workshop_id"), "contact", ["workshop_id"], unique=False)
    op.create_table(
        "document",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "press_release",
                "agenda",
                "concept_note",
                "signed_sheet",
                "report",
                "presentation",
                "evaluation",
                "photo",
                "other",
                name="documenttype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("media_type", sa.String(length=127), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("storage_name", sa.String(length=64), nullable=False),
        sa.Column("uploaded_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("size >= 0", name=op.f("ck_document_size_not_negative")),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["user.id"], name=op.f("fk_document_uploaded_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_document_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("storage_name", name=op.f("uq_document_storage_name")),
    )
    op.create_index(op.f("ix_document_workshop_id"), "document", ["workshop_id"], unique=False)
    op.create_table(
        "engagement",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "lead_trainer",
                "co_trainer",
                "facilitator",
                "resource_person",
                "interpreter",
                "observer",
                name="expertrole",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("country_code", sa.String(length=2), nullable=True),
        sa.Column("affiliation", sa.String(length=300), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR country_code IS NOT NULL OR affiliation <> ''",
            name=op.f("ck_engagement_says_something"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_engagement_person_id")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_engagement_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagement")),
    )
    op.create_index(op.f("ix_engagement_person_id"), "engagement", ["person_id"], unique=False)
    op.create_index(op.f("ix_engagement_workshop_id"), "engagement", ["workshop_id"], unique=False)
    op.create_table(
        "event",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("start_time", sa.Time(), nullable=True),
        sa.Column("end_time", sa.Time(), nullable=True),
        sa.Column("room", sa.String(length=300), nullable=False),
        sa.Column("led_by", sa.String(length=300), nullable=False),
        sa.Column("takes_attendance", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "end_time IS NULL OR start_time IS NULL OR end_time > start_time", name=op.f("ck_event_ends_after_start")
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_event_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index(op.f("ix_event_workshop_id"), "event", ["workshop_id"], unique=False)
    op.create_table(
        "funding",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("grant_reference", sa.String(length=100), nullable=False),
        sa.Column("visibility_statement", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("(amount IS NULL) = (currency IS NULL)", name=op.f("ck_funding_amount_with_currency")),
        sa.CheckConstraint("amount IS NULL OR amount >= 0", name=op.f("ck_funding_amount_not_negative")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_funding_agency_id")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_funding_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding")),
    )
    op.create_index(op.f("ix_funding_agency_id"), "funding", ["agency_id"], unique=False)
    op.create_index(op.f("ix_funding_workshop_id"), "funding", ["workshop_id"], unique=False)
    op.create_table(
        "participation",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "invited",
                "nominated",
                "registered",
                "selected",
                "reserve",
                "confirmed",
                "declined",
                "withdrawn",
                "attended",
                "no_show",
                name="participationstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("post_title", sa.String(length=300), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_participation_agency_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_participation_person_id")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_participation_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint("workshop_id", "person_id", name=op.f("uq_participation_workshop_id_person_id")),
    )
    op.create_index(op.f("ix_participation_agency_id"), "participation", ["agency_id"], unique=False)
    op.create_index(op.f("ix_participation_person_id"), "participation", ["person_id"], unique=False)
    op.create_table(
        "press_release",
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=True),
        sa.Column("headline", sa.String(length=500), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("publisher", sa.String(length=300), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("url", sa.String(length=1000), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "to_review",
                "accepted",
                "set_aside",
                name="pressreleasestatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reader_version", sa.String(length=20), nullable=False),
        sa.Column("received_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_press_release_office_id")),
        sa.ForeignKeyConstraint(
            ["received_by_id"], ["user.id"], name=op.f("fk_press_release_received_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_press_release_workshop_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_press_release")),
        sa.UniqueConstraint("office_id", "sha256", name=op.f("uq_press_release_office_id_sha256")),
    )
    op.create_index(op.f("ix_press_release_status"), "press_release", ["status"], unique=False)
    op.create_index(op.f("ix_press_release_workshop_id"), "press_release", ["workshop_id"], unique=False)
    op.create_table(
        "quote",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("speaker_name", sa.String(length=300), nullable=False),
        sa.Column("speaker_title", sa.String(length=300), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_quote_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
    )
    op.create_index(op.f("ix_quote_workshop_id"), "quote", ["workshop_id"], unique=False)
    op.create_table(
        "sign_in",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("key_hash", sa.String(length=64), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_sign_in_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_sign_in_key_hash")),
    )
    op.create_index(op.f("ix_sign_in_user_id"), "sign_in", ["user_id"], unique=False)
    op.create_table(
        "training_fact",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("country_code", sa.String(length=2), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("starts_by", sa.Date(), nullable=True),
        sa.Column("begins_on", sa.Date(), nullable=True),
        sa.Column("over_since", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "planned",
                "confirmed",
                "ongoing",
                "completed",
                "closed",
                "postponed",
                "cancelled",
                name="workshopstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "type",
            sa.Enum(
                "workshop",
                "training_course",
                "tot",
                "seminar",
                "conference",
                "study_visit",
                "webinar",
                "other",
                name="workshoptype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("men", sa.Integer(), nullable=True),
        sa.Column("other", sa.Integer(), nullable=True),
        sa.Column("unknown", sa.Integer(), nullable=True),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("is_from_list", sa.Boolean(), nullable=False),
        sa.Column("title_en", sa.String(length=300), nullable=False),
        sa.Column("title_fr", sa.String(length=300), nullable=False),
        sa.Column("title_es", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_training_fact_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop_id", name=op.f("pk_training_fact")),
    )
    op.create_index(
        "ix_training_fact_country",
        "training_fact",
        [
            "country_code",
            "year",
            "starts_on",
            "workshop_id",
            "over_since",
            "status",
            "type",
            "women",
            "men",
            "other",
            "unknown",
            "total",
        ],
        unique=False,
    )
    op.create_index(
        "ix_training_fact_office",
        "training_fact",
        [
            "office_id",
            "country_code",
            "year",
            "starts_on",
            "workshop_id",
            "over_since",
            "status",
            "type",
            "women",
            "men",
            "other",
            "unknown",
            "total",
        ],
        unique=False,
    )
    op.create_index(op.f("ix_training_fact_project_id"), "training_fact", ["project_id"], unique=False)
    op.create_index(
        "ix_training_fact_status",
        "training_fact",
        ["status", "over_since", "begins_on", "starts_on", "office_id", "workshop_id"],
        unique=False,
    )
    op.create_index(
        "ix_training_fact_year",
        "training_fact",
        ["year", "starts_on", "workshop_id", "over_since", "status", "type"],
        unique=False,
    )
    op.create_table(
        "workshop_agency",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "organiser",
                "co_organiser",
                "host",
                "implementing",
                "participating",
                "technical_partner",
                "nominating",
                name="agencyrole",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_workshop_agency_agency_id")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_workshop_agency_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop_agency")),
        sa.UniqueConstraint(
            "workshop_id", "agency_id", "role", name=op.f("uq_workshop_agency_workshop_id_agency_id_role")
        ),
    )
    op.create_index(op.f("ix_workshop_agency_agency_id"), "workshop_agency", ["agency_id"], unique=False)
    op.create_table(
        "workshop_language",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_workshop_language_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop_language")),
    )
    op.create_index(op.f("ix_workshop_language_language"), "workshop_language", ["language"], unique=False)
    op.create_index(
        "uq_workshop_language_workshop_id_language", "workshop_language", ["workshop_id", "language"], unique=True
    )
    op.create_table(
        "workshop_topic",
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_workshop_topic_topic_id")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_workshop_topic_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop_id", "topic_id", name=op.f("pk_workshop_topic")),
    )
    op.create_index(op.f("ix_workshop_topic_topic_id"), "workshop_topic", ["topic_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("participation_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "present",
                "late",
                "partial",
                "excused",
                "absent",
                name="attendancestatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "source",
            sa.Enum(
                "manual",
                "sheet",
                "import",
                name="attendancesource",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("recorded_by_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_attendance_event_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_attendance_participation_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["user.id"], name=op.f("fk_attendance_recorded_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("participation_id", "event_id", name=op.f("uq_attendance_participation_id_event_id")),
    )
    op.create_index(op.f("ix_attendance_event_id"), "attendance", ["event_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("press_release_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("rule", sa.String(length=60), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "proposed",
                "accepted",
                "changed",
                "rejected",
                name="findingstatus",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reviewed_value", sa.JSON(), nullable=True),
        sa.Column("reviewed_by_id", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", UtcDateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_finding_confidence_between_0_and_1")),
        sa.ForeignKeyConstraint(
            ["press_release_id"], ["press_release.id"], name=op.f("fk_finding_press_release_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by_id"], ["user.id"], name=op.f("fk_finding_reviewed_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint(
            "press_release_id", "field", "position", name=op.f("uq_finding_press_release_id_field_position")
        ),
    )
    create_search_index()


def downgrade() -> None:
    drop_search_index()
    op.drop_table("finding")
    op.drop_index(op.f("ix_attendance_event_id"), table_name="attendance")
    op.drop_table("attendance")
    op.drop_index(op.f("ix_workshop_topic_topic_id"), table_name="workshop_topic")
    op.drop_table("workshop_topic")
    op.drop_index("uq_workshop_language_workshop_id_language", table_name="workshop_language")
    op.drop_index(op.f("ix_workshop_language_language"), table_name="workshop_language")
    op.drop_table("workshop_language")
    op.drop_index(op.f("ix_workshop_agency_agency_id"), table_name="workshop_agency")
    op.drop_table("workshop_agency")
    op.drop_index("ix_training_fact_year", table_name="training_fact")
    op.drop_index("ix_training_fact_status", table_name="training_fact")
    op.drop_index(op.f("ix_training_fact_project_id"), table_name="training_fact")
    op.drop_index("ix_training_fact_office", table_name="training_fact")
    op.drop_index("ix_training_fact_country", table_name="training_fact")
    op.drop_table("training_fact")
    op.drop_index(op.f("ix_sign_in_user_id"), table_name="sign_in")
    op.drop_table("sign_in")
    op.drop_index(op.f("ix_quote_workshop_id"), table_name="quote")
    op.drop_table("quote")
    op.drop_index(op.f("ix_press_release_workshop_id"), table_name="press_release")
    op.drop_index(op.f("ix_press_release_status"), table_name="press_release")
    op.drop_table("press_release")
    op.drop_index(op.f("ix_participation_person_id"), table_name="participation")
    op.drop_index(op.f("ix_participation_agency_id"), table_name="participation")
    op.drop_table("participation")
    op.drop_index(op.f("ix_funding_workshop_id"), table_name="funding")
    op.drop_index(op.f("ix_funding_agency_id"), table_name="funding")
    op.drop_table("funding")
    op.drop_index(op.f("ix_event_workshop_id"), table_name="event")
    op.drop_table("event")
    op.drop_index(op.f("ix_engagement_workshop_id"), table_name="engagement")
    op.drop_index(op.f("ix_engagement_person_id"), table_name="engagement")
    op.drop_table("engagement")
    op.drop_index(op.f("ix_document_workshop_id"), table_name="document")
    op.drop_table("document")
    op.drop_index(op.f("ix_contact_workshop_id"), table_name="contact")
    op.drop_table("contact")
    op.drop_index("ix_audit_entry_workshop_id_id", table_name="audit_entry")
    op.drop_index("ix_audit_entry_user_id_id", table_name="audit_entry")
    op.drop_index("ix_audit_entry_entity_entity_id", table_name="audit_entry")
    op.drop_table("audit_entry")
    op.drop_table("api_token")
    op.drop_index("ix_workshop_starts_on", table_name="workshop")
    op.drop_index(op.f("ix_workshop_project_id"), table_name="workshop")
    op.drop_index("ix_workshop_office_id_status_starts_on", table_name="workshop")
    op.drop_index("ix_workshop_country_code_starts_on", table_name="workshop")
    op.drop_table("workshop")
    op.drop_table("user")
    op.drop_table("project_funder")
    op.drop_index("ix_person_office_id_folded_name", table_name="person")
    op.drop_index("ix_person_folded_name", table_name="person")
    op.drop_index(op.f("ix_person_agency_id"), table_name="person")
    op.drop_table("person")
    op.drop_index("ix_topic_folded_label", table_name="topic")
    op.drop_table("topic")
    op.drop_index("ix_spelling_kind_record_id", table_name="spelling")
    op.drop_table("spelling")
    op.drop_index("ix_sign_in_try_bucket_tried_at", table_name="sign_in_try")
    op.drop_table("sign_in_try")
    op.drop_index("uq_reference_counter_prefix", table_name="reference_counter")
    op.drop_table("reference_counter")
    op.drop_index("ix_project_folded_title", table_name="project")
    op.drop_table("project")
    op.drop_table("office")
    op.drop_table("form_submission")
    op.drop_index("ix_agency_folded_name", table_name="agency")
    op.drop_index("ix_agency_folded_acronym", table_name="agency")
    op.drop_table("agency")
