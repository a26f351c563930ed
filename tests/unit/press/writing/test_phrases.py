"""What a draft does with a few words: topics, what participants are called, the date line, apostrophes."""

import dataclasses

import pytest

from tests.unit.press.writing.test_release import DETAILS, TODAY, written
from workshops.domain.workshop import AgencyRef, ContactRow, FunderRow, Headcount, TopicRef
from workshops.press.extract import read_press_release
from workshops.press.writing.grammar import with_apostrophes
from workshops.press.writing.release import write_release


@pytest.mark.parametrize(
    ("label", "language", "said"),
    [
        ("comptabilité nationale trimestrielle", "fr", "Au programme : comptabilité nationale trimestrielle."),
        ("comptabilité nationale trimestrielle", "en", ": [To be translated: comptabilité nationale trimestrielle]."),
        ("lucha contra el fraude", "en", ": [To be translated: lucha contra el fraude]."),
        ("lucha contra el fraude", "es", ": lucha contra el fraude."),
        ("quarterly accounting", "fr", ": [À traduire : quarterly accounting]."),
        ("quarterly accounting", "en", ": quarterly accounting."),
        ("SAR", "en", ": SAR."),
    ],
)
def test_a_topic_whose_words_tell_its_language_is_marked_by_that(label: str, language: str, said: str) -> None:
    listed = dataclasses.replace(DETAILS, topics=(TopicRef(label=label),))
    typed = frozenset({label} if language != "en" else ())  # where the record's language is all that is known
    release = write_release(listed, language=language, today=TODAY, publisher="", foreign_topics=typed)
    assert said in release.text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("audience", "language", "said"),
    [
        ("statisticians", "en", "It brought together 40 statisticians."),
        ("senior customs officers of the region", "en", "40 senior customs officers of the region."),
        ("judges, prosecutors", "en", "40 participants: judges, prosecutors."),
        ("Instructors and guides", "en", "It brought together 40 instructors and guides."),
        ("Thai officers", "en", "40 participants: Thai officers."),
        ("security forces", "en", "40 participants: security forces."),
        ("the staff of two ministries", "en", "40 participants: the staff of two ministries."),
        ("officers' associations", "en", "40 participants: officers’ associations."),
        ("police officers and two judges", "en", "40 participants: police officers and two judges."),
        ("statisticiens", "fr", "L’activité a réuni 40 statisticiens."),
        ("agents des douanes", "fr", "L’activité a réuni 40 agents des douanes."),
        ("personnel des douanes", "fr", "40 participants : personnel des douanes."),
        ("promotoras comunitarias", "es", "La actividad reunió a 40 promotoras comunitarias."),
        ("statisticians", "es", "La actividad reunió a 40 [Por traducir: statisticians]."),
    ],
)
def test_people_are_counted_where_their_name_can_stand_behind_a_number(audience: str, language: str, said: str) -> None:
    counted = dataclasses.replace(DETAILS, target_audience=audience, headcount=Headcount(unknown=40))
    release = written(counted, language)
    assert said in release.text.replace("\u202f", " ")


def test_french_date_lines_and_apostrophes_are_those_of_french_releases() -> None:
    agency = AgencyRef(name="Fonds pour l'enfance")
    contact = ContactRow(name="Ana O'Neill", email="o'neill@example.org")
    details = dataclasses.replace(DETAILS, funders=(FunderRow(agency=agency),), contacts=(contact,))
    release = written(details, "fr")
    assert release.paragraphs[0].startswith("Oulan-Bator, le 8 mai 2024 – ")
    assert "le Fonds pour l’enfance" in release.text
    assert release.contacts[0][1:] == ("Ana O’Neill", "E-mail\u202f: o'neill@example.org")
    read = read_press_release(release.text).to_record()
    assert (read["city"], read["start_date"]) == ("Oulan-Bator", "2024-05-06")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the guards' rights, l'OIM", "the guards’ rights, l’OIM"),
        ("the 'single window' of l'OIM", "the 'single window' of l’OIM"),
        ("l'adresse o'neill@example.org", "l’adresse o'neill@example.org"),
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str, said: str) -> None:
    assert with_apostrophes(text) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("It brought together one participant: judges.", "three judges (one woman and two men).")),
        ("fr", ("L’activité a réuni un participant : juges.", "trois juges (une femme et deux hommes).")),
        ("es", ("La actividad reunió a un participante: jueces.", "tres jueces (una mujer y dos hombres).")),
    ],
)
def test_one_is_counted_in_the_singular(language: str, said: tuple[str, str]) -> None:
    audience = {"en": "judges", "fr": "juges", "es": "jueces"}[language]
    alone = dataclasses.replace(
        DETAILS, target_audience=audience, title_language=language, headcount=Headcount(women=1)
    )
    assert said[0] in written(alone, language).text.replace("\u202f", " ")
    three = dataclasses.replace(alone, headcount=Headcount(women=1, men=2))
    assert said[1] in written(three, language).text.replace("\u202f", " ")
