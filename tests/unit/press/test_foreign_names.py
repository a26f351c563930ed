"""Names of bodies, laws and buildings in another language than that of the text that names them."""

from collections.abc import Callable

import pytest

from workshops.press.extract import read_press_release
from workshops.press.foreign_laws import foreign_law_ends
from workshops.press.foreign_names import foreign_names
from workshops.press.marks import Marks
from workshops.press.words import words

HELD = {
    "en": "A workshop on forged papers was held in {town} on 3 May 2024. ",
    "fr": "Un atelier sur les faux papiers s'est tenu à {town} le 3 mai 2024. ",
    "es": "Un taller sobre documentos falsos se celebró en {town} el 3 de mayo de 2024. ",
}


@pytest.mark.parametrize(
    ("lead", "organisers"),
    [
        (
            "The Ministerio Público de Honduras and the Direction générale des migrations (DGM) organised a workshop "
            "for 20 officers in Geneva on 3 May 2024.",
            ["Ministerio Público de Honduras", "Direction générale des migrations (DGM)"],
        ),
        (
            "The Police nationale and the Fiscalía General de la República organised a workshop for 20 officers in "
            "Geneva on 3 May 2024.",
            ["Police nationale", "Fiscalía General de la República"],
        ),
        (
            "La National Police Agency et l'Immigration Department of Kenya ont organisé un atelier pour 20 agents à "
            "Nairobi le 3 mai 2024.",
            ["National Police Agency", "Immigration Department of Kenya"],
        ),
        (
            "La Nepal Police et le Ministerio de Gobierno ont organisé un atelier pour 20 agents à Genève le 3 mai 2024.",
            ["Nepal Police", "Ministerio de Gobierno"],
        ),
        (
            "La Food and Agriculture Board of Kenya y el Ministère de la Justice organizaron un taller para 20 agentes "
            "en Ginebra el 3 de mayo de 2024.",
            ["Food and Agriculture Board of Kenya", "Ministère de la Justice"],
        ),
    ],
)
def test_bodies_are_known_by_the_grammar_of_their_own_language(lead: str, organisers: list[str]) -> None:
    assert read_press_release(lead).values("organisers") == organisers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Marine Dubois and Marco de la Cruz met a Pole. Police national records were read."),
        ("en", "District Commissioner John Bell spoke of the Plan and of Red Square."),
        ("fr", "Sophie Board et Jude Law ont parlé avec Bill Gates."),
        ("es", "Grace Court y Ann School hablaron con Marine Dupont."),
    ],
)
def test_words_that_are_others_elsewhere_name_no_bodies_and_no_laws(
    mark: Callable[..., Marks], language: str, text: str
) -> None:
    assert foreign_names(mark(text, language).tokens, words(language)) == {}
    assert foreign_law_ends(mark(text, language)) == {}


@pytest.mark.parametrize(
    ("language", "said", "laws"),
    [
        (
            "en",
            "Participants studied the Ley General de Migración and the Code de procédure pénale.",
            ["Ley General de Migración", "Code de procédure pénale"],
        ),
        (
            "en",
            "Trainers explained loi n° 97-016 portant statut des réfugiés.",
            ["loi n° 97-016 portant statut des réfugiés"],
        ),
        (
            "fr",
            "Les participants ont étudié le Wildlife Conservation and Management Act, 2013 et la Ley 1098 de 2006.",
            ["Wildlife Conservation and Management Act, 2013", "Ley 1098 de 2006"],
        ),
        ("fr", "Les participants ont étudié la 1951 Refugee Convention.", ["1951 Refugee Convention"]),
        ("en", "Participants studied the Code pénal.", ["Code pénal"]),
        (
            "es",
            "Los participantes estudiaron el Immigration Act 2008 y la Convention relative aux droits de l'enfant.",
            ["Immigration Act 2008", "Convention relative aux droits de l'enfant"],
        ),
    ],
)
def test_laws_too(language: str, said: str, laws: list[str]) -> None:
    assert read_press_release(HELD[language].format(town="Lima") + said).values("legal_references") == laws


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("The workshop for 20 officers was held at the Maison de la presse in Bamako on 3 May 2024.", "Maison de la presse"),
        ("L'atelier pour 20 agents s'est tenu au Nairobi Serena Hotel, à Nairobi, le 3 mai 2024.", "Nairobi Serena Hotel"),
        ("L'atelier pour 20 agents s'est tenu à la Casa de la Cultura, à Lima, le 3 mai 2024.", "Casa de la Cultura"),
        ("El taller para 20 agentes se celebró en el Palais des Congrès, en Yaundé, el 3 de mayo de 2024.", "Palais des Congrès"),
    ],
)  # fmt: skip
def test_and_buildings(text: str, venue: str) -> None:
    assert read_press_release(text).value("venue") == venue


def test_those_who_are_counted_are_named_behind_a_colon() -> None:
    facts = read_press_release(
        HELD["en"].format(town="Nadi") + "It brought together 22 participants: nurses from Fiji, Samoa and Tonga."
    )
    assert facts.value("participants_description") == "nurses from Fiji, Samoa and Tonga"
    assert facts.values("participant_countries") == ["FJ", "WS", "TO"]
