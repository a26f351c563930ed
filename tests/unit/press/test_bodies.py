"""Names of bodies: where one ends and the next begins."""

from collections.abc import Callable

import pytest

from workshops.press.extract import read_press_release
from workshops.press.marks import Marks

JOINED = [
    ("en", "by the European Commission and Interpol", ["European Commission", "Interpol"]),
    ("en", "the World Bank and Norad and the National Police and Frontex", ["World Bank", "Norad", "National Police", "Frontex"]),
    ("en", "the Ministry of Police and Prisons", ["Ministry of Police and Prisons"]),
    ("en", "the European Border and Coast Guard Agency", ["European Border and Coast Guard Agency"]),
    ("en", "the National Youth and Sports Council", ["National Youth and Sports Council"]),
    ("en", "National Experts and Coast Guard officers", ["Coast Guard"]),
    ("en", "the Red Cross and the Red de Mujeres Juristas", ["Red Cross", "Red de Mujeres Juristas"]),
    ("fr", "la Cour suprême et le Conseil suprême des Oulémas", ["Cour suprême", "Conseil suprême des Oulémas"]),
    ("fr", "le Réseau des femmes juristes et l'Association des jeunes avocats", ["Réseau des femmes juristes", "Association des jeunes avocats"]),
    ("fr", "un Collectif d'avocats", ["Collectif d'avocats"]),
    ("es", "la Corte suprema de Justicia y el Sindicato de enfermeras", ["Corte suprema de Justicia", "Sindicato de enfermeras"]),
    ("es", "la Asociación de jóvenes periodistas", ["Asociación de jóvenes periodistas"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), JOINED)
def test_where_a_body_ends(mark: Callable[[str, str], Marks], language: str, text: str, names: list[str]) -> None:
    marks = mark(text, language)
    assert [marks.text(body.start, body.end) for body in marks.agencies] == names


@pytest.mark.parametrize(
    "lead",
    [
        "Lusaka, 6 May 2022 – The Women Lawyers Network held a two-day workshop in Lusaka.",
        "Bamako, le 6 mai 2022 – Le Collectif des avocats a organisé une formation de deux jours à Bamako.",
        "Lima, 6 de mayo de 2022 – La Red de Mujeres Juristas organizó un taller de dos días en Lima.",
    ],
)
def test_people_in_the_name_of_a_body_are_not_those_who_took_part(lead: str) -> None:
    assert read_press_release(lead).value("participants_description") is None


@pytest.mark.parametrize(
    ("who", "description"),
    [
        ("officials in charge of migration policy", "officials in charge of migration policy"),
        ("officers dealing with asylum claims at airports", "officers dealing with asylum claims"),
        ("officers with long experience", "officers"),
    ],
)
def test_what_those_who_took_part_are_in_charge_of(who: str, description: str) -> None:
    text = f"Lusaka, 6 May 2022 – The Revenue Authority held a workshop in Lusaka. It brought together 18 {who}."
    assert read_press_release(text).value("participants_description") == description


def test_a_contact_of_its_own_begins_with_a_name_above_a_body() -> None:
    text = (
        "Paris, le 6 mai 2022 – L’École nationale de police a organisé un atelier à Paris.\n\n"
        "Contact :\nÉcole nationale de police\nTél. : +82 772 500974\n\n"
        "Ludwig von Trapp\nÉcole nationale de police\nTél. : +46 263 857685"
    )
    found = read_press_release(text).values("contacts")
    assert [(one["name"], one["phone"]) for one in found] == [
        (None, "+82 772 500974"),
        ("Ludwig von Trapp", "+46 263 857685"),
    ]


def test_those_who_teach_are_not_counted_behind_the_word_for_them() -> None:
    text = (
        "Rangers followed a course in Lusaka in May. The instructors, two agents of the FBI, staged scenes with them."
    )
    assert read_press_release(text).value("participants_count") is None


@pytest.mark.parametrize(
    ("told", "contact"),
    [
        ("Please send remarks to Ann Lee at UNICEF (ann@example.org) before 30 April.", ("Ann Lee", "UNICEF", None)),
        ("A follow-up is given by Ann Lee (034 55 501 22, ann@example.org).", ("Ann Lee", None, "034 55 501 22")),
        ("\n\nContact:\nPress and Information Section – Ms Ann Lee\nann@example.org", ("Ann Lee", "Press and Information Section", None)),
        ("\n\nContact:\nAnn Lee\nOSCE Presence in Albania\nann@example.org", ("Ann Lee", "OSCE Presence in Albania", None)),
    ],
)  # fmt: skip
def test_whoever_is_named_beside_an_address(told: str, contact: tuple[str | None, ...]) -> None:
    text = f"Durrës, 17 October 2019 – UNICEF held a two-day workshop for 20 judges in Durrës. {told}"
    found = read_press_release(text).values("contacts")
    assert [(one["name"], one["organisation"], one["phone"]) for one in found] == [contact]
