"""What is noticed before any field is decided: numbers, dates, countries, agencies, persons, quotations."""

from collections.abc import Callable
from datetime import date

import pytest

from workshops.press.language import guess_language
from workshops.press.marks import Marks

Mark = Callable[..., Marks]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The officers will learn how to read the documents that are shown to them at the border.", "en"),
        ("Les agents apprendront à lire les documents qui leur sont présentés à la frontière.", "fr"),
        ("Los agentes aprenderán a leer los documentos que se les presentan en la frontera.", "es"),
        ("Посадові особи навчаться перевіряти документи.", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert guess_language(text)[0] == language


@pytest.mark.parametrize(
    ("text", "language", "value", "qualifier"),
    [
        ("Forty-three officials came", "en", 43, "exact"),
        ("more than 1,200 people came", "en", 1200, "more_than"),
        ("vingt-sept agents sont venus", "fr", 27, "exact"),
        ("une vingtaine d'agents sont venus", "fr", 20, "about"),
        ("près de 20 000 habitants", "fr", 20000, "about"),
        ("unas 45 personas", "es", 45, "about"),
        ("treinta y dos jueces", "es", 32, "exact"),
        ("two dozen judges", "en", 24, "about"),
    ],
)
def test_numbers(mark: Mark, text: str, language: str, value: int, qualifier: str) -> None:
    number = mark(text, language).numbers[0]
    assert (number.value, number.qualifier) == (value, qualifier)


@pytest.mark.parametrize("text", ["une formation", "a 3.9 million grant", "un atelier"])
def test_an_article_or_a_fraction_is_no_number_of_people(mark: Mark, text: str) -> None:
    assert [n.value for n in mark(text, "fr").numbers if n.value in (1, 39)] == []


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("from 24–28 April 2023", "en", date(2023, 4, 24), date(2023, 4, 28)),
        ("28 February to 4 March 2022", "en", date(2022, 2, 28), date(2022, 3, 4)),
        ("June 11 to 14, 2019", "en", date(2019, 6, 11), date(2019, 6, 14)),
        ("Monday, 8th to Friday, 12th April 2013", "en", date(2013, 4, 8), date(2013, 4, 12)),
        ("du 18 au 21 novembre 2020", "fr", date(2020, 11, 18), date(2020, 11, 21)),
        ("les 31 août et 1er septembre 2020", "fr", date(2020, 8, 31), date(2020, 9, 1)),
        ("miércoles 6, jueves 7 y viernes 8 de mayo de 2015", "es", date(2015, 5, 6), date(2015, 5, 8)),
        ("del 1ro. al 3 de mayo de 2015", "es", date(2015, 5, 1), date(2015, 5, 3)),
        ("desde el 1.º hasta el 3 de mayo de 2015", "es", date(2015, 5, 1), date(2015, 5, 3)),
        ("on 2016-05-04", "en", date(2016, 5, 4), date(2016, 5, 4)),
        ("05/06/2017", "en", date(2017, 6, 5), date(2017, 6, 5)),
    ],
)
def test_dates(mark: Mark, text: str, language: str, first: date, last: date) -> None:
    mention = mark(text, language).dates[0]
    assert mention.first is not None
    assert mention.last is not None
    assert (mention.first.with_year(None), mention.last.with_year(None)) == (first, last)


@pytest.mark.parametrize("text", ["31 février 2020", "45 mars 2020", "3.9 million"])
def test_what_is_no_date(mark: Mark, text: str) -> None:
    assert [m for m in mark(text, "fr").dates if m.first is not None] == []


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("from Papua New Guinea and Guinea-Bissau", "en", ["PG", "GW"]),
        ("Saint Vincent and the Grenadines", "en", ["VC"]),
        ("des agents mongols et des experts des Philippines", "fr", ["MN", "PH"]),
        ("funcionarios iraníes y hondureños", "es", ["IR", "HN"]),
        ("the polish of the table", "en", []),
        ("experts of the Organization of American States and of Latin American banks", "en", []),
        ("les experts de l'Organisation des États américains et un policier américain", "fr", ["US"]),
        ("en Antigua Guatemala, cerca de Antigua y Barbuda", "es", ["GT", "AG"]),
    ],
)
def test_countries(mark: Mark, text: str, language: str, codes: list[str]) -> None:
    assert [c.code for c in mark(text, language).countries] == codes


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("of the Ministry of Religious Affairs and Culture (MORAC).", "en", [("Ministry of Religious Affairs and Culture", "MORAC")]),
        ("of the French Office for Refugees and Stateless Persons (OFPRA).", "en", [("French Office for Refugees and Stateless Persons", "OFPRA")]),
        ("the Ministry of Interior and the National Police", "en", [("Ministry of Interior", None), ("National Police", None)]),
        ("Superintendent Alan Whitcombe of the Australian Border Force", "en", [("Australian Border Force", None)]),
        ("the United Nations Economic and Social Commission for Asia", "en", [("United Nations Economic and Social Commission for Asia", None)]),
        ("l'Agence mongolienne de l'immigration (MIA) examine", "fr", [("Agence mongolienne de l'immigration", "MIA")]),
        ("du Ministère de l'Action sociale et des Personnes vulnérables a réuni", "fr", [("Ministère de l'Action sociale et des Personnes vulnérables", None)]),
        ("la Direction des lois, des arts et des jeux (DLAJ) organise", "fr", [("Direction des lois, des arts et des jeux", "DLAJ")]),
        ("du Groupe d'appui aux brigades de police (GABP) et", "fr", [("Groupe d'appui aux brigades de police", "GABP")]),
        ("le Groupe d'appui aux brigades de police a réuni", "fr", [("Groupe d'appui", None)]),
        ("el Ministerio del Interior y la policía de inmigración", "es", [("Ministerio del Interior", None), ("policía de inmigración", None)]),
        ("la Oficina para Monitorear y Combatir la Trata de Personas (JTIP)", "es", [("Oficina para Monitorear y Combatir la Trata de Personas", "JTIP")]),
        ("les services de police et la douane", "fr", []),
        ("the police and customs of eight countries", "en", []),
    ],
)  # fmt: skip
def test_agencies(mark: Mark, text: str, language: str, names: list[tuple[str, str | None]]) -> None:
    assert [(a.name, a.acronym) for a in mark(text, language).agencies] == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("said Dr. Lim Hui Fen, a scientist", "en", ["Lim Hui Fen"]),
        ("a déclaré Pär Liljert, responsable", "fr", ["Pär Liljert"]),
        ("el comisario Óscar Villalba, de la Policía", "es", ["Óscar Villalba"]),
        ("el Ministro de Relaciones Exteriores, Mariano Quesada", "es", ["Mariano Quesada"]),
        ("He spoke on Integrated Border Management", "en", []),
        ("in Phnom Penh", "en", []),
    ],
)
def test_persons(mark: Mark, text: str, language: str, names: list[str]) -> None:
    marks = mark(text, language)
    assert [marks.text(p.start, p.end) for p in marks.people] == names


def test_the_name_of_a_project_in_quotation_marks_is_no_speech(mark: Mark) -> None:
    text = (
        "Il fait partie du projet « renforcement des capacités pour la gestion des migrations dans le pays », dit-on."
    )
    assert mark(text, "fr").speeches == ()
