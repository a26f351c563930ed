"""A whole record as one JSON file, for archives and other programs."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import WorkshopDetails

OURS: Final = frozenset({"id", "row_id"})
"""Numbers that mean nothing outside this database."""


def record_json(reference: str, details: WorkshopDetails) -> bytes:
    """Gives the record of a workshop under the names of `WorkshopDetails`, as UTF-8.

    Dates are in ISO 8601, as far as they are known; countries, languages, currencies are ISO codes; amounts are texts.
    """
    return json.dumps({"reference": reference} | _plain(details), ensure_ascii=False, indent=1).encode()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, PartialDate):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value) if each.name not in OURS}
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, PartialDate | Decimal):
        return str(value)
    return value
