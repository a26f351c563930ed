"""The agenda: the programme of a workshop, day by day."""

from sqlalchemy.orm import Session

from workshops.documents.agenda import AgendaContext, AgendaEntry, agenda_page
from workshops.errors import N_
from workshops.models import Workshop
from workshops.services.prints.head import head_of
from workshops.services.prints.kinds import Kind, NothingToPrint, Wanted


def agenda_context(_session: Session, workshop: Workshop, wanted: Wanted) -> AgendaContext:
    """What the agenda says of a workshop."""
    return AgendaContext(
        **head_of(workshop, wanted),
        time_zone=workshop.time_zone,
        entries=[
            AgendaEntry(
                title=row.title,
                day=row.day,
                start_time=row.start_time,
                end_time=row.end_time,
                room=row.room,
                led_by=row.led_by,
            )
            for row in workshop.events
        ],
    )


def agenda_lacks(_session: Session, workshop: Workshop, _wanted: Wanted) -> NothingToPrint | None:
    """An agenda needs a programme."""
    if workshop.events:
        return None
    return NothingToPrint(N_("This workshop has no programme yet."), mend="programme")


AGENDA = Kind(
    name="agenda",
    title=N_("Agenda"),
    about=N_("The programme day by day, with times, rooms and who leads."),
    context=agenda_context,
    page=agenda_page,
    lacks=agenda_lacks,
)
