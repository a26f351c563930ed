"""The filter of past trainings as fields of a page. What an address asks for is read by `domain.training_filter`."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Form, SearchField, SelectField, StringField
from wtforms.fields import SelectChoice

from workshops.domain.countries import country_name
from workshops.domain.enums import AgencyRole, WorkshopStatus, WorkshopType
from workshops.domain.folding import fold
from workshops.domain.training import ChosenNames, TrainingOptions
from workshops.domain.training_filter import NO_COUNTRY, TrainingFilter
from workshops.errors import Problem
from workshops.formatting import format_language
from workshops.forms.saying import page_language, said
from workshops.labels import label

Names = Iterable[tuple[object, str]]


class TrainingFilterForm(Form):
    """What can be asked for. The first choice of each list asks for everything."""

    text = SearchField(_l("Words"), description=_l("From the title, a place, an agency or a topic."))
    country = SelectField(_l("Country"))
    year = SelectField(_l("Year"))
    since = StringField(_l("Since"), description=_l("Such as May 2013 or 14/05/2013."))
    until = StringField(_l("Until"))
    type = SelectField(_l("Type"))
    topic = SelectField(_l("Topic"))
    agency = SelectField(_l("Agency"))
    role = SelectField(_l("Role of the agency"), description=_l("What the agency above did there."))
    funder = SelectField(_l("Funder"))
    project = SelectField(_l("Project"))
    language = SelectField(_l("Language"), description=_l("In which people worked."))
    status = SelectField(
        _l("Status"), description=_l("Cancelled and postponed ones are shown only if you choose them here.")
    )


def filter_form(
    chosen: TrainingFilter,
    args: MultiDict[str, str],
    *,
    options: TrainingOptions,
    names: ChosenNames,
    problems: Sequence[Problem],
) -> TrainingFilterForm:
    """The filter as it was chosen, with what the records offer, and dates as they were typed with what is wrong."""
    language = page_language()
    form = TrainingFilterForm(data={**chosen.to_args(), **{name: args.get(name, "") for name in ("since", "until")}})
    countries = [(code, country_name(code, language)) for code in options.countries if code]
    countries.sort(key=lambda country: fold(country[1]))
    if "" in options.countries:
        countries.append((NO_COUNTRY, _("No country")))
    languages = sorted(((code, format_language(code, language)) for code in options.languages), key=lambda one: one[1])
    choices: dict[str, Names] = {
        "country": countries,
        "year": [(year, str(year)) for year in options.years],
        "type": _closed_list(WorkshopType),
        "topic": _with_chosen(options.topics, chosen.topic, names.topic),
        "agency": _with_chosen(options.agencies, chosen.agency, names.agency),
        "role": _closed_list(AgencyRole),
        "funder": _with_chosen(options.funders, chosen.funder, names.funder),
        "project": _with_chosen(options.projects, chosen.project, names.project),
        "language": languages,
        "status": _closed_list(WorkshopStatus),
    }
    for name, offered in choices.items():
        form[name].choices = [SelectChoice("", _("All")), *(SelectChoice(str(key), text) for key, text in offered)]
    for problem in problems:
        form[problem.field].errors = [said(problem)]
    return form


def _closed_list(values: type[StrEnum]) -> Names:
    return [(value, _(label(value))) for value in values]


def _with_chosen(offered: tuple[tuple[int, str], ...], chosen: int | None, name: str | None) -> Names:
    """What is offered, and what was chosen although it is not among the most used."""
    if chosen is None or name is None or any(key == chosen for key, _name in offered):
        return offered
    return [(chosen, name), *offered]
