"""What lists of trainings choose, count and sort by: one narrow row for each workshop, derived from its record.

`services/training_facts.py` keeps it in step with the record, in the same transaction.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from workshops.domain.enums import WorkshopStatus, WorkshopType
from workshops.models.base import Base, one_of

training_fact = Table(
    "training_fact",
    Base.metadata,
    Column("workshop_id", ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("office_id", Integer, nullable=False),
    Column("country_code", String(2), nullable=False),  # "" for none
    Column("year", Integer, nullable=False),  # of the start, else of the end; 0 for neither
    Column("starts_on", Date),  # the earliest day of the start, else the latest of the end
    Column("starts_by", Date),  # the latest day of the start, else of the end
    Column("begins_on", Date),  # a start that is known to the day
    Column("over_since", Date),  # the first day on which it counts as over
    Column("status", one_of(WorkshopStatus), nullable=False),
    Column("type", one_of(WorkshopType), nullable=False),
    Column("project_id", Integer, index=True),
    Column("reference", String(20), nullable=False),
    Column("women", Integer),  # people reached by the rule of domain/reach.py; NULL where nothing is known
    Column("men", Integer),
    Column("other", Integer),
    Column("unknown", Integer),
    Column("total", Integer),
    Column("is_from_list", Boolean(create_constraint=False), nullable=False),
    Column("title_en", String(300), nullable=False),  # folded, as pages in that language show it
    Column("title_fr", String(300), nullable=False),
    Column("title_es", String(300), nullable=False),
)

_KEYS = ("year", "starts_on", "workshop_id")
_CONDITIONS = ("over_since", "status", "type")
_NUMBERS = ("women", "men", "other", "unknown", "total")

# each holds all that counting and turning pages needs, so that the table itself is not read
Index("ix_training_fact_year", *(training_fact.c[name] for name in (*_KEYS, *_CONDITIONS)))
Index(
    "ix_training_fact_country", *(training_fact.c[name] for name in ("country_code", *_KEYS, *_CONDITIONS, *_NUMBERS))
)
Index(
    "ix_training_fact_office",
    *(training_fact.c[name] for name in ("office_id", "country_code", *_KEYS, *_CONDITIONS, *_NUMBERS)),
)
Index(
    "ix_training_fact_status",
    *(training_fact.c[name] for name in ("status", "over_since", "begins_on", "starts_on", "office_id", "workshop_id")),
)
