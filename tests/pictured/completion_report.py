"""A completion report with every part filled in, in one language and in two."""

from functools import partial

from tests.pictured.agenda import HEAD, TITLE
from workshops.documents import fonts
from workshops.documents.both import Both, known_in
from workshops.documents.completion_report import CompletionReportContext, PaperLine, completion_report_page
from workshops.documents.counted import Counted
from workshops.domain import enums as e
from workshops.domain.reach import Reach

MINISTRY = Both({"en": "Ministry of Justice and Home Affairs", "fr": "Ministère de la justice et de l’intérieur"})
STORY = "Officials of both agencies worked for three days on the examination of travel documents. "


def completion_report(**changes: object) -> CompletionReportContext:
    """A full report, in which single values can be changed."""
    values = {
        **HEAD,
        "title": TITLE,
        "status": e.WorkshopStatus.COMPLETED,
        "project": "Capacity Building in Migration Management (CBMM)",
        "agencies": [
            (e.AgencyRole.ORGANISER, "International Organization for Migration (IOM)"),
            (e.AgencyRole.ORGANISER, MINISTRY),
            ("funder", "IOM Development Fund"),
        ],
        "experts": ["Inês Carvalho", "Anna Keller", ""],
        "summary": STORY * 2,
        "objectives": "Prevent irregular movements, and ease the travel of those who may cross.",
        "methodology": f"{STORY * 3}\n{STORY * 2}",
        "results": STORY * 4,
        "follow_up": "Хоёр байгууллага сургалтын нэгдсэн хөтөлбөр боловсруулна.\nA second course follows in autumn.",
        "planned": 45,
        "reach": Reach(women=17, men=23, unknown=2),
        "by_agency": [
            Counted(MINISTRY, 18),
            *(Counted(name, 12 - number) for number, name in enumerate(fonts.SCRIPTS.values())),
            Counted("", 3, 2),
        ],
        "by_country": [Counted("Mongolia", 39), Counted("Kyrgyzstan", 3)],
        "papers": [
            PaperLine(title="Signed sheets", type=e.DocumentType.SIGNED_SHEET),
            PaperLine(title="Against irregular migration", type=e.DocumentType.PRESS_RELEASE, publisher="Montsame"),
        ],
    }
    return CompletionReportContext(**{**values, **changes})  # type: ignore[arg-type]


def _pdf(languages: tuple[str, ...]) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    title = known_in(languages, TITLE.parts, str(TITLE))
    if len(languages) > 1:
        return to_pdf(completion_report_page(completion_report(title=title), languages))
    ministry = MINISTRY.parts.get(languages[0], str(MINISTRY))
    counts = [Counted(ministry, 18), Counted("", 3, 2)]
    report = completion_report(title=title, agencies=[(e.AgencyRole.HOST, ministry)], by_agency=counts)
    return to_pdf(completion_report_page(report, languages))


PICTURES = {"completion-report-es": partial(_pdf, ("es",)), "completion-report-en-fr": partial(_pdf, ("en", "fr"))}
