"""Agenda, list of experts, completion report and report on trainings, as they stand on paper."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.integration.documents.test_prints import letters
from tests.pictured.agenda import HEAD, TITLE, agenda, experts
from tests.pictured.attendee_sheet import full_sheet
from tests.pictured.brief import STORY, full_brief
from tests.pictured.completion_report import MINISTRY, completion_report
from tests.pictured.country_report import report, training
from tests.pictured.evidence_pack import attendance, contents
from workshops.documents import fonts
from workshops.documents.agenda import AgendaEntry, agenda_page
from workshops.documents.attendee_sheet import attendee_sheet_page
from workshops.documents.both import Both
from workshops.documents.brief import brief_page
from workshops.documents.brief_context import AgencyLine
from workshops.documents.completion_report import completion_report_page
from workshops.documents.counted import Counted
from workshops.documents.country_report import country_report_page
from workshops.documents.engine import to_pdf
from workshops.documents.evidence_pack import MissingLine, TablePart, contents_page, table_page
from workshops.documents.experts import ExpertEntry, experts_page
from workshops.documents.participant_list import ListRow, ParticipantListContext, Who, participant_list_page
from workshops.domain.enums import AgencyRole, ExpertRole

Reader = Callable[[bytes], list[str]]
Page = Callable[[str], str]


def _report(name: str) -> str:
    rows = [replace(training(1), title=name, organisers=(name,), city=name)]
    return country_report_page(report(rows, "MN", name), "fr")


PAGES: dict[str, Page] = {
    "agenda": lambda name: agenda_page(
        agenda(title=name, entries=[AgendaEntry(title=name, led_by=name, room=name)]), "es"
    ),
    "experts": lambda name: experts_page(
        experts(title=name, experts=[ExpertEntry(role=ExpertRole.OBSERVER, name=name, native_name=name)]), "en"
    ),
    "completion report": lambda name: completion_report_page(
        completion_report(title=name, agencies=[(AgencyRole.HOST, name)], results=name, by_agency=[Counted(name, 1)]),
        "fr",
    ),
    "report on trainings": _report,
    "contents of a pack": lambda name: contents_page(
        contents(title=name, missing=[MissingLine(name, name)], not_recorded=[name]), "en", 2
    ),
    "table of a pack": lambda name: table_page(
        replace(attendance(), title=name, parts=[TablePart([name, name], [(name, name)])]), "es"
    ),
}


@pytest.mark.parametrize("document", PAGES)
def test_names_in_each_script_come_out_as_they_went_in(document: str, pages_of: Reader) -> None:
    for script, name in fonts.SCRIPTS.items():
        printed = letters("".join(pages_of(to_pdf(PAGES[document](name)))))
        assert printed.count(letters(name)) >= 3, script


@pytest.mark.parametrize("document", PAGES)
def test_markup_in_a_record_is_printed_letter_by_letter(document: str, pages_of: Reader) -> None:
    hostile = '</title></svg><img src="http://127.0.0.1/x">{{ 7*7 }}'
    assert letters("".join(pages_of(to_pdf(PAGES[document](hostile))))).count(letters(hostile)) >= 3


class Misplaced(HTMLParser):
    """Finds text of two languages where there is room for one: in attributes and titles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.in_title = False
        self.languages: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [f"{name}={value}" for name, value in attrs if "<span" in (value or "")]
        if self.in_title:
            self.found.append(tag)
        self.in_title = self.in_title or tag == "title"
        self.languages |= {value or "" for name, value in attrs if name == "lang"}

    def handle_endtag(self, tag: str) -> None:
        self.in_title = self.in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self.in_title and "<span" in data:
            self.found.append(data)


BOTH = ("en", "fr")
IN_BOTH = {
    "agenda": lambda: agenda_page(agenda(), BOTH),
    "experts": lambda: experts_page(experts(with_contacts=True), BOTH),
    "completion report": lambda: completion_report_page(completion_report(), BOTH),
    "report on trainings": lambda: country_report_page(report([training(1)], "", TITLE), BOTH),
    "brief": lambda: brief_page(
        full_brief(title=TITLE, agencies=(AgencyLine(role=AgencyRole.HOST, name=MINISTRY),)), BOTH
    ),
    "attendee sheet": lambda: attendee_sheet_page(full_sheet(title=TITLE, organisers=(MINISTRY,)), BOTH),
    "contents of a pack": lambda: contents_page(contents(), BOTH, 2),
    "table of a pack": lambda: table_page(attendance(), BOTH),
}


@pytest.mark.parametrize("document", IN_BOTH)
def test_attributes_and_titles_have_one_language_and_all_else_both(document: str) -> None:
    page = IN_BOTH[document]()
    reader = Misplaced()
    reader.feed(page)
    assert reader.found == []
    assert reader.languages >= set(BOTH)
    assert "Both(" not in page


def test_a_bilingual_document_is_printed_whole(pages_of: Reader) -> None:
    title = Both({"fr": "Le feu", "es": "El fuego"})
    printed = " ".join("".join(pages_of(to_pdf(agenda_page(agenda(title=title), ("fr", "es"))))).split())
    for said in ("Le feu", "El fuego", "Lundi 6 mai 2024", "Lunes 6 de mayo de 2024", "Salle", "Sala"):
        assert said in printed


def test_facts_that_go_on_longer_than_the_story_are_printed_whole(pages_of: Reader) -> None:
    many = [AgencyLine(role=AgencyRole.HOST, name=f"Authority of province {n}.") for n in range(50)]
    printed = pages_of(to_pdf(brief_page(full_brief(agencies=many, summary=STORY * 20), "en")))
    assert len(printed) == 2
    assert all(letters(line.name) in letters("".join(printed)) for line in many)
    assert letters("Inês Carvalho") in letters("".join(printed))


def test_the_sums_of_a_report_stand_below_a_row_and_every_place_has_one_of_its_own(pages_of: Reader) -> None:
    rows = [replace(training(number), title="Course") for number in range(3)]
    printed = pages_of(to_pdf(country_report_page(report(rows, "MN", "Three"), ("en", "es"))))
    assert "Course" in printed[-1].partition("Together")[0]
    assert "Khovd" in "".join(printed)
    page = country_report_page(report(rows, "MN", "Three"), "en")
    assert page.count('<tr><th scope="row"><bdi dir="ltr">') == 4


def test_a_list_of_those_who_came_counts_the_others_and_has_no_empty_column_of_countries() -> None:
    rows = [ListRow(name="Bat Bold")]
    context = ParticipantListContext(**HEAD, title="Course", who=Who.ATTENDED, rows=rows, left_out=2)
    page = participant_list_page(context, "en")
    assert "2 others were expected and are not marked as having attended." in page
    assert "Country" not in page
    known = replace(context, rows=[replace(rows[0], country="Mongolia")], left_out=0)
    page = participant_list_page(known, "en")
    assert "Country" in page
    assert "expected" not in page


def test_a_completion_report_names_agencies_and_experts_behind_what_they_are() -> None:
    agencies = [
        ("funder", "UE"),
        (AgencyRole.HOST, "Police"),
        *((AgencyRole.ORGANISER, name) for name in ("OIM", "ONU")),
    ]
    page = completion_report_page(completion_report(agencies=agencies, experts=["Awa Ndiaye", ""]), "fr")
    said = re.findall(r"<p>([^<]*\xa0: [^<]*)</p>", page)
    assert said == [
        "Organisateurs\xa0: OIM et ONU",
        "Hôte\xa0: Police",
        "Bailleur de fonds\xa0: UE",
        "Expert\xa0: Awa Ndiaye",
    ]
