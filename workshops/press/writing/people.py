"""The sentences of a draft on those who took part: how many, who they are, whose staff, and from where."""

from typing import Final

from workshops.domain.enums import AgencyRole, CountQualifier
from workshops.domain.reach import Reach, reach
from workshops.errors import N_
from workshops.press.writing.grammar import NUMBERS, format_count, from_countries, of_agency
from workshops.press.writing.phrases import as_in_sentence, can_be_counted
from workshops.press.writing.telling import Telling

SENDING: Final = (AgencyRole.PARTICIPATING, AgencyRole.NOMINATING)
GATHERED: Final = {
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
}


def audience(telling: Telling) -> str:
    """How many, how many of them women and men, and who they are.

    What people are called in another language stands behind the number, so that its translation does too.
    """
    details = telling.details
    counted = reach(details.headcount, details.participants)
    called = as_in_sentence(details.target_audience)
    who = telling.people(called)
    if counted is None or not is_counted(telling):
        return telling.say(N_("Participants: %(who)s."), who=who) if who else ""
    is_foreign = who != called
    follows = is_foreign or (counted.total > 1 and can_be_counted(who, telling.language))
    people = who if follows else telling.words.ngettext("participant", "participants", counted.total)
    said = telling.say(
        telling.tensed(*GATHERED[details.headcount.qualifier]),
        number=format_count(counted.total, telling.language) if is_foreign else _number(telling, counted.total),
        people=people,
    )
    said = _with_women_and_men(telling, said, counted)
    is_told = follows or not who
    return f"{said}." if is_told else telling.say(N_("%(sentence)s: %(who)s."), sentence=said, who=who)


def is_counted(telling: Telling) -> bool:
    """Whether it is known how many took part."""
    counted = reach(telling.details.headcount, telling.details.participants)
    return counted is not None and counted.total > 0


def _number(telling: Telling, count: int) -> str:
    return telling.say(NUMBERS[count - 1]) if 1 <= count <= len(NUMBERS) else format_count(count, telling.language)


def _with_women_and_men(telling: Telling, sentence: str, counted: Reach) -> str:
    """Adds how many are women and men, where both are known."""
    if not counted.women or not counted.men:
        return sentence
    is_exact = telling.details.headcount.qualifier is CountQualifier.EXACT
    is_all = is_exact and counted.women + counted.men == counted.total
    said = N_("%(sentence)s (%(women)s and %(men)s)") if is_all else N_("%(sentence)s, including %(women)s and %(men)s")
    in_words = max(counted.women, counted.men) <= len(NUMBERS)
    women, men = (
        _number(telling, count) if in_words else format_count(count, telling.language)
        for count in (counted.women, counted.men)
    )
    return telling.say(
        said,
        sentence=sentence,
        women=telling.words.ngettext("one woman", "%(num)s women", counted.women, num=women),
        men=telling.words.ngettext("one man", "%(num)s men", counted.men, num=men),
    )


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
    """From where, unless all are of the country that they meet in."""
    codes = telling.details.participant_countries
    origins = from_countries(codes, telling.language) if codes != (telling.details.country_code,) else ""
    message = telling.tensed(
        N_("The participants came %(origins)s."),
        N_("The participants come %(origins)s."),
        N_("The participants will come %(origins)s."),
    )
    return telling.say(message, origins=origins) if origins else ""
