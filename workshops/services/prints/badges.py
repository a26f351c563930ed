"""Badges of all who are expected at a workshop."""

import textwrap
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from sqlalchemy.orm import Session

from workshops.documents.badges import BadgeLine, BadgeRole, BadgesContext, BadgeSize, badges_page, badges_stamps
from workshops.documents.both import in_each
from workshops.domain.collation import collation_key
from workshops.domain.countries import country_name
from workshops.domain.enums import ExpertRole
from workshops.domain.print_choices import Option
from workshops.errors import N_
from workshops.labels import label
from workshops.models import Workshop
from workshops.services.prints.attendee_sheet import NOT_EXPECTED
from workshops.services.prints.choices import OneOf, SomeOf, YesNo
from workshops.services.prints.kinds import Kind, NothingToPrint, Wanted
from workshops.services.prints.words import agency_name, title_of
from workshops.translating import translator

LONGEST_SHORT_TITLE: Final = 90  # characters that stand on two lines of the smallest badge
LONG: Final = 2_000  # people; a page waits about a second for so many

WHO = SomeOf(
    name="who",
    label=N_("Printed for"),
    hint=N_("Of the participants those who are expected, not those who declined or withdrew."),
    of=[
        Option(BadgeRole.PARTICIPANT.value, N_("Participants"), True),
        Option(BadgeRole.EXPERT.value, N_("Experts"), True),
        Option(BadgeRole.ORGANISER.value, N_("Contacts of the workshop, as organisers")),
    ],
)
"""Whose badges and cards are printed."""


def badges_context(_session: Session, workshop: Workshop, wanted: Wanted) -> BadgesContext:
    """What the badges of a workshop say."""
    return BadgesContext(
        **words_on_each(workshop, wanted, N_("Badges")),
        size=BadgeSize(wanted.chosen["size"]),
        on_sheets=wanted.chosen["sheets"],
    )


def words_on_each(workshop: Workshop, wanted: Wanted, kind: str) -> dict[str, Any]:
    """What badges and name cards have in common."""
    people = [
        person for role in BadgeRole if role in wanted.chosen["who"] for person in _people(workshop, role, wanted)
    ]
    title = title_of(workshop, wanted.language)
    return {
        "title": f"{workshop.reference} {translator(wanted.language).gettext(kind)} {title}",
        "short_title": textwrap.shorten(title, LONGEST_SHORT_TITLE, placeholder="…"),
        "office": workshop.office.name,
        "people": people,
        "paper": wanted.paper,
        "letterhead": wanted.letterhead,
    }


def nobody(_session: Session, workshop: Workshop, wanted: Wanted) -> NothingToPrint | None:
    """Badges and name cards need somebody who gets one."""
    there = {role for role in BadgeRole if any(True for _line in _lines(workshop, role, wanted.languages))}
    if there & set(wanted.chosen["who"]):
        return None
    message = N_("Nobody of those chosen is expected at this workshop.")
    return NothingToPrint(message, mend="participant-list", by_choice=bool(there))


def _people(workshop: Workshop, role: BadgeRole, wanted: Wanted) -> list[BadgeLine]:
    """Those of a role, in the order of their names."""
    lines = _lines(workshop, role, wanted.languages)
    return sorted(lines, key=lambda line: collation_key(line.name, wanted.language))


def _lines(workshop: Workshop, role: BadgeRole, languages: tuple[str, ...]) -> Iterator[BadgeLine]:
    found = {BadgeRole.PARTICIPANT: _participants, BadgeRole.EXPERT: _experts, BadgeRole.ORGANISER: _organisers}
    return found[role](workshop, languages)


def _participants(workshop: Workshop, languages: tuple[str, ...]) -> Iterator[BadgeLine]:
    for row in workshop.participations:
        if row.status not in NOT_EXPECTED:
            country = row.agency.country_code if row.agency else None
            yield BadgeLine(
                name=row.person.full_name,
                native_name=row.person.native_name,
                agency=agency_name(row.agency, languages) if row.agency else "",
                post=row.post_title,
                country=in_each(languages, partial(country_name, country)) if country else "",
            )


def _experts(workshop: Workshop, languages: tuple[str, ...]) -> Iterator[BadgeLine]:
    for row in workshop.engagements:
        if row.person:
            yield BadgeLine(
                name=row.person.full_name,
                native_name=row.person.native_name,
                agency=row.affiliation,
                post=in_each(languages, partial(_role, row.role)),
                country=in_each(languages, partial(country_name, row.country_code)) if row.country_code else "",
                role=BadgeRole.EXPERT,
            )


def _role(role: ExpertRole, language: str) -> str:
    return translator(language).gettext(label(role))


def _organisers(workshop: Workshop, languages: tuple[str, ...]) -> Iterator[BadgeLine]:
    for row in workshop.contacts:
        if row.name:
            yield BadgeLine(name=row.name, agency=row.organisation, role=BadgeRole.ORGANISER)


BADGES = Kind(
    name="badges",
    title=N_("Badges"),
    about=N_("One for each person who is expected: the name large, with agency, post and role."),
    context=badges_context,
    page=badges_page,
    stamps=badges_stamps,
    lacks=nobody,
    choices=(
        WHO,
        OneOf(
            name="size",
            label=N_("Size in millimetres"),
            hint=N_("As the holders are that you have: the first is that of a bank card, the last is A6."),
            of=[Option(size.value, size.replace("x", " × "), size is BadgeSize.USUAL) for size in BadgeSize],
        ),
        YesNo(
            name="sheets",
            label=N_("On sheets to be cut"),
            hint=N_("With marks to cut by: of 86 × 54 there are 10 on a sheet, of 90 × 60 there are 8."),
        ),
    ),
    is_long=lambda context: len(context.people) > LONG,
)
