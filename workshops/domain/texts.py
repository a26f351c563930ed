"""Which characters a typed text may hold, and the one form in which it is kept."""

import re
import unicodedata

# marks that turn the direction of writing around and so can disguise what stands there (Unicode TR 36, 2.5)
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# joiners and spaces of no width: part of words in Persian, Hindi or emoji, nothing by themselves
_WIDTHLESS = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0]")
# controls, lone surrogates, what a broken encoding was replaced with, and code points that are no characters
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffd\ufdd0-\ufdef\ufffe\uffff]")
_QUOTED = re.compile(r"“([^“”]*)”|«\s*([^«»]*?)\s*»|„([^„“]*)“|\"([^\"]*)\"")
_LINE_ENDS = re.compile("\r\n?|\u0085|\u2028|\u2029")
_SPACES = re.compile(r"\s+")


def unstorable_position(text: str) -> int | None:
    """The position, counted from 1, of the first character that cannot be stored; None where all can."""
    found = _UNSTORABLE.search(text)
    return None if found is None else found.start() + 1


def visible(text: str) -> str:
    """The text with U+FFFD for each character that cannot be stored, so that it can be shown for correction."""
    return _UNSTORABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text as it is kept: NFC, no direction marks, single spaces, "" where nothing can be seen."""
    return _SPACES.sub(" ", _kept(text)).strip()


def several_lines(text: str) -> str:
    """The same with its lines, each ended by a line feed and without spaces at its end."""
    lines = (line.rstrip() for line in _LINE_ENDS.sub("\n", _kept(text)).split("\n"))
    return "\n".join(lines).strip("\n")


def unquoted(text: str) -> str:
    """The words without the pair of quotation marks around all of them, for a page that sets its own."""
    match = _QUOTED.fullmatch(text)
    return next(words for words in match.groups() if words is not None) if match else text


def _kept(text: str) -> str:
    plain = unicodedata.normalize("NFC", _DIRECTION_MARKS.sub("", text))
    return plain if _WIDTHLESS.sub("", plain).strip() else ""
