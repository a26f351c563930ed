"""The numbers, years and days by which a text tells one law from another."""

from __future__ import annotations

import re

YEAR = r"(?:19|20)\d\d(?!\d)"
YEAR_ALONE = re.compile(YEAR)
_NUMBERED = r"(?:[Nn]o\.?|[Nn]\.? ?[°ºo]|[Nn]úm\.?|[Nn]umber) ?\d(?:[\w/-]|\.(?=\d)){0,24}"
_DAY = rf"(?:du|del?|of) \d{{1,2}}(?:er|º)? (?:de )?[^\W\d]{{3,10}}(?: del?)? {YEAR}"
NUMBER = re.compile(
    rf"\s?(?:,\s)?(?:\({YEAR}\)|[Cc]ap\.? \d{{1,4}}|\((?:[Nn]o|[Nn][°º]|[Nn]úm)\.? ?\d{{1,4}}\)"
    rf"|(?:\((?:EC|EU|EEC|CE|UE|CEE)\) )?{_NUMBERED}|\((?:EC|EU|EEC|CE|UE|CEE)\) \d{{2,4}}/\d{{2,4}}"
    rf"|{_DAY}|(?:of|de|del|du) {YEAR}|{YEAR}|\d{{2,4}}-\d{{2,4}}(?:-[A-Z]{{2,6}})?"
    rf"|\((?:[Ll]aw|[Aa]ct|[Ll]ey|[Ll]oi|[Dd]ecreto?|[Dd]écret|[Dd]ahir|[Cc]ap\.|[Cc]hapter|[Oo]rdinance|[Pp]roclamation)"
    rf" (?:{_NUMBERED}|\d[\w/.-]{{0,14}})(?: (?:of|de|del|du) {YEAR})?\)"
    rf"|\([^()\d]{{4,30}}\), {YEAR}|\([A-Z]{{2,6}}[ /](?:{_NUMBERED}|\d{{1,4}})\))"
)
"""The number, year or day of a law, or which part it is: "(2012)", "n° 27-14", "(agriculture), 1969"."""
BARE_NUMBER = re.compile(r"\s\d{1,5}(?:[/.-]\d{1,4})*(?:[/-][A-Z]{2,6})?(?![\w%]|\.\d)")
"""What makes a name of the word alone: "Convention 190", "Resolución 1325", "Act 843"."""
