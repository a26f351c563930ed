"""A filter of trainings said in one sentence: "14 workshops in Mongolia in 2024 funded by the IOM Development Fund"."""

from collections.abc import Iterator

from workshops.domain.articles import with_article
from workshops.domain.countries import in_country
from workshops.domain.enums import AgencyRole, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.domain.training import ChosenNames
from workshops.domain.training_filter import NO_COUNTRY, TrainingFilter
from workshops.formatting import format_date_range_in_sentence, format_language, format_number
from workshops.labels import label
from workshops.translating import Translator


def training_sentence(count: int, chosen: TrainingFilter, names: ChosenNames, say: Translator) -> str:
    """What was chosen and how many there are, in the language of `say`, without a full stop.

    What the trainings are about, where and when follow one another; what else was asked for is parted by commas.
    """
    story = " ".join((_head(count, chosen.type, say), *_what_where_when(chosen, names, say)))
    rest = ", ".join(_who_and_how(count, chosen, names, say))
    return f"{story} {rest}" if rest else story


def _head(count: int, kind: WorkshopType | None, say: Translator) -> str:
    """How many of what. Nouns are masculine in French and Spanish, so that what follows agrees in number only."""
    num = format_number(count, say.language)
    match kind:
        case None:
            return say.ngettext("%(num)s workshop", "%(num)s workshops", count, num=num)
        case WorkshopType.SEMINAR:
            return say.ngettext("%(num)s seminar", "%(num)s seminars", count, num=num)
        case WorkshopType.WEBINAR:
            return say.ngettext("%(num)s webinar", "%(num)s webinars", count, num=num)
    return say.ngettext(
        "%(num)s activity of the type “%(type)s”",
        "%(num)s activities of the type “%(type)s”",
        count,
        num=num,
        type=say.gettext(label(kind)),
    )


def _what_where_when(chosen: TrainingFilter, names: ChosenNames, say: Translator) -> Iterator[str]:
    if names.topic:
        yield say.gettext("on “%(topic)s”", topic=names.topic)
    if chosen.country == NO_COUNTRY:
        yield say.gettext("without a country")
    elif chosen.country:
        yield in_country(chosen.country, say.language)
    if chosen.year:
        yield format_date_range_in_sentence(PartialDate(chosen.year), None, say.language)
    if chosen.since and chosen.until:
        yield format_date_range_in_sentence(chosen.since, chosen.until, say.language)
    elif chosen.since:  # a month alone would be said as the month itself
        yield format_date_range_in_sentence(chosen.since.earliest, None, say.language)
    elif chosen.until:
        yield format_date_range_in_sentence(None, chosen.until, say.language)


def _who_and_how(count: int, chosen: TrainingFilter, names: ChosenNames, say: Translator) -> Iterator[str]:
    if names.agency:
        yield _agency(count, with_article(names.agency, say.language), chosen.role, say)
    if names.funder:
        funder = with_article(names.funder, say.language)
        yield say.ngettext("funded by %(funder)s", "funded by %(funder)s", count, funder=funder)
    if names.project:
        yield say.gettext("of the project “%(project)s”", project=names.project)
    if chosen.language:
        language = format_language(chosen.language, say.language)
        yield say.ngettext("held in %(language)s", "held in %(language)s", count, language=language)
    if chosen.status:
        yield say.gettext("with the status “%(status)s”", status=say.gettext(label(chosen.status)))
    if chosen.text:
        yield say.gettext("containing “%(text)s”", text=chosen.text)


def _agency(count: int, name: str, role: AgencyRole | None, say: Translator) -> str:
    match role:
        case AgencyRole.ORGANISER:
            return say.ngettext("organised by %(agency)s", "organised by %(agency)s", count, agency=name)
        case AgencyRole.CO_ORGANISER:
            return say.ngettext("co-organised by %(agency)s", "co-organised by %(agency)s", count, agency=name)
        case AgencyRole.HOST:
            return say.ngettext("hosted by %(agency)s", "hosted by %(agency)s", count, agency=name)
        case AgencyRole.IMPLEMENTING:
            return say.ngettext("implemented by %(agency)s", "implemented by %(agency)s", count, agency=name)
        case AgencyRole.PARTICIPATING:
            return say.ngettext("attended by %(agency)s", "attended by %(agency)s", count, agency=name)
        case AgencyRole.TECHNICAL_PARTNER:
            return say.gettext("with %(agency)s as technical partner", agency=name)
        case AgencyRole.NOMINATING:
            return say.gettext("with participants nominated by %(agency)s", agency=name)
    return say.gettext("with %(agency)s", agency=name)
