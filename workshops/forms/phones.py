"""Telephone numbers, by the numbering plans that libphonenumber knows."""

from workshops.errors import N_

Sentence = tuple[str, dict[str, str]]
"""A message and its parameters."""


def problem(text: str, region: str) -> Sentence | None:
    """Why the text holds no number that can be called, None where it holds one.

    A number without its country code is taken as one of `region` (ISO 3166-1 alpha-2; "" for no country).
    """
    import phonenumbers  # here: a process where no number is typed does without

    if phonenumbers.PhoneNumberMatcher(text, region or None, leniency=phonenumbers.Leniency.POSSIBLE).has_next():
        return None
    try:
        number = phonenumbers.parse(text, region or None, keep_raw_input=True)
    except phonenumbers.NumberParseException:
        return _WITHOUT_CODE
    example = phonenumbers.example_number(phonenumbers.region_code_for_country_code(number.country_code or 0))
    if number.country_code_source == phonenumbers.CountryCodeSource.FROM_DEFAULT_COUNTRY or example is None:
        return _WITHOUT_CODE
    is_short = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.TOO_SHORT
    shown = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return _TOO_SHORT if is_short else _WRONG_LENGTH, {"number": text, "example": shown}


_WITHOUT_CODE: Sentence = (N_("Enter the phone number with its country code, for example +41 22 717 91 11."), {})
_TOO_SHORT = N_("'%(number)s' is not a complete phone number, such as %(example)s.")
_WRONG_LENGTH = N_("'%(number)s' has too few or too many digits for a phone number, such as %(example)s.")
