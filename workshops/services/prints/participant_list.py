"""The list of participants: who is expected, or who was there."""

from functools import partial

from sqlalchemy.orm import Session

from workshops.documents.both import in_each, translated
from workshops.documents.participant_list import (
    DEFAULT_COLUMNS,
    Column,
    ListRow,
    ParticipantListContext,
    Who,
    participant_list_page,
    participant_stamps,
)
from workshops.documents.people_columns import LABELS
from workshops.domain.countries import country_name
from workshops.domain.enums import ParticipationStatus, WorkshopStatus
from workshops.domain.print_choices import Option
from workshops.errors import N_
from workshops.labels import label
from workshops.models import Participation, Workshop
from workshops.services.prints.attendee_sheet import LONG, NOT_EXPECTED
from workshops.services.prints.choices import OneOf, SomeOf
from workshops.services.prints.contact_data import contact_data
from workshops.services.prints.head import head_of
from workshops.services.prints.kinds import Kind, NothingToPrint, Wanted
from workshops.services.prints.order import ORDER, UNDER_AGENCIES, Order, in_order
from workshops.services.prints.words import agency_name

NOBODY = {
    Who.EXPECTED: N_("Nobody is expected at this workshop yet."),
    Who.ATTENDED: N_("Nobody is marked as having attended this workshop."),
}


def list_context(_session: Session, workshop: Workshop, wanted: Wanted) -> ParticipantListContext:
    """What the list says of a workshop."""
    who, under_agencies = Who(wanted.chosen["who"]), bool(wanted.chosen["under_agencies"])
    expected = sum(_is_named(row, Who.EXPECTED) for row in workshop.participations)
    came = sum(_is_named(row, Who.ATTENDED) for row in workshop.participations)
    return ParticipantListContext(
        **head_of(workshop, wanted),
        who=who,
        rows=in_order(
            (_list_row(row, wanted) for row in workshop.participations if _is_named(row, who)),
            Order(wanted.chosen["order"]),
            under_agencies=under_agencies,
            language=wanted.language,
        ),
        columns=tuple(map(Column, wanted.chosen["columns"])),
        under_agencies=under_agencies,
        left_out=expected - came if who is Who.ATTENDED else 0,
    )


def list_lacks(_session: Session, workshop: Workshop, wanted: Wanted) -> NothingToPrint | None:
    """A list needs somebody on it."""
    there = {who for who in Who if any(_is_named(row, who) for row in workshop.participations)}
    who = Who(wanted.chosen["who"])
    return None if who in there else NothingToPrint(NOBODY[who], mend="participant-list", by_choice=bool(there))


def usual_list(workshop: Workshop) -> str:
    """Once a workshop is over, those who came, as far as that is known."""
    is_over = workshop.status in (WorkshopStatus.COMPLETED, WorkshopStatus.CLOSED)
    came = any(_is_named(row, Who.ATTENDED) for row in workshop.participations)
    return (Who.ATTENDED if is_over and came else Who.EXPECTED).value


def _is_named(row: Participation, who: Who) -> bool:
    if who is Who.ATTENDED:
        return row.status is ParticipationStatus.ATTENDED
    return row.status not in NOT_EXPECTED


def _list_row(row: Participation, wanted: Wanted) -> ListRow:
    """The country is that of the agency, else that of the person."""
    person, languages = row.person, wanted.languages
    country = (row.agency.country_code if row.agency else None) or person.nationality
    return ListRow(
        name=person.full_name,
        native_name=person.native_name,
        sex=person.sex,
        agency=agency_name(row.agency, languages) if row.agency else "",
        position=row.post_title,
        country=in_each(languages, partial(country_name, country)) if country else "",
        **contact_data(person, wanted.by),
        status=translated(languages, label(row.status)),
    )


PARTICIPANT_LIST = Kind(
    name="participant-list",
    title=N_("List of participants"),
    about=N_("Who is expected or who was there, with agencies and how many women and men."),
    context=list_context,
    page=participant_list_page,
    stamps=participant_stamps,
    lacks=list_lacks,
    choices=(
        OneOf(
            name="who",
            label=N_("People"),
            hint=N_("Those who declined or withdrew are on neither list."),
            usual=usual_list,
            of=[
                Option(Who.EXPECTED.value, N_("Those who are expected")),
                Option(Who.ATTENDED.value, N_("Those who attended")),
            ],
        ),
        SomeOf(
            name="columns",
            label=N_("Columns"),
            hint=N_("Phone and e-mail are seen by all who get the list."),
            of=[Option(column.value, LABELS[column], column in DEFAULT_COLUMNS) for column in Column],
        ),
        ORDER,
        UNDER_AGENCIES,
    ),
    is_long=lambda context: len(context.rows) > LONG,
)
