"""What the draft of a press release says."""

import dataclasses
import re
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from workshops.domain.articles import with_any_article
from workshops.domain.enums import AgencyRole, WorkshopStatus, WorkshopType
from workshops.domain.partial_date import PartialDate
from workshops.domain.workshop import (
    AgencyRef,
    AgencyRow,
    FunderRow,
    Headcount,
    ProjectRef,
    QuoteRow,
    TopicRef,
    WorkshopDetails,
)
from workshops.press.reading import clean_lines
from workshops.press.writing.grammar import at_place, from_country, of_agency
from workshops.press.writing.release import Release, write_release
from workshops.press.writing.word_file import word_file

TODAY = date(2026, 11, 22)
AGENCY = AgencyRef(name="Ministry of Justice", acronym="MOJ")
DETAILS = WorkshopDetails(
    title="Officers learn to read passports",
    title_language="en",
    type=WorkshopType.WORKSHOP,
    starts_on=PartialDate(2024, 5, 6),
    ends_on=PartialDate(2024, 5, 8),
    duration_days=3,
    country_code="MN",
    city="Ulaanbaatar",
    target_audience="border guards",
    headcount=Headcount(women=18, men=22),
    agencies=(
        AgencyRow(agency=AGENCY, role=AgencyRole.ORGANISER),
        AgencyRow(agency=AgencyRef(name="Border Guard"), role=AgencyRole.PARTICIPATING),
    ),
    quotes=(QuoteRow(text="We learned a lot", speaker_name="Bat Erdene", speaker_title="Colonel", language="en"),),
)


def written(details: WorkshopDetails = DETAILS, language: str = "en") -> Release:
    return write_release(details, language=language, today=TODAY, publisher="IOM Mongolia")


def test_the_lead_says_who_held_what_where_and_when() -> None:
    assert (
        written()
        .paragraphs[0]
        .startswith(
            "Ulaanbaatar, 8 May 2024 – The Ministry of Justice (MOJ) held a three-day workshop "
            "in Ulaanbaatar (Mongolia) from 6 to 8 May 2024. It brought together 40 border guards (18 women and 22 men)."
        )
    )


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("fr", "Le Ministry of Justice (MOJ) a organisé un atelier de trois jours à Oulan-Bator (Mongolie)"),
        ("es", "El Ministry of Justice (MOJ) organizó un taller de tres días en Ulán Bator (Mongolia)"),
    ],
)
def test_it_is_written_in_the_language_asked_for(language: str, lead: str) -> None:
    assert lead in written(language=language).text


def test_texts_in_another_language_are_marked_for_translation() -> None:
    release = written(dataclasses.replace(DETAILS, objectives="To see forged papers at once."), "es")
    assert release.headline == "[Por traducir: Officers learn to read passports]"
    assert "[Por traducir: To see forged papers at once.]" in release.text
    assert "La actividad reunió a 40 [Por traducir: border guards] (18 mujeres y 22 hombres)." in release.text
    assert "«[Por traducir: We learned a lot]», declaró Bat Erdene, [Por traducir: Colonel]." in release.text


def test_texts_in_the_language_of_the_release_are_not_marked_whatever_the_record_says() -> None:
    french = dataclasses.replace(DETAILS, title_language="fr", objectives="To see at once that papers are forged.")
    assert "To see at once that papers are forged." in written(french).paragraphs
    assert "[À traduire : To see at once that papers are forged.]" in written(french, "fr").paragraphs


def test_marks_for_the_translator_are_no_words_of_the_text() -> None:
    """Read again, what stands in brackets is what the record says, and what is to be added is nothing."""
    draft = "Lima – L’OIM a tenu un atelier à Lima : [À traduire\u202f: <b>labour</b> inspectors].\n[À compléter : téléphone]"
    assert [line.text for line in clean_lines(draft)] == ["Lima – L’OIM a tenu un atelier à Lima : labour inspectors."]
    assert clean_lines("[To be translated: not closed\n[sic] stays")[1].text == "[sic] stays"


