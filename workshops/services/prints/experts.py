"""The list of experts of a workshop."""

from datetime import date

from sqlalchemy.orm import Session

from workshops.documents.experts import ExpertEntry, ExpertsContext, experts_page
from workshops.domain.folding import fold
from workshops.errors import N_
from workshops.models import Workshop
from workshops.services.prints.choices import YesNo
from workshops.services.prints.contact_data import contact_data
from workshops.services.prints.head import head_of
from workshops.services.prints.kinds import Kind, NothingToPrint, Wanted


def experts_context(_session: Session, workshop: Workshop, wanted: Wanted) -> ExpertsContext:
    """What the list says of a workshop."""
    experts = []
    for row in workshop.engagements:
        person = row.person
        experts.append(
            ExpertEntry(
                role=row.role,
                name=person.full_name if person else "",
                native_name=person.native_name if person else "",
                affiliation=row.affiliation,
                country_code=row.country_code,
                days=_days(workshop, person.full_name) if person else (),
                **contact_data(person, wanted.by),
            )
        )
    return ExpertsContext(**head_of(workshop, wanted), experts=experts, with_contacts=wanted.chosen["contacts"])


def experts_lacks(_session: Session, workshop: Workshop, _wanted: Wanted) -> NothingToPrint | None:
    """A list needs somebody on it."""
    if workshop.engagements:
        return None
    return NothingToPrint(N_("This workshop has no experts yet."), mend="expert-list")


def _days(workshop: Workshop, name: str) -> list[date]:
    """The days of which the programme says that this person leads something."""
    named = f" {fold(name)} "
    return sorted({event.day for event in workshop.events if event.day and named in f" {fold(event.led_by)} "})


EXPERTS = Kind(
    name="experts",
    title=N_("List of experts"),
    about=N_("Who taught, from where and in which role, with the days that the programme names."),
    context=experts_context,
    page=experts_page,
    lacks=experts_lacks,
    choices=(
        YesNo(
            name="contacts",
            label=N_("E-mail and phone"),
            hint=N_("Only for those who organise: these are personal data."),
        ),
    ),
)
