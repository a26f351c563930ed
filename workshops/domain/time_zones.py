"""The time zones there are."""

from functools import cache
from zoneinfo import available_timezones


@cache
def time_zones() -> frozenset[str]:
    """Their names in the IANA database, such as "Asia/Ulaanbaatar": looked up once, since each look reads the disk."""
    return frozenset(available_timezones())
