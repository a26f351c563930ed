"""The list of experts: who taught, from where, in which role, on which days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workshops.documents.both import Languages
from workshops.documents.headed import Headed
from workshops.documents.pages import page
from workshops.domain.enums import ExpertRole


@dataclass(frozen=True, kw_only=True)
class ExpertEntry:
    """An expert; where the source names no person, a country or an institution. `days` are those they lead."""

    role: ExpertRole
    name: str = ""
    native_name: str = ""
    affiliation: str = ""
    country_code: str | None = None
    days: Sequence[date] = ()
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class ExpertsContext(Headed):
    """What the list says. `with_contacts` tells whether it has a column for e-mail and phone."""

    experts: Sequence[ExpertEntry] = ()
    with_contacts: bool = False


def experts_page(context: ExpertsContext, languages: Languages) -> str:
    """Gives the HTML of the list, to be rendered; it is landscape if it says whom to reach where."""
    with_days = any(expert.days for expert in context.experts)
    with_contacts = context.with_contacts and any(expert.email or expert.phone for expert in context.experts)
    return page(
        "experts.html",
        languages,
        workshop=context,
        with_days=with_days,
        with_contacts=with_contacts,
    )