@pytest.mark.parametrize(
    ("venue", "language", "said"),
    [
        ("House of Culture", "en", "in Ulaanbaatar (Mongolia), at the House of Culture, from"),
        ("House of Culture", "fr", "à Oulan-Bator (Mongolie), à la House of Culture, du"),
        ("Police Training Institute", "es", "en Ulán Bator (Mongolia), en el Police Training Institute, del"),
        ("Serena Hotel", "fr", "à Oulan-Bator (Mongolie), au Serena Hotel, du"),
        ("hôtel du Lac", "es", "en Ulán Bator (Mongolia), en el Hôtel du Lac, del"),
        (
            "room behind the library",
            "fr",
            "à Oulan-Bator (Mongolie), à [À traduire\u202f: room behind the library], du",
        ),
    ],
)
def test_a_building_keeps_its_name_and_other_words_for_it_are_marked(venue: str, language: str, said: str) -> None:
    assert said in written(dataclasses.replace(DETAILS, venue=venue), language).text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The activity was funded by Japan, the Netherlands, the Government of Denmark and Scotland."),
        ("fr", "L’activité a été financée par le Japon, les Pays-Bas, le Gouvernement du Danemark et Scotland."),
        ("es", "La actividad fue financiada por el Japón, los Países Bajos, el Gobierno de Dinamarca y Scotland."),
    ],
)
def test_states_are_called_as_the_language_of_the_release_calls_them(language: str, said: str) -> None:
    names = ("Japan", "Netherlands", "Government of Denmark", "Scotland")
    funders = tuple(FunderRow(agency=AgencyRef(name=name)) for name in names)
    assert said in written(dataclasses.replace(DETAILS, funders=funders), language).text


def test_topics_without_a_name_in_the_language_are_marked_together() -> None:
    labels = ("Visas", "Forged papers", "Stamps")
    listed = dataclasses.replace(DETAILS, topics=tuple(TopicRef(label=label) for label in labels))
    release = write_release(
        listed, language="fr", today=TODAY, publisher="", foreign_topics=frozenset({"Forged papers", "Stamps"})
    )
    assert "Au programme : Visas ; [À traduire : Forged papers ; Stamps]." in release.text


@pytest.mark.parametrize(
    ("last", "line"),
    [
        (PartialDate(2026, 11, 10), "Ulaanbaatar, 22 November 2026 – "),
        (PartialDate(2026, 11, 2), "Ulaanbaatar, 2 November 2026 – "),
        (PartialDate(2019), "Ulaanbaatar – "),
        (PartialDate(2027, 3, 1), "Ulaanbaatar, 22 November 2026 – "),
        (None, "Ulaanbaatar – "),
    ],
)
def test_it_is_dated_today_while_it_is_news_and_later_on_the_last_day(last: PartialDate | None, line: str) -> None:
    release = written(dataclasses.replace(DETAILS, starts_on=last, ends_on=last))
    assert release.paragraphs[0].startswith(f"{line}The Ministry")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“We learned ‘a lot’ here,” said Bat Erdene, Colonel."),
        ("fr", "« We learned “a lot” here », a déclaré Bat Erdene, Colonel."),
        ("es", "«We learned “a lot” here», declaró Bat Erdene, Colonel."),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, said: str) -> None:
    quote = QuoteRow(
        text="“We learned “a lot” here.”", speaker_name="Bat Erdene", speaker_title="Colonel", language=language
    )
    project = ProjectRef(title="Safe “borders”", acronym="SB")
    release = written(dataclasses.replace(DETAILS, quotes=(quote,), project=project), language)
    assert said in release.paragraphs
    marks = {"en": "“Safe ‘borders’” (SB)", "fr": "« Safe “borders” » (SB)", "es": "«Safe “borders”» (SB)"}
    assert marks[language] in release.text


def test_a_question_keeps_its_mark_before_who_asked_it() -> None:
    asked = QuoteRow(text="Who checks the stamp?", speaker_name="Bat Erdene", language="en")
    assert "“Who checks the stamp?” said Bat Erdene." in written(dataclasses.replace(DETAILS, quotes=(asked,))).text
    assert "Bat Erdene." in written(dataclasses.replace(DETAILS, quotes=(asked,)), "fr").text


def test_the_function_of_a_speaker_is_translated_where_the_catalog_can() -> None:
    trainer = QuoteRow(text="We learned a lot", speaker_name="Bat Erdene", speaker_title="Lead trainer", language="en")
    assert "Bat Erdene, formateur principal." in written(dataclasses.replace(DETAILS, quotes=(trainer,)), "fr").text


@pytest.mark.parametrize(
    ("project", "said"),
    [(None, "The activity was funded by Japan."), (ProjectRef(title="Safe borders"), " It was funded by Japan.")],
)
def test_who_paid_is_a_sentence_with_its_subject(project: ProjectRef | None, said: str) -> None:
    funder = FunderRow(agency=AgencyRef(name="Japan"))
    release = written(dataclasses.replace(DETAILS, project=project, funders=(funder,)))
    assert next(text for text in release.paragraphs if "funded" in text).endswith(said)


