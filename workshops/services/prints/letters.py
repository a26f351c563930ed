"""Letters: to agencies asking whom they nominate, to people inviting them, each in its addressee's language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from workshops.documents.both import in_each
from workshops.documents.letter import Letter, LettersContext, letters_page
from workshops.domain import document_texts as d
from workshops.domain.document_texts import DocumentText, DocumentUse
from workshops.errors import N_, Invalid, Problem, WorkshopsError
from workshops.labels import label
from workshops.models import Agency, Participation, Workshop
from workshops.services import certificate_register, document_texts, offices
from workshops.services import document_values as v
from workshops.services.prints import addressees as to
from workshops.services.prints.choices import Choice, Day, Number, OneOf, SomeOf, Text, YesNo
from workshops.services.prints.kinds import Kind, NothingToPrint, Wanted
from workshops.services.prints.words import agency_name
from workshops.services.workshop_reading import is_over
from workshops.translating import translator

LONG = 40  # letters; a page waits three seconds for so many
MOST_SEATS = 1_000
EACH_ITS_OWN = N_("Each letter in its addressee’s language")


@dataclass(frozen=True)
class _To:
    """Whom a letter goes to: the lines of the address below the first, and what only this letter says in a language."""

    languages: tuple[str, ...]
    name: str
    below: tuple[str, ...]
    said_in: Callable[[str], dict[str, str]]


def nomination_context(session: Session, workshop: Workshop, wanted: Wanted) -> LettersContext:
    """What the letters to the agencies chosen say."""
    agencies, seats = to.chosen_agencies(workshop, wanted), _seats(workshop)

    def addressee(agency: Agency) -> _To:
        languages = to.languages_of_agency(agency, wanted)

        def said_in(language: str) -> dict[str, str]:
            places = v.seats(seats.get(agency.id) or wanted.chosen["seats"], language)
            return {"agency": agency_name(agency, language), "seats": places}

        below = to.country_line(agency, workshop, languages[0])
        return _To(languages, agency_name(agency, languages[0]), below, said_in)

    return _context(session, workshop, wanted, DocumentUse.NOMINATION, [addressee(agency) for agency in agencies])


def invitation_context(session: Session, workshop: Workshop, wanted: Wanted) -> LettersContext:
    """What the letters to the people chosen say."""
    rows = to.chosen_people(workshop, wanted)

    def addressee(row: Participation) -> _To:
        languages = to.languages_of_person(row, wanted)

        def said_in(language: str) -> dict[str, str]:
            agency = agency_name(row.agency, language) if row.agency else ""
            return {"participant": row.person.full_name, "post": row.post_title, "agency": agency}

        agency = said_in(languages[0])["agency"]
        country = to.country_line(row.agency, workshop, languages[0]) if row.agency else ()
        return _To(languages, row.person.full_name, (*filter(None, (row.post_title, agency)), *country), said_in)

    return _context(session, workshop, wanted, DocumentUse.INVITATION, [addressee(row) for row in rows])


def nomination_lacks(_session: Session, workshop: Workshop, wanted: Wanted) -> WorkshopsError | None:
    """Letters to agencies need an agency, and one that is chosen."""
    if not workshop.agencies:
        message = N_("This workshop has no agencies yet to which to write.")
        return NothingToPrint(message, mend="who-organises")
    return None if to.chosen_agencies(workshop, wanted) else Invalid(Problem("to", N_("Choose an agency.")))


def invitation_lacks(_session: Session, workshop: Workshop, wanted: Wanted) -> WorkshopsError | None:
    """Letters to participants need a participant, and one who is chosen."""
    if not workshop.participations:
        message = N_("This workshop has no participants yet to whom to write.")
        return NothingToPrint(message, mend="participant-list")
    if to.chosen_people(workshop, wanted):
        return None
    message = N_(
        "Invitations usually go to those who are invited, nominated, registered, selected or confirmed; "
        "nobody is here. Tick to whom else to write, or choose a person."
    )
    return Invalid(Problem("statuses", message))


def _context(
    session: Session, workshop: Workshop, wanted: Wanted, use: DocumentUse, addressees: list[_To]
) -> LettersContext:
    signatory, title = _signatory(session, workshop, wanted)
    settings = offices.settings_of(workshop.office)
    texts: dict[str, DocumentText] = {}
    values: dict[str, dict[str, str]] = {}
    for language in {language for each in addressees for language in each.languages}:
        texts[language] = document_texts.text(session, workshop.office, use=use, language=language)
        values[language] = v.values_of(workshop, language) | {
            "deadline": v.deadline(wanted.chosen["deadline"], language),
            "contact": v.contact(workshop, settings.texts.get(f"contact_{language}", "")),
            "signatory": signatory,
        }
    enclosures = tuple(filter(None, (part.strip() for part in wanted.chosen["enclosures"].split(";"))))
    return LettersContext(
        reference=workshop.reference,
        title=translator(wanted.language).gettext(label(use)),
        office=workshop.office.name,
        written_on=wanted.today,
        letters=[
            Letter(
                languages=each.languages,
                addressee=(each.name, *each.below),
                texts=[_filled(texts[code], values[code] | each.said_in(code)) for code in each.languages],
                enclosures=enclosures,
                issuer=offices.issuer(workshop.office, each.languages),
                footer=in_each(each.languages, lambda code: settings.texts.get(f"footer_{code}", "")),
            )
            for each in addressees
        ],
        signatory=signatory,
        signatory_title=title,
        paper=wanted.paper,
        letterhead=wanted.letterhead,
    )


def _filled(text: DocumentText, values: dict[str, str]) -> d.FilledText:
    try:
        return d.fill(text, values)
    except d.MissingValues as error:
        message = N_(
            "The text of the letter asks for %(names)s, which is not known. Enter it here or in the record, or change "
            "the text."
        )
        first = error.names[0]
        field = first if first in ("deadline", "seats") else "lang"
        raise Invalid(Problem(field, message, {"names": ", ".join(f"{{{name}}}" for name in error.names)})) from None


def _signatory(session: Session, workshop: Workshop, wanted: Wanted) -> tuple[str, str]:
    """The name and the title typed, else of whoever signed the last certificates of the office first."""
    name, title = wanted.chosen["signatory"], wanted.chosen["signatory_title"]
    if name or title:
        return name, title
    look = certificate_register.usual_look(session, office_id=workshop.office_id, language=wanted.language)
    return (look.signatories[0].name, look.signatories[0].title) if look.signatories else ("", "")


def _seats(workshop: Workshop) -> dict[int, int]:
    """The places of each agency that the record says, whatever the role with which it says them."""
    return {row.agency_id: row.seats for row in workshop.agencies if row.seats}


_OWN_LANGUAGE = YesNo(
    name="own_language",
    label=N_("Each in the language of its addressee"),
    hint=N_("As far as it is known; else all are in the language chosen."),
    is_usual=True,
)
_DEADLINE = Day(name="deadline", label=N_("Answer until"), hint=N_("The day that the text names."))
_CLOSING = (
    Text(
        name="signatory",
        label=N_("Signed by"),
        hint=N_("Left empty, whoever signed the last certificates of the office."),
    ),
    Text(name="signatory_title", label=N_("Title of who signs"), hint=N_("Such as: Chief of Mission.")),
    Text(name="enclosures", label=N_("Enclosed"), hint=N_("What lies with the letter, with semicolons between.")),
)


def _tells_apart(context: LettersContext) -> tuple[str, tuple[str, ...]]:
    """The addressee of a single letter, and the languages of all."""
    alone = context.letters[0].addressee[0] if len(context.letters) == 1 else ""
    return alone, tuple(dict.fromkeys(language for letter in context.letters for language in letter.languages))


def _caution(workshop: Workshop, wanted: Wanted) -> str:
    is_late = is_over(workshop, wanted.today)
    return N_("This workshop is over; the letters say that it will be held.") if is_late else ""


def _in_languages(wanted: Wanted) -> str:
    if not wanted.chosen["own_language"]:
        return ""
    is_bilingual = len(wanted.languages) > 1
    return N_("Each letter in two languages, its addressee’s first") if is_bilingual else EACH_ITS_OWN


def _kind(*choices: Choice, **given: Any) -> Kind[LettersContext]:
    return Kind(
        **given,
        page=lambda context, languages: letters_page(context, languages[0]),
        choices=(*choices, _OWN_LANGUAGE, _DEADLINE, *_CLOSING),
        in_languages=_in_languages,
        is_long=lambda context: len(context.letters) > LONG,
        caution=_caution,
        tells_apart=_tells_apart,
    )


NOMINATION_LETTERS = _kind(
    SomeOf(name="to", label=N_("To"), hint=N_("The agencies of the record."), of=to.agencies),
    Number(
        name="seats",
        label=N_("Places for each"),
        hint=N_("Where the record says none for an agency."),
        least=1,
        most=MOST_SEATS,
    ),
    name="nomination-letters",
    title=N_("Letters asking for nominations"),
    about=N_("A letter to each agency chosen, asking whom it sends; in a .zip each is a file of its own."),
    context=nomination_context,
    lacks=nomination_lacks,
    parts=to.each_agency,
)
INVITATION_LETTERS = _kind(
    SomeOf(name="statuses", label=N_("To all who are"), hint=N_("The status each has in the record."), of=to.statuses),
    OneOf(name="person", label=N_("Or to one person"), hint=N_("Whatever the status."), of=to.people),
    name="invitation-letters",
    title=N_("Letters of invitation"),
    about=N_("A letter to each participant, inviting to come; in a .zip each is a file of its own."),
    context=invitation_context,
    lacks=invitation_lacks,
    parts=to.each_person,
)
