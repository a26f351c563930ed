"""The contents of an evidence pack with everything that they can say, and a table of the record."""

from functools import partial

from tests.pictured.agenda import HEAD, NAMES, TITLE
from workshops.documents.both import Both, known_in
from workshops.documents.evidence_pack import (
    EvidenceContext,
    EvidenceLine,
    EvidenceTable,
    MissingLine,
    TablePart,
    contents_page,
    table_page,
)

LISTS = Both({"en": "List of participants", "fr": "Liste des participants"})


def contents(**changes: object) -> EvidenceContext:
    """The contents of a pack, in which single values can be changed."""
    files = [("From the record", LISTS, 2), ("Signed attendance sheet", "Сургалт, өдөр 1", 4), ("Other", "Notes", 0)]
    lines = [
        EvidenceLine(
            group=group,
            title=title,
            file_name=f"{number:02} {title}.pdf",
            size=48_128 * number,
            sha256=f"{number:x}" * 64,
            pages=pages,
        )
        for number, (group, title, pages) in enumerate(files, 1)
    ]
    why = "No font on this server can print � (U+E000), in: Group photo. Change the text."
    values = {
        **HEAD,
        "title": TITLE,
        "lines": lines,
        "missing": [MissingLine("Group photo", Both({"en": why, "fr": "Aucune police ne permet de l’imprimer."}))],
        "not_recorded": [Both({"en": "Evaluation", "fr": "Évaluation"})],
    }
    return EvidenceContext(**{**values, **changes})  # type: ignore[arg-type]


def attendance() -> EvidenceTable:
    """Attendance of somebody of each script at four events."""
    present = Both({"en": "Present", "fr": "Présent"})
    marks = [present, Both({"en": "Part of the time", "fr": "Une partie du temps"}), "", present]
    rows = [(name, "Ministry of Justice", *marks, "18 hours") for name in NAMES]
    events = [f"Mon {day} May, 09:00–12:30: Risk analysis" for day in range(6, 10)]
    part = TablePart(["Name", "Agency", *events, "Hours"], rows, ["Were there", "", "12", "12", "0", "12", ""])
    return EvidenceTable(**{**HEAD, "title": TITLE}, heading="Attendance", parts=[part])  # type: ignore[arg-type]


def _contents(languages: tuple[str, ...]) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    title = known_in(languages, TITLE.parts, str(TITLE))
    return to_pdf(contents_page(contents(title=title), languages, first=2))


def _table() -> bytes:
    from workshops.documents.engine import to_pdf

    return to_pdf(table_page(attendance(), ("en", "fr")))


PICTURES = {"evidence-contents-en-fr": partial(_contents, ("en", "fr")), "evidence-attendance": _table}
