"""Passwords: hashed and checked by Flask-Security (argon2), which needs the application context every door has."""

import secrets
import unicodedata
from typing import Any, Final

from flask_security import hash_password, verify_and_update_password

from workshops.domain.common_passwords import is_easy_to_guess
from workshops.errors import N_, Invalid, Problem
from workshops.models import User

MIN_LENGTH: Final = 12
MAX_LENGTH: Final = 200  # a longer one only costs time

# OWASP Password Storage Cheat Sheet: of its settings of argon2id that protect alike, the one that takes the least
# memory, 7 MiB, and five rounds in one lane. A hash made otherwise is made anew when its owner signs in.
SECURITY: Final[dict[str, Any]] = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_PASSWORD_SINGLE_HASH": {"argon2"},  # a new secret key must not make every password wrong
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
        "argon2__type": "ID",
        "argon2__memory_cost": 7 * 1024,
        "argon2__rounds": 5,
        "argon2__parallelism": 1,
    },
}

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that are mistaken for another when read aloud or copied


def one_time_password() -> str:
    """Four groups of four letters and digits (80 bits), easy to read out."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def normalised(password: str) -> str:
    """The same password however a keyboard composes its accents (RFC 8265: NFC), cut where it is absurdly long."""
    return unicodedata.normalize("NFC", password)[: MAX_LENGTH + 1]


def check_choice(password: str, *, email: str, name: str, field: str = "password") -> None:
    """Raise `Invalid` for a password that is too short, too long, common, or made of its owner's e-mail or name."""
    length = len(normalised(password))
    if length < MIN_LENGTH:
        raise Invalid(Problem(field, N_("Choose a password of at least %(least)s characters."), {"least": MIN_LENGTH}))
    if length > MAX_LENGTH:
        raise Invalid(Problem(field, N_("Choose a password of at most %(most)s characters."), {"most": MAX_LENGTH}))
    if is_easy_to_guess(normalised(password), email, name):
        raise Invalid(Problem(field, N_("This password is too easy to guess. Choose another one.")))


def hashed(password: str) -> str:
    """The argon2 hash that is stored."""
    text: str = hash_password(normalised(password))
    return text


def is_right(user: User | None, password: str) -> bool:
    """Whether this is the user's password. Without a user it takes just as long and is never right."""
    if user is None or not user.password:
        hashed(password)
        return False
    return verify_and_update_password(normalised(password), user)  # type: ignore[arg-type]  # asks for its password only
