"""What the people and things of a country are called: Mongolian, mongole, mongoles.

`workshops/data/demonyms.tsv` holds, for each country and language, the masculine singular forms parted by `|`; the
feminine and the plurals follow by rule. `masculine/feminine` (in English: singular/plural) gives what no rule gives,
and `=form` is a form that stands alone.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from workshops.domain.data_files import read_rows
from workshops.domain.folding import fold


@cache
def demonym_forms() -> Mapping[str, frozenset[str]]:
    """Every folded form in English, French and Spanish with the codes of the countries it can mean.

    "congolaise" means CD and CG. Folding hides the capital that tells "Lao" from a syllable or "Dane" from a word
    of another language: who looks for forms in a text checks that there.
    """
    found: dict[str, set[str]] = {}
    for row in read_rows("demonyms.tsv"):
        for language, inflect in _INFLECTIONS.items():
            for entry in filter(None, row[language].split("|")):
                for form in (entry[1:],) if entry.startswith("=") else inflect(*entry.split("/")):
                    found.setdefault(fold(form), set()).add(row["code"])
    return MappingProxyType({form: frozenset(codes) for form, codes in found.items()})


def _english(singular: str, plural: str = "") -> Iterator[str]:
    yield singular
    yield plural or (singular if singular.endswith(("s", "sh", "ch", "ese", "x", "z")) else singular + "s")


def _french(masculine: str, feminine: str = "") -> Iterator[str]:
    feminine = feminine or _french_feminine(masculine)
    for singular in (masculine, feminine):
        yield singular
        yield singular if singular.endswith(("s", "x", "z")) else singular + "s"


def _french_feminine(masculine: str) -> str:
    if masculine.endswith(("e", "è")):
        return masculine
    # -ien, -éen, -on double the n (coréenne, lettonne); -an, -ain, -in do not (afghane, africaine, argentine)
    return masculine + ("ne" if masculine.endswith(("en", "on")) else "e")


def _spanish(masculine: str) -> Iterator[str]:
    stem, last = masculine[:-1], masculine[-1]
    if last == "o":
        return iter((masculine, stem + "a", stem + "os", stem + "as"))
    if last in "aeíú":
        return iter((masculine, masculine + "s", masculine + "es"))
    # japonés, alemán, letón, español: the feminine in -a (the accent that goes does not count once folded)
    return iter((masculine, masculine + "a", masculine + "es", masculine + "as"))


_INFLECTIONS: Mapping[str, Callable[..., Iterator[str]]] = {"en": _english, "fr": _french, "es": _spanish}
