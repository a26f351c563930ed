"""The controlled list of topics."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.models.base import Base, Dated


class Topic(Dated, Base):
    """What is taught, under one label per language and with the other words people use for it."""

    __tablename__ = "topic"
    __table_args__ = (Index("ix_topic_folded_label", "folded_label"),)

    version: Mapped[int] = mapped_column(default=1)
    code: Mapped[str | None] = mapped_column(String(40), unique=True)
    label: Mapped[str]
    translations: Mapped[dict[str, str]] = mapped_column(default=dict)
    synonyms: Mapped[list[str]] = mapped_column(default=list)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"))
    folded_label: Mapped[str]

    __mapper_args__ = {"version_id_col": version}

    parent: Mapped["Topic | None"] = relationship(remote_side="Topic.id")
