"""What a further source tells of what the lists of a record hold already: in another language, or more fully."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from workshops.domain.body_names import names_of_body
from workshops.domain.folding import fold
from workshops.domain.naming import split_acronym
from workshops.domain.press_draft import Read, agency_ref
from workshops.domain.workshop import AgencyRef, QuoteRow, WorkshopDetails

_SHORTEST_ACRONYM: Final = 3
_STEM: Final = 4
"""Letters that names of one thing in two languages share at the start of a word: "Monetary", "monétaire"."""
_MOST_LONGER: Final = 2.5
"""How many times longer one translation of a sentence is than another at most."""


def is_same_agency(one: AgencyRef, other: AgencyRef) -> bool:
    """Whether two names are of one agency in two languages.

    International bodies are told by the table of them: the "Organisation maritime internationale (OMI)" is not the
    IOM. Others have acronyms of the same letters, and at least half of their words have the stem of one of the other's;
    an acronym alone is told by its letters.
    """
    bodies = [names_of_body(_written(agency).name) for agency in (one, other)]
    if all(bodies):
        return bodies[0] == bodies[1]
    acronyms = [_acronym(agency) for agency in (one, other)]
    if min(map(len, acronyms)) < _SHORTEST_ACRONYM:
        return False
    stems = [_stems(agency.name) for agency in (one, other) if fold(_written(agency).name) != _acronym(agency)]
    shared, is_half = _share(*stems) if len(stems) == 2 else (None, True)
    if body := bodies[0] or bodies[1]:
        return shared != 0 and {fold(split_acronym(name)[1]) for name in body.values()}.issuperset(acronyms)
    return is_half and sorted(acronyms[0]) == sorted(acronyms[1])


def quotes_translated(said: Mapping[int, Read], record: Iterable[QuoteRow], language: str) -> frozenset[int]:
    """The keys of quotes that a record holds in another language than this: of the same speaker, each once."""
    rest = [row for row in record if row.language != language]
    told = set()
    for key, quote in said.items():
        for row in rest:
            lengths = sorted((len(row.text), len(quote.words)))
            if _is_same_name(row.speaker_name, quote.value.get("speaker") or "") and (
                lengths[1] <= _MOST_LONGER * lengths[0]
            ):
                told.add(key)
                rest.remove(row)
                break
    return frozenset(told)


def topics_translated(said: Mapping[int, str], record: Iterable[str]) -> frozenset[int]:
    """The keys of topics that a record in another language holds, each once: those that share most stems, and at least
    half of the words of the shorter.
    """
    rest, told = list(record), set[int]()
    shared = [(_share(_stems(label), _stems(topic)), key, topic) for key, label in said.items() for topic in rest]
    for (_count, is_half), key, topic in sorted(shared, key=lambda pair: -pair[0][0]):
        if is_half and key not in told and topic in rest:
            told.add(key)
            rest.remove(topic)
    return frozenset(told)


def _share(one: frozenset[str], other: frozenset[str]) -> tuple[int, bool]:
    """How many stems two names share, and whether these are half of those of the shorter name, or more."""
    count = len(one & other)
    return count, 0 < min(len(one), len(other)) <= 2 * count


def adds_institution(read: Read, details: WorkshopDetails) -> bool:
    """Whether it gives an expert of the record an institution where the record names none."""
    if read.field != "experts" or not read.value.get("affiliation"):
        return False
    name = fold(read.value.get("name") or "")
    there = [row.affiliation for row in details.experts if row.person and fold(row.person.full_name) == name]
    return bool(there) and not any(there)


def institution_before(read: Read, details: WorkshopDetails) -> Any:
    """What is noted for undoing that: the institution that was there, none."""
    return {"affiliation": ""} if adds_institution(read, details) else None


def _written(agency: AgencyRef) -> AgencyRef:
    typed = agency_ref(agency.name)
    return AgencyRef(name=typed.name, acronym=typed.acronym or agency.acronym)


def _acronym(agency: AgencyRef) -> str:
    written = _written(agency)
    alone = written.name if written.name.isupper() and " " not in written.name else ""
    return fold(written.acronym or alone)


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in fold(agency_ref(name).name).split() if len(word) >= _STEM)


def _is_same_name(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it, by whole words: "Fassi", "Driss El Fassi"."""
    words = sorted((frozenset(fold(name).split()) for name in (one, other)), key=len)
    return bool(words[0]) and words[0] <= words[1] and max(map(len, words[0])) > 1
