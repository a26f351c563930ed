import pytest

from workshops.domain.masking import mask_email, mask_phone


@pytest.mark.parametrize(
    ("address", "shown"), [("anna@example.org", "a•••@example.org"), ("", ""), ("no address", "•••")]
)
def test_of_an_address_only_the_first_letter_and_the_domain_are_shown(address: str, shown: str) -> None:
    assert mask_email(address) == shown


@pytest.mark.parametrize(("number", "shown"), [("+41 22 717 91 11", "••• 11"), ("", ""), ("117", "•••")])
def test_of_a_number_only_the_last_two_digits_are_shown(number: str, shown: str) -> None:
    assert mask_phone(number) == shown
