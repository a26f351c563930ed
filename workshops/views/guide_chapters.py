"""The chapters of the guide: what each says, which pages lead to it, and what its picture shows."""

from dataclasses import dataclass

from workshops.errors import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter under its `key`. All texts are messages of the catalogs.

    `pages` are the endpoints, or beginnings of endpoints with a dot, whose "?" leads here. The picture lies in
    `static/guide/<language>/<key>.webp`, made by tests/browser/guide_pictures.py from `path`; `alt` says what it shows.
    """

    key: str
    title: str
    steps: tuple[str, ...]
    path: str
    alt: str
    pages: tuple[str, ...] = ()


CHAPTERS = (
    Chapter(
        key="first-steps",
        title=N_("First steps"),
        steps=(
            N_(
                "The start page says what there is to do today: workshops that run or come, records to complete, texts to review."
            ),
            N_("Choose your language at the top. Your name and your password are under your name beside it."),
            N_(
                "The search at the top finds workshops, people, agencies, projects and press releases by any word of theirs."
            ),
        ),
        path="/",
        alt=N_("The start page with running workshops, records to complete and press releases to review"),
        pages=("today.", "search.", "account."),
    ),
    Chapter(
        key="register",
        title=N_("Register a workshop"),
        steps=(
            N_("Fill in what you know. Only the title is required; a date may be a month or a year: “May 2013”."),
            N_(
                "Type the first letters or the acronym of an agency, a person or a project and choose it. What is not in the register yet is added with the name you typed."
            ),
            N_(
                "Save. The workshop gets its reference, and its page says what is still missing before it can be closed."
            ),
        ),
        path="/workshops/new",
        alt=N_("The form for a workshop with its title, dates and place"),
        pages=("workshop_edit.", "workshop_documents."),
    ),
    Chapter(
        key="press",
        title=N_("Make a record from a press release"),
        steps=(
            N_("Paste the text or upload the file."),
            N_(
                "Compare: each proposed value stands beside the words of the text that say it. Accept it, change it or reject it."
            ),
            N_("Accept the draft. What you have confirmed is never overwritten by a later reading."),
        ),
        path="/press/1",
        alt=N_("A press release with marked words at the left, the proposed values at the right"),
        pages=("press.", "press_review."),
    ),
    Chapter(
        key="people",
        title=N_("People and attendance"),
        steps=(
            N_(
                "Add participants to the workshop as rows: name, agency and post as they are now. They stay so for this workshop when the person changes post."
            ),
            N_(
                "After the workshop, open Attendance and tick who was there at each event; one click marks all present."
            ),
            N_(
                "Certificates are issued on the page of the workshop, to those who attended enough; the list says why the others get none. Anybody can check one by the code printed on it."
            ),
            N_(
                "A person keeps one record for all workshops: its page shows where somebody took part, taught or was quoted."
            ),
        ),
        path="/workshops/MNG-2014-001/attendance",
        alt=N_("The attendance page with a row for each participant and a column for each event"),
        pages=("people.", "attendance.", "certificates.", "certificate_register."),
    ),
    Chapter(
        key="print",
        title=N_("Print the brief and the attendee sheet"),
        steps=(
            N_(
                "Open the workshop and choose Print. The language of the paper may differ from the language of the page."
            ),
            N_(
                "The sheet has a box to sign for each event that takes attendance, and empty rows for those who come unannounced."
            ),
            N_(
                "Preview shows the pages without printing them. Tick several documents to have them made together in one .zip."
            ),
            N_(
                "Letters ask agencies whom they send, or invite participants, each in the language of its addressee; in an archive each is a file of its own."
            ),
        ),
        path="/workshops/MNG-2014-001/print",
        alt=N_("The page where language, paper and columns of a document are chosen"),
        pages=("printing.",),
    ),
    Chapter(
        key="look-back",
        title=N_("List past trainings by country"),
        steps=(
            N_(
                "Choose a country, a period, a topic, an agency or a funder. The heading says in one sentence what is listed."
            ),
            N_(
                "Download all rows as CSV, Excel or JSON at the head of the table. The address of the page can be kept and sent."
            ),
        ),
        path="/trainings",
        alt=N_("Past trainings with the filter, a map of the world, and bars by country and year"),
        pages=("trainings.",),
    ),
    Chapter(
        key="finish",
        title=N_("Finish a record"),
        steps=(
            N_(
                "The start page lists the workshops that have ended and lack something, the oldest first. Each line leads straight to the field."
            ),
            N_("When nothing is missing, close the workshop. It can be reopened."),
        ),
        path="/workshops/MNG-2019-001",
        alt=N_("The page of a workshop, with what is missing at the side"),
        pages=("workshops.", "workshop_acts.", "history."),
    ),
    Chapter(
        key="registers",
        title=N_("Keep the registers tidy"),
        steps=(
            N_(
                "Agencies, projects and topics are shared by all offices. Look a name up before you add it; acronyms and other spellings are found too."
            ),
            N_(
                "Write old names and misspellings into “Other spellings”: the next press release finds the agency under each of them."
            ),
            N_("Names in French and Spanish stand on documents in these languages."),
        ),
        path="/agencies",
        alt=N_("The register of agencies with its search"),
        pages=("agencies.", "projects.", "topics."),
    ),
    Chapter(
        key="administrators",
        title=N_("For administrators"),
        steps=(
            N_(
                "Add an account for each person; a one-time password is shown once. Viewers read, organisers keep the records of their office."
            ),
            N_(
                "Settle for each office what stands on its documents: logo, paper, texts in three languages, the order of agencies."
            ),
            N_(
                "Write the texts of letters and certificates, for all offices or for one: the document is shown beside them, and you can go back to every version."
            ),
            N_(
                "Disable an account when somebody leaves: it is signed out everywhere at once, and what it did stays in the history."
            ),
        ),
        path="/offices/1",
        alt=N_("The settings of an office"),
        pages=("offices.", "document_texts.", "users.", "tokens."),
    ),
)


def chapter_of(endpoint: str) -> Chapter | None:
    """The chapter about the page at an endpoint, None where no chapter is."""
    return next((chapter for chapter in CHAPTERS if endpoint.startswith(chapter.pages or ("\0",))), None)
