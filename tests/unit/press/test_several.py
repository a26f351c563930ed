"""Texts that report several workshops on an equal footing are read once for each."""

import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from workshops.press.article import read_article
from workshops.press.extract import FINDERS, read_first_workshop, read_workshops
from workshops.press.facts import Finding, PressFacts
from workshops.press.marks import Marks
from workshops.press.several import texts_of_workshops


def parts_of(text: str) -> tuple[str, ...]:
    article = read_article(text)
    return texts_of_workshops(text, Marks(article, article.language[0] or "en"))


SAMPLES = Path(__file__).parents[2] / "samples" / "press"
TEXTS = {
    "en": """Border guards train in two towns

Kathmandu, 20 May 2024 – The International Organization for Migration (IOM) and the Department of Immigration held two
workshops on document examination this month.

The first workshop was held in Pokhara from 6 to 8 May 2024 for 25 immigration officers. They learned to see forgeries.

A second workshop took place in Birgunj from 13 to 15 May 2024 and brought together 31 customs officials.

Both workshops were funded by the Government of Australia.
""",
    "fr": """Formations sur la traite à Bamako et à Mopti

L'OIM a organisé un atelier de deux jours à Bamako les 3 et 4 mars 2021 pour 20 magistrats. Un autre atelier s'est tenu
à Mopti du 10 au 12 mars 2021 à l'intention de 35 policiers. Les deux ateliers ont été financés par l'Union européenne.
""",
    "es": """Talleres sobre gestión de fronteras

La OIM organizó un taller en Lima del 3 al 5 de mayo de 2022 para 20 fiscales. Del 9 al 11 de mayo de 2022, un segundo
taller reunió en Arequipa a 28 jueces.
""",
}
TOLD = {
    "en": [("Pokhara", "2024-05-06", 25), ("Birgunj", "2024-05-13", 31)],
    "fr": [("Bamako", "2021-03-03", 20), ("Mopti", "2021-03-10", 35)],
    "es": [("Lima", "2022-05-03", 20), ("Arequipa", "2022-05-09", 28)],
}


@pytest.mark.parametrize("language", TEXTS)
def test_each_workshop_has_its_own_facts(language: str) -> None:
    found = read_workshops(TEXTS[language])
    assert [(f.value("city"), f.value("start_date"), f.value("participants_count")) for f in found] == TOLD[language]


@pytest.mark.parametrize("text", [*TEXTS.values(), "A workshop was held in Lima on 3 May 2022 for 20 judges."])
def test_the_first_alone_is_the_first_of_all(text: str) -> None:
    assert read_first_workshop(text) == read_workshops(text)[0]


def test_of_the_others_nothing_is_read_for_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    language = FINDERS[0]
    read: list[Marks] = []

    def counting(marks: Marks, known: PressFacts) -> Iterable[Finding]:
        read.append(marks)
        return language(marks, known)

    monkeypatch.setattr("workshops.press.extract.FINDERS", (counting, *FINDERS[1:]))
    read_first_workshop(TEXTS["en"])
    assert len(read) == 1


def test_what_holds_for_all_is_said_of_each() -> None:
    assert [f.values("funders") for f in read_workshops(TEXTS["fr"])] == [["Union européenne"], ["Union européenne"]]


def test_places_in_each_text_are_places_in_the_whole() -> None:
    text = TEXTS["en"]
    for found in read_workshops(text):
        finding = found.one("city")
        assert finding is not None
        assert [text[start:end] for start, end in finding.spans] == [finding.value]


def test_a_day_that_is_named_again_is_no_other_workshop() -> None:
    text = (
        "The IOM held a workshop in Pokhara from 6 to 8 May 2024 for 25 officers. On the second day, 7 May 2024, the "
        "event moved to Kathmandu, where the officers visited the airport and the workshop went on."
    )
    assert parts_of(text) == (text,)


