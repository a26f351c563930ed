"""The sentence that opens a draft: who held what, where and when."""

from typing import Final

from workshops.domain.countries import country_name, in_country
from workshops.domain.enums import AgencyRole, DeliveryMode, WorkshopType
from workshops.domain.folding import fold
from workshops.domain.partial_date import PartialDate
from workshops.errors import N_
from workshops.formatting import format_date_range_in_sentence, format_partial_date
from workshops.press.writing.grammar import NUMBERS, at_place, in_running_text, in_town
from workshops.press.writing.telling import Telling

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
    WorkshopType.CONFERENCE: (
        N_("a training conference"),
        N_("a %(days)s-day training conference"),
        N_("a one-day training conference"),
    ),
    WorkshopType.STUDY_VISIT: (N_("a study visit"), N_("a %(days)s-day study visit"), N_("a one-day study visit")),
    WorkshopType.WEBINAR: (N_("a webinar"), N_("a %(days)s-day webinar"), N_("a one-day webinar")),
    WorkshopType.OTHER: (
        N_("a training activity"),
        N_("a %(days)s-day training activity"),
        N_("a one-day training activity"),
    ),
}
"""Each type without a length, with several days, with one."""


def lead(telling: Telling) -> str:
    """Who held what, where, when: the first sentence, its first letter a capital."""
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
                N_("%(event)s took place"), N_("%(event)s is taking place"), N_("%(event)s will take place")
            ),
            event=event,
        )
    sentence = " ".join(filter(None, (opening, _way(telling), _place(telling), _time(telling))))
    return f"{sentence[0].upper()}{sentence[1:]}."


def _event(telling: Telling) -> str:
    """What was held, and how long."""
    details = telling.details
    plain, long, one_day = EVENTS[details.type]
    days = details.duration_days
    if not days:
        return telling.say(plain)
    said = telling.say(NUMBERS[days - 1]) if days <= len(NUMBERS) else days
    return telling.say(one_day) if days == 1 else telling.say(long, days=said)


def _way(telling: Telling) -> str:
    """Whether people met online, where the kind of event does not tell it."""
    if telling.details.mode is DeliveryMode.HYBRID:
        return telling.say(N_("in hybrid format"))
    is_told = telling.details.mode is DeliveryMode.ONSITE or telling.details.type is WorkshopType.WEBINAR
    return "" if is_told else telling.say(N_("online"))


def _place(telling: Telling) -> str:
    """Such as "in Kutaisi (Georgia), at the Academy of Justice,"."""
    details, language = telling.details, telling.language
    country = in_running_text(country_name(details.country_code, language)) if details.country_code else ""
    place = in_running_text(in_country(details.country_code, language)) if country else ""
    if details.city:
        city = telling.town()
        place = in_town(telling.say(N_("in %(city)s"), city=city), language)
        place += f" ({country})" if country and fold(country) != fold(city) else ""
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
    if not only and details.starts_on and details.ends_on and _follow(details.starts_on, details.ends_on):
        first, last = (format_partial_date(day, telling.language) for day in (details.starts_on, details.ends_on))
        return telling.say(N_("on %(first)s and %(last)s"), first=first.partition(" ")[0], last=last)
    return format_date_range_in_sentence(only or details.starts_on, only or details.ends_on, telling.language)


def _follow(first: PartialDate, last: PartialDate) -> bool:
    """Whether these are two days, one after the other, of the same month."""
    return first.precision == last.precision == "day" and (last.earliest - first.earliest).days == 1 < (last.day or 0)
