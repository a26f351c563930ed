"""Telephone numbers, by the numbering plans that libphonenumber knows."""


def holds_number(text: str, region: str) -> bool:
    """Whether the text holds at least one number that can be called.

    A number without its country code is taken as one of `region` (ISO 3166-1 alpha-2; "" for no country).
    """
    from phonenumbers import Leniency, PhoneNumberMatcher  # here: a process where no number is typed does without

    return PhoneNumberMatcher(text, region or None, leniency=Leniency.POSSIBLE).has_next()
