"""Passwords that are tried first are not taken; phrases and random ones are."""

import pytest

from workshops.domain.common_passwords import is_easy_to_guess
from workshops.services.passwords import one_time_password

OWN = ("anna.keller@example.org", "Anna Müller-Keller")


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "P4ssw0rd!!2026",
        "Pa$$word-2024",
        "qwertyuiop123",
        "123456789012",
        "19450508194505",
        "azertyuiop!!",
    ]
    + ["adminadminadmin", "Welcome-Monkey1", "MotDePasse2026", "Contraseña2026", "workshops2026!", "1q1q1q1q1q1q"]
    + ["anna.keller@example.org", "Anna.Keller.1", "annamullerkeller", "Anna Müller-Keller 7", "abcdefghijklm"],
)
def test_what_everybody_tries_first_is_refused(password: str) -> None:
    assert is_easy_to_guess(password, *OWN)


@pytest.mark.parametrize(
    "password",
    ["correct horse battery staple", "winter flower dragon apple", "a quite new password", "Keller baut Brücken 9"]
    + ["нууц үг маань урт", "h7Gt-0pQz-11aR"],
)
def test_what_only_its_owner_puts_together_is_taken(password: str) -> None:
    assert not is_easy_to_guess(password, *OWN)


def test_somebody_without_a_name_may_choose_any_good_one() -> None:
    assert not is_easy_to_guess("a quite new password", "", "")


def test_a_one_time_password_is_taken() -> None:
    assert not is_easy_to_guess(one_time_password(), *OWN)
