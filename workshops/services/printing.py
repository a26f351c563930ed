"""The printed documents of a workshop, in the language asked for."""

import textwrap
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import nulls_first, select
from sqlalchemy.orm import Session

from workshops.documents import renderer
from workshops.documents.attendee_sheet import DEFAULT_COLUMNS, Column, attendee_sheet_page
from workshops.documents.attendee_stamps import attendee_stamps
from workshops.documents.brief import brief_page
from workshops.domain.access import Actor
from workshops.domain.folding import fold
from workshops.domain.offices import Paper
from workshops.domain.workshop import WorkshopDetails
from workshops.errors import N_, WorkshopsError
from workshops.files import Files
from workshops.models import PressRelease
from workshops.services import workshops
from workshops.services.office_settings import letterhead
from workshops.services.print_contexts import NOT_EXPECTED, brief_context, sheet_context
from workshops.translating import translator

Render = Callable[[str], bytes]
LONGEST_TITLE = 50  # characters of a title in a file name
LONG_SHEET = 2_000  # rows; a page waits about a second for so many
BRIEF = N_("Brief")
SHEET = N_("Attendance sheet")


@dataclass(frozen=True)
class Print:
    """A document and the name under which a person finds its file again."""

    file_name: str
    pdf: bytes

    def written(self, path: Path | None = None) -> Path:
        """The path of the file it is written to: the one given, or its own name in the current folder."""
        target = path or Path(self.file_name)
        target.write_bytes(self.pdf)
        return target


def unavailable() -> WorkshopsError | None:
    """What keeps this server from printing, with the command that cures it; None where it can print."""
    return renderer.unavailable()


def render(page: str) -> bytes:
    """The PDF of a page, made in the process kept for that. Raises as `documents.renderer.Renderer.render` does."""
    return renderer.shared().render(page)


def brief(
    session: Session,
    *,
    reference: str,
    language: str,
    by: Actor,
    today: date,
    paper: Paper = "A4",
    files: Files | None = None,
    render: Render = render,
) -> Print:
    """The brief, in "en", "fr" or "es", with the logo of its office where `files` are given.

    Raises NotFound, and what `render` raises.
    """
    workshop = workshops.find(session, reference=reference, by=by)
    sources = session.scalars(
        select(PressRelease)
        .where(PressRelease.workshop_id == workshop.id)
        .order_by(nulls_first(PressRelease.published_on), PressRelease.id)
    ).all()
    head = letterhead(workshop.office, files, language=language)
    context = brief_context(workshop, sources, language=language, today=today, paper=paper, letterhead=head)
    return Print(
        file_name(BRIEF, context.reference, context.title, language) + ".pdf", render(brief_page(context, language))
    )


def is_long_sheet(details: WorkshopDetails, blank_rows: int | None) -> bool:
    """Whether an attendee sheet has so many rows that a worker should print it."""
    expected = sum(row.status not in NOT_EXPECTED for row in details.participants)
    return max(expected + (blank_rows or 0), details.planned_seats or 0) > LONG_SHEET


def attendee_sheet(
    session: Session,
    *,
    reference: str,
    language: str,
    by: Actor,
    today: date,
    columns: Collection[Column] = DEFAULT_COLUMNS,
    events: Collection[int] = (),
    blank_rows: int | None = None,
    paper: Paper = "A4",
    files: Files | None = None,
    render: Render | None = None,
) -> Print:
    """The attendee sheet. `events` are the ids of those that get a box; none means all that take attendance.

    Without `blank_rows` there are as many as places are free, and five at least. Raises NotFound, and what `render`
    raises; a `render` given gets the sheet as one page.
    """
    workshop = workshops.find(session, reference=reference, by=by)
    context = sheet_context(
        workshop,
        language=language,
        today=today,
        columns=columns,
        events=events,
        blank_rows=blank_rows,
        paper=paper,
        letterhead=letterhead(workshop.office, files, language=language),
    )

    def whole_page() -> str:
        return attendee_sheet_page(context, language)

    stamp = renderer.shared().stamp
    pdf = render(whole_page()) if render else stamp(attendee_stamps(context, language), whole_page)
    return Print(file_name(SHEET, context.reference, context.title, language) + ".pdf", pdf)


def file_name(kind: str, reference: str, title: str, language: str) -> str:
    """Such as "MNG-2024-003-feuille-de-presence-fr-gestion-des-frontieres", without an ending."""
    short_title = textwrap.shorten(fold(title), LONGEST_TITLE, placeholder="")
    words = f"{fold(translator(language).gettext(kind))} {language} {short_title}"
    return f"{reference}-{'-'.join(words.split())}"
