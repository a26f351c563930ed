"""An agenda and a list of experts with every part filled in."""

from datetime import date, time
from functools import partial

from workshops.documents import fonts
from workshops.documents.agenda import AgendaContext, AgendaEntry, agenda_page
from workshops.documents.both import Both, known_in
from workshops.documents.experts import ExpertEntry, ExpertsContext, experts_page
from workshops.domain import enums as e
from workshops.domain.partial_date import PartialDate

NAMES = list(fonts.SCRIPTS.values())
ROLES = list(e.ExpertRole)
TITLE = Both(
    {
        "en": "Border management and the detection of fraudulent travel documents",
        "fr": "Gestion des frontières et détection des documents de voyage frauduleux",
    }
)
HEAD = {
    "reference": "MNG-2024-003",
    "type": e.WorkshopType.WORKSHOP,
    "status": e.WorkshopStatus.CONFIRMED,
    "office": "Office in Mongolia",
    "printed_on": date(2024, 5, 3),
    "starts_on": PartialDate(2024, 5, 6),
    "ends_on": PartialDate(2024, 5, 8),
    "country_code": "MN",
    "city": "Ulaanbaatar",
    "venue": "Immigration Agency, training hall",
}
ENTRIES = [
    AgendaEntry(
        title="Opening by the Director General of the Immigration Agency",
        day=date(2024, 5, 6),
        start_time=time(9),
        end_time=time(9, 30),
        led_by="Баярмаа Дорж",
        room="Main hall",
    ),
    AgendaEntry(
        title="Security features of passports: optically variable inks, laser images, chips and their certificates",
        day=date(2024, 5, 6),
        start_time=time(9, 30),
        end_time=time(12, 30),
        led_by="Inês Carvalho, 王小明, منى الأحمد",
        room="Laboratory of the document examination unit, second floor",
    ),
    AgendaEntry(title="Practice with specimens", day=date(2024, 5, 7), start_time=time(14)),
    AgendaEntry(title="Impostors and look-alikes", day=date(2024, 5, 7), start_time=time(9), led_by="Inês Carvalho"),
    AgendaEntry(title="Evaluation"),
]


def agenda(**changes: object) -> AgendaContext:
    """A full agenda, in which single values can be changed."""
    values = {**HEAD, "title": TITLE, "time_zone": "Asia/Ulaanbaatar", "entries": ENTRIES}
    return AgendaContext(**{**values, **changes})  # type: ignore[arg-type]


def experts(**changes: object) -> ExpertsContext:
    """A full list with names in all scripts, in which single values can be changed."""
    people = [
        ExpertEntry(
            role=ROLES[number % len(ROLES)],
            name=f"Inês Carvalho {number}" if number else "",
            native_name=name if number else "",
            affiliation="Serviço de Estrangeiros e Fronteiras" if number % 3 else "",
            country_code="PT" if number % 4 or not number else None,
            days=[date(2024, 5, 6), date(2024, 5, 7)][: number % 3],
            email="ines.carvalho.a.very.long.name@example-organisation.org" if number % 2 else "",
            phone="+351 21 000 00 00" if number % 5 else "",
        )
        for number, name in enumerate(NAMES)
    ]
    values = {**HEAD, "title": TITLE, "experts": people}
    return ExpertsContext(**{**values, **changes})  # type: ignore[arg-type]


def _pdf(kind: str, languages: tuple[str, ...]) -> bytes:
    from workshops.documents.engine import to_pdf  # here, so that the contexts can be had where nothing prints

    title = known_in(languages, TITLE.parts, str(TITLE))
    if kind == "agenda":
        return to_pdf(agenda_page(agenda(title=title), languages))
    return to_pdf(experts_page(experts(title=title, with_contacts=len(languages) == 1), languages))


PICTURES = {
    "agenda-en": partial(_pdf, "agenda", ("en",)),
    "agenda-fr-en": partial(_pdf, "agenda", ("fr", "en")),
    "experts-es": partial(_pdf, "experts", ("es",)),
    "experts-en-fr": partial(_pdf, "experts", ("en", "fr")),
}
