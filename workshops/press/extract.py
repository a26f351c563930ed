"""Reads a press release: the finders in their order. A later finder sees what the earlier ones found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from workshops.press.article import read_article
from workshops.press.beneficiaries import find_beneficiary_agencies
from workshops.press.breakdowns import find_breakdown
from workshops.press.contacts import find_contacts
from workshops.press.event_types import find_event_type, find_is_workshop
from workshops.press.experts import find_expert_countries, find_experts
from workshops.press.facts import Finding, PressFacts
from workshops.press.form_fields import find_in_form
from workshops.press.headline import find_language, find_title
from workshops.press.learned.finders import weighed
from workshops.press.legal_references import find_legal_references
from workshops.press.marks import Marks
from workshops.press.modes import find_mode
from workshops.press.money import find_funding
from workshops.press.organisers import find_funders, find_organisers, find_partners
from workshops.press.participant_countries import find_participant_countries
from workshops.press.participant_tables import Table, find_participants_in, participant_tables, without_tables
from workshops.press.participants import find_participants
from workshops.press.places import find_place
from workshops.press.projects import find_project
from workshops.press.publication import published_on
from workshops.press.several import texts_of_workshops, workshops_told
from workshops.press.speakers import find_quotes
from workshops.press.topics import find_topics
from workshops.press.when import find_dates_of_event, find_duration
from workshops.press.women_and_men import find_women_and_men
from workshops.press.workshop_names import find_workshop_name

Finder: TypeAlias = Callable[[Marks, PressFacts], Iterable[Finding]]
"""Takes the marks of an article and what is known so far, gives findings of its own field or fields."""

RULES: tuple[Finder, ...] = (
    find_language,
    find_title,
    find_quotes,
    find_contacts,
    find_is_workshop,
    find_event_type,
    find_workshop_name,
    find_mode,
    find_place,
    find_dates_of_event,
    find_duration,
    find_participants,
    find_women_and_men,
    find_breakdown,
    find_funders,
    find_funding,
    find_organisers,
    find_partners,
    find_experts,
    find_expert_countries,
    find_beneficiary_agencies,
    find_participant_countries,
    find_project,
    find_legal_references,
    find_topics,
)
"""One rule for each field or few that belong together."""
WEIGHED: dict[Finder, str] = {find_topics: "topics"}
"""Rules that only have a voice in a field, since weighing all phrases of the text was right more often."""
FINDERS: tuple[Finder, ...] = tuple(weighed(find, WEIGHED[find]) if find in WEIGHED else find for find in RULES)


def read_press_release(text: str, finders: Iterable[Finder] = FINDERS, *, sent_on: date | None = None) -> PressFacts:
    """All that can be read from a text as it was received; spans count characters of that very text.

    `sent_on` is the day of the letter or file that it came in, for "today" and days without a year where the text
    itself has no date line.

    Never fails on any text: one in which nothing is recognised gives no findings. At most
    `reading.MAX_CHARACTERS` characters are read. No network, no files but the word lists of the package.
    """
    marks, tables = _noticed(text, sent_on)
    return _with_number(_facts(marks, tables, finders), marks)


def read_workshops(text: str, *, sent_on: date | None = None) -> tuple[PressFacts, ...]:
    """What a text says of each workshop that it reports on an equal footing: of most texts one, never none.

    The headline of the text is that of each, with the number of workshops that it may count.
    """
    return tuple(_each_workshop(text, sent_on))


def read_first_workshop(text: str, *, sent_on: date | None = None) -> PressFacts:
    """The first of what `read_workshops` gives; what the text says of the others is not read."""
    return next(_each_workshop(text, sent_on))


def _each_workshop(text: str, sent_on: date | None) -> Iterator[PressFacts]:
    marks, tables = _noticed(text, sent_on)
    texts = texts_of_workshops(text, marks, [table.span for table in tables])
    if len(texts) == 1:
        yield _with_number(_facts(marks, tables, FINDERS), marks)
        return
    headline, number = tuple(find_title(marks, PressFacts())), workshops_told(marks)
    for each in texts:
        facts = _facts(*_noticed(each, sent_on), FINDERS)
        yield replace(facts.with_only("title", headline), workshops_told=number)


def _noticed(text: str, sent_on: date | None) -> tuple[Marks, tuple[Table, ...]]:
    """The marks of the article, and the tables of participants, which are no part of it."""
    tables = tuple(participant_tables(text))
    article = read_article(without_tables(text, tables))
    return Marks(article, article.language[0] or "en", sent_on), tables


def _facts(marks: Marks, tables: Iterable[Table], finders: Iterable[Finder]) -> PressFacts:
    facts = PressFacts(published_on=marks.once(published_on))
    in_form = tuple(find_in_form(marks, facts))
    facts, labelled = facts.with_findings(in_form), {finding.field for finding in in_form}
    for find in finders:
        facts = facts.with_findings(found for found in find(marks, facts) if found.field not in labelled)
    if not facts.value("is_workshop"):
        return facts
    return facts.with_findings(find_participants_in(tables, facts))


def _with_number(facts: PressFacts, marks: Marks) -> PressFacts:
    """The facts with the number of workshops told, if the text tells of any."""
    return replace(facts, workshops_told=workshops_told(marks)) if facts.value("is_workshop") else facts
