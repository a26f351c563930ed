"""The sentences of a draft, in the order of the genre. Each says one kind of fact, or nothing."""

from collections.abc import Callable, Iterator
from typing import Final

from workshops.domain.countries import country_name, in_country
from workshops.domain.enums import AgencyRole, CountQualifier, ExpertRole, WorkshopType
from workshops.domain.reach import reach
from workshops.errors import N_
from workshops.formatting import format_date_range_in_sentence
from workshops.press.writing.grammar import NUMBERS, at_place, from_countries, from_country, in_running_text, of_agency
from workshops.press.writing.phrases import can_be_counted
from workshops.press.writing.telling import Telling

Sentence = Callable[[Telling], str]

EVENTS: Final = {
    WorkshopType.WORKSHOP: (N_("a workshop"), N_("a %(days)s-day workshop"), N_("a one-day workshop")),
    WorkshopType.TRAINING_COURSE: (
        N_("a training course"),
        N_("a %(days)s-day training course"),
        N_("a one-day training course"),
    ),
    WorkshopType.TRAINING_OF_TRAINERS: (
        N_("a training of trainers"),
        N_("a %(days)s-day training of trainers"),
        N_("a one-day training of trainers"),
    ),
    WorkshopType.SEMINAR: (N_("a seminar"), N_("a %(days)s-day seminar"), N_("a one-day seminar")),
    WorkshopType.CONFERENCE: (N_("a conference"), N_("a %(days)s-day conference"), N_("a one-day conference")),
    WorkshopType.STUDY_VISIT: (N_("a study visit"), N_("a %(days)s-day study visit"), N_("a one-day study visit")),
    WorkshopType.WEBINAR: (N_("a webinar"), N_("a %(days)s-day webinar"), N_("a one-day webinar")),
    WorkshopType.OTHER: (
        N_("a training activity"),
        N_("a %(days)s-day training activity"),
        N_("a one-day training activity"),
    ),
}
"""Each type without a length, with several days, with one."""

PARTNERS: Final = (AgencyRole.CO_ORGANISER, AgencyRole.TECHNICAL_PARTNER, AgencyRole.IMPLEMENTING, AgencyRole.HOST)
SENDING: Final = (AgencyRole.PARTICIPATING, AgencyRole.NOMINATING)
NOT_TEACHING: Final = (ExpertRole.INTERPRETER, ExpertRole.OBSERVER)


def paragraphs(telling: Telling) -> Iterator[list[str]]:
    """The paragraphs as lists of sentences, the lead first; empty sentences are left out."""
    for sentences in (
        (lead, audience, partners),
        (participants, countries, women_and_men),
        (experts, topics, legal_references),
        (purpose,),
        (summary,),
        (project, funders, visibility),
    ):
        said = [sentence for each in sentences if (sentence := each(telling))]
        if said:
            yield said


def lead(telling: Telling) -> str:
    """Who held what, where, when, for whom."""
    organisers = telling.agencies(AgencyRole.ORGANISER)
    event = _event(telling)
    if organisers:
        said: dict[str, object] = {"organisers": telling.listed(organisers), "event": event}
        ngettext, count = telling.words.ngettext, len(organisers)
        opening = telling.tensed(
            ngettext("%(organisers)s held %(event)s", "%(organisers)s together held %(event)s", count, **said),
            ngettext("%(organisers)s is holding %(event)s", "%(organisers)s are holding %(event)s", count, **said),
            ngettext(
                "%(organisers)s will hold %(event)s", "%(organisers)s will together hold %(event)s", count, **said
            ),
        )
    else:
        opening = telling.say(
            telling.tensed(
                N_("There has been %(event)s"), N_("There is at present %(event)s"), N_("There will be %(event)s")
            ),
            event=event,
        )
    sentence = " ".join(filter(None, (opening, _place(telling), _time(telling))))
    return f"{sentence[0].upper()}{sentence[1:]}."


def _event(telling: Telling) -> str:
    details = telling.details
    plain, long, one_day = EVENTS[details.type]
    days = details.duration_days
    if not days:
        return telling.say(plain)
    said = telling.say(NUMBERS[days - 1]) if days <= len(NUMBERS) else days
    return telling.say(one_day) if days == 1 else telling.say(long, days=said)


def _place(telling: Telling) -> str:
    """Such as "in Kutaisi (Georgia), at the Academy of Justice,"."""
    details, language = telling.details, telling.language
    country = in_running_text(country_name(details.country_code, language)) if details.country_code else ""
    place = in_running_text(in_country(details.country_code, language)) if country else ""
    if details.city:
        place = telling.say(N_("in %(city)s"), city=details.city) + (f" ({country})" if country else "")
    venue = at_place(telling.building(details.venue), language) if details.venue else ""
    if place and venue:
        has_time = details.starts_on or details.ends_on
        return f"{place}, {venue}{',' if has_time else ''}"
    return place or venue


def _time(telling: Telling) -> str:
    details = telling.details
    if details.starts_on is None and details.ends_on is None:
        return ""
    is_of_one_day = details.duration_days == 1 and not (details.starts_on and details.ends_on)
    only = (details.starts_on or details.ends_on) if is_of_one_day else None
    return format_date_range_in_sentence(only or details.starts_on, only or details.ends_on, telling.language)


