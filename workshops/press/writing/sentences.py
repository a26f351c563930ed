"""The sentences of a draft, in the order of the genre. Each says one kind of fact, or nothing."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from workshops.domain.enums import AgencyRole
from workshops.domain.folding import fold
from workshops.errors import N_
from workshops.press.writing.lead import lead
from workshops.press.writing.people import audience, countries, is_counted, participants
from workshops.press.writing.phrases import listed_topic
from workshops.press.writing.teaching import experts
from workshops.press.writing.telling import Telling

Sentence = Callable[[Telling], str]

PARTNERS: Final = (AgencyRole.CO_ORGANISER, AgencyRole.TECHNICAL_PARTNER, AgencyRole.IMPLEMENTING, AgencyRole.HOST)
_PROJECT: Final = {
    language: re.compile(rf"\b(?:{words})\b")
    for language, words in (
        ("en", "project|programme|program"),
        ("fr", "projet|programme"),
        ("es", "proyecto|programa"),
    )
}


def paragraphs(telling: Telling) -> Iterator[list[str]]:
    """The paragraphs as lists of sentences, the lead first; empty sentences are left out."""
    for sentences in (
        (lead, audience, partners),
        (participants, countries),
        (experts, topics, legal_references),
        (purpose,),
        (summary,),
        (project, funders, visibility),
    ):
        said = [sentence for each in sentences if (sentence := each(telling))]
        if said:
            yield said


def partners(telling: Telling) -> str:
    """With whom."""
    names = telling.agencies(*PARTNERS)
    if is_counted(telling):  # and the sentence before has spoken of the activity
        message = telling.tensed(
            N_("It was organised in partnership with %(partners)s."),
            N_("It is organised in partnership with %(partners)s."),
            N_("It is organised in partnership with %(partners)s."),
        )
    else:
        message = telling.tensed(
            N_("The activity was organised in partnership with %(partners)s."),
            N_("The activity is organised in partnership with %(partners)s."),
            N_("The activity is organised in partnership with %(partners)s."),
        )
    return telling.say(message, partners=telling.listed(names)) if names else ""


def topics(telling: Telling) -> str:
    """What about."""
    labels = {listed_topic(topic.label): topic.label for topic in telling.details.topics}
    if not labels:
        return ""
    message = telling.tensed(
        N_("On the programme were: %(topics)s."),
        N_("On the programme: %(topics)s."),
        N_("On the programme will be: %(topics)s."),
    )
    return telling.say(
        message, topics=telling.series(labels, is_foreign=lambda said: telling.is_foreign_topic(labels[said]))
    )


def legal_references(telling: Telling) -> str:
    """Which laws and conventions."""
    names = telling.details.legal_references
    laws = telling.series(names, is_foreign=telling.is_foreign)
    message = telling.tensed(
        N_("Reference was made to: %(laws)s."),
        N_("Reference is made to: %(laws)s."),
        N_("Reference will be made to: %(laws)s."),
    )
    return telling.say(message, laws=laws) if names else ""


def purpose(telling: Telling) -> str:
    """Why, in the words of the record."""
    return telling.own_text(telling.details.objectives) if telling.details.objectives else ""


def summary(telling: Telling) -> str:
    """What came of it, in the words of the record."""
    return telling.own_text(telling.details.summary) if telling.details.summary else ""


def project(telling: Telling) -> str:
    """Under which project."""
    found = telling.details.project
    if found is None:
        return ""
    title = telling.quoted(found.title) + (f" ({found.acronym})" if found.acronym else "")
    is_called_one = _PROJECT[telling.language].search(fold(found.title))
    message = (
        N_("The activity is part of the %(project)s.")
        if is_called_one
        else N_("The activity is part of the project %(project)s.")
    )
    return telling.say(message, project=title)


def funders(telling: Telling) -> str:
    """With whose money."""
    names = telling.named_once(row.agency for row in telling.details.funders)
    if not names:
        return ""
    if telling.details.project:  # which the sentence before has spoken of
        message = telling.tensed(
            N_("It was funded by %(funders)s."), N_("It is funded by %(funders)s."), N_("It is funded by %(funders)s.")
        )
    else:
        message = telling.tensed(
            N_("The activity was funded by %(funders)s."),
            N_("The activity is funded by %(funders)s."),
            N_("The activity is funded by %(funders)s."),
        )
    return telling.say(message, funders=telling.listed(names))


def visibility(telling: Telling) -> str:
    """What funders want said, as they want it said."""
    return " ".join(
        dict.fromkeys(
            telling.own_text(row.visibility_statement) for row in telling.details.funders if row.visibility_statement
        )
    )
