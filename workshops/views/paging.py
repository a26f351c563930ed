"""Which page of a list an address asks for."""

from werkzeug.datastructures import MultiDict

LAST_PAGE = 100_000


def page_number(args: MultiDict[str, str]) -> int:
    """The number in `page`, from 1; 1 for whatever is no such number."""
    typed = args.get("page", "")
    return min(max(int(typed), 1), LAST_PAGE) if typed.isascii() and typed.isdecimal() and len(typed) < 9 else 1