TOGETHER = [
    pytest.param(
        "The World Customs Organization trained customs officers in Togo. A first training was held in Lomé from 3 to 5 "
        "May 2023 and a second in Kara from 10 to 12 May 2023. Both trainings were funded by Japan.",
        [("Lomé", "2023-05-03", None), ("Kara", "2023-05-10", None)],
        id="second-of-a-sentence",
    ),
    pytest.param(
        "IOM held training courses on document fraud in Lomé (3-5 May 2023), Kara (10-12 May 2023) and Dapaong (17-19 "
        "May 2023). Twenty-five officers took part in Lomé, 31 in Kara and 18 in Dapaong.",
        [("Lomé", "2023-05-03", 25), ("Kara", "2023-05-10", 31), ("Dapaong", "2023-05-17", 18)],
        id="brackets",
    ),
    pytest.param(
        "The Bureau of Statistics held two workshops in Nakuru and Kisumu, from 3 to 5 and from 10 to 12 May 2023. They "
        "were attended by 20 and 24 statisticians respectively.",
        [("Nakuru", "2023-05-03", 20), ("Kisumu", "2023-05-10", 24)],
        id="respectively",
    ),
    pytest.param(
        "IOM held a workshop in Lomé from 3 to 5 May 2023 for 25 wardens, while UNODC organised a second one in Kara "
        "from 10 to 12 May 2023 for 31 nurses.",
        [("Lomé", "2023-05-03", 25), ("Kara", "2023-05-10", 31)],
        id="two-verbs",
    ),
    pytest.param(
        "The Ghana Immigration Service held two courses in Accra, from 3 to 5 May 2023 and from 10 to 12 May 2023.",
        [("Accra", "2023-05-03", None), ("Accra", "2023-05-10", None)],
        id="one-town",
    ),
    pytest.param(
        "IOM trained 56 officials in two workshops on document examination.\n\nThe first workshop was held in Pokhara "
        "from 6 to 8 May 2024.\n\nA second workshop took place in Birgunj from 13 to 15 May 2024.\n\nIn Pokhara, 25 "
        "immigration officers learned to see forgeries.\n\nIn Birgunj, 31 customs officials took part.",
        [("Pokhara", "2024-05-06", 25), ("Birgunj", "2024-05-13", 31)],
        id="interleaved",
    ),
    pytest.param(
        "L'ONUDC a tenu des ateliers sur la preuve électronique du 3 au 5 mai 2023 à Bamako pour 25 magistrats et du 10 "
        "au 12 mai 2023 à Mopti pour 31 policiers.",
        [("Bamako", "2023-05-03", 25), ("Mopti", "2023-05-10", 31)],
        id="jours-devant",
    ),
    pytest.param(
        "Le ministère de la Santé a organisé deux ateliers de trois jours : le premier à Cotonou, du 3 au 5 mai 2023, "
        "pour 25 sages-femmes ; le second à Parakou, du 10 au 12 mai 2023, pour 31 infirmiers.",
        [("Cotonou", "2023-05-03", 25), ("Parakou", "2023-05-10", 31)],
        id="point-virgule",
    ),
    pytest.param(
        "La OIM realizó un primer taller en Lima del 3 al 5 de mayo de 2022 y un segundo en Arequipa del 10 al 12 de "
        "mayo de 2022. En Lima participaron 22 fiscales y en Arequipa 28 jueces.",
        [("Lima", "2022-05-03", 22), ("Arequipa", "2022-05-10", 28)],
        id="primer-y-segundo",
    ),
]
ONE_OF_SEVERAL_PARTS = [
    "The workshop was held from 3 to 5 May 2023 in Lomé and on 6 May 2023 in Kara, where officers visited the port.",
    "The first part of the course was held in Lomé from 3 to 5 May 2023 and the second in Kara from 10 to 12 May 2023.",
    "A training in two phases: the first phase took place in Lomé from 3 to 5 May 2023; the second in Kara on 10 May.",
    "IOM held a workshop in Lomé from 3 to 5 May 2023. On the last day of the workshop, 6 May 2023, they went to Kara.",
    "L'atelier s'est tenu du 3 au 5 mai 2023 à Lomé et le 6 mai 2023 à Kara.",
    "La première partie du cours s'est déroulée à Lomé du 3 au 5 mai 2023 et la deuxième à Kara du 10 au 12 mai 2023.",
    "El primer módulo del curso se dictó en Lima del 3 al 5 de mayo de 2022 y el segundo en Cusco el 10 de mayo.",
    "El taller se realizó del 3 al 5 de mayo de 2022 en Lima y el 6 de mayo de 2022 en el Callao.",
]


