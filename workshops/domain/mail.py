"""What an e-mail address looks like."""

import re
import unicodedata

LIMIT = 254  # RFC 5321, 4.5.3.1.3, without the angle brackets
_LOCAL = r"[^\s@<>()\[\],;:\"\\]{1,64}"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_ADDRESS = re.compile(rf"{_LOCAL}@(?:{_LABEL}\.)+[^\W\d_][\w-]*[^\W_]")


def is_mail_address(text: str) -> bool:
    """Whether the text has the form of an address that mail can be sent to; names in any script count."""
    return len(text) <= LIMIT and ".." not in text and _ADDRESS.fullmatch(text) is not None


def normal_mail_address(text: str) -> str:
    """One spelling for one account: without outer spaces, NFC, lower case. Gives "" for nothing."""
    return unicodedata.normalize("NFC", text.strip()).casefold()
