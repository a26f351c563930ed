"""What an administrator says of an office."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDetails:
    """A country office: its code in capital letters, its name, its country (ISO 3166-1 or ""), its IANA time zone."""

    code: str
    name: str
    country_code: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    is_active: bool = True
