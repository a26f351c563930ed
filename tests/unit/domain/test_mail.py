"""What counts as an e-mail address."""

import pytest

from workshops.domain.mail import is_mail_address


@pytest.mark.parametrize(
    "address", ["anna@example.org", "a.b+tag@mail.gov.mn", "имя@пример.рф", "o'brien@iom.int", "x@a-b.co"]
)
def test_addresses(address: str) -> None:
    assert is_mail_address(address)


@pytest.mark.parametrize(
    "text",
    ["anna@", "@example.org", "anna", "anna@example", "a b@example.org", "a@b..org", "a@-b.org", "a@b.org.", "n/a",
     "<a@b.org>", "a@b.org\nBcc: c@d.org", "a" * 65 + "@b.org", "a@" + "b." * 130 + "org"],
)  # fmt: skip
def test_other_texts(text: str) -> None:
    assert not is_mail_address(text)
