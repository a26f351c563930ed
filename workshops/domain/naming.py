"""How the registers compare names: one key per spelling, and an acronym told apart from the name it follows."""

import re
import unicodedata

from workshops.domain.folding import fold

KEY_LENGTH = 300
NAMELESS = "–"
"""What stands for the name of an erased person, in every language and script."""
_NAME_WITH_ACRONYM = re.compile(r"(?P<name>.*\S)\s*\((?P<acronym>[^\s()]{2,20})\)")


def name_key(text: str) -> str:
    """What two spellings of one name have in common, "" only for an empty text.

    The folded text; where nothing is left of it ("***"), the text itself in lower case, its words parted by single
    spaces. At most 300 characters.
    """
    return (fold(text) or " ".join(unicodedata.normalize("NFKC", text).casefold().split()))[:KEY_LENGTH]


def split_acronym(text: str) -> tuple[str, str]:
    """The name and the acronym in brackets behind it: "Border Guard (BG)" gives "Border Guard" and "BG".

    The acronym is "" where the brackets hold something else: "Police (Traffic)", "Office (2024)".
    """
    match = _NAME_WITH_ACRONYM.fullmatch(text.strip())
    if match is None or sum(c.isupper() for c in match["acronym"]) < 2:
        return text.strip(), ""
    return match["name"], match["acronym"]


def with_acronym(name: str, acronym: str) -> str:
    """A name as it is typed and shown in one field: "Border Guard (BG)"; the name alone where it could be misread."""
    both = f"{name} ({acronym})"
    return both if split_acronym(both) == (name, acronym) else name
