"""Numbers in at most four steps that a reader can tell apart, from light to dark."""

from bisect import bisect_left
from typing import Final

TINTS: Final = 4
Steps = tuple[tuple[int, int], ...]
"""The lowest and the highest number of each."""

_ROUND: Final = tuple(digit * 10**zeros for zeros in range(7) for digit in (1, 2, 5))


def steps(most: int) -> Steps:
    """The lowest and the highest number of each step up to `most`: for 300, 1-5, 6-20, 21-100, 101-300.

    Each step is about as many times wider as the one before, since counts by country are mostly small and seldom large.
    """
    if most <= TINTS:
        return tuple((number, number) for number in range(1, most + 1))
    bounds = (_ROUND[bisect_left(_ROUND, most ** (part / TINTS))] for part in range(1, TINTS))
    highest = sorted({*(bound for bound in bounds if bound < most), most})
    return tuple(zip([1, *(bound + 1 for bound in highest)], highest, strict=False))


def tint(number: int, of: Steps) -> int:
    """Which step a number is in, counted from 1."""
    return 1 + bisect_left([high for _low, high in of], number)
