"""The kinds of printed documents, in the order in which they are offered. A new one is a file here and a line below."""

from typing import Any, Final

from workshops.services.prints.agenda import AGENDA
from workshops.services.prints.attendee_sheet import ATTENDEE_SHEET
from workshops.services.prints.badges import BADGES
from workshops.services.prints.brief import BRIEF
from workshops.services.prints.certificates import CERTIFICATES
from workshops.services.prints.completion_report import COMPLETION_REPORT
from workshops.services.prints.country_report import COUNTRY_REPORT
from workshops.services.prints.experts import EXPERTS
from workshops.services.prints.kinds import Kind
from workshops.services.prints.letters import INVITATION_LETTERS, NOMINATION_LETTERS
from workshops.services.prints.name_cards import NAME_CARDS
from workshops.services.prints.participant_list import PARTICIPANT_LIST

KINDS: Final[dict[str, Kind[Any]]] = {
    kind.name: kind
    for kind in (
        BRIEF,
        COMPLETION_REPORT,
        AGENDA,
        EXPERTS,
        ATTENDEE_SHEET,
        PARTICIPANT_LIST,
        BADGES,
        NAME_CARDS,
        CERTIFICATES,
        NOMINATION_LETTERS,
        INVITATION_LETTERS,
        COUNTRY_REPORT,
    )
}
