"""Amounts, times and lists as people type them in any of the three languages."""

import re
from datetime import time
from decimal import Decimal

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s*h)?\s*(am|pm|a\.m\.|p\.m\.)?", re.ASCII)
_BLANKS = re.compile(r"[\s'’]")
_PLAIN = re.compile(r"\d+(?:[.,]\d{1,2})?", re.ASCII)
_GROUPED = {
    mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+(?:{re.escape(other)}\d{{1,2}})?", re.ASCII)
    for mark, other in ((",", "."), (".", ","))
}


def parse_amount(text: str, language: str) -> Decimal:
    """The amount of money typed: "12500", "12 500,50", "12,500.50", "12.500,50" or "12'500".

    A single point or comma before one or two digits parts the cents. Before three it groups thousands where the
    language (ISO 639-1) writes it so: "1,250" is 1250 in English and no amount in French. Raises ValueError.
    """
    typed = _BLANKS.sub("", text)
    if _PLAIN.fullmatch(typed):
        return Decimal(typed.replace(",", "."))
    for mark, pattern in _GROUPED.items():
        is_certain = typed.count(mark) > 1 or ("." in typed and "," in typed)
        if pattern.fullmatch(typed) and (is_certain or (mark == ",") == (language == "en")):
            return Decimal(typed.replace(mark, "").replace(",", "."))
    raise ValueError(f"no amount: {text!r}")


def two_readings(text: str) -> tuple[int, str] | None:
    """Both amounts that "48.500" or "48,500" may mean: 48500 and, as it can be typed, "48.50"; None for others.

    The second is "" for "48.525", which can only have its thousands parted.
    """
    typed = _BLANKS.sub("", text)
    if not re.fullmatch(r"\d{1,3}[.,]\d{3}", typed, re.ASCII):
        return None
    return int(re.sub(r"[.,]", "", typed)), typed[:-1] if typed.endswith("0") else ""


def parse_time(text: str) -> time:
    """The time of day typed: "9:00", "09.30", "9h30", "14h", "2:30 pm" or "9". Raises ValueError."""
    match = _TIME.fullmatch(text.strip().casefold())
    if match is None:
        raise ValueError(f"no time: {text!r}")
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(f"no time: {text!r}")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute)


def parse_list(text: str) -> tuple[str, ...]:
    """The items between commas, semicolons or line ends, stripped, each once, in their order."""
    items = (item.strip() for item in re.split(r"[,;،、\n]", text))
    return tuple(dict.fromkeys(item for item in items if item))