def audience(telling: Telling) -> str:
    """How many, and who they are."""
    details = telling.details
    counted = reach(details.headcount, details.participants)
    who = telling.people(details.target_audience)
    if counted is None:
        return telling.say(N_("Participants: %(who)s."), who=who) if who else ""
    messages = {
        CountQualifier.EXACT: (
            N_("It brought together %(number)s %(people)s"),
            N_("It brings together %(number)s %(people)s"),
            N_("It will bring together %(number)s %(people)s"),
        ),
        CountQualifier.ABOUT: (
            N_("It brought together about %(number)s %(people)s"),
            N_("It brings together about %(number)s %(people)s"),
            N_("It will bring together about %(number)s %(people)s"),
        ),
        CountQualifier.MORE_THAN: (
            N_("It brought together more than %(number)s %(people)s"),
            N_("It brings together more than %(number)s %(people)s"),
            N_("It will bring together more than %(number)s %(people)s"),
        ),
    }[details.headcount.qualifier]
    is_counted = counted.total > 1 and can_be_counted(who, telling.language)
    people = who if is_counted else telling.say(N_("participants"))
    said = telling.say(telling.tensed(*messages), number=counted.total, people=people)
    is_told = is_counted or not who
    return f"{said}." if is_told else telling.say(N_("%(sentence)s: %(who)s."), sentence=said, who=who)


def partners(telling: Telling) -> str:
    """With whom."""
    names = telling.agencies(*PARTNERS)
    message = telling.tensed(
        N_("The activity was organised in partnership with %(partners)s."),
        N_("The activity is organised in partnership with %(partners)s."),
        N_("The activity is organised in partnership with %(partners)s."),
    )
    return telling.say(message, partners=telling.listed(names)) if names else ""


def participants(telling: Telling) -> str:
    """Whose staff."""
    names = telling.agencies(*SENDING)
    message = telling.tensed(
        N_("Staff %(of_agencies)s took part in the activity."),
        N_("Staff %(of_agencies)s are taking part in the activity."),
        N_("Staff %(of_agencies)s will take part in the activity."),
    )
    whose = telling.listed([of_agency(name, telling.language) for name in names])
    return telling.say(message, of_agencies=whose) if names else ""


def countries(telling: Telling) -> str:
    """From where."""
    origins = from_countries(telling.details.participant_countries, telling.language)
    message = telling.tensed(
        N_("The participants came %(origins)s."),
        N_("The participants come %(origins)s."),
        N_("The participants will come %(origins)s."),
    )
    return telling.say(message, origins=origins) if origins else ""


def women_and_men(telling: Telling) -> str:
    """How many of them women and men, where both are known."""
    counted = reach(telling.details.headcount, telling.details.participants)
    if counted is None or not counted.women or not counted.men:
        return ""
    return telling.say(N_("Among them: %(women)s women and %(men)s men."), women=counted.women, men=counted.men)


def experts(telling: Telling) -> str:
    """Who taught: from which countries, and by name with their institution."""
    rows = [row for row in telling.details.experts if row.role not in NOT_TEACHING]
    codes = dict.fromkeys(row.country_code for row in rows if row.country_code)
    helping, named = (
        [
            f"{row.person.full_name} ({row.affiliation})" if row.affiliation else row.person.full_name
            for row in rows
            if row.person and (row.role is ExpertRole.RESOURCE_PERSON) is is_helping
        ]
        for is_helping in (True, False)
    )
    if len(rows) == len(named + helping) == 1:
        message = telling.tensed(
            N_("The sessions were led by %(expert)s."),
            N_("The sessions are led by %(expert)s."),
            N_("The sessions will be led by %(expert)s."),
        )
        return telling.say(
            message, expert=", ".join([*named, *helping, *(from_country(code, telling.language) for code in codes)])
        )
    said = []
    if codes:
        message = telling.tensed(
            N_("Experts %(origins)s led the sessions."),
            N_("Experts %(origins)s lead the sessions."),
            N_("Experts %(origins)s will lead the sessions."),
        )
        said.append(telling.say(message, origins=from_countries(codes, telling.language)))
    if named:
        people = telling.listed(named)
        said.append(
            telling.words.ngettext("Trainer: %(experts)s.", "Trainers: %(experts)s.", len(named), experts=people)
        )
    if helping:
        people = telling.listed(helping)
        said.append(
            telling.words.ngettext(
                "Resource person: %(experts)s.", "Resource persons: %(experts)s.", len(helping), experts=people
            )
        )
    return " ".join(said)


def topics(telling: Telling) -> str:
    """What about."""
    labels = [topic.label for topic in telling.details.topics]
    if not labels:
        return ""
    message = telling.tensed(
        N_("On the programme were: %(topics)s."),
        N_("On the programme: %(topics)s."),
        N_("On the programme will be: %(topics)s."),
    )
    return telling.say(message, topics=telling.series(labels, is_foreign=telling.is_foreign_topic))


def legal_references(telling: Telling) -> str:
    """Which laws and conventions."""
    names = telling.details.legal_references
    laws = telling.series(names, is_foreign=telling.is_foreign)
    return telling.say(N_("Reference was made to: %(laws)s."), laws=laws) if names else ""


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
    return telling.say(N_("The activity is part of the project %(project)s."), project=title)


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
