"""Files attached to a workshop."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workshops.domain.enums import DocumentType
from workshops.models.base import Base, Dated, one_of


class Document(Dated, Base):
    """An attached file: its name as uploaded, its kind, its hash. The bytes lie in the instance folder."""

    __tablename__ = "document"
    __table_args__ = (CheckConstraint("size >= 0", name="size_not_negative"),)

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    type: Mapped[DocumentType] = mapped_column(one_of(DocumentType), default=DocumentType.OTHER)
    title: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(String(3), default="")
    file_name: Mapped[str]
    media_type: Mapped[str] = mapped_column(String(127))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    storage_name: Mapped[str] = mapped_column(String(64), unique=True)
    uploaded_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
