"""Who signs in, and with what."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workshops.domain.enums import Role
from workshops.models.base import PERSONAL, Base, Dated, one_of
from workshops.models.office import Office


class User(Dated, Base):
    """A person with an account. No office means headquarters: the records of all offices.

    `accept_from` is the confidence, in per cent, from which this person last accepted all findings at once.
    """

    __tablename__ = "user"

    email: Mapped[str] = mapped_column(String(254), unique=True, info=PERSONAL)
    name: Mapped[str] = mapped_column(info=PERSONAL)
    password: Mapped[str | None] = mapped_column(String(255), info=PERSONAL)
    role: Mapped[Role] = mapped_column(one_of(Role), default=Role.VIEWER)
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"))
    language: Mapped[str] = mapped_column(String(2), default="en")
    active: Mapped[bool] = mapped_column(default=True)
    must_change_password: Mapped[bool] = mapped_column(default=False)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True, info=PERSONAL)
    signed_in_at: Mapped[datetime | None]
    tour_ended_at: Mapped[datetime | None]
    accept_from: Mapped[int | None]

    office: Mapped[Office | None] = relationship()


class ApiToken(Dated, Base):
    """A token for scripts, acting with its user's rights. Only its hash is kept."""

    __tablename__ = "api_token"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    label: Mapped[str]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True, info=PERSONAL)
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    user: Mapped[User] = relationship()


class SignIn(Base):
    """One browser signed in: it counts as signed in only while its row is here. Only the hash of its key is kept."""

    __tablename__ = "sign_in"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    key_hash: Mapped[str] = mapped_column(String(64), unique=True, info=PERSONAL)
    started_at: Mapped[datetime]

    user: Mapped[User] = relationship()


class SignInTry(Base):
    """A failed sign-in, counted by account and by address so that guessing is slowed on every process and machine."""

    __tablename__ = "sign_in_try"
    __table_args__ = (Index("ix_sign_in_try_bucket_tried_at", "bucket", "tried_at"),)

    bucket: Mapped[str] = mapped_column(String(64))
    tried_at: Mapped[datetime]
