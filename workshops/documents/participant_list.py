"""The list of participants: who is expected, or who was there, upright or across as its columns need."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workshops.documents.both import Languages, translated
from workshops.documents.headed import Headed
from workshops.documents.pages import page
from workshops.documents.people_chart import people_by_kind
from workshops.documents.people_columns import LABELS, SEX_LETTERS
from workshops.documents.row_stamps import Group, Specimens, Stamps, row_stamps, under_agencies
from workshops.domain.enums import Sex
from workshops.domain.reach import counted
from workshops.errors import N_


class Column(StrEnum):
    """What the list says of a participant besides the name."""

    SEX = "sex"
    AGENCY = "agency"
    COUNTRY = "country"
    EMAIL = "email"
    PHONE = "phone"
    STATUS = "status"


class Who(StrEnum):
    """Whom the list names."""

    EXPECTED = "expected"
    ATTENDED = "attended"


DEFAULT_COLUMNS = (Column.SEX, Column.AGENCY, Column.COUNTRY)
UPRIGHT_WIDTH = {"A4": 182, "Letter": 187}  # mm between the side margins of 14 mm
_NUMBER_AND_NAME = 10 + 50
_LEAST_WIDTHS = {
    Column.SEX: 10, Column.AGENCY: 55, Column.COUNTRY: 30, Column.EMAIL: 54, Column.PHONE: 32, Column.STATUS: 26,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """A participant, with agency and post as they were then."""

    name: str
    native_name: str = ""
    sex: Sex = Sex.UNKNOWN
    agency: str = ""
    position: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    status: str = ""


@dataclass(frozen=True, kw_only=True)
class ParticipantListContext(Headed):
    """What the list says. The rows are in the order in which they are printed.

    `under_agencies` puts the name of the agency above those that follow each other with the same.
    `left_out` counts those who were expected and are not among those who attended.
    """

    who: Who = Who.EXPECTED
    rows: Sequence[ListRow] = ()
    columns: Sequence[Column] = field(default=DEFAULT_COLUMNS)
    under_agencies: bool = False
    left_out: int = 0


def columns_of(context: ParticipantListContext) -> list[Column]:
    """The columns beside the name, in the order of the list; that of countries only where one is known."""
    without = () if any(row.country for row in context.rows) else (Column.COUNTRY,)
    return [column for column in Column if column in context.columns and column not in without]


def is_across(context: ParticipantListContext) -> bool:
    """Whether the columns need the paper across."""
    needed = _NUMBER_AND_NAME + sum(_LEAST_WIDTHS[column] for column in columns_of(context))
    return needed > UPRIGHT_WIDTH[context.paper]


def groups(context: ParticipantListContext, languages: Languages) -> list[Group[ListRow]]:
    """The rows under their headings."""
    if not context.under_agencies:
        return [Group("", list(enumerate(context.rows, 1)))]
    return under_agencies(context.rows, lambda row: row.agency, translated(languages, N_("No agency named")))


def participant_list_page(
    context: ParticipantListContext, languages: Languages, specimens: Specimens[ListRow] | None = None
) -> str:
    """Gives the HTML of the list, to be rendered; with `specimens` as `attendee_sheet_page` does."""
    sexes = [row.sex for row in context.rows]
    count = counted(*(sexes.count(sex) for sex in (Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.UNKNOWN)))
    return page(
        "participant_list.html",
        languages,
        workshop=context,
        columns=columns_of(context),
        across=is_across(context),
        people=people_by_kind(count),
        groups=[] if specimens else groups(context, languages),
        labels=LABELS,
        sex_letters=SEX_LETTERS,
        specimens=specimens,
    )


def participant_stamps(context: ParticipantListContext, languages: Languages) -> Stamps:
    """Gives the list as values to be set into its specimen, which says of the people only how many they are."""
    return row_stamps(
        groups(context, languages),
        columns_of(context),
        ListRow,
        lambda specimens: participant_list_page(context, languages, specimens),
        under_agencies=context.under_agencies,
    )
