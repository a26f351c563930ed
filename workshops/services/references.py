"""Reference codes: country, year, number, as MNG-2013-001. Unique, and never given twice."""

from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshops.domain.countries import countries
from workshops.models import ReferenceCounter

NO_COUNTRY = "INT"
"""Stands where a workshop has no country: online and regional ones."""


def next_reference(session: Session, *, country_code: str, year: int) -> str:
    """The next free reference for a country (ISO 3166-1 alpha-2, "" for none) and year.

    The country stands in it as its alpha-3 code. A number once given is not given again, even if its workshop goes.
    """
    country = countries()[country_code].alpha3 if country_code else NO_COUNTRY
    prefix = f"{country}-{year}"
    number = _count_on(session, prefix)
    if number is None:
        try:
            with session.begin_nested():
                session.execute(insert(ReferenceCounter).values(prefix=prefix, last_number=1))
            number = 1
        except IntegrityError:  # somebody began this year in the same moment
            number = _count_on(session, prefix)
    return f"{prefix}-{number:03d}"


def _count_on(session: Session, prefix: str) -> int | None:
    """One more on the counter of a prefix; None where there is no counter yet."""
    return session.scalar(
        update(ReferenceCounter)
        .where(ReferenceCounter.prefix == prefix)
        .values(last_number=ReferenceCounter.last_number + 1)
        .returning(ReferenceCounter.last_number)
    )
