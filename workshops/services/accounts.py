"""Accounts: who may sign in, in which role, for which office. Their passwords are shown once and never sent."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from workshops.domain.access import Actor
from workshops.domain.enums import Role
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.mail import is_mail_address, normal_mail_address
from workshops.domain.rule_texts import is_too_long
from workshops.errors import N_, Conflict, Invalid, NotFound, Problem
from workshops.models import Office, User
from workshops.models.base import now
from workshops.services import passwords, sign_in, throttle, unfinished_forms
from workshops.services.turns import ACCOUNTS, take_turn

LONGEST_NAME = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountDetails:
    """What an administrator says of an account. No office means headquarters."""

    name: str
    role: Role
    office_id: int | None
    language: str = "en"


def list_users(session: Session, *, by: Actor) -> Sequence[User]:
    """All accounts with their offices, in the order of their names."""
    _for_administrators(by)
    return session.scalars(select(User).options(joinedload(User.office)).order_by(func.lower(User.name), User.id)).all()


def find_user(session: Session, *, user_id: int | None = None, email: str = "", by: Actor) -> User:
    """One account by its id or its e-mail: one's own, or as administrator anybody's. Raises `NotFound`."""
    which = User.id == user_id if user_id is not None else User.email == normal_mail_address(email)
    user = session.scalar(select(User).where(which).options(joinedload(User.office)))
    if user is None or (by.role is not Role.ADMINISTRATOR and user.id != by.user_id):
        raise NotFound
    return user


def create_user(
    session: Session,
    *,
    email: str,
    name: str,
    role: Role,
    office_id: int | None,
    language: str = "",
    password: str | None = None,
    by: Actor,
) -> tuple[User, str]:
    """Add an account; gives it with its one-time password ("" where `password` was given).

    Without a `language` it finds the pages in that of its office, at headquarters in English.

    Raises `Invalid` for an incomplete e-mail, no name, an unknown office or a weak password; `Conflict` where the
    e-mail has an account.
    """
    _for_administrators(by)
    take_turn(session, ACCOUNTS)
    address = _checked_email(email)
    office = session.get(Office, office_id) if office_id is not None else None
    language = language or (office.language if office else "en")
    details = AccountDetails(name=name, role=role, office_id=office_id, language=language)
    _check(session, details)
    if session.scalar(select(User.id).where(User.email == address)):
        raise Conflict(N_("%(email)s has an account already."), email=address)
    if password is not None:
        passwords.check_choice(password, email=address, name=name)
    one_time = "" if password is not None else passwords.one_time_password()
    user = User(
        email=address,
        password=passwords.hashed(password or one_time),
        must_change_password=password is None,
        fs_uniquifier=uuid.uuid4().hex,
    )
    _apply(user, details)
    session.add(user)
    session.flush()
    return user, one_time


def ensure_administrator(
    session: Session, *, email: str, password: str | None = None, by: Actor
) -> tuple[User, str] | None:
    """Add a first administrator of headquarters, or nothing where an active one exists."""
    if session.scalar(select(User.id).where(User.role == Role.ADMINISTRATOR, User.active).limit(1)):
        return None
    name = email.partition("@")[0].replace(".", " ").title()
    return create_user(
        session, email=email, name=name, role=Role.ADMINISTRATOR, office_id=None, password=password, by=by
    )


def update_user(session: Session, *, user_id: int, details: AccountDetails, by: Actor) -> User:
    """Change name, role, office and language. Raises `Conflict` where no administrator would be left."""
    _for_administrators(by)
    take_turn(session, ACCOUNTS)
    user = find_user(session, user_id=user_id, by=by)
    _check(session, details)
    if details.role is not Role.ADMINISTRATOR:
        _keep_one_administrator(session, user)
    _apply(user, details)
    session.flush()
    return user


def set_active(session: Session, *, user_id: int, active: bool, by: Actor) -> User:
    """Disable an account (it is signed out everywhere at once) or enable it again."""
    _for_administrators(by)
    take_turn(session, ACCOUNTS)
    user = find_user(session, user_id=user_id, by=by)
    if not active:
        _keep_one_administrator(session, user)
        sign_in.end_all(session, user_id=user.id)
        unfinished_forms.forget_user(session, user_id=user.id)
    user.active = active
    session.flush()
    return user


def reset_password(session: Session, *, user_id: int, by: Actor) -> str:
    """Give a new one-time password; the account is signed out everywhere and has to choose its own first."""
    _for_administrators(by)
    user = find_user(session, user_id=user_id, by=by)
    one_time = passwords.one_time_password()
    user.password = passwords.hashed(one_time)
    user.must_change_password = True
    sign_in.end_all(session, user_id=user.id)
    throttle.forget(session, email=user.email)
    session.flush()
    return one_time


def change_password(session: Session, *, current: str, chosen: str, by: Actor) -> sign_in.Account:
    """Change one's own password and give the account; it is signed out in every browser. Raises `Invalid`."""
    user = session.get_one(User, by.user_id)
    if not passwords.is_right(user, current):
        raise Invalid(Problem("current", N_("This is not your present password.")))
    passwords.check_choice(chosen, email=user.email, name=user.name, field="chosen")
    if passwords.is_right(user, chosen):
        raise Invalid(Problem("chosen", N_("Choose a password that differs from the present one.")))
    user.password = passwords.hashed(chosen)
    user.must_change_password = False
    sign_in.end_all(session, user_id=user.id)
    session.flush()
    return sign_in.account_of(user)