def test_a_project_that_is_called_one_is_not_called_so_twice() -> None:
    called = dataclasses.replace(DETAILS, project=ProjectRef(title="Safe Borders Programme", acronym="SBP"))
    assert "part of the “Safe Borders Programme” (SBP)." in written(called).text


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (PartialDate(2027, 1, 4), None, "will hold"),
        (PartialDate(2026, 11, 21), PartialDate(2026, 11, 23), "is holding"),
        (PartialDate(2026), None, "is holding"),
        (PartialDate(2025), None, "held"),
    ],
)
def test_it_speaks_of_past_present_and_future(first: PartialDate, last: PartialDate | None, said: str) -> None:
    assert f" {said} a three-day workshop" in written(dataclasses.replace(DETAILS, starts_on=first, ends_on=last)).text


def test_without_dates_the_status_tells_the_tense() -> None:
    planned = dataclasses.replace(DETAILS, starts_on=None, ends_on=None, status=WorkshopStatus.PLANNED)
    assert "will hold" in written(planned).text


def test_an_empty_record_gives_what_is_known_and_invents_nothing() -> None:
    release = write_release(WorkshopDetails(title="Seminar"), language="en", today=TODAY, publisher="")
    assert release.text == "Seminar\n\nA workshop took place.\n"
    nameless = write_release(WorkshopDetails(title="", title_language="fr"), language="en", today=TODAY, publisher="")
    assert "[" not in nameless.text


def test_the_publisher_is_whom_to_ask_where_there_is_no_contact_and_it_has_said_where() -> None:
    to_add = "[To be added: name, telephone, e-mail]"
    assert written().contacts == (("For more information, please contact:", to_add),)
    reached = write_release(
        DETAILS, language="en", today=TODAY, publisher="IOM", reached_at="Room 3\nTel.: +976 11 5550"
    )
    assert reached.contacts == (("For more information, please contact:", "IOM", "Room 3", "Tel.: +976 11 5550"),)


def test_the_word_file_holds_the_same_words() -> None:
    release = written(language="fr")
    document = Document(BytesIO(word_file(release)))
    assert "\n\n".join(paragraph.text for paragraph in document.paragraphs) + "\n" == release.text
    assert document.core_properties.title == release.headline
    marked = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.highlight_color]
    assert marked == [text for text in re.findall(r"\[[^]]*\]", release.text)]
    assert len(marked) == 5


def test_a_title_whose_words_tell_its_language_needs_no_translation() -> None:
    titled = dataclasses.replace(DETAILS, title="Les agents des douanes formés aux contrôles")
    assert written(titled, "fr").headline == "Les agents des douanes formés aux contrôles"
    assert written(dataclasses.replace(DETAILS, title="Passeports"), "fr").headline.startswith("[À traduire")


@pytest.mark.parametrize(
    ("code", "en", "fr", "es"),
    [
        ("PH", "from the Philippines", "des Philippines", "de Filipinas"),
        ("PT", "from Portugal", "du Portugal", "de Portugal"),
        ("MN", "from Mongolia", "de Mongolie", "de Mongolia"),
        ("IQ", "from Iraq", "d’Iraq", "del Iraq"),
        ("DO", "from the Dominican Republic", "de la République dominicaine", "de la República Dominicana"),
        ("NL", "from the Netherlands", "des Pays-Bas", "de los Países Bajos"),
    ],
)
def test_where_people_come_from(code: str, en: str, fr: str, es: str) -> None:
    assert [from_country(code, language) for language in ("en", "fr", "es")] == [en, fr, es]


def test_articles_melt_into_prepositions() -> None:
    assert at_place("Musée national", "fr") == "au Musée national"
    assert at_place("École de police", "fr") == "à l’École de police"
    assert of_agency("le Ministère", "fr") == "du Ministère"
    assert of_agency("el Ministerio", "es") == "del Ministerio"
    assert of_agency("INTERPOL", "fr") == "d’INTERPOL"


def test_french_does_not_elide_before_an_english_you() -> None:
    assert with_any_article("United Nations Economic Commission", "fr") == "la United Nations Economic Commission"
    assert with_any_article("Universidad de Chile", "fr") == "l’Universidad de Chile"