@pytest.mark.parametrize(("text", "told"), TOGETHER)
def test_what_one_sentence_tells_of_several_goes_to_each(text: str, told: list[tuple[str, str, int | None]]) -> None:
    found = read_workshops(f"Training goes on\n\n{text}\n")
    assert [(f.value("city"), f.value("start_date"), f.value("participants_count")) for f in found] == told
    assert all(f.values("organisers") for f in found)


@pytest.mark.parametrize("text", ONE_OF_SEVERAL_PARTS)
def test_one_workshop_of_several_days_places_or_parts_stays_whole(text: str) -> None:
    assert parts_of(text) == (text,)


def test_a_list_of_workshops_takes_time_in_proportion_to_its_length() -> None:
    unit = "The workshops were held in Paris on 3 May 2021 for 9 officers and in Rome on 5 June 2021 for 8. "
    taken = []
    for size in (10_000, 40_000):
        start = time.process_time()
        parts_of((unit * (size // len(unit)))[:size])
        taken.append(time.process_time() - start)
    assert taken[1] < 12 * max(taken[0], 0.1)  # four times the text: sixteen times as long if every two were compared


@pytest.mark.parametrize("folder", ["seeds", "unseen", "fresh", "styles"])
def test_texts_about_one_workshop_stay_whole(folder: str) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((SAMPLES / folder).glob("*.txt"))}
    assert texts
    assert {name for name, text in texts.items() if parts_of(text) != (text,)} <= {
        "en-kenya",
        "12",
    }  # two each


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Labour is made safer\n\nThe Ministry of Labour trained 40 inspectors at a workshop on child labour in "
            "Lomé, Togo, from 2 to 4 June 2025. A second workshop, on forced labour, took place in Kara from 16 to 18 June "
            "2025 with 18 judges, of whom 9 were women.",
            [(40, "inspectors", None), (18, "judges", 9)],
        ),
        (
            "A workshop on meat for 24 butchers, of whom 7 were women, organised by the Department of Food, was held in "
            "Kathmandu, Nepal, from 2 to 4 June 2025. Another workshop took place in Pokhara from 16 to 18 June 2025.",
            [(24, "butchers", 7), (None, None, None)],
        ),
        (
            "El Ministerio de Salud impartió un taller sobre vacunas a 24 enfermeras en Lima del 2 al 4 de junio de 2025. Un "
            "segundo taller tuvo lugar en Cusco del 16 al 18 de junio de 2025 con 18 parteras.",
            [(24, "enfermeras", None), (18, "parteras", None)],
        ),
    ],
)
def test_who_took_part_in_one_is_not_said_of_the_next(text: str, told: list[tuple[object, ...]]) -> None:
    found = read_workshops(text)
    names = ("participants_count", "participants_description", "women_count")
    assert [tuple(facts.value(name) for name in names) for facts in found] == told
    assert all(facts.values("organisers") for facts in found)


def test_the_headline_of_each_keeps_the_number_of_workshops() -> None:
    text = "Two workshops for safer borders in Nepal\n\n" + TEXTS["en"].partition("\n\n")[2]
    assert {facts.value("title") for facts in read_workshops(text)} == {"Two workshops for safer borders in Nepal"}


def test_a_table_of_participants_is_of_the_workshop_told_of_before_it() -> None:
    heads = "Name\tPosition\tE-mail\n"
    text = (
        "IOM held two workshops on document examination.\n\nThe first workshop was held in Pokhara from 6 to 8 May 2024.\n\n"
        f"{heads}Asha Rai\tInspector\tasha@example.org\nBina Lama\tInspector\tbina@example.org\n\n"
        "A second workshop took place in Birgunj from 13 to 15 May 2024.\n\n"
        f"{heads}Chandra Thapa\tClerk\tchandra@example.org\nDeepa Karki\tClerk\tdeepa@example.org\n"
    )
    names = [[row["name"] for row in facts.values("participants")] for facts in read_workshops(text)]
    assert names == [["Asha Rai", "Bina Lama"], ["Chandra Thapa", "Deepa Karki"]]


def test_what_is_no_workshop_tells_of_none() -> None:
    text = (
        "Navy base receives radios\n\nThe European Union handed over 30 radios to the navy at Port Base on Monday, worth 80 "
        "million francs. Three training courses are under study for some twenty officers."
    )
    assert [(facts.value("is_workshop"), facts.workshops_told) for facts in read_workshops(text)] == [(False, 1)]
