"""The words of letters and certificates as offices have changed them. Rows are only ever added: each is a version."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.document_texts import DocumentUse
from workshops.models.base import Base, now, one_of
from workshops.models.user import User


class DocumentTextVersion(Base):
    """A version of the words of one use in one language; without an office it is that of all offices.

    `is_default` goes back to the words of all offices, or of the product: it holds none itself.
    """

    __tablename__ = "document_text_version"
    __table_args__ = (
        Index("uq_document_text_version_of_office", "office_id", "use", "language", "version", unique=True),
        Index(
            "uq_document_text_version_of_all",
            *("use", "language", "version"),
            unique=True,
            sqlite_where=text("office_id IS NULL"),  # as on PostgreSQL: see `Base`
        ),
    )

    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id", ondelete="CASCADE"))
    use: Mapped[DocumentUse] = mapped_column(one_of(DocumentUse, is_checked=False))
    language: Mapped[str] = mapped_column(String(2))
    version: Mapped[int]
    heading: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(Text, default="")
    is_default: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(default=now)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))

    made_by: Mapped[User | None] = relationship()
