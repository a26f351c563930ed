"""What people have typed and not saved yet."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshops.models.base import PERSONAL, Base


class UnfinishedForm(Base):
    """One form as somebody left it: what stands in its fields, by their names. Only they see it.

    `form_key` is the one-time key of the form, `address` the page that shows it. `record` names the record it changes
    ("agency:12", "workshop:UBN-2024-001"; "" for a new one); the version of it is among the fields. `revision` counts
    what was kept since.
    """

    __tablename__ = "unfinished_form"
    __table_args__ = (UniqueConstraint("user_id", "form_key"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    form_key: Mapped[str] = mapped_column(String(64))
    address: Mapped[str]
    record: Mapped[str] = mapped_column(String(80), default="", index=True)
    title: Mapped[str] = mapped_column(String(120), default="", info=PERSONAL)
    fields: Mapped[dict[str, list[str]]] = mapped_column(JSON, info=PERSONAL)
    revision: Mapped[int]
    begun_at: Mapped[datetime]
    kept_at: Mapped[datetime] = mapped_column(index=True)