def change_own_details(session: Session, *, name: str, language: str, by: Actor) -> None:
    """Change one's own name and language."""
    user = session.get_one(User, by.user_id)
    details = AccountDetails(name=name, role=user.role, office_id=user.office_id, language=language)
    _check(session, details)
    _apply(user, details)
    session.flush()


def change_language(session: Session, *, language: str, by: Actor) -> None:
    """Change one's own language."""
    change_own_details(session, name=by.name, language=language, by=by)


def end_tour(session: Session, *, by: Actor) -> None:
    """Remember that somebody has seen the cards of the first steps."""
    session.get_one(User, by.user_id).tour_ended_at = now()
    session.flush()


def begin_tour(session: Session, *, by: Actor) -> None:
    """Show somebody the cards of the first steps again."""
    session.get_one(User, by.user_id).tour_ended_at = None
    session.flush()


def _for_administrators(by: Actor) -> None:
    if by.role is not Role.ADMINISTRATOR:
        raise NotFound


def _checked_email(email: str) -> str:
    if not is_mail_address(email.strip()):
        message = N_("'%(address)s' is not a complete e-mail address, such as anna@example.org.")
        raise Invalid(Problem("email", message, {"address": email.strip()}))
    return normal_mail_address(email)


def _check(session: Session, details: AccountDetails) -> None:
    if not details.name.strip():
        raise Invalid(Problem("name", N_("Enter the name.")))
    too_long = list(is_too_long("name", N_("The name"), details.name, LONGEST_NAME))
    if too_long:
        raise Invalid(*too_long)
    if details.language not in INTERFACE_LANGUAGES:
        raise Invalid(Problem("language", N_("Choose one of the languages offered.")))
    if details.office_id is not None and session.get(Office, details.office_id) is None:
        raise Invalid(Problem("office_id", N_("Choose one of the offices offered.")))


def _apply(user: User, details: AccountDetails) -> None:
    user.name = details.name.strip()
    user.role = details.role
    user.office_id = details.office_id
    user.language = details.language


def _keep_one_administrator(session: Session, user: User) -> None:
    others = select(User.id).where(User.role == Role.ADMINISTRATOR, User.active, User.id != user.id).limit(1)
    if user.role is Role.ADMINISTRATOR and user.active and session.scalar(others) is None:
        raise Conflict(N_("%(name)s is the only administrator. Make somebody else one first."), name=user.name)
