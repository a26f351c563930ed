"""What a kind of printed document is made of. The other files of this folder are the kinds, one each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast

from sqlalchemy.orm import Session

from workshops.documents.letterhead import Letterhead
from workshops.documents.problems import MARKING
from workshops.documents.row_stamps import Stamps
from workshops.documents.slots import SlotStamps
from workshops.domain.access import Actor
from workshops.domain.languages import OWN_NAMES
from workshops.domain.offices import PAPERS, Paper
from workshops.domain.partial_date import PartialDate
from workshops.domain.print_choices import ONLY_TICKED, Given, Offered, Option, Value
from workshops.errors import N_, Invalid, Problem, WorkshopsError
from workshops.services.prints.choices import Choice, OneOf, YesNo

LANGUAGE = OneOf(
    name="lang", label=N_("Language"), of=[Option(code, name, code == "en") for code, name in OWN_NAMES.items()]
)
SECOND = OneOf(
    name="second",
    label=N_("Second language"),
    hint=N_("Beside the first, for people who read only one of them."),
    of=[Option("", N_("One language only")), *(Option(code, name) for code, name in OWN_NAMES.items())],
)
PAPER = OneOf(
    name="paper",
    label=N_("Paper"),
    of=[Option(paper, "US Letter" if paper == "Letter" else paper) for paper in PAPERS],
)
ARCHIVE = YesNo(
    name="archive",
    label=N_("Archive copy"),
    hint=N_("A PDF/A-3 file with all the data inside that it is about, also what the document itself does not show."),
)
MARKED = YesNo(
    name="marked",
    label=MARKING,
    hint=N_("Where no font has a character, � stands in its place; otherwise such a document is not printed."),
)
COMMON: tuple[Choice, ...] = (LANGUAGE, SECOND, PAPER, ARCHIVE, MARKED)
COMMON_NAMES = frozenset(choice.name for choice in COMMON)
Context = TypeVar("Context")


class Scope(StrEnum):
    """What a document is printed of: one workshop, or all trainings that a filter chooses."""

    WORKSHOP = "workshop"
    TRAININGS = "trainings"


class NothingToPrint(WorkshopsError):
    """The record lacks what this document is about (422); the message says what.

    `mend` is the part of the workshop's form where it is entered, or "certificates"; `by_choice` says that there is
    something to print for other choices.
    """

    status = 422

    def __init__(self, message: str, *, mend: str = "", by_choice: bool = False, **params: object) -> None:
        super().__init__(message, **params)
        self.mend, self.by_choice = mend, by_choice


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How a document is wanted: one or two languages, the first of which is its own, and what else was chosen."""

    languages: tuple[str, ...]
    paper: Paper
    today: date
    by: Actor
    is_archived: bool = False
    marks_missing: bool = False
    letterhead: Letterhead = field(default_factory=Letterhead)
    chosen: Mapping[str, Any] = field(default_factory=dict)
    """The value of each own choice of the kind, by its name."""

    @property
    def language(self) -> str:
        """The document's own language."""
        return self.languages[0]


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[Context]):
    """A kind of document.

    `name` is its word in addresses, commands and the API; `title` and `about` (one sentence: what it is for) are
    message ids. `context` reads what its `scope` says, a workshop found and loaded as `workshops.find` does or a
    `TrainingFilter`, into the plain values of the document; `page` makes its HTML, `stamps` the same as a specimen and
    values, where that is quicker. `lacks` is asked before: what keeps the document from being made of this record.
    `day` is the day the document is for; where it is not said, that is the workshop's start.
    A document that `is_long` is made by a worker. `caution` gives the message id of what to think of before it is
    printed, "" for nothing, and `in_languages` that of what decides upon its languages besides those wanted.

    Some are several documents in one file, such as letters. Then `parts` gives for each what it is called and what is
    to be chosen to have it alone, and `tells_apart` what tells a file from others of its kind: words for its name, and
    the languages in which it is written.
    """

    name: str
    title: str
    about: str
    context: Callable[[Session, Any, Wanted], Context]
    page: Callable[[Context, tuple[str, ...]], str]
    stamps: Callable[[Context, tuple[str, ...]], Stamps | SlotStamps] | None = None
    lacks: Callable[[Session, Any, Wanted], WorkshopsError | None] = lambda session, record, wanted: None
    choices: tuple[Choice, ...] = ()
    scope: Scope = Scope.WORKSHOP
    is_long: Callable[[Context], bool] = lambda context: False
    caution: Callable[[Any, Wanted], str] = lambda record, wanted: ""
    in_languages: Callable[[Wanted], str] = lambda wanted: ""
    day: Callable[[Context], date | PartialDate | None] | None = None
    parts: Callable[[Any, Wanted], Iterable[tuple[str, Given]]] | None = None
    tells_apart: Callable[[Context], tuple[str, tuple[str, ...]]] | None = None

    @property
    def all_choices(self) -> tuple[Choice, ...]:
        """Those of every document and its own."""
        return (*COMMON, *self.choices)

    def offered(self, subject: Any, language: str, usual: Given) -> list[Offered]:
        """All its choices for this subject, worded in a language."""
        return [choice.offered(subject, language, usual.get(choice.name)) for choice in self.all_choices]

    def wanted(self, given: Given, subject: Any, *, usual: Given, today: date, by: Actor) -> Wanted:
        """How the texts of `given` want it; what they leave open is as in `usual`.

        Raises `Invalid` with a problem for each choice that cannot be.
        """
        values: dict[str, Value] = {}
        problems: list[Problem] = []
        for choice in self.all_choices:
            try:
                values[choice.name] = choice.read(_texts(choice, given, usual), subject)
            except Invalid as wrong:
                problems += wrong.problems
        if problems:
            raise Invalid(*problems)
        languages = (values.pop("lang"), values.pop("second"))
        paper = cast(Paper, values.pop("paper"))
        is_archived, marks_missing = cast(bool, values.pop("archive")), cast(bool, values.pop("marked"))
        spoken = cast(tuple[str, ...], tuple(dict.fromkeys(filter(None, languages))))
        return Wanted(
            languages=spoken,
            paper=paper,
            today=today,
            by=by,
            is_archived=is_archived,
            marks_missing=marks_missing,
            chosen=values,
        )


def _texts(choice: Choice, given: Given, usual: Given) -> Sequence[str] | None:
    """What is said of a choice, None for nothing. A form says nothing of boxes that are left empty."""
    if choice.name in given:
        return given[choice.name]
    if ONLY_TICKED in given and choice.how.is_ticked:
        return ()
    return usual.get(choice.name)


def common_choices(language: str, usual: Given) -> list[Offered]:
    """What can be chosen of every document, worded in a language."""
    return [choice.offered(None, language, usual.get(choice.name)) for choice in COMMON]


def common_problems(given: Given) -> list[Problem]:
    """What is wrong with these choices."""
    problems: list[Problem] = []
    for choice in COMMON:
        try:
            choice.read(given.get(choice.name), None)
        except Invalid as wrong:
            problems += wrong.problems
    return problems
