"""That reading a draft again finds the record it was written from, whatever the languages of the two are.

Drafts are compared with the gold records in all fields. What a record cannot say, or a draft says in its own language, is
put there first (`told`); nothing else is left out or changed:

- the language is that of the draft, and so are the words for the days, and names of states and of their governments;
- what lasts a day ends on the day on which it begins;
- a record keeps no words for the length of a project, and quotes whole where the gold record has forty letters.

Titles, descriptions, topics, laws and quotes are in the language of the record, marked to be translated, and names of
bodies, buildings and projects are in it too: all of them have to be read from the draft as the record has them.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.press_score import Count, compare, gold_records, macro_f1, total
from tests.unit.press.writing.test_release import TODAY
from workshops.domain.countries import country_name, find_country
from workshops.domain.languages import INTERFACE_LANGUAGES
from workshops.domain.press_draft import Read, draft_of
from workshops.domain.workshop import WorkshopDetails
from workshops.formatting import format_date_range_in_sentence
from workshops.press.extract import read_press_release
from workshops.press.facts import LIST_FIELDS, PROJECT_FIELDS, SCALAR_FIELDS
from workshops.press.writing.release import write_release
from workshops.press.writing.towns import town_in

SAMPLES = Path(__file__).parents[3] / "samples" / "press"
LEAST_MACRO_F1 = 0.97
LEAST_OF_A_FIELD = 0.85
SPOKEN_ON = {
    "en": " and this helps all of us to work together.",
    "fr": " et cela nous aide tous à travailler ensemble.",
    "es": " y esto nos ayuda a todos a trabajar juntos.",
}
"""Gold records keep forty letters of a quote; this makes direct speech of it again."""
GOVERNMENT = re.compile(r"(?:government of|gouvernement (?:du|de la|des|de)|gobierno (?:de los|del?)) ", re.IGNORECASE)
GOVERNMENTS = {"en": "Government of ", "fr": "Gouvernement de ", "es": "Gobierno de "}
OF_THE_UNION = re.compile(r" \(.*| (?:of|de) (?:Great|Grande|Gran)\b.*")
"""What a sentence leaves out of the names of some states."""


def details_of(gold: dict[str, Any]) -> WorkshopDetails:
    """The record that a person would have made of a text."""
    reads = [Read(field=name, value=gold[name]) for name in SCALAR_FIELDS if gold[name] is not None]
    project = {name: gold["project"][name.partition(".")[2]] for name in PROJECT_FIELDS}
    reads += [Read(field=name, value=value) for name, value in project.items() if value]
    for name in LIST_FIELDS:
        words = [value["text_start"] if name == "quotes" else "" for value in gold[name]]
        reads += [Read(field=name, value=v, words=said) for v, said in zip(gold[name], words, strict=True)]
    return draft_of(reads, language=gold["lang"])


def told(gold: dict[str, Any], language: str) -> dict[str, Any]:
    """What a draft in that language can say of the gold record."""
    quotes = [{**quote, "text_start": quote["text_start"] + SPOKEN_ON[gold["lang"]]} for quote in gold["quotes"]]
    gold = {**gold, "quotes": quotes, "project": {**gold["project"], "duration_text": None}}
    details = details_of(gold)
    only = gold["start_date"] or gold["end_date"]
    if gold["duration_days"] == 1 and only:
        gold |= {"start_date": only, "end_date": only}
        details = details_of(gold)
    if details.starts_on or details.ends_on:
        gold["date_text"] = format_date_range_in_sentence(details.starts_on, details.ends_on, language)
    else:
        gold["date_text"] = None
    if language != gold["lang"]:
        gold["city"] = (
            town_in(gold["city"], gold["country"], language) if gold["city"] and gold["country"] else gold["city"]
        )
        for field in ("organisers", "partners", "funders"):
            gold[field] = [state_in(name, language) for name in gold[field]]
    return {**gold, "lang": language}


def state_in(name: str, language: str) -> str:
    """A state or its government in the language of the draft; any other body as it is."""
    government = GOVERNMENT.match(name)
    code = find_country(name[government.end() :] if government else name)
    if code is None or name.isupper() or "," in country_name(code, language):
        return name
    country = OF_THE_UNION.sub("", country_name(code, language))
    return (GOVERNMENTS[language] if government else "") + country


@cache
def read_back(of: str, language: str) -> dict[str, Count]:
    """How much of the gold records in one language is read from drafts of them in another."""
    golds = [g for folder in ("unseen", "fresh") for g in gold_records(SAMPLES / folder).values()]
    return total(_compared(gold, language) for gold in golds if gold["is_workshop"] and gold["lang"] == of)


def _compared(gold: dict[str, Any], language: str) -> dict[str, Count]:
    wanted = told(gold, language)
    draft = write_release(
        details_of({**told(gold, gold["lang"]), "lang": gold["lang"]}),
        language=language,
        today=TODAY,
        publisher="IOM Mongolia",
        foreign_topics=frozenset(gold["topics"] if language != gold["lang"] else ()),
    )
    return compare(wanted, read_press_release(draft.text).to_record())


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("of", INTERFACE_LANGUAGES)
def test_what_is_written_is_read_back(of: str, language: str) -> None:
    counts = read_back(of, language)
    assert counts["lang"].wanted > 10
    assert macro_f1(counts) >= LEAST_MACRO_F1


def test_no_field_is_lost_in_another_language() -> None:
    pairs = [(of, language) for of in INTERFACE_LANGUAGES for language in INTERFACE_LANGUAGES if of != language]
    counts = total(read_back(*pair) for pair in pairs)
    assert counts["organisers"].wanted > 100
    assert {field: count.f1 for field, count in counts.items() if (count.f1 or 1) < LEAST_OF_A_FIELD} == {}
