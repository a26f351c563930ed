"""Names of bodies in scripts other than Latin, told by the first word or by how the last one ends: "国家移民管理局"."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from workshops.press.tokens import Token

_LAST_LATIN = "\u024f"
_LATIN_ADDITIONAL = ("\u1e00", "\u1eff")


class _Heads(NamedTuple):
    """What tells a body: whole first words, beginnings of the first one, endings of the last one."""

    first: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]


def body_in_script_end(tokens: tuple[Token, ...], i: int) -> int:
    """Where the name of a body in another script that begins at token i ends; i where none does."""
    end = i
    while end < len(tokens) and is_in_other_script(tokens[end].written) and _is_close(tokens, i, end):
        end += 1
    if end == i:
        return i
    heads, first, last = _heads(), tokens[i].written.lower(), tokens[end - 1].written.lower()
    is_body = first in heads.first or first.startswith(heads.beginnings) or last.endswith(heads.endings)
    return end if is_body else i


def is_in_other_script(written: str) -> bool:
    """Whether a word is written in another script than Latin."""
    letter = written[0]
    return letter.isalpha() and letter > _LAST_LATIN and not _LATIN_ADDITIONAL[0] <= letter <= _LATIN_ADDITIONAL[1]


def _is_close(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    return at == first or tokens[at].start - tokens[at - 1].end <= 1


@cache
def _heads() -> _Heads:
    text = (files("workshops.press") / "words" / "bodies_in_scripts.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return _Heads(
        frozenset(line for line in lines if "-" not in line),
        tuple(line[:-1] for line in lines if line.endswith("-")),
        tuple(line[1:] for line in lines if line.startswith("-")),
    )
