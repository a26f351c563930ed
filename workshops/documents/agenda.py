"""The agenda: the programme day by day, for the wall of the room and the folder of those who come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from workshops.documents.both import Languages
from workshops.documents.headed import Headed
from workshops.documents.pages import page

_LATE = time(23, 59, 59)


@dataclass(frozen=True, kw_only=True)
class AgendaEntry:
    """An entry of the programme, at local time of the workshop."""

    title: str
    day: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    room: str = ""
    led_by: str = ""


@dataclass(frozen=True, kw_only=True)
class AgendaContext(Headed):
    """What the agenda says. `time_zone` is the name of the zone in the IANA database, "" where it is not known."""

    time_zone: str = ""
    entries: Sequence[AgendaEntry] = ()

    @property
    def by_day(self) -> list[tuple[date | None, list[AgendaEntry]]]:
        """The entries under their days, in order of time; last come those without a day."""
        in_order = sorted(self.entries, key=lambda entry: (entry.day or date.max, entry.start_time or _LATE))
        return [(day, list(entries)) for day, entries in groupby(in_order, key=lambda entry: entry.day)]


def agenda_page(context: AgendaContext, languages: Languages) -> str:
    """Gives the HTML of the agenda, to be rendered."""
    return page("agenda.html", languages, workshop=context)
