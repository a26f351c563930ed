"""Certificates, badges and name cards beside those of others: the people are new each time, their words as usual."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import count
from typing import Any, Final

from workshops.bench._rows import Row
from workshops.bench._turns import compared
from workshops.documents.badges import BadgeLine, BadgesContext, BadgeSize, badges_page, badges_stamps
from workshops.documents.certificate import Certificate, CertificateContext, certificate_page, certificate_stamps
from workshops.documents.name_cards import NameCardsContext, name_cards_page, name_cards_stamps
from workshops.documents.slots import SlotStamps
from workshops.domain.certificates import Signatory
from workshops.domain.document_texts import DocumentUse, default_text, fill

ENGLISH: Final = ("en",)
TITLE: Final = "Border management and the detection of fraudulent travel documents"
MOST: Final = {40: {"plain WeasyPrint": 0.15}, 500: {"plain WeasyPrint": 0.05, "ReportLab": 1.6}}
NAMES: Final = (
    ("Nguyễn Thị Hương", ""),
    ("Oyunchimeg Dorj", "Оюунчимэг Дорж"),
    ("José Gonçalves", ""),
    ("Muhammad Al-Husseini", "محمد الحسيني"),
    ("Ana Müller", ""),
    ("Wang Xiaoming", "王小明"),
    ("Søren Okafor", ""),
)
"""Names as they are typed, and in their own script."""
_seeds = count(1)

Make = Callable[[Any], object]


def certificates(plain: Callable[[str], bytes]) -> Iterator[Row]:
    """CPU seconds of each way in turn, medians of several documents, and ours as a share of the others'."""
    from workshops.bench import _certificate_peers as peers  # here, so that other figures can be had without them

    ways: dict[str, Make] = {
        "stamped": lambda context: _stamped(certificate_stamps(context, ENGLISH)),
        "plain WeasyPrint": lambda context: plain(certificate_page(context, ENGLISH)),
        "ReportLab": peers.reportlab,
        "Typst": peers.typst_pages,
    }
    for people, most in MOST.items():
        times = 5 if people < 100 else 3
        yield from compared(f"certificates of {people}", ways, partial(_certificates, people), times=times, most=most)


def badges(plain: Callable[[str], bytes]) -> Iterator[Row]:
    """The same for badges on sheets and for name cards of 40 people."""
    kinds: dict[str, tuple[Callable[[int], object], Make, Make]] = {
        "badges": (
            _badges,
            lambda context: _stamped(badges_stamps(context, ENGLISH)),
            lambda context: plain(badges_page(context, ENGLISH)),
        ),
        "name cards": (
            _name_cards,
            lambda context: _stamped(name_cards_stamps(context, ENGLISH)),
            lambda context: plain(name_cards_page(context, ENGLISH)),
        ),
    }
    for name, (context, stamped, laid_out) in kinds.items():
        ways = {"stamped": stamped, "plain WeasyPrint": laid_out}
        yield from compared(f"{name} of 40", ways, partial(context, 40), times=5, most={})


def _stamped(stamps: SlotStamps) -> bytes:
    """What the printing process does for such a document, tags and all."""
    from workshops.documents.engine import stamped_slots  # here, since loading it takes memory and time of its own

    return stamped_slots(stamps.specimen, stamps.pieces, stamps.places)


def _people(number: int) -> Iterator[tuple[int, str, str]]:
    """That many people of whom no two are called the same, nor as in the document before."""
    seed = next(_seeds)
    for each in range(number):
        name, native_name = NAMES[each % len(NAMES)]
        yield each, f"{name} {seed}.{each}", native_name and f"{native_name} {seed}.{each}"


def _certificates(people: int) -> CertificateContext:
    seed = next(_seeds)
    values = {"participant": "x", "activity": "the workshop", "workshop": TITLE, "dates": "from 6 to 8 May 2024"}
    words = [
        fill(default_text(DocumentUse.ATTENDANCE, "en"), values | {"hours": f"{12 + hours} hours"})
        for hours in range(7)
    ]
    return CertificateContext(
        title="MNG-2024-003 Certificates",
        office="Office in Mongolia",
        certificates=[
            Certificate(
                name=name,
                native_name=native_name,
                texts=(words[each % 7],),
                number=f"MNG-2024-003/{each:04}",
                issued_on=date(2024, 5, 14),
                check_address=f"https://workshops.example.org/c/{seed:06}{each:06}K3F9QXAZ7M2P4R",
                signatories=(Signatory(name="E. Bold", title="Director"), Signatory(name="D. Murun", title="Trainer")),
            )
            for each, name, native_name in _people(people)
        ],
    )


def _lines(people: int) -> list[BadgeLine]:
    return [
        BadgeLine(name=name, native_name=native_name, agency="Immigration Agency", post="Senior officer")
        for _each, name, native_name in _people(people)
    ]


def _badges(people: int) -> BadgesContext:
    return BadgesContext(
        title="Badges",
        short_title=TITLE,
        office="Office in Mongolia",
        people=_lines(people),
        size=BadgeSize.CARD,
        on_sheets=True,
    )


def _name_cards(people: int) -> NameCardsContext:
    return NameCardsContext(title="Name cards", short_title=TITLE, office="Office in Mongolia", people=_lines(people))
